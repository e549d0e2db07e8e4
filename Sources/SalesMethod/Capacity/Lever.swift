/// One thing that could be changed, alone, to make a plan fit into the hours there are.
package struct Lever: Codable, Hashable, Sendable {
  package enum Kind: Codable, Hashable, Sendable {
    case dealSize
    case repeats
    /// The conversion of one step of the funnel.
    case conversion(from: String, to: String)
    /// More hours, or more people.
    case hours
    /// A later end of the period.
    case endDate
    /// No visits to customers of class C and D.
    case lowClassVisits
  }

  package enum Effect: Codable, Hashable, Sendable {
    /// It suffices to multiply by this.
    case times(Rational)
    /// It suffices to end on this day.
    case until(Day)
    /// It suffices and frees this much.
    case frees(WorkingTime)
    /// Alone it is not enough.
    case insufficient
  }

  package let kind: Kind
  package let effect: Effect

  /// Whether it suffices alone.
  package var closes: Bool { effect != .insufficient }
}
