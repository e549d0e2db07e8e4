/// A set of rules for a trade: this project's reading of what is published of it, to begin with and
/// to change.
package struct MethodPreset: Hashable, Sendable {
  /// The name in the settings.
  package let name: String
  package let man: ManRule
  package let cadence: Cadence

  /// All presets.
  package static let all = [standard, variant5Tier, pharmaChina, b2bSlow, auto4S]

  /// The table 1-3-3-1 with the default cadence.
  package static let standard = MethodPreset(
    name: "standard-1331", man: ManRule(), cadence: Cadence())

  /// The five-tier reading of MAN: MaN and single letters are C.
  package static let variant5Tier = MethodPreset(
    name: "variant-5tier", man: ManRule(scheme: .variant5Tier), cadence: Cadence())

  /// Pharmaceutical representatives in China: many short visits.
  package static let pharmaChina = MethodPreset(
    name: "pharma-cn", man: ManRule(),
    cadence: Cadence(
      a: visits(6, gap: 2, hours: 500), b: visits(3, gap: 5, hours: 500),
      c: visits(1, gap: 12, hours: 500)))

  /// Business customers with a long cycle: every second week, every fourth, the rest by phone.
  package static let b2bSlow = MethodPreset(
    name: "b2b-slow", man: ManRule(near: .days(60), mid: 180),
    cadence: Cadence(
      a: visits(2, gap: 8, hours: 2000), b: visits(1, gap: 15, hours: 2000),
      c: visits(0, gap: 60, hours: 500)))

  /// Car dealers: decided within two weeks or a month.
  package static let auto4S = MethodPreset(
    name: "auto-4s", man: ManRule(near: .days(15), mid: 30),
    cadence: Cadence(
      a: visits(4, gap: 2, hours: 500), b: visits(2, gap: 5, hours: 500),
      c: visits(1, gap: 10, hours: 250)))

  private static func visits(_ count: Int, gap: Int, hours thousandths: Int) -> Cadence.Visits {
    Cadence.Visits(
      perMonth: count, gap: gap, time: WorkingTime(thousandthsOfHour: thousandths))
  }
}
