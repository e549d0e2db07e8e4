import Diagnostics
import Phrases

extension Program {
  /// Computes every definition; `inputs` replaces the values of inputs by their slots.
  func run(inputs: [Int: Rational] = [:]) -> [Outcome] {
    let nothing = Outcome.failed(Failure(fault: .unavailable, place: Place(path: "")))
    var outcomes = [Outcome](repeating: nothing, count: block.definitions.count)
    outcomes.reserveCapacity(outcomes.count + outers.count)
    for outer in outers { outcomes.append(outer.entry.outcome) }
    var stack: [Outcome] = []
    for index in order {
      switch block.definitions[index].formula {
      case .input(let input):
        if let value = inputs[index] ?? input.value {
          outcomes[index] = .value(.number(value))
        } else {
          outcomes[index] = .failed(.missing)
        }
      case .given: continue
      case .computed:
        guard let code = codes[index] else { continue }
        if operands[index].kind == .unknown {
          outcomes[index] = .failed(Failure(fault: .unavailable, place: code.place))
          continue
        }
        code.run(outcomes, &stack)
        if let last = stack.popLast() { outcomes[index] = last }
      }
    }
    return outcomes
  }

  /// What is wrong with a claim; nil where it holds, or where it cannot be told because of a
  /// mistake that was reported.
  func violation(ofClaim index: Int, _ outcomes: [Outcome]) -> Phrase? {
    let code = claims[index]
    var stack: [Outcome] = []
    code.run(outcomes, &stack)
    switch stack.last {
    case .value(.truth(false)):
      return Phrase(same: found(by: code, outcomes, claimOperands[index]))
    case .failed(let failure) where !failure.fault.isToldElsewhere: return failure.fault.message
    default: return nil
    }
  }

  /// What the left side of a failed comparison is: `it is 161 家`.
  private func found(by code: Code, _ outcomes: [Outcome], _ left: Operand) -> String {
    guard case .apply(.compare, _)? = code.instructions.last else {
      return "the condition is false"
    }
    var parts = code
    parts.instructions.removeLast()
    var stack: [Outcome] = []
    parts.run(outcomes, &stack)
    guard case .value(let value)? = stack.first else { return "the condition is false" }
    return "the left side is \(Notation.plain.shown(value, left.kind.unit, left.style))"
  }
}

extension Program.Code {
  /// Computes the formula and leaves its value on the stack, which is emptied before.
  func run(_ outcomes: [Outcome], _ stack: inout [Outcome]) {
    stack.removeAll(keepingCapacity: true)
    for (instruction, column) in zip(instructions, columns) {
      switch instruction {
      case .push(let value): stack.append(.value(value))
      case .load(let slot): stack.append(outcomes[slot])
      case .unavailable:
        stack.append(.failed(Failure(fault: .unavailable, place: place(column))))
      case .apply(let operation, let count):
        guard stack.count >= count else {
          stack = [.failed(Failure(fault: .unavailable, place: place(column)))]
          return
        }
        do {
          let result = try operation.apply(to: stack.suffix(count))
          stack.removeLast(count)
          stack.append(result)
        } catch {
          stack.removeLast(count)
          stack.append(.failed(Failure(fault: error, place: place(column))))
        }
      }
    }
  }

  private func place(_ column: Int) -> Place {
    Place(path: place.path, line: place.line, column: column)
  }
}
