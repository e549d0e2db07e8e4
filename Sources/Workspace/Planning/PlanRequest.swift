package import Diagnostics
package import Pages
package import SalesMethod

/// Which plan is asked for: a workspace, a member, a month, and the day it is made.
package struct PlanRequest: Sendable {
  /// The folder of the workspace.
  package var source = "."
  /// The member's id; nil: the only one there is.
  package var person: String?
  /// What to plan; nil: the current month.
  package var period: Period?
  /// Plans as data that were kept earlier, anybody's: the classes are set beside the person's own
  /// latest of them, and all of them measure the chances of the classes.
  package var earlier: [SourceFile] = []
  /// When the plan is made.
  package var now: Now
  /// Hears what is read and planned.
  package var log = WorkLog.none

  /// Asks for the plan of the only member for the current month.
  package init(now: Now) { self.now = now }
}
