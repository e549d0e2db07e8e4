/// Why a plan cannot be computed at all.
///
/// Data that is merely missing is no failure: the plan says so in its notes.
package enum MethodFailure: Error, Hashable, Sendable {
  /// A number grew beyond what whole arithmetic holds.
  case overflow
  /// Neither the built-in calendar nor the workspace's `calendar` table knows this year.
  case yearWithoutCalendar(Int)
  /// The year's holidays are not announced yet, and the settings ask for official ones only.
  case provisionalYear(Int)
  /// There is no member of this id.
  case unknownMember(String)
  /// There is no team of this id.
  case unknownTeam(String)
  /// The settings name no stage, or one only: there is nothing to convert.
  case funnelTooShort
  /// There is nothing in the plan by this name.
  case nothingToExplain(String)
}
