package import Diagnostics

/// A calculation and what it gives: a result for each name, and the working behind it.
package struct Evaluation: Hashable, Sendable {
  package let program: Program
  /// What each definition gives, then what the names from outside stand for.
  let outcomes: [Outcome]

  /// The results in the order their names are written.
  package var results: [CalcResult] {
    zip(program.block.definitions.indices, program.block.definitions).map(result)
  }

  /// The result of a name of the block.
  ///
  ///     evaluation["成交客户"]?.exact  // "8"
  package subscript(name: String) -> CalcResult? {
    guard let slot = program.slots[name], slot < program.block.definitions.count else { return nil }
    return result(slot, program.block.definitions[slot])
  }

  private func result(_ index: Int, _ definition: CalcBlock.Definition) -> CalcResult {
    let operand = program.operands[index]
    return CalcResult(
      definition: definition, outcome: outcomes[index], kind: operand.kind, style: operand.style)
  }

  /// The formula of a name with what stands behind its names, for its working.
  func operand(named name: String) -> (operand: Operand, outcome: Outcome)? {
    guard let slot = program.slots[name] else { return nil }
    let definitions = program.block.definitions.count
    if slot < definitions { return (program.operands[slot], outcomes[slot]) }
    let outer = program.outers[slot - definitions]
    return (Operand(kind: outer.entry.kind, style: outer.entry.style), outcomes[slot])
  }
}

/// What one name of a calculation gives.
package struct CalcResult: Hashable, Sendable {
  package let definition: CalcBlock.Definition
  package let outcome: Outcome
  package let kind: Kind
  package let style: Style

  package var name: String { definition.name }
  /// Whether it is a number in a sentence: no formula can mean its name.
  package var isInSentence: Bool { name.utf8.contains(0x20) }
  /// The comment behind the definition.
  package var label: String? { definition.label }
  /// The unit of a number.
  package var unit: Unit { kind.unit }

  /// The value without loss: `p/q`, `TRUE`, or the text; nil where it failed.
  package var exact: String? {
    switch outcome {
    case .value(.number(let number)): number.exact
    case .value(.truth(let truth)): truth ? "TRUE" : "FALSE"
    case .value(.text(let text)): text
    case .value(.column), .failed: nil
    }
  }
}

/// Computes a calculation: names resolved in `scope`, units checked, every `expect` and `always`
/// line verified.
///
///     evaluate(block, in: Scope()).value["需开发"]?.exact  // "160"
package func evaluate(_ block: CalcBlock, in scope: Scope) -> Parsed<Evaluation> {
  let linked = Program.link(block, in: scope)
  let evaluation = Evaluation(program: linked.value, outcomes: linked.value.run())
  return Parsed(
    evaluation, (linked.diagnostics + evaluation.faults + evaluation.brokenClaims).sorted())
}

/// Computes a single formula, such as a number in a sentence or a rule of the settings.
///
///     evaluate(expression, in: scope).value.exact  // "10"
package func evaluate(_ expression: Expression, in scope: Scope) -> Parsed<CalcResult> {
  // The name holds a space, so that no formula can mean it.
  let definition = CalcBlock.Definition(
    name: "= ", place: expression.place, formula: .computed(expression), label: nil)
  let evaluated = evaluate(CalcBlock(definitions: [definition], claims: []), in: scope)
  return Parsed(evaluated.value.results[0], evaluated.diagnostics)
}

extension Evaluation {
  /// The faults that happened here, each where it happened; those of other names are told there.
  fileprivate var faults: [Diagnostic] {
    var seen: Set<Failure> = []
    return zip(program.block.definitions, outcomes).compactMap { definition, outcome in
      guard case .failed(let failure) = outcome, !failure.fault.isToldElsewhere,
        failure.place.line == definition.place.line, failure.place.path == definition.place.path,
        seen.insert(failure).inserted
      else { return nil }
      return .fault(failure.fault, at: failure.place)
    }
  }

  /// The `expect` and `always` lines that do not hold.
  fileprivate var brokenClaims: [Diagnostic] {
    program.claims.indices.compactMap { index in
      guard let found = program.violation(ofClaim: index, outcomes) else { return nil }
      let claim = program.block.claims[index]
      return switch claim.kind {
      case .expect: .expectationFails(found, at: claim.place)
      case .always: .propertyFails(found, at: claim.place)
      }
    }
  }
}
