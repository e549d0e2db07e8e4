/// How the working of a calculation is printed.
package struct StepStyle: Hashable, Sendable {
  /// How numbers are shown.
  package var notation: Notation
  /// The names whose steps are left to the reader.
  package var blanks: Set<String>
  /// The names whose steps other readers find blank: theirs are marked as answers.
  package var answers: Set<String>
  /// Whether inputs become fields in the page, and results follow them.
  package var isLive: Bool

  /// Makes a style; nothing is blank or live unless said.
  package init(
    _ notation: Notation, blanks: Set<String> = [], answers: Set<String> = [],
    isLive: Bool = false
  ) {
    self.notation = notation
    self.blanks = blanks
    self.answers = answers
    self.isLive = isLive
  }
}

extension Evaluation {
  /// The working of the calculation, one step for each name; `names` narrows it to those of one
  /// block of a page.
  ///
  /// Where a step uses a name that is left blank, a blank stands for its number too.
  package func steps(_ style: StepStyle, of names: [String]? = nil) -> [WorkedStep] {
    let live = style.isLive ? program.liveSlots(without: style.blanks) : []
    let wanted = names.map(Set.init)
    return results.enumerated().compactMap { slot, result in
      guard wanted?.contains(result.name) ?? !result.name.contains(" ") else { return nil }
      return step(result, style, role: role(of: result, isLive: live.contains(slot)))
    }
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

  private func role(of result: CalcResult, isLive: Bool) -> WorkedStep.Role {
    guard isLive else { return .printed }
    if case .input = result.definition.formula { return .input }
    return .output
  }

  private func step(_ result: CalcResult, _ style: StepStyle, role: WorkedStep.Role) -> WorkedStep {
    let answer = answer(result, in: style.notation)
    func step(
      _ answer: WorkedStep.Answer, _ names: Setting? = nil, _ numbers: Setting? = nil
    ) -> WorkedStep {
      WorkedStep(
        name: result.name, label: result.label, names: names, numbers: numbers, answer: answer,
        role: role, isAnswer: style.answers.contains(result.name))
    }
    if style.blanks.contains(result.name) {
      return step(blank(for: answer, result, in: style.notation))
    }
    guard case .computed(let expression) = result.definition.formula, expression.nodes.count > 1
    else { return step(answer) }
    let inNames = Typesetter(notation: style.notation) { Typesetter.name($0) }.set(expression)
    let inNumbers = Typesetter(notation: style.notation) { name in
      style.blanks.contains(name) ? Self.unknown : put(name, in: style.notation)
    }.set(expression)
    return step(answer, inNames.plain == inNumbers.plain ? nil : inNames, inNumbers)
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
    case .failed(let failure) where failure.fault == .missing: return Self.unknown
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
  ///
  /// The unit behind it is that of several, since that of one would tell the answer.
  private func blank(for answer: WorkedStep.Answer, _ result: CalcResult, in notation: Notation)
    -> WorkedStep.Answer
  {
    guard case .shown(let setting, _) = answer else { return answer }
    var (text, unit) = (setting.plain, "")
    if case .value(.number(let number)) = result.outcome {
      let shown = notation.number(number, result.unit, result.style)
      let isOfOne = shown.word == notation.wordOfOne(result.unit)
      (text, unit) = (shown.digits, isOfOne ? notation.word(of: result.unit) : shown.word)
    }
    let cells = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    return .blank(cells: max(4, cells + (cells + 1) / 2), unit: unit)
  }
}
