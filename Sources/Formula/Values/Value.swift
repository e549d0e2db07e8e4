package import Diagnostics
import Phrases

/// What a formula gives.
package enum Value: Hashable, Sendable {
  case number(Rational)
  case text(String)
  case truth(Bool)
  /// The values of a table's column, nil where a cell is blank; only functions take one.
  case column(Column)
}

/// The cells of a table's column, from the first row to the last.
package enum Column: Hashable, Sendable {
  case numbers([Rational?])
  case texts([String?])
}

/// A value, or the fault that took its place and every value's that was computed from it.
package enum Outcome: Hashable, Sendable {
  case value(Value)
  indirect case failed(Failure)

  /// The number, where it is one.
  package var number: Rational? {
    guard case .value(.number(let number)) = self else { return nil }
    return number
  }

  /// Whether data that it needs are not there yet.
  package var isMissing: Bool {
    guard case .failed(let failure) = self else { return false }
    return failure.fault == .missing
  }
}

/// A fault and the place where it happened.
package struct Failure: Hashable, Sendable {
  package let fault: Fault
  package let place: Place

  /// The fault of a name whose value nobody knows yet; it happened in no formula.
  static let missing = Failure(fault: .missing, place: Place(path: ""))
}

/// What is known of a value before it is computed.
package enum Kind: Hashable, Sendable {
  /// A number and its unit; nil fits any unit.
  case number(Unit?)
  case text
  case truth
  case numbers(Unit)
  case texts
  /// Wrong, which was reported where it is defined.
  case unknown

  var described: Phrase {
    switch self {
    case .number: Phrase(zh: "数字", en: "a number")
    case .text: Phrase(zh: "文字", en: "a text")
    case .truth: Phrase(zh: "条件", en: "a condition")
    case .numbers, .texts: Phrase(zh: "一列", en: "a column")
    case .unknown: Phrase(zh: "未知的值", en: "an unknown value")
    }
  }

  /// The unit of a number; none for everything else.
  package var unit: Unit {
    switch self {
    case .number(let unit?): unit
    case .numbers(let unit): unit
    default: .none
    }
  }
}

/// How a number is shown: 0.05, or 5%.
package enum Style: Hashable, Sendable {
  case plain
  case percent
}
