/// When waits that begin together are old enough to be judged.
///
/// Ages are not merged here: where many have waited for long and nobody ordered, nobody need be waited
/// for. Only the oldest ages, which few have reached, are counted together, until five have.
struct Maturity: Hashable, Sendable {
  /// By age in days: the share of all who wait that has ordered.
  private let ordered: [Double]

  /// Waits are judged once so much of the orders of a year has come.
  static let whole = 0.9

  /// Orders within so many days are all that are waited for.
  static let horizon = 365
  /// So many waits must have been at risk at the oldest ages.
  static let leastWaits = 5

  /// Nil where too few orders are known.
  ///
  ///     // 100 of 1,000 on days 0–7, then 900 wait 30 days each without one
  ///     Maturity(tally)?.age(bringing: 0.9)  // 7
  init?(_ tally: AgeTally) {
    guard tally.events >= LifeTable.leastEvents else { return nil }
    let bins = tally.bins
    let oldest = bins.indices.last { first in
      bins[first...].reduce(bins[first].continued) { $0 + $1.entered } >= Self.leastWaits
    }
    var hazards = bins.map { Self.hazard(won: $0.won, days: $0.days) }
    let first = oldest ?? 0
    let tail = bins[first...]
    let rest = Self.hazard(
      won: tail.reduce(0) { $0 + $1.won }, days: tail.reduce(0) { $0 + $1.days })
    for bin in tail.indices { hazards[bin] = rest }
    ordered = Self.ordered(hazards)
  }

  private static func hazard(won: Int, days: Int) -> Double {
    days > 0 ? min(1, Double(won) / Double(days)) : 0
  }

  /// The age in days by which a share of the orders of a year has come.
  func age(bringing share: Double) -> Int {
    let wanted = share * (ordered.last ?? 0)
    return ordered.firstIndex { $0 >= wanted } ?? Self.horizon
  }

  private static func ordered(_ hazards: [Double]) -> [Double] {
    var left = 1.0
    return (0...horizon).map { age in
      left *= 1 - hazards[AgeBins.bin(of: age)]
      return 1 - left
    }
  }
}
