/// What to tell the manager about a plan that does not fit: one paragraph, ready to print.
package struct ManagerMessage: Hashable, Sendable {
  package let target: Money
  package let hours: HoursBalance
  package let shortfall: Shortfall
  /// The first contacts that fit.
  package let feasibleContacts: Int
  /// The chance to reach the target with them, if a forecast could be made.
  package let probability: Double?
}
