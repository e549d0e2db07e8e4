/// A day of a plan.
package struct PlanDay: Hashable, Sendable {
  /// The day and why it may differ from the plain week.
  package let calendar: CalendarDay
  /// Whether the person works on it: a working day that is no day off of their own.
  package let isWorked: Bool
  /// Whether it lies before the day of planning.
  package let isPast: Bool
  /// The quota of each stage of the funnel, in order; empty where there is no workload.
  package let quotas: [Int]
  /// The visits to known customers.
  package let visits: [PlannedVisit]
  /// The time of all that is laid on the day: every stage of the funnel and the visits.
  package let load: WorkingTime
  /// The time there is.
  package let cap: WorkingTime

  /// The day.
  package var day: Day { calendar.day }
  /// Whether more is laid on the day than there is time for.
  package var isOverCap: Bool { load > cap }
  /// The new contacts of the day.
  package var newContacts: Int { quotas.first ?? 0 }
}

/// A visit on a day.
package struct PlannedVisit: Hashable, Sendable {
  /// The customer's id.
  package let customer: String
  package let name: String
  package let customerClass: CustomerClass
  package let time: WorkingTime
}
