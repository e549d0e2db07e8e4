/// The class of a customer and everything that led to it, so that a person can check it by hand.
package struct Classification: Hashable, Sendable {
  /// The class: the worse of the base class and what the date allows.
  package let customerClass: CustomerClass
  /// The class by the letters alone, an unknown letter read as lacking; a company's own rule reads it as
  /// unknown.
  package let base: CustomerClass
  /// The class by the letters alone if every unknown letter became a yes.
  package let potential: CustomerClass
  /// The three letters.
  package let readings: LetterReadings
  /// The expected close date.
  package let close: CloseReading
  /// Flags that decided the class before any letter.
  package let flags: [Customer.Flag]
  /// The rule it was made by.
  package let rule: ManRule
  /// The mean score: it sorts within a class and never decides one (but in the sum scheme).
  package let rank: RankInterval

  /// Applies the rule: flags first, then the letters, then the date.
  package init(
    _ readings: LetterReadings, close: CloseReading, flags: [Customer.Flag] = [], rule: ManRule
  ) {
    self.readings = readings
    self.close = close
    self.flags = flags
    self.rule = rule
    let known = Self.base(readings, unknownAsYes: false, rule: rule)
    let hasUnknown = !readings.letters(.unknown).isEmpty
    base = flags.isEmpty ? (hasUnknown ? min(known, rule.leastUnknown) : known) : .d
    potential = flags.isEmpty ? Self.base(readings, unknownAsYes: true, rule: rule) : .d
    customerClass = base == .d ? .d : max(base, close.cap)
    rank = RankInterval(
      lowest: Self.rank(readings, unknown: 0, on: rule.scale),
      highest: Self.rank(readings, unknown: 1000, on: rule.scale))
  }

  /// The letters nobody knows yet: what to ask next.
  package var missing: [Letter] { readings.letters(.unknown) }

  private static func base(
    _ readings: LetterReadings, unknownAsYes: Bool, rule: ManRule
  ) -> CustomerClass {
    switch rule.scheme {
    case .letters(let table):
      func has(_ reading: LetterReading) -> Bool {
        reading.state == .yes || unknownAsYes && reading.state == .unknown
      }
      return table.customerClass(
        money: has(readings.money), authority: has(readings.authority), need: has(readings.need))
    case .sum(let bands):
      let heights = readings.all.map {
        $0.height(on: rule.scale, unknown: unknownAsYes ? 1000 : 0)
      }
      return bands.customerClass(thousandths: heights.reduce(0, +) / 3)
    case .rule(let table):
      return table.customerClass(readings, unknownAsYes: unknownAsYes, on: rule.scale)
    }
  }

  private static func rank(
    _ readings: LetterReadings, unknown: Int, on scale: LetterScale
  ) -> Rational {
    let heights = readings.all.map { $0.height(on: scale, unknown: unknown) }
    return Rational(heights.reduce(0, +), over: 3000) ?? .zero
  }
}

/// Where the mean of the three scores lies, from 0 to 1, while some letters are unknown.
package struct RankInterval: Hashable, Sendable {
  /// With every unknown letter at the bottom of the scale.
  package let lowest: Rational
  /// With every unknown letter at the top.
  package let highest: Rational
}
