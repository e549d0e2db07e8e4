/// What a formula does with the values before it.
package enum Operation: Hashable, Sendable {
  case negate, percent, not
  case power, multiply, divide, add, subtract, join
  case compare(Comparison)
  case and, or
  case call(Function)
}

/// The comparisons.
package enum Comparison: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// Whether it holds for two values whose order is known.
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

/// The functions, by their names in spreadsheets.
package enum Function: String, Hashable, Sendable, CaseIterable {
  case round = "ROUND"
  case roundUp = "ROUNDUP"
  case roundDown = "ROUNDDOWN"
  case ceiling = "CEILING"
  case floor = "FLOOR"
  case min = "MIN"
  case max = "MAX"
  case sum = "SUM"
  case average = "AVERAGE"
  case count = "COUNT"
  case countIf = "COUNTIF"
  case sumIf = "SUMIF"
  case `if` = "IF"
  case ifError = "IFERROR"
  case abs = "ABS"

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .round, .roundUp, .roundDown, .ceiling, .floor: 1...2
    case .min, .max, .sum, .average, .count: 1...255
    case .countIf, .ifError: 2...2
    case .sumIf: 2...3
    case .if: 3...3
    case .abs: 1...1
    }
  }
}

extension Operation {
  /// How tightly it binds its operands; spreadsheets bind the unary minus tighter than `^`.
  var binding: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .not: 3
    case .compare: 4
    case .join: 5
    case .add, .subtract: 6
    case .multiply, .divide: 7
    case .power: 8
    case .percent: 9
    case .negate: 10
    case .call: 11
    }
  }
}
