import Diagnostics
import Phrases

/// Reads what stands behind `?`: a value or a name that has one, `in` with its bounds, `step` with
/// its distance.
struct InputParser {
  private let tokens: [Token]
  private let origin: Place
  private let units: Units
  private var index: Int
  private(set) var diagnostics: [Diagnostic] = []

  init(_ tokens: [Token], from index: Int, at origin: Place, units: Units) {
    self.tokens = tokens
    self.index = index
    self.origin = origin
    self.units = units
  }

  /// The position behind what was read.
  var position: Int { index }

  mutating func parse() -> CalcBlock.Formula? {
    if case .word(let name) = tokens[index].kind, Keyword(name) == nil {
      return given(name).map(CalcBlock.Formula.given)
    }
    return written().map(CalcBlock.Formula.input)
  }

  /// What stands behind a name: the unit to count in, limits, the distance of two values.
  private mutating func given(_ name: String) -> GivenInput? {
    let place = place(tokens[index])
    index += 1
    var parser = LiteralParser(tokens, from: index, at: origin, units: units)
    let counted = parser.parseUnit()
    diagnostics += parser.diagnostics
    index = parser.position
    let bounds = take(.in) ? givenBounds() : nil
    var step: Literal?
    if diagnostics.isEmpty, take(.step) {
      let start = tokens[index]
      step = literal(.aNumber)
      if let step, step.value.signum <= 0 { diagnostics.append(.emptyStep(at: self.place(start))) }
    }
    expectEnd()
    return GivenInput(name: name, place: place, counted: counted, bounds: bounds, step: step)
  }

  private mutating func givenBounds() -> GivenBounds? {
    let start = tokens[index]
    guard let low = literal(.aNumber), takeRangeSign(), let high = literal(.aNumber) else {
      return nil
    }
    if low.word == high.word, low.value > high.value {
      diagnostics.append(.emptyRange(at: place(start)))
    }
    return GivenBounds(low: low, high: high, place: place(start))
  }

  private mutating func takeRangeSign() -> Bool {
    guard tokens[index].kind == .sign(.range) else {
      diagnostics.append(
        .unexpected(
          tokens[index].described, Phrase(zh: "两端之间的“..”", en: "“..” between the bounds"), nil,
          at: place(tokens[index])))
      return false
    }
    index += 1
    return true
  }

  private mutating func expectEnd() {
    guard tokens[index].kind != .end, diagnostics.isEmpty else { return }
    diagnostics.append(
      .unexpected(
        tokens[index].described,
        Phrase(zh: "“in a..b”、“step s”或行尾", en: "“in a..b”, “step s” or the end of the line"), nil,
        at: place(tokens[index])))
  }

  private mutating func written() -> Input? {
    guard
      let value = literal(
        Phrase(zh: "输入的值，例如 ? 350000 元", en: "the value of the input, such as ? 350000"))
    else { return nil }
    var bounds: ClosedRange<Rational>?
    var step: Rational?
    if take(.in) {
      bounds = range(like: value)
      if let bounds, !bounds.contains(value.value) {
        diagnostics.append(.inputOutside(at: place(tokens[0])))
      }
    }
    if take(.step) { step = distance(like: value) }
    expectEnd()
    return Input(
      value: value.value, unit: value.unit, scale: value.scale, unitWord: value.word,
      bounds: bounds, step: step)
  }

  /// `a..b` on its own: an end without a unit is counted like the other; neither has one, any fits.
  mutating func literals() -> (low: Rational, high: Rational, unit: Unit?)? {
    let start = index
    guard let low = literal(.aNumber), takeRangeSign(), let high = literal(.aNumber) else {
      return nil
    }
    let like = low.word.isEmpty ? high : low
    index = start
    guard let range = range(like: like) else { return nil }
    return (range.lowerBound, range.upperBound, like.word.isEmpty ? nil : like.unit)
  }

  /// `a..b`, each end counted like `value` where nothing stands behind it.
  private mutating func range(like value: Literal) -> ClosedRange<Rational>? {
    let start = tokens[index]
    guard let low = bound(like: value), takeRangeSign(), let high = bound(like: value) else {
      return nil
    }
    guard low <= high else {
      diagnostics.append(.emptyRange(at: place(start)))
      return nil
    }
    return low...high
  }

  private mutating func distance(like value: Literal) -> Rational? {
    let start = tokens[index]
    guard let step = bound(like: value) else { return nil }
    if step.signum <= 0 {
      diagnostics.append(.emptyStep(at: place(start)))
      return nil
    }
    return step
  }

  private mutating func bound(like value: Literal) -> Rational? {
    let start = tokens[index]
    guard let bound = literal(.aNumber) else { return nil }
    if bound.word.isEmpty { return (try? bound.value * value.scale) ?? bound.value }
    guard bound.unit == value.unit else {
      diagnostics.append(.differentUnits(bound.unit, value.unit, at: place(start)))
      return nil
    }
    return bound.value
  }

  private mutating func literal(_ expected: Phrase) -> Literal? {
    var parser = LiteralParser(tokens, from: index, at: origin, units: units)
    let literal = parser.parseSigned()
    diagnostics += parser.diagnostics
    index = parser.position
    if literal == nil {
      diagnostics.append(
        .unexpected(tokens[index].described, expected, nil, at: place(tokens[index])))
    }
    return literal
  }

  private mutating func take(_ keyword: Keyword) -> Bool {
    guard case .word(let word) = tokens[index].kind, Keyword(word) == keyword else { return false }
    index += 1
    return true
  }

  private func place(_ token: Token) -> Place {
    Place(path: origin.path, line: origin.line, column: token.column)
  }
}

/// Reads the short forms of `always`: `x whole` and `x in a..b`.
struct PropertyParser {
  private let tokens: [Token]
  private let origin: Place
  private let units: Units
  private let index: Int
  private(set) var diagnostics: [Diagnostic] = []

  init(_ tokens: [Token], from index: Int, at origin: Place, units: Units) {
    self.tokens = tokens
    self.index = index
    self.origin = origin
    self.units = units
  }

  /// The condition that the short form stands for, or nil where none stands there.
  mutating func parse(of subject: Expression) -> Expression? {
    guard case .word(let word) = tokens[index].kind else { return nil }
    switch Keyword(word) {
    case .whole where tokens[index + 1].kind == .end:
      return Expression(
        nodes: subject.nodes + subject.nodes + [
          apply(.call(.round), 1), apply(.compare(.equal), 2),
        ],
        place: subject.place)
    case .in:
      return lies(subject)
    default:
      return nil
    }
  }

  /// `subject >= low and subject <= high`; bounds without a unit are counted in the subject's.
  private mutating func lies(_ subject: Expression) -> Expression? {
    var parser = InputParser(tokens, from: index + 1, at: origin, units: units)
    let range = parser.literals()
    diagnostics += parser.diagnostics
    guard let range, tokens[parser.position].kind == .end else { return nil }
    return Expression(
      nodes: subject.nodes + [number(range.low, range.unit), apply(.compare(.greaterOrEqual), 2)]
        + subject.nodes + [number(range.high, range.unit), apply(.compare(.lessOrEqual), 2)]
        + [apply(.and, 2)],
      place: subject.place)
  }

  private func number(_ value: Rational, _ unit: Unit?) -> Expression.Node {
    Expression.Node(term: .number(value, unit), column: tokens[index].column)
  }

  private func apply(_ operation: Operation, _ count: Int) -> Expression.Node {
    Expression.Node(term: .apply(operation, arguments: count), column: tokens[index].column)
  }
}

extension Phrase {
  fileprivate static let aNumber = Phrase(zh: "数字", en: "a number")
}
