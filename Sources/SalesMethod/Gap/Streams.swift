/// Where the target comes from: what is sold already, what is open, what existing customers will
/// order again, and the gap that new customers must fill.
///
/// The parts add up to the target.
package struct Streams: Codable, Hashable, Sendable {
  /// The target.
  package let target: Money
  /// Net orders of the period before the day of planning.
  package let achieved: Money
  /// The expected worth, in the period, of the deals that are open.
  package let openPipeline: Money
  /// The expected worth, in the period, of what existing customers order again.
  package let repeats: Money
  /// The expected worth, in the period, of first orders of those contacted already.
  package let inProgress: Money
  /// The part of a usual month that counts where nothing else can be expected.
  package let other: Money
  /// What is left for new customers: never below nothing.
  package let gap: Money
  /// What the other parts exceed the target by, where they do.
  package let surplus: Money

  init(
    target: Money, achieved: Money, openPipeline: Money, repeats: Money,
    inProgress: Money = .zero, other: Money = .zero
  ) throws(MethodFailure) {
    self.target = target
    self.achieved = achieved
    self.openPipeline = openPipeline
    self.repeats = repeats
    self.inProgress = inProgress
    self.other = other
    let parts = try total([achieved, openPipeline, repeats, inProgress, other])
    let left = try sum(target.hundredths, product(parts.hundredths, -1))
    gap = Money(hundredths: max(0, left))
    surplus = Money(hundredths: max(0, -left))
  }
}
