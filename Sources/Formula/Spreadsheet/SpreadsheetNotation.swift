/// Writes a formula for a spreadsheet, so that it recalculates to the value of the build.
///
/// Spreadsheets compute in binary floating point: before a value is rounded or compared, the noise
/// of its last digits is rounded away. Signs whose rank differs between spreadsheets, and
/// comparisons of texts that ignore case, are written so that nothing is left to them.
struct SpreadsheetNotation {
  /// A part of a formula, what it gives, and whether it needs brackets inside another.
  struct Part {
    var text: String
    var kind: Kind
    /// Whether it stands alone: a number, a name, a function.
    var isWhole = true

    /// The part with brackets where it is not whole.
    var bracketed: String { isWhole ? text : "(\(text))" }
  }

  /// What a name is called in the workbook, and what it gives.
  let lookup: (String) -> Part

  /// The decimals that are kept when noise is rounded away before a comparison.
  private static let comparedDecimals = 6
  /// The decimals that are kept beyond those that a function rounds to.
  private static let spareDecimals = 7

  /// The formula without the `=` that begins it; a condition gives 1 or 0, which every spreadsheet
  /// keeps alike.
  func write(_ expression: Expression) -> String {
    let whole = expression.fold(leaf: leaf) { operation, operands, _ in apply(operation, operands) }
    guard let whole else { return "" }
    if case .truth = whole.kind { return "IF(\(whole.text),1,0)" }
    return whole.text
  }

  private func leaf(_ node: Expression.Node) -> Part {
    switch node.term {
    case .number(let value, _): Part(text: Self.number(value), kind: .number(nil))
    case .text(let text): Part(text: Self.quoted(text), kind: .text)
    case .truth(let truth): Part(text: truth ? "TRUE()" : "FALSE()", kind: .truth)
    case .name(let name): lookup(name)
    case .apply, .mistaken: Part(text: "NA()", kind: .unknown)
    }
  }

  /// A number in plain decimals.
  static func number(_ value: Rational) -> String {
    value.decimal(value.exactDecimals(upTo: 120) ?? 17)
  }

  /// A text between quotes.
  static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private func apply(_ operation: Operation, _ operands: [Part]) -> Part {
    switch operation {
    case .negate: Part(text: "-" + operands[0].bracketed, kind: .number(nil), isWhole: false)
    case .percent: Part(text: operands[0].bracketed + "/100", kind: .number(nil), isWhole: false)
    case .not: Part(text: "NOT(\(operands[0].text))", kind: .truth)
    case .and: Part(text: "AND(\(operands[0].text),\(operands[1].text))", kind: .truth)
    case .or: Part(text: "OR(\(operands[0].text),\(operands[1].text))", kind: .truth)
    case .power: infix("^", operands, .number(nil))
    case .multiply: infix("*", operands, .number(nil))
    case .divide: infix("/", operands, .number(nil))
    case .add: infix("+", operands, .number(nil))
    case .subtract: infix("-", operands, .number(nil))
    case .join: infix("&", operands.map(Self.joined), .text)
    case .compare(let comparison): compare(comparison, operands[0], operands[1])
    case .call(let function): call(function, operands)
    }
  }

  private func infix(_ sign: String, _ operands: [Part], _ kind: Kind) -> Part {
    Part(
      text: operands[0].bracketed + sign + operands[1].bracketed, kind: kind, isWhole: false)
  }

  /// What a value is as a part of a text.
  private static func joined(_ part: Part) -> Part {
    guard case .truth = part.kind else { return part }
    return Part(text: "IF(\(part.text),\"TRUE\",\"FALSE\")", kind: .text)
  }

  private func compare(_ comparison: Comparison, _ left: Part, _ right: Part) -> Part {
    if case .text = left.kind {
      let equal = "EXACT(\(left.text),\(right.text))"
      return Part(text: comparison == .equal ? equal : "NOT(\(equal))", kind: .truth)
    }
    if case .truth = left.kind {
      let sides = [left, right].map { Part(text: "IF(\($0.text),1,0)", kind: .truth) }
      return infix(comparison.rawValue, sides, .truth)
    }
    let difference = "ROUND(\(left.bracketed)-\(right.bracketed),\(Self.comparedDecimals))"
    return Part(text: "\(difference)\(comparison.rawValue)0", kind: .truth, isWhole: false)
  }

  private func call(_ function: Function, _ arguments: [Part]) -> Part {
    let list = arguments.map(\.text).joined(separator: ",")
    switch function {
    case .round, .roundUp, .roundDown: return rounded(function, arguments)
    case .ceiling, .floor: return stepped(function, arguments)
    case .count: return count(arguments)
    case .countIf, .sumIf: return conditional(function, arguments)
    case .if: return Part(text: "IF(\(list))", kind: arguments[1].kind)
    case .ifError: return Part(text: "IFERROR(\(list))", kind: arguments[0].kind)
    case .min, .max, .sum, .average, .abs:
      return Part(text: "\(function.rawValue)(\(list))", kind: .number(nil))
    }
  }

  private func rounded(_ function: Function, _ arguments: [Part]) -> Part {
    let digits = arguments.count > 1 ? arguments[1].text : "0"
    let spare =
      Int(digits).map { String($0 + Self.spareDecimals) }
      ?? "\(digits)+\(Self.spareDecimals)"
    return Part(
      text: "\(function.rawValue)(ROUND(\(arguments[0].text),\(spare)),\(digits))",
      kind: .number(nil))
  }

  /// CEILING and FLOOR differ between spreadsheets below zero; INT does not.
  private func stepped(_ function: Function, _ arguments: [Part]) -> Part {
    let step = arguments.count > 1 && arguments[1].text != "1" ? arguments[1].bracketed : nil
    let quotient = arguments[0].bracketed + (step.map { "/" + $0 } ?? "")
    let factor = step.map { $0 + "*" } ?? ""
    let text =
      function == .floor
      ? "\(factor)INT(ROUND(\(quotient),\(Self.spareDecimals)))"
      : "-\(factor)INT(ROUND(-\(quotient),\(Self.spareDecimals)))"
    return Part(text: text, kind: .number(nil), isWhole: false)
  }

  private func count(_ arguments: [Part]) -> Part {
    let counts = arguments.map { argument in
      switch argument.kind {
      case .numbers: "COUNT(\(argument.text))"
      case .texts: "COUNTA(\(argument.text))"
      default: "1"
      }
    }
    return Part(
      text: counts.joined(separator: "+"), kind: .number(nil), isWhole: counts.count == 1)
  }

  /// COUNTIF and SUMIF as sums over rows: the spreadsheet's own ignore case and take `*` for any
  /// text.
  private func conditional(_ function: Function, _ arguments: [Part]) -> Part {
    let test = rows(arguments[0], arguments[1])
    guard function == .sumIf else { return Part(text: "SUMPRODUCT(\(test))", kind: .number(nil)) }
    let cells = arguments.count == 3 ? arguments[2].text : arguments[0].text
    return Part(text: "SUMPRODUCT(\(test),\(cells))", kind: .number(nil))
  }

  /// 1 for each row that meets the condition, else 0; a blank cell meets none.
  private func rows(_ column: Part, _ criterion: Part) -> String {
    let name = column.text
    if case .texts = column.kind {
      let (comparison, rest) = literal(criterion).map(Function.criterion) ?? (.equal, "")
      let wanted = literal(criterion) == nil ? criterion.text : Self.quoted(rest)
      let equal = "EXACT(\(name),\(wanted))"
      return comparison == .notEqual ? "(\(name)<>\"\")*(1-\(equal))" : "(\(name)<>\"\")*\(equal)"
    }
    var (comparison, bound) = (Comparison.equal, criterion.bracketed)
    if let text = literal(criterion) {
      let (found, rest) = Function.criterion(text)
      comparison = found
      bound = Rational(written: rest).map(Self.number) ?? "NA()"
    }
    let difference = "ROUND(\(name)-\(bound),\(Self.comparedDecimals))"
    return "ISNUMBER(\(name))*(\(difference)\(comparison.rawValue)0)"
  }

  /// The text of a condition that is written out; only such a one can hold a comparison.
  private func literal(_ part: Part) -> String? {
    guard case .text = part.kind, part.text.hasPrefix("\""), part.text.hasSuffix("\"") else {
      return nil
    }
    return part.text.dropFirst().dropLast().split(
      separator: "\"\"", omittingEmptySubsequences: false
    ).joined(separator: "\"")
  }
}
