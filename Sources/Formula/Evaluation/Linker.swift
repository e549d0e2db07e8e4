package import Diagnostics
import Phrases

extension Program {
  /// Resolves the names of a calculation, orders it and checks its kinds and units.
  ///
  ///     Program.link(block, in: Scope()).diagnostics  // unknown names, cycles, units that do not fit
  package static func link(_ block: CalcBlock, in scope: Scope) -> Parsed<Program> {
    var linker = Linker(block, in: scope)
    linker.link()
    return Parsed(linker.program, linker.diagnostics)
  }
}

private struct Linker {
  private(set) var program: Program
  private(set) var diagnostics: [Diagnostic] = []
  private let scope: Scope
  private var unknownNames = 0

  init(_ block: CalcBlock, in scope: Scope) {
    program = Program(block: block)
    self.scope = scope
  }

  /// The nearest name is sought only so many times: a page of mistakes must not hang the build.
  private static let maximumSuggestions = 20

  mutating func link() {
    let definitions = program.block.definitions
    program.slots.reserveCapacity(definitions.count)
    for (index, definition) in definitions.enumerated() {
      if let outer = scope[definition.name] {
        diagnostics.append(
          .definedTwice(definition.name, first: outer.place, at: definition.place))
      }
      let first = program.slots.claim(index, for: definition.name)
      if first != index, scope[definition.name] == nil {
        diagnostics.append(
          .definedTwice(
            definition.name, first: definitions[first].place, at: definition.place))
      }
    }
    for (index, definition) in definitions.enumerated() {
      if case .given(let input) = definition.formula { start(index, input) }
    }
    program.codes = definitions.map { definition in
      guard case .computed(let expression) = definition.formula else { return nil }
      return code(expression)
    }
    program.claims = program.block.claims.map { code($0.condition) }
    orderDefinitions()
    checkKinds()
  }

  // MARK: Names

  /// Gives an input the value of the name that it starts at; one without is nothing known.
  private mutating func start(_ index: Int, _ given: GivenInput) {
    if let first = program.slots[given.name] {
      let place = program.block.definitions[first].place
      diagnostics.append(.computedInput(given.name, definedAt: place, at: given.place))
    } else if let entry = scope[given.name] {
      if let input = given.resolved(entry, &diagnostics) {
        program.block.definitions[index].formula = .input(input)
      }
    } else {
      reportUnknown(given.name, at: given.place)
    }
  }

  private mutating func code(_ expression: Expression) -> Program.Code {
    var code = Program.Code(instructions: [], columns: [], place: expression.place)
    code.instructions.reserveCapacity(expression.nodes.count)
    code.columns.reserveCapacity(expression.nodes.count)
    for node in expression.nodes {
      code.instructions.append(instruction(node, in: expression))
      code.columns.append(node.column)
    }
    return code
  }

  private mutating func instruction(_ node: Expression.Node, in expression: Expression)
    -> Program.Instruction
  {
    switch node.term {
    case .number(let value, _): return .push(.number(value))
    case .text(let text): return .push(.text(text))
    case .truth(let truth): return .push(.truth(truth))
    case .apply(let operation, let count): return .apply(operation, arguments: count)
    case .mistaken: return .unavailable
    case .name(let name):
      if let slot = program.slots[name] { return .load(slot) }
      if let entry = scope[name] {
        let slot = program.block.definitions.count + program.outers.count
        program.outers.append(Program.Outer(name: name, entry: entry))
        program.slots[name] = slot
        return .load(slot)
      }
      reportUnknown(name, at: expression.place(of: node))
      return .unavailable
    }
  }

  private mutating func reportUnknown(_ name: String, at place: Place) {
    if let definition = scope.hidden[name] {
      return diagnostics.append(.hiddenName(name, definedAt: definition, at: place))
    }
    unknownNames += 1
    let known = program.block.definitions.map(\.name) + scope.names
    let fix =
      unknownNames <= Self.maximumSuggestions
      ? nearestName(to: name, in: known).map(didYouMean)
        ?? Phrase(
          zh: "单独用一行定义它：\(name) = …", en: "define it on a line of its own: \(name) = …")
      : nil
    diagnostics.append(.unknownName(name, fix: fix, at: place))
  }

  // MARK: Order

  private mutating func orderDefinitions() {
    let count = program.block.definitions.count
    let needs = program.codes.map { code in
      code?.instructions.compactMap { instruction -> Int? in
        guard case .load(let slot) = instruction, slot < count else { return nil }
        return slot
      } ?? []
    }
    let (order, cycles) = dependencyOrder(needs)
    program.order = order
    for cycle in cycles {
      // The cycle is told from the name that is written first.
      let start = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
      let turned = cycle[start...] + cycle[..<start]
      let definitions = turned.map { program.block.definitions[$0] }
      diagnostics.append(.cycle(definitions.map(\.name), at: definitions[0].place))
      for index in cycle { program.codes[index]?.instructions = [.unavailable] }
    }
  }

  // MARK: Kinds

  private mutating func checkKinds() {
    let definitions = program.block.definitions
    var operands = [Operand](repeating: .unknown, count: definitions.count)
    let outers = program.outers.map { Operand(kind: $0.entry.kind, style: $0.entry.style) }
    var checker = KindChecker()
    let known = { (operands: [Operand], slot: Int) -> Operand in
      slot < definitions.count ? operands[slot] : outers[slot - definitions.count]
    }
    for index in program.order {
      switch definitions[index].formula {
      case .input(let input):
        operands[index] = Operand(
          kind: .number(input.unit), style: input.unitWord == "%" ? .percent : .plain)
      case .given: break
      case .computed(let expression):
        guard let code = program.codes[index], code.isKnown else { continue }
        let found = checker.check(expression, code.instructions[...]) { known(operands, $0) }
        operands[index] = checker.single(found, at: expression.place)
        operands[index].constant = nil
      }
    }
    program.operands = operands
    for (claim, code) in zip(program.block.claims, program.claims) {
      let found = checker.check(claim.condition, code.instructions[...]) { known(operands, $0) }
      if found.kind != .truth, found.kind != .unknown {
        checker.report(
          .wrongKind(found.kind, Phrase(zh: "条件", en: "a condition"), at: claim.condition.place))
      }
      program.claimOperands.append(
        checker.leftSide(of: claim.condition, code) { known(operands, $0) })
    }
    diagnostics += checker.diagnostics
  }
}

extension Program.Code {
  /// Whether it can be computed; a formula in a circle, or that is a mistake as a whole, cannot.
  fileprivate var isKnown: Bool {
    guard instructions.count == 1, case .unavailable = instructions[0] else { return true }
    return false
  }
}

extension KindChecker {
  /// What is known of the left side of a comparison, to show it when the comparison fails.
  fileprivate func leftSide(
    of condition: Expression, _ code: Program.Code, known: (Int) -> Operand
  ) -> Operand {
    guard let last = condition.nodes.last, case .apply(.compare, _) = last.term else {
      return .unknown
    }
    let parts = condition.operandRanges
    guard let first = parts.first else { return .unknown }
    var silent = KindChecker()
    return silent.check(
      Expression(nodes: Array(condition.nodes[first]), place: condition.place),
      code.instructions[first], known: known)
  }
}

extension Expression {
  /// The stretches of nodes that the last operation works on.
  var operandRanges: [Range<Int>] {
    var stack: [Range<Int>] = []
    for (index, node) in nodes.dropLast().enumerated() {
      var count = 0
      switch node.term {
      case .apply(_, let arguments), .mistaken(let arguments): count = arguments
      default: break
      }
      guard stack.count >= count else { return [] }
      let start = count == 0 ? index : stack[stack.count - count].lowerBound
      stack.removeLast(count)
      stack.append(start..<index + 1)
    }
    return stack
  }
}
