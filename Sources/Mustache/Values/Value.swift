import Phrases

/// What a template can be given: text, numbers, yes or no, HTML, lists and records of these.
///
/// Values are data, never code: the same value always gives the same page. Literals keep view
/// models short; a name that holds nothing is still a name, which is how an optional field differs
/// from a misspelt one.
///
///     let customer: Value = ["name": "苏州甲公司", "amount": 1_200_000_00, "note": .nothing]
package enum Value: Hashable, Sendable {
  /// A name without a value. It counts as false; printing it is an error.
  case nothing
  /// Yes or no.
  case bool(Bool)
  /// A whole number: a count, money in hundredths, minutes, or a day since 1970-01-01.
  case integer(Int)
  /// An exact decimal of any length.
  indirect case decimal(Decimal)
  /// An exact fraction, over and under the line; print it with `percent` or `fixed`.
  case ratio(Int, of: Int)
  /// Text that knows nothing of HTML: it is escaped wherever it is printed.
  case text(String)
  /// HTML that is right already: printed by `{{{name}}}` and by nothing else.
  case html(HTML)
  /// Values in order, for sections.
  case list([Value])
  /// Named values.
  case record(Record)

  /// The wrapped value made into a template value, or nothing.
  ///
  ///     Value.optional(note, Value.text)  // .text("…") or .nothing
  package static func optional<Wrapped>(
    _ wrapped: Wrapped?, _ make: (Wrapped) -> Value
  ) -> Value {
    wrapped.map(make) ?? .nothing
  }

  /// Whether a section over the value is shown.
  ///
  /// What holds nothing is false: `nothing`, `false`, the empty list, empty text and empty HTML.
  /// A number is always true: zero customers are a fact to print.
  package var isTruthy: Bool {
    switch self {
    case .nothing: false
    case .bool(let value): value
    case .text(let text): !text.isEmpty
    case .html(let html): !html.bytes.isEmpty
    case .list(let values): !values.isEmpty
    case .integer, .decimal, .ratio, .record: true
    }
  }

  /// What the value is, in words for a message.
  var kind: Phrase {
    switch self {
    case .nothing: Phrase(zh: "空值", en: "nothing")
    case .bool: Phrase(zh: "是否值", en: "a yes/no value")
    case .integer: Phrase(zh: "整数", en: "a whole number")
    case .decimal: Phrase(zh: "小数", en: "a decimal number")
    case .ratio: Phrase(zh: "分数", en: "a fraction")
    case .text: Phrase(zh: "文字", en: "text")
    case .html: Phrase(zh: "HTML", en: "HTML")
    case .list: Phrase(zh: "列表", en: "a list")
    case .record: Phrase(zh: "记录", en: "a record")
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self = .text(text) }
}

extension Value: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: Int) { self = .integer(number) }
}

extension Value: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension Value: ExpressibleByArrayLiteral {
  package init(arrayLiteral values: Value...) { self = .list(values) }
}

extension Value: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, Value)...) {
    self = .record(Record(members))
  }
}
