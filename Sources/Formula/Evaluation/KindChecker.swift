import Diagnostics
import Phrases

/// What is known of an operand before anything is computed.
struct Operand: Hashable, Sendable {
  var kind: Kind
  var style: Style = .plain
  /// The number, where it is written out: exponents of units must be.
  var constant: Rational?

  static let unknown = Operand(kind: .unknown)
}

/// Tells the kind, the unit and the style of a formula from those of its operands, and reports what
/// does not fit, once: what is built on a mistake is not reported again.
struct KindChecker {
  private(set) var diagnostics: [Diagnostic] = []

  /// Units grow no further than this exponent, either way.
  private static let maximumDegree = 64

  /// Checks one formula, whose names `instructions` has resolved, one for each node; `known` is what is
  /// known of a slot.
  mutating func check(
    _ expression: Expression, _ instructions: ArraySlice<Program.Instruction>,
    known: (Int) -> Operand
  ) -> Operand {
    var stack: [Operand] = []
    stack.reserveCapacity(8)
    for (node, instruction) in zip(expression.nodes, instructions) {
      switch node.term {
      case .number(let value, let unit):
        stack.append(Operand(kind: .number(unit), constant: value))
      case .text: stack.append(Operand(kind: .text))
      case .truth: stack.append(Operand(kind: .truth))
      case .name:
        if case .load(let slot) = instruction {
          stack.append(known(slot))
        } else {
          stack.append(.unknown)
        }
      case .mistaken(let count):
        stack.removeLast(min(count, stack.count))
        stack.append(.unknown)
      case .apply(let operation, let count):
        guard stack.count >= count else { return .unknown }
        if count == 2, let found = plain(operation, stack[stack.count - 2], stack[stack.count - 1])
        {
          stack.removeLast()
          stack[stack.count - 1] = found
          continue
        }
        let operands = Array(stack.suffix(count))
        stack.removeLast(count)
        stack.append(apply(operation, to: operands, at: expression.place(of: node)))
      }
    }
    return stack.last ?? .unknown
  }

  /// What most operations give: those on two numbers of one unit; nil where more is to be looked at.
  private func plain(_ operation: Operation, _ left: Operand, _ right: Operand) -> Operand? {
    guard case .number(let unit?) = left.kind, case .number(let other?) = right.kind, unit == other
    else { return nil }
    switch operation {
    case .add, .subtract:
      let isPercentage = left.style == .percent && right.style == .percent
      return Operand(kind: left.kind, style: isPercentage ? .percent : .plain)
    case .compare: return Operand(kind: .truth)
    default: return nil
    }
  }

  /// Checks that a formula gives a single value, not a column.
  mutating func single(_ operand: Operand, at place: Place) -> Operand {
    switch operand.kind {
    case .numbers, .texts:
      diagnostics.append(
        .wrongKind(operand.kind, Phrase(zh: "单个值", en: "a single value"), at: place))
      return .unknown
    default: return operand
    }
  }

  private mutating func apply(_ operation: Operation, to operands: [Operand], at place: Place)
    -> Operand
  {
    switch operation {
    case .negate, .percent: sign(operation, operands[0], at: place)
    case .not: condition(operands, at: place)
    case .and, .or: condition(operands, at: place)
    case .add, .subtract: number(alike(operands, at: place), like: operands)
    case .multiply, .divide: product(operation, operands[0], operands[1], at: place)
    case .power: power(operands[0], operands[1], at: place)
    case .join: join(operands, at: place)
    case .compare(let comparison): compare(comparison, operands, at: place)
    case .call(let function): call(function, operands, at: place)
    }
  }

  private mutating func sign(_ operation: Operation, _ operand: Operand, at place: Place) -> Operand
  {
    guard let unit = numeric(operand, at: place) else { return .unknown }
    if operation == .negate {
      return Operand(
        kind: .number(unit), style: operand.style, constant: operand.constant.map { -$0 })
    }
    if let unit, !unit.isNone {
      diagnostics.append(.differentUnits(unit, .none, at: place))
      return .unknown
    }
    let constant = operand.constant.flatMap { try? $0 / Rational(100) }
    return Operand(kind: .number(Unit.none), style: .percent, constant: constant)
  }

  private mutating func condition(_ operands: [Operand], at place: Place) -> Operand {
    for operand in operands where operand.kind != .truth && operand.kind != .unknown {
      diagnostics.append(.wrongKind(operand.kind, Phrase(zh: "条件", en: "a condition"), at: place))
    }
    return Operand(kind: .truth)
  }

  /// `12 / 240 * 100%` is how a rate is written on a whiteboard: it shows as a percentage.
  private mutating func product(
    _ operation: Operation, _ left: Operand, _ right: Operand, at place: Place
  ) -> Operand {
    guard let first = numeric(left, at: place), let second = numeric(right, at: place) else {
      return .unknown
    }
    let isDivision = operation == .divide
    let unit = (first ?? .none).times(
      isDivision ? (second ?? .none).raised(to: -1) : second ?? .none)
    guard unit.degree <= Self.maximumDegree else {
      diagnostics.append(.unitOfPower(at: place))
      return .unknown
    }
    let isRate = !isDivision && right.style == .percent && right.constant == Rational(1)
    return Operand(kind: .number(unit), style: isRate && unit.isNone ? .percent : .plain)
  }

  private mutating func power(_ base: Operand, _ exponent: Operand, at place: Place) -> Operand {
    guard let unit = numeric(base, at: place), let ofExponent = numeric(exponent, at: place) else {
      return .unknown
    }
    if let ofExponent, !ofExponent.isNone {
      diagnostics.append(.differentUnits(ofExponent, .none, at: place))
      return .unknown
    }
    guard let unit, !unit.isNone else { return Operand(kind: .number(Unit.none)) }
    guard let times = exponent.constant?.whole, abs(times) <= Self.maximumDegree,
      unit.degree * abs(times) <= Self.maximumDegree
    else {
      diagnostics.append(.unitOfPower(at: place))
      return .unknown
    }
    return Operand(kind: .number(unit.raised(to: times)))
  }

  private mutating func join(_ operands: [Operand], at place: Place) -> Operand {
    for operand in operands { _ = single(operand, at: place) }
    return Operand(kind: .text)
  }

  private mutating func compare(_ comparison: Comparison, _ operands: [Operand], at place: Place)
    -> Operand
  {
    switch (operands[0].kind, operands[1].kind) {
    case (.unknown, _), (_, .unknown): break
    case (.number, .number): _ = alike(operands, at: place)
    case (.text, .text), (.truth, .truth):
      if comparison != .equal && comparison != .notEqual {
        diagnostics.append(
          .wrongKind(
            operands[0].kind, Phrase(zh: "数字，数字才有大小", en: "numbers, which have an order"), at: place
          ))
      }
    case (let left, let right): diagnostics.append(.differentKinds(left, right, at: place))
    }
    return Operand(kind: .truth)
  }

  /// The unit of a number, nil where it fits any; nothing where the operand is none.
  mutating func numeric(_ operand: Operand, at place: Place) -> Unit?? {
    switch operand.kind {
    case .number(let unit): return .some(unit)
    case .unknown: return nil
    default:
      diagnostics.append(.wrongKind(operand.kind, Phrase(zh: "数字", en: "a number"), at: place))
      return nil
    }
  }

  /// The unit that numbers and columns of numbers share.
  mutating func alike(_ operands: [Operand], allowColumns: Bool = false, at place: Place) -> Kind {
    var shared: Unit?
    for operand in operands {
      var unit: Unit?
      switch operand.kind {
      case .numbers(let ofCells) where allowColumns: unit = ofCells
      default:
        guard let ofNumber = numeric(operand, at: place) else { return .unknown }
        unit = ofNumber
      }
      guard let unit else { continue }
      if let shared, shared != unit {
        diagnostics.append(.differentUnits(shared, unit, at: place))
        return .unknown
      }
      shared = unit
    }
    return .number(shared)
  }

  /// A number made of others of its kind: a percentage where all of them are.
  func number(_ kind: Kind, like operands: [Operand]) -> Operand {
    Operand(
      kind: kind, style: operands.allSatisfy { $0.style == .percent } ? .percent : .plain)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
