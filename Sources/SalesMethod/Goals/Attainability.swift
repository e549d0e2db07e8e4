/// How likely a target is to be reached, in the four steps of A2.
///
/// Source: the method's check A2: 90 % or more is perhaps too low a target, from 50 % it is achievable, from 10 %
/// a challenge, and below that not realistic.
///
///     Attainability(chance: 0.62)  // achievable
package enum Attainability: Int, Hashable, Sendable, CaseIterable {
  case unrealistic = 0
  case challenging = 10
  case achievable = 50
  case safe = 90

  /// The least chance of the step, in percent.
  package var leastPercent: Int { rawValue }

  /// The step that a chance from 0 to 1 lies on.
  package init(chance: Double) {
    self =
      Self.allCases.last { chance >= Double($0.leastPercent) / 100 } ?? .unrealistic
  }
}
