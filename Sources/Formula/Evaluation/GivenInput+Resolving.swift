import Diagnostics
import Phrases

extension GivenInput {
  /// The input with the value that the name stands for here; nil where it cannot have one, which is
  /// put to `found`.
  ///
  /// A limit with `%` is a part of the value, unless the value is a percentage itself; it is widened
  /// to whole steps where the step is none. Limits give way to the value: what the data say is never outside of them. A name whose value nobody knows
  /// yet gives an empty field without limits that are parts of it.
  ///
  ///     // goal.amount is 350000 元
  ///     // ? goal.amount 万元 in 50%..150%  → 350000, counted in 万元, from 175000 to 525000
  func resolved(_ entry: Scope.Entry, _ found: inout [Diagnostic]) -> Input? {
    guard case .number(let known) = entry.kind else {
      if entry.kind != .unknown {
        found.append(.wrongKind(entry.kind, Phrase(zh: "数字", en: "a number"), at: place))
      }
      return nil
    }
    guard !entry.isComputed else {
      found.append(.computedInput(name, definedAt: entry.place, at: place))
      return nil
    }
    let unit = known ?? .none
    if let counted, counted.unit != unit {
      found.append(.differentUnits(unit, counted.unit, at: place))
      return nil
    }
    let isPercentage = counted?.word == "%" || counted == nil && entry.style == .percent
    let field = Counting(
      value: entry.outcome.number, unit: unit,
      scale: isPercentage ? Rational(1, over: 100) : counted?.scale ?? Rational(1),
      word: isPercentage ? "%" : counted?.word ?? unit.description)
    return Input(
      value: field.value, unit: unit, scale: field.scale, unitWord: field.word,
      bounds: range(field, &found), step: distance(field, &found))
  }

  /// What the field of a resolved input counts.
  private struct Counting {
    let value: Rational?
    let unit: Unit
    let scale: Rational
    let word: String

    /// Whether a limit is a part of the value, not a value.
    func isPart(_ literal: Literal) -> Bool { literal.word == "%" && word != "%" }
  }

  private func range(_ field: Counting, _ found: inout [Diagnostic]) -> ClosedRange<Rational>? {
    guard let bounds, var low = limit(bounds.low, field, at: bounds.place, &found),
      var high = limit(bounds.high, field, at: bounds.place, &found)
    else { return nil }
    // Parts of a value are seldom round numbers.
    if let step, !field.isPart(step), let step = limit(step, field, at: place, &found) {
      if field.isPart(bounds.low) { low = Self.whole(low, .down, step) }
      if field.isPart(bounds.high) { high = Self.whole(high, .up, step) }
    }
    let value = field.value ?? low
    let (least, most) = (min(low, high, value), max(low, high, value))
    // Parts of nothing: a field between 0 and 0 could not be changed.
    return least < most ? least...most : nil
  }

  private static func whole(_ limit: Rational, _ rounding: Rounding, _ step: Rational) -> Rational {
    (try? limit.rounded(rounding, toMultipleOf: step)) ?? limit
  }

  private func distance(_ field: Counting, _ found: inout [Diagnostic]) -> Rational? {
    guard let step, let distance = limit(step, field, at: place, &found) else { return nil }
    let length = distance.signum < 0 ? -distance : distance
    return length.signum == 0 ? nil : length
  }

  /// A limit in base units; nil where it is a part of a value that nobody knows.
  private func limit(
    _ literal: Literal, _ field: Counting, at place: Place, _ found: inout [Diagnostic]
  ) -> Rational? {
    if literal.word.isEmpty { return try? literal.value * field.scale }
    if field.isPart(literal) { return field.value.flatMap { try? literal.value * $0 } }
    guard literal.unit == field.unit else {
      let wrong = Diagnostic.differentUnits(literal.unit, field.unit, at: place)
      if !found.contains(wrong) { found.append(wrong) }
      return nil
    }
    return literal.value
  }
}

extension Diagnostic {
  static func computedInput(_ name: String, definedAt first: Place?, at place: Place) -> Diagnostic
  {
    let what = Phrase(
      zh: "输入不能从计算出来的“\(name)”开始",
      en: "an input cannot start at “\(name)”, which is computed")
    return Diagnostic(
      id: "formula.input-name", at: place,
      first.map { Phrase(zh: "\(what)（在 \($0.description)）", en: "\(what), at \($0.description)") }
        ?? what,
      expected: Phrase(
        zh: "数据、设置或页首里的名字", en: "a name of the data, of the settings or of the head of the page"),
      fix: Phrase(
        zh: "在 ? 后面写上值，或让公式直接用“\(name)”",
        en: "write the value behind ?, or let the formulas use “\(name)” itself"))
  }
}
