/// Sets a formula as MathML and as a line of text.
struct Typesetter {
  let notation: Notation
  /// What stands for a name: the name itself, its number, or a blank.
  let leaf: (String) -> Setting

  /// The formula; its divisions stand as fractions.
  func set(_ expression: Expression) -> Setting {
    expression.fold(leaf: operand) { operation, operands, _ in
      set(operation, operands)
    } ?? Setting([], plain: "")
  }

  private func operand(_ node: Expression.Node) -> Setting {
    switch node.term {
    case .number(let value, let unit): Self.number(value, unit ?? .none, .plain, notation)
    case .text(let text): Self.word("“\(text)”")
    case .truth(let truth): Self.word(notation.shown(.truth(truth)))
    case .name(let name): leaf(name)
    case .apply, .mistaken: Self.word("?")
    }
  }

  /// A name or a text.
  static func word(_ text: String) -> Setting {
    Setting(["<mi mathvariant=\"normal\">\(escaped(text))</mi>"], plain: text)
  }

  /// A name, its words apart on a page: `deal_size` reads “deal size”, in the line of text as written.
  static func name(_ name: String) -> Setting {
    Setting(["<mi mathvariant=\"normal\">\(escaped(wordsApart(name)))</mi>"], plain: name)
  }

  /// A number with its unit; one that decimals cannot hold is a fraction where that is short.
  static func number(_ value: Rational, _ unit: Unit, _ style: Style, _ notation: Notation)
    -> Setting
  {
    let shown = notation.number(value, unit, style)
    let space = shown.word == "%" || shown.word.isEmpty ? "" : "&#xA0;"
    let word = shown.word.isEmpty ? "" : "<mtext>\(space)\(escaped(shown.word))</mtext>"
    let plainWord = space.isEmpty ? shown.word : " " + shown.word
    let isNegative = value.signum < 0
    if shown.isRounded, style == .plain, let (top, bottom) = value.shortFraction {
      return Setting(
        ["<mfrac><mn>\(top)</mn><mn>\(bottom)</mn></mfrac>\(word)"],
        plain: "\(top)/\(bottom)\(plainWord)",
        rank: (isNegative ? Operation.subtract : .divide).binding)
    }
    let mark = shown.isRounded ? "<mo>≈</mo>" : ""
    return Setting(
      ["<mrow>\(mark)<mn>\(escaped(shown.digits))</mn>\(word)</mrow>"],
      plain: (shown.isRounded ? "≈" : "") + shown.digits + plainWord,
      rank: isNegative ? Operation.subtract.binding : Setting.whole)
  }

  private func set(_ operation: Operation, _ operands: [Setting]) -> Setting {
    switch operation {
    case .negate: prefix("<mo>−</mo>", "−", operands[0], operation)
    case .not: prefix("<mo>\(not)</mo>", not, operands[0], operation)
    case .percent: percent(operands[0])
    case .divide: fraction(operands[0], operands[1])
    case .power: power(operands[0], operands[1])
    case .call(let function): call(function, operands)
    default: infix(operation, operands[0], operands[1])
    }
  }

  private var not: String { notation.usesMyriads ? "非 " : "not " }

  private func prefix(_ mark: String, _ plain: String, _ operand: Setting, _ operation: Operation)
    -> Setting
  {
    let inner = operand.bracketed(below: operation.binding + 1)
    return Setting(
      ["<mrow>\(mark)\(inner.pieces.joined())</mrow>"], plain: plain + inner.plain,
      rank: operation.binding)
  }

  private func percent(_ operand: Setting) -> Setting {
    let inner = operand.bracketed(below: Operation.percent.binding)
    return Setting(
      ["<mrow>\(inner.pieces.joined())<mo>%</mo></mrow>"], plain: inner.plain + "%",
      rank: Operation.percent.binding)
  }

  private func fraction(_ top: Setting, _ bottom: Setting) -> Setting {
    let left = top.bracketed(below: Operation.divide.binding)
    let right = bottom.bracketed(below: Operation.divide.binding + 1)
    let above = "<mrow>\(top.pieces.joined())</mrow>"
    let below = "<mrow>\(bottom.pieces.joined())</mrow>"
    return Setting(
      ["<mfrac>\(above)\(below)</mfrac>"], plain: "\(left.plain) ÷ \(right.plain)",
      rank: Operation.divide.binding)
  }

  private func power(_ base: Setting, _ exponent: Setting) -> Setting {
    // Mathematics reads −a² the other way round: what is negated always gets its brackets.
    let left = base.bracketed(below: Operation.negate.binding + 1)
    let right = exponent.bracketed(below: Operation.power.binding + 1)
    return Setting(
      ["<msup><mrow>\(left.pieces.joined())</mrow><mrow>\(exponent.pieces.joined())</mrow></msup>"],
      plain: "\(left.plain)^\(right.plain)", rank: Operation.power.binding)
  }

  /// The line may be broken before the sign.
  private func infix(_ operation: Operation, _ left: Setting, _ right: Setting) -> Setting {
    let first = left.bracketed(below: operation.binding)
    let second = right.bracketed(below: operation.binding + 1)
    let sign = sign(operation)
    let tail = "<mrow><mo form=\"infix\">\(escaped(sign))</mo>\(second.pieces.joined())</mrow>"
    return Setting(
      first.pieces + [tail], plain: "\(first.plain) \(sign) \(second.plain)",
      rank: operation.binding)
  }

  private func sign(_ operation: Operation) -> String {
    switch operation {
    case .add: "+"
    case .subtract: "−"
    case .multiply: "×"
    case .join: "&"
    case .and: notation.usesMyriads ? "且" : "and"
    case .or: notation.usesMyriads ? "或" : "or"
    case .compare(.notEqual): "≠"
    case .compare(.lessOrEqual): "≤"
    case .compare(.greaterOrEqual): "≥"
    case .compare(let comparison): comparison.rawValue
    default: "?"
    }
  }

  /// Rounding to whole numbers is said in words; other functions bear their names.
  private func call(_ function: Function, _ arguments: [Setting]) -> Setting {
    let toWhole = arguments.count == 1 || arguments.count == 2 && arguments[1].plain == "0"
    let word = toWhole ? roundingWord(function) : nil
    let shown = word == nil ? arguments : [arguments[0]]
    let name = word ?? function.rawValue
    // The line may be broken wherever it may be in an argument, and behind each comma.
    var pieces: [String] = []
    for (index, argument) in shown.enumerated() {
      var parts = argument.pieces
      if index + 1 < shown.count, let last = parts.popLast() { parts.append(last + "<mo>,</mo>") }
      pieces += parts
    }
    // Brackets in different pieces cannot grow with what stands between them.
    let bracket = pieces.count > 1 ? "<mo stretchy=\"false\">" : "<mo>"
    let head = "<mi mathvariant=\"normal\">\(escaped(name))</mi>\(bracket)(</mo>"
    if let first = pieces.first { pieces[0] = head + first }
    if let last = pieces.popLast() { pieces.append("\(last)\(bracket))</mo>") }
    if pieces.isEmpty { pieces = ["\(head)\(bracket))</mo>"] }
    return Setting(
      pieces.map { "<mrow>\($0)</mrow>" },
      plain: "\(name)(\(shown.map(\.plain).joined(separator: ", ")))")
  }

  private func roundingWord(_ function: Function) -> String? {
    switch (function, notation.usesMyriads) {
    case (.round, true): "四舍五入"
    case (.roundUp, true): "向上取整"
    case (.roundDown, true): "向下取整"
    case (.round, false): "round"
    case (.roundUp, false): "round up"
    case (.roundDown, false): "round down"
    default: nil
    }
  }
}

extension Rational {
  /// The fraction, where both its parts have at most six digits.
  var shortFraction: (Int, Int)? {
    guard case .small(let top, let bottom) = storage, bottom > 1, bottom < 1_000_000,
      abs(top) < 1_000_000
    else { return nil }
    return (top, bottom)
  }
}
