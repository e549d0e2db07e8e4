/// One line of a worked calculation: the formula in names, the same with numbers put in, the
/// result; or blanks in their place.
///
/// A step that is left blank holds neither its formula nor its result: what a reader may not see is
/// not in the value that the page is made of.
package struct WorkedStep: Hashable, Sendable {
  /// The name that the step computes.
  package let name: String
  /// The comment behind it.
  package let label: String?
  /// The formula in names; nil where it has none.
  package let names: Setting?
  /// The formula with numbers put in; nil where the step only states its value.
  package let numbers: Setting?
  /// The result with its unit, as it is shown.
  package let answer: Answer

  /// The result, or the room for it.
  package enum Answer: Hashable, Sendable {
    case shown(Setting, isRounded: Bool)
    /// Room for so many characters of Latin width (a Chinese one counts two), and the unit behind.
    case blank(cells: Int, unit: String)
  }

  /// Whether the step is left to the reader.
  package var isBlank: Bool {
    if case .blank = answer { return true }
    return false
  }

  /// The step as one line of text: `成交客户 = 目标业绩 ÷ 单量 = 35 万元 ÷ 3.5 万元/单 = 10 单`.
  package var plain: String {
    var parts = [name] + [names, numbers].compactMap { $0?.plain }
    switch answer {
    case .shown(let setting, let isRounded):
      let line = parts.joined(separator: " = ")
      return line + (isRounded ? " ≈ " : " = ") + setting.plain
    case .blank(let cells, let unit):
      parts.append(String(repeating: "_", count: cells) + (unit.isEmpty ? "" : " " + unit))
      return parts.joined(separator: " = ")
    }
  }

  /// The step as a row of HTML: label, name, and each form behind its sign; every class begins with
  /// `calc-`.
  package var html: String {
    var row = "<div class=\"calc-step\(isBlank ? " calc-step-blank" : "")\">"
    if let label { row += "<span class=\"calc-label\">\(escaped(label))</span>" }
    row += "<span class=\"calc-name\">\(escaped(name))</span>"
    for setting in [names, numbers].compactMap(\.self) { row += Self.form("=", setting.html) }
    switch answer {
    case .shown(let setting, let isRounded):
      row += Self.form(isRounded ? "≈" : "=", "<strong>\(setting.html)</strong>", "calc-result")
    case .blank(let cells, let unit):
      let room = String(repeating: "\u{2002}", count: cells)
      let behind = unit.isEmpty ? "" : "\u{A0}\(escaped(unit))"
      row += Self.form("=", "<span class=\"calc-blank\">\(room)</span>\(behind)", "calc-result")
    }
    return row + "</div>"
  }

  private static func form(_ sign: String, _ html: String, _ kind: String = "calc-form") -> String {
    "<span class=\"\(kind)\"><span class=\"calc-sign\">\(sign)</span> \(html)</span>"
  }
}

extension Evaluation {
  /// The working of the calculation, one step for each name.
  ///
  /// `blanks` are the names left to the reader; where another step uses such a name, a blank stands
  /// for its number too.
  package func steps(in notation: Notation, blanks: Set<String> = []) -> [WorkedStep] {
    results.map { step($0, in: notation, blanks: blanks) }
  }

  /// The names that take working out: all but inputs and plain numbers.
  package var workedNames: [String] {
    program.block.definitions.compactMap { definition in
      guard case .computed(let expression) = definition.formula, expression.nodes.count > 1 else {
        return nil
      }
      return definition.name
    }
  }

  private func step(_ result: CalcResult, in notation: Notation, blanks: Set<String>) -> WorkedStep
  {
    let answer = answer(result, in: notation)
    guard !blanks.contains(result.name) else {
      return WorkedStep(
        name: result.name, label: result.label, names: nil, numbers: nil,
        answer: blank(for: answer, result, in: notation))
    }
    guard case .computed(let expression) = result.definition.formula, expression.nodes.count > 1
    else {
      return WorkedStep(
        name: result.name, label: result.label, names: nil, numbers: nil, answer: answer)
    }
    let inNames = Typesetter(notation: notation) { Typesetter.word($0) }.set(expression)
    let inNumbers = Typesetter(notation: notation) { name in
      blanks.contains(name) ? Self.unknown : put(name, in: notation)
    }.set(expression)
    let hasNames = inNames.plain != inNumbers.plain
    return WorkedStep(
      name: result.name, label: result.label, names: hasNames ? inNames : nil, numbers: inNumbers,
      answer: answer)
  }

  /// What stands in a formula for the number of a step that is left blank.
  private static let unknown = Setting(
    ["<mtext class=\"calc-blank\">\u{2002}\u{2002}\u{2002}\u{2002}</mtext>"], plain: "____")

  private func put(_ name: String, in notation: Notation) -> Setting {
    guard let (operand, outcome) = operand(named: name) else { return Typesetter.word(name) }
    switch outcome {
    case .value(.number(let number)):
      return Typesetter.number(number, operand.kind.unit, operand.style, notation)
    case .value(.text(let text)): return Typesetter.word("“\(text)”")
    case .value(.truth(let truth)): return Typesetter.word(notation.shown(.truth(truth)))
    case .value(.column): return Typesetter.word(name)
    case .failed(let failure): return Typesetter.word(notation.message(failure.fault))
    }
  }

  private func answer(_ result: CalcResult, in notation: Notation) -> WorkedStep.Answer {
    guard case .value(.number(let number)) = result.outcome else {
      return .shown(Typesetter.word(notation.shown(result)), isRounded: false)
    }
    let shown = notation.number(number, result.unit, result.style)
    let space = shown.word.isEmpty || shown.word == "%" ? "" : "&#xA0;"
    let word = shown.word.isEmpty ? "" : "<mtext>\(space)\(escaped(shown.word))</mtext>"
    let plain = shown.isRounded ? String(shown.text.dropFirst(2)) : shown.text
    return .shown(
      Setting(["<mrow><mn>\(escaped(shown.digits))</mn>\(word)</mrow>"], plain: plain),
      isRounded: shown.isRounded)
  }

  /// Room for the answer: its own length and half as much again, for handwriting.
  private func blank(for answer: WorkedStep.Answer, _ result: CalcResult, in notation: Notation)
    -> WorkedStep.Answer
  {
    guard case .shown(let setting, _) = answer else { return answer }
    var (text, unit) = (setting.plain, "")
    if case .value(.number(let number)) = result.outcome {
      let shown = notation.number(number, result.unit, result.style)
      (text, unit) = (shown.digits, shown.word)
    }
    let cells = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    return .blank(cells: max(4, cells + (cells + 1) / 2), unit: unit)
  }
}
