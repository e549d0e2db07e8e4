import Diagnostics
import Phrases

extension KindChecker {
  /// Checks the arguments of a function and tells what it gives.
  mutating func call(_ function: Function, _ arguments: [Operand], at place: Place) -> Operand {
    switch function {
    case .round, .roundUp, .roundDown: return rounded(arguments, at: place)
    case .ceiling, .floor: return number(alike(arguments, at: place), like: [arguments[0]])
    case .min, .max, .sum, .average:
      return number(alike(arguments, allowColumns: true, at: place), like: arguments)
    case .count: return Operand(kind: .number(Unit.none))
    case .countIf:
      criterion(arguments[1], of: arguments[0], at: place)
      return Operand(kind: .number(Unit.none))
    case .sumIf: return sumIf(arguments, at: place)
    case .if: return choice(arguments, at: place)
    case .ifError: return branches(arguments, at: place)
    case .abs: return number(alike(arguments, at: place), like: arguments)
    }
  }

  private mutating func rounded(_ arguments: [Operand], at place: Place) -> Operand {
    if arguments.count > 1, let digits = numeric(arguments[1], at: place), let digits,
      !digits.isNone
    {
      report(.differentUnits(digits, .none, at: place))
    }
    return number(alike([arguments[0]], at: place), like: [arguments[0]])
  }

  private mutating func sumIf(_ arguments: [Operand], at place: Place) -> Operand {
    criterion(arguments[1], of: arguments[0], at: place)
    let cells = arguments.count == 3 ? arguments[2] : arguments[0]
    switch cells.kind {
    case .numbers(let unit): return Operand(kind: .number(unit))
    case .unknown: return .unknown
    default:
      report(.wrongKind(cells.kind, Phrase(zh: "一列数字", en: "a column of numbers"), at: place))
      return .unknown
    }
  }

  /// A condition on cells: a value like theirs, or a text that begins with a comparison.
  private mutating func criterion(_ criterion: Operand, of cells: Operand, at place: Place) {
    switch (cells.kind, criterion.kind) {
    case (.unknown, _), (_, .unknown), (.numbers, .text), (.texts, .text): break
    case (.numbers(let unit), .number(let other?)) where unit != other:
      report(.differentUnits(unit, other, at: place))
    case (.numbers, .number): break
    case (.numbers, let kind), (.texts, let kind):
      report(
        .wrongKind(
          kind, Phrase(zh: "与这一列同类的值，或文字", en: "a value like those of the column, or a text"),
          at: place))
    case (let kind, _):
      report(.wrongKind(kind, Phrase(zh: "表的一列", en: "a column of a table"), at: place))
    }
  }

  private mutating func choice(_ arguments: [Operand], at place: Place) -> Operand {
    if arguments[0].kind != .truth, arguments[0].kind != .unknown {
      report(.wrongKind(arguments[0].kind, Phrase(zh: "条件", en: "a condition"), at: place))
    }
    return branches(Array(arguments.dropFirst()), at: place)
  }

  /// Both ways a value can come about give one kind, so that what follows is known to fit.
  private mutating func branches(_ ways: [Operand], at place: Place) -> Operand {
    switch (ways[0].kind, ways[1].kind) {
    case (.unknown, let kind), (let kind, .unknown): return Operand(kind: kind)
    case (.number, .number): return number(alike(ways, at: place), like: ways)
    case (.text, .text): return Operand(kind: .text)
    case (.truth, .truth): return Operand(kind: .truth)
    case (let left, let right):
      report(.differentKinds(left, right, at: place))
      return .unknown
    }
  }
}
