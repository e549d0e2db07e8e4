/// What a plan comes to, in one word: the first that fits.
package struct Verdict: Codable, Hashable, Sendable {
  package enum Standing: String, Codable, Hashable, Sendable, CaseIterable {
    /// 超负荷: more hours are needed than there are.
    case overCapacity = "over_capacity"
    /// 无法判断: past months do not bear a chance.
    case cannotSay = "cannot_say"
    /// 来不及: the chance by the end is below a tenth.
    case tooLate = "too_late"
    /// 有风险: the chance is below a half, or the hours are nearly full.
    case atRisk = "at_risk"
    /// 可行.
    case onTrack = "on_track"
  }

  package enum Reason: Codable, Hashable, Sendable {
    case hours(needed: WorkingTime, available: WorkingTime)
    case unsaid(PeriodOutlook.Chance)
    case chance(Double)
    /// Hours needed over hours there are.
    case load(Rational)
    /// The target is won already.
    case reached
  }

  /// The one thing that would help most.
  package enum Help: Codable, Hashable, Sendable {
    /// A change that makes the hours suffice, alone.
    case lever(Lever)
    /// To win this deal by the end; the chance of the target with it won.
    case win(Deal, chance: Double)
    /// So many more first contacts; the chance of the target with them.
    case contacts(Int, chance: Double)
    /// Nothing of the work left raises the chance by a point: the amount that has an even chance, to talk
    /// about with whoever set the target.
    case talk(even: Money)
  }

  package let standing: Standing
  package let reason: Reason
  /// Nil where nothing can be named.
  package let help: Help?

  /// Below this chance it is too late.
  static let late = 0.1
  /// Below this chance a plan is at risk.
  static let even = 0.5
  /// What raises the chance by less is no help.
  static let leastHelp = 0.01
}
