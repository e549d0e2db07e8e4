import OrderedJSON

/// Writes the slots of a live calculation, each behind those it reads.
struct LiveWriter {
  private let evaluation: Evaluation
  private let notation: Notation
  private let live: Set<Int>
  private var written: [JSON] = []
  private var places: [Int: Int] = [:]

  init(_ evaluation: Evaluation, _ notation: Notation, blanks: Set<String>) {
    self.evaluation = evaluation
    self.notation = notation
    live = evaluation.program.liveSlots(without: blanks)
  }

  mutating func slots() -> [JSON] {
    let program = evaluation.program
    for slot in program.order where live.contains(slot) {
      let definition = program.block.definitions[slot]
      switch definition.formula {
      case .input(let input): add(slot, self.input(input, slot))
      case .given: continue
      case .computed:
        guard let code = program.codes[slot] else { continue }
        for load in code.loads where places[load] == nil { add(load, constant(load)) }
        add(slot, formula(code, slot))
      }
    }
    return written
  }

  private mutating func add(_ slot: Int, _ json: JSON) {
    places[slot] = written.count
    written.append(json)
  }

  private func input(_ input: Input, _ slot: Int) -> JSON {
    let field = JSON.object([
      ("k", .string(input.scale.exact)), ("w", .string(word(of: input))),
      ("lo", (input.bounds?.lowerBound.exact).map(JSON.string)),
      ("hi", (input.bounds?.upperBound.exact).map(JSON.string)),
      ("st", (input.step?.exact).map(JSON.string)),
    ])
    let number = evaluation.outcomes[slot].number ?? input.value
    let value = ("v", number.map { JSON.string($0.exact) })
    return .object(
      named(slot) + [value, ("f", number == nil ? .string(Fault.missing.rawValue) : nil)]
        + [("i", field)] + shape(slot))
  }

  /// What the field counts: as it was written, but for a unit that another name lent it.
  private func word(of input: Input) -> String {
    input.unitWord == input.unit.description ? notation.word(of: input.unit) : input.unitWord
  }

  private func formula(_ code: Program.Code, _ slot: Int) -> JSON {
    .object(named(slot) + [("e", .array(code.instructions.map(item)))] + shape(slot))
  }

  private func named(_ slot: Int) -> [(String, JSON?)] {
    let definition = evaluation.program.block.definitions[slot]
    return [("n", .string(definition.name)), ("l", definition.label.map(JSON.string))]
  }

  /// The unit, the unit of one where it is another word, and the percent sign that a value shows.
  private func shape(_ slot: Int) -> [(String, JSON?)] {
    let operand = evaluation.program.operands[slot]
    let unit = notation.word(of: operand.kind.unit)
    let ofOne = notation.wordOfOne(operand.kind.unit)
    return [
      ("u", unit.isEmpty ? nil : .string(unit)), ("u1", ofOne == unit ? nil : .string(ofOne)),
      ("p", operand.style == .percent ? 1 : nil),
    ]
  }

  private func constant(_ slot: Int) -> JSON {
    let program = evaluation.program
    let outer = slot - program.block.definitions.count
    let name: [(String, JSON?)] =
      live.contains(slot) ? [("n", .string(program.outers[outer].name)), ("o", 1)] : []
    switch evaluation.outcomes[slot] {
    case .value(.number(let number)): return .object(name + [("v", .string(number.exact))])
    case .value(.text(let text)): return .object(name + [("s", .string(text))])
    case .value(.truth(let truth)): return .object(name + [("b", .bool(truth))])
    case .value(.column(.numbers(let cells))):
      return .object([("c", .array(cells.map { $0.map { .string($0.exact) } ?? .null }))])
    case .value(.column(.texts(let cells))):
      return .object([("t", .array(cells.map { $0.map(JSON.string) ?? .null }))])
    case .failed(let failure): return .object(name + [("f", .string(failure.fault.rawValue))])
    }
  }

  private func item(_ instruction: Program.Instruction) -> JSON {
    switch instruction {
    case .push(.number(let number)): .string(number.exact)
    case .push(.text(let text)): .string("\"" + text)
    case .push(.truth(let truth)): .bool(truth)
    case .push(.column), .unavailable: .array(["unavailable", 0])
    case .load(let slot): .integer(places[slot] ?? 0)
    case .apply(let operation, let count): .array([.string(operation.word), .integer(count)])
    }
  }
}

extension Operation {
  /// The word by which the page's script knows it.
  fileprivate var word: String {
    switch self {
    case .negate: "neg"
    case .percent: "%"
    case .not: "not"
    case .power: "^"
    case .multiply: "*"
    case .divide: "/"
    case .add: "+"
    case .subtract: "-"
    case .join: "&"
    case .compare(let comparison): comparison.rawValue
    case .and: "and"
    case .or: "or"
    case .call(let function): function.rawValue
    }
  }
}
