import Mustache
import SalesMethod

extension OpenReceivable {
  /// What is owed, as templates know it; how the customer is reached where that is for the reader.
  func fields(_ customer: PlannedCustomer?) -> Value {
    .record([
      "name": .text(name), "amount": .money(amount), "due": .day(due),
      "late": .integer(daysLate), "isLate": .bool(isLate),
      "class": .optional(customer?.classification.customerClass.rawValue, Value.text),
      "reach": .optional(customer?.details, \.fields),
    ])
  }
}

extension [OpenReceivable] {
  /// How many, and how much together; nothing where there is none.
  var sums: Value {
    .optional(isEmpty ? nil : self) { owed in
      .record([
        "count": .integer(owed.count),
        "amount": .money(owed.reduce(Money.zero) { $0 + $1.amount }),
      ])
    }
  }
}
