/// A conversion as it was counted: so many successes in so many trials.
///
/// It stays a pair of whole numbers: eight customers at 12 of 36 need ⌈8·36/12⌉ = 24 proposals,
/// where 8/0.3333333 would ask for 25.
package struct Rate: Hashable, Sendable {
  /// How many went on.
  package let successes: Int
  /// How many there were.
  package let trials: Int

  package init(successes: Int, trials: Int) {
    self.successes = successes
    self.trials = trials
  }

  /// Successes over trials; nil without a trial.
  package var share: Rational? { Rational(successes, over: trials) }

  /// The pair that back-solving may divide by: itself, or the Jeffreys mean as whole numbers where
  /// nothing succeeded yet.
  ///
  /// Nil without a trial.
  ///
  ///     Rate(successes: 0, trials: 5).working  // 1 in 12
  package var working: Rate? {
    guard trials > 0 else { return nil }
    if successes > 0 { return self }
    let (doubled, overflow) = trials.multipliedReportingOverflow(by: 2)
    return overflow || doubled > .max - 2 ? nil : Rate(successes: 1, trials: doubled + 2)
  }

  /// How many trials so many successes need, rounded up to whole ones.
  ///
  ///     try Rate(successes: 29, trials: 100).trials(for: 145)  // 500
  package func trials(for wanted: Int) throws(MethodFailure) -> Int {
    guard let needed = Rational(try product(wanted, trials), over: successes) else {
      throw .overflow
    }
    return needed.ceiling
  }

  /// How many successes so many trials lead to, rounded up to whole ones.
  ///
  ///     try Rate(successes: 96, trials: 240).successes(of: 245)  // 98
  package func successes(of made: Int) throws(MethodFailure) -> Int {
    guard let expected = Rational(try product(made, successes), over: trials) else {
      throw .overflow
    }
    return expected.ceiling
  }
}
