import Formula

/// Makes calculations up, the same for the same seed: inputs, columns, and formulas that use all
/// operators and functions and one another's names.
struct FormulaGenerator {
  private var state: UInt64
  private var numbers = ["a", "b", "c", "rate"]
  private var conditions: [String] = []
  private var texts: [String] = []

  private let exponents: [String]

  /// `exponents` are those that `^` gets.
  init(seed: UInt64, exponents: [String] = ["0", "1", "2", "3", "-1"]) {
    self.exponents = exponents
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// The columns that the formulas use.
  static var scope: Scope {
    var scope = Scope()
    let amounts = [12, nil, 35, -7, 35, 1250].map { $0.map { Rational($0, over: 4) } }
    scope.define("t.amount", numbers: amounts)
    scope.define("t.class", texts: ["A", "B", nil, "A", "C", "D"])
    return scope
  }

  /// A block of four inputs and so many formulas, `x0`, `x1`, ….
  mutating func block(formulas: Int) -> String {
    var lines = [
      "a = ? \(below(1_000))", "b = ? \(below(100)).\(below(10))\(1 + below(9))",
      "c = ? -\(1 + below(50))", "rate = ? \(1 + below(60))%",
    ]
    for index in 0..<formulas {
      switch below(10) {
      case 0:
        lines.append("x\(index) = \(condition(3))")
        conditions.append("x\(index)")
      case 1:
        lines.append("x\(index) = \(text(2))")
        texts.append("x\(index)")
      default:
        lines.append("x\(index) = \(number(4))")
        numbers.append("x\(index)")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A whole number from 0 up to, not including, `count`.
  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  private mutating func number(_ depth: Int) -> String {
    guard depth > 0, below(4) > 0 else { return operand() }
    switch below(16) {
    case 0...2: return "(\(number(depth - 1)) + \(number(depth - 1)))"
    case 3, 4: return "(\(number(depth - 1)) - \(number(depth - 1)))"
    case 5, 6: return "\(number(depth - 1)) * \(number(depth - 1))"
    case 7, 8: return "(\(number(depth - 1))) / (\(number(depth - 1)))"
    case 9: return "(\(number(depth - 1)))^\(exponents[below(exponents.count)])"
    case 10: return "-\(operand())^2"
    case 11: return "IF(\(condition(depth - 1)), \(number(depth - 1)), \(number(depth - 1)))"
    case 12: return "IFERROR(\(number(depth - 1)), \(number(depth - 1)))"
    case 13: return aggregate(depth)
    default: return rounding(depth)
    }
  }

  private mutating func rounding(_ depth: Int) -> String {
    let inner = number(depth - 1)
    switch below(6) {
    case 0: return "ROUND(\(inner), \(below(5) - 1))"
    case 1: return "ROUNDUP(\(inner), \(below(4)))"
    case 2: return "ROUNDDOWN(\(inner), \(below(4)))"
    case 3: return "CEILING(\(inner), \(["1", "0.5", "0.1", "5"][below(4)]))"
    case 4: return "FLOOR(\(inner), \(["1", "0.5", "0.1", "5"][below(4)]))"
    default: return "ABS(\(inner))"
    }
  }

  private mutating func aggregate(_ depth: Int) -> String {
    switch below(9) {
    case 0: return "SUM(t.amount, \(number(depth - 1)))"
    case 1: return "AVERAGE(\(number(depth - 1)), \(number(depth - 1)))"
    case 2: return "MIN(\(number(depth - 1)), \(number(depth - 1)), t.amount)"
    case 3: return "MAX(\(number(depth - 1)), \(number(depth - 1)))"
    case 4: return "COUNT(t.class)"
    case 5: return "COUNTIF(t.class, \(["\"A\"", "\"<>A\"", "\"Z\""][below(3)]))"
    case 6: return "COUNTIF(t.amount, \(["\">3\"", "\"<=8.75\"", "8.75", "\"<>3\""][below(4)]))"
    case 7: return "SUMIF(t.class, \"A\", t.amount)"
    default: return "SUMIF(t.amount, \">0\")"
    }
  }

  private mutating func operand() -> String {
    switch below(4) {
    case 0: return "\(below(1_000))"
    case 1: return "\(below(100)).\(below(100))"
    default: return numbers[below(numbers.count)]
    }
  }

  private mutating func condition(_ depth: Int) -> String {
    if depth > 0, below(3) == 0 {
      switch below(3) {
      case 0: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
      case 1: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
      default: return "(not \(condition(depth - 1)))"
      }
    }
    if !conditions.isEmpty, below(4) == 0 { return conditions[below(conditions.count)] }
    let sign = ["=", "<>", "<", "<=", ">", ">="][below(6)]
    return "(\(number(max(0, depth - 1))) \(sign) \(number(max(0, depth - 1))))"
  }

  private mutating func text(_ depth: Int) -> String {
    if !texts.isEmpty, below(4) == 0 { return texts[below(texts.count)] }
    switch below(3) {
    case 0: return "\"n = \" & ROUND(\(number(depth)), 3)"
    case 1: return "IF(\(condition(depth)), \"yes\", \"no\")"
    default: return "\"t\" & \(condition(1))"
    }
  }
}
