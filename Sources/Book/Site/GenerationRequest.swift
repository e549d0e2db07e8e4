package import PlanData
package import Rulebook
package import SalesMethod

/// What of the site to make, and for which day: all that comes from outside the workspace.
package struct GenerationRequest: Sendable {
  /// The period of plans whose page names none.
  package var period: Period
  /// The day the plans are made.
  package var asOf: Day
  /// The trees to make by their names; nil for all.
  package var trees: [String]?
  /// The one person whose plan to make; nil for all.
  package var person: String?
  /// How many tasks work at once.
  package var jobs: Int
  /// The day of the course, which what follows it is dated by; nil: not known.
  package var courseDay: Day?
  /// The paper to print on; nil for what the settings say.
  package var paper: Paper?
  /// The clocks of the workspace, for calendar files.
  package var zone = CalendarZone.china

  /// Makes a request.
  package init(
    period: Period, asOf: Day, trees: [String]? = nil, person: String? = nil, jobs: Int = 1
  ) {
    self.period = period
    self.asOf = asOf
    self.trees = trees
    self.person = person
    self.jobs = jobs
  }
}
