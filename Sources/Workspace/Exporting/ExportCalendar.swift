import Book
import Diagnostics
import PlanData

/// What to write a calendar of, and whether what is there may be lost.
package struct CalendarRequest: Sendable {
  /// Whose plan, and for which period.
  package var plan: PlanRequest
  /// Whether a file that is no calendar of ours is replaced.
  package var force = false

  /// Asks for a plan's calendar.
  package init(plan: PlanRequest) { self.plan = plan }
}

/// Writes a member's plan as a calendar file: visits, what each day asks for, and what is due.
///
/// Nothing is written where anything is an error; a file that is there is replaced in one step where it
/// is a calendar of ours. Throws what the machine fails at.
package func exportCalendar(_ request: CalendarRequest, to path: String) throws -> ExportReport {
  var report = ExportReport()
  let read = try DeskInput.read(request.plan, from: WorkspaceInput.read(request.plan))
  report.diagnostics += read.diagnostics
  guard let input = read.value, !report.diagnostics.hasErrors else { return report }
  let made = input.plan(of: request.plan.person)
  report.diagnostics = (report.diagnostics + made.diagnostics).withoutRepeats()
  guard let requested = made.value, !report.diagnostics.hasErrors else { return report }
  let calendar = CalendarFile(
    of: requested.plan, in: requested.language, zone: input.request.zone,
    made: input.request.asOf)
  try ExportPlace(path).put(
    calendar.bytes, force: request.force, ours: CalendarFile.isOurs, &report)
  return report
}
