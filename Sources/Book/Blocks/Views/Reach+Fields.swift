import Mustache
import SalesMethod

extension ContactDetails {
  /// How a customer is reached, as templates know it: `dial` is what a telephone dials.
  var fields: Value {
    .record([
      "contact": .optional(name, Value.text), "position": .optional(title, Value.text),
      "phone": .optional(phone, Value.text),
      "dial": .optional(phone.flatMap(dialled), Value.text),
      "address": .optional(address, Value.text),
    ])
  }
}

/// The digits to dial of the first number in a text, with a plus before them where it has one; nil where
/// there are fewer than three.
///
///     dialled("+86 (21) 5550-1234 转 8 / 138 0000 0000")  // "+862155501234"
func dialled(_ text: String) -> String? {
  // What is left of a number that is masked calls nobody.
  guard !text.contains("*") else { return nil }
  let ends: Set<Character> = ["/", ";", ",", "、", "；", "，", "转", "x", "X", "e", "#"]
  var digits = ""
  for character in text {
    if ends.contains(character), digits.count >= 3 { break }
    if let value = character.wholeNumberValue, (0...9).contains(value) {
      digits += String(value)
    } else if character == "+" || character == "＋", digits.isEmpty {
      digits = "+"
    }
  }
  return digits.filter(\.isNumber).count >= 3 ? digits : nil
}

extension [PlannedCustomer] {
  /// The customers by their ids; of several of one id the first.
  var byId: [String: PlannedCustomer] {
    Dictionary(map { ($0.customer.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
