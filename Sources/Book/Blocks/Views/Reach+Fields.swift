import Mustache
import SalesMethod

extension ContactDetails {
  /// How a customer is reached, as templates know it: each of `phones` with what a telephone dials.
  var fields: Value {
    .record([
      "contact": .optional(name, Value.text), "position": .optional(title, Value.text),
      "phone": .optional(phone, Value.text),
      "phones": .list(
        (phone.map(PhoneNumber.all) ?? []).map {
          .record(["phone": .text($0.written), "dial": .optional($0.dialled, Value.text)])
        }),
      "address": .optional(address, Value.text),
    ])
  }
}

extension [PlannedCustomer] {
  /// The customers by their ids; of several of one id the first.
  var byId: [String: PlannedCustomer] {
    Dictionary(map { ($0.customer.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
