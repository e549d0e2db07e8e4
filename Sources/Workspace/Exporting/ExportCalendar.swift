import Book
import Desk
import Diagnostics
import Pages
import PlanData
import Rulebook
import SalesMethod

/// What to write a calendar of, and whether what is there may be lost.
package struct CalendarRequest: Sendable {
  /// Whose plan, and for which period.
  package var plan: PlanRequest
  /// The team whose calendar it is, and for whom; nil for one person's.
  package var team: Team?
  /// Whether a file that is no calendar of ours is replaced.
  package var force = false

  /// A team's calendar.
  package struct Team: Hashable, Sendable {
    /// The team's id.
    package let id: String
    /// Whether it is for all of the team: then it holds sums, and neither people nor customers.
    package let isForAll: Bool

    /// The calendar of a team, for who leads it or for all of it.
    package init(id: String, isForAll: Bool) {
      self.id = id
      self.isForAll = isForAll
    }
  }

  /// Asks for a plan's calendar.
  package init(plan: PlanRequest) { self.plan = plan }
}

/// Writes a member's plan, or those of a team, as a calendar file: visits, what each day asks for, and what
/// is due.
///
/// Nothing is written where anything is an error; a file that is there is replaced in one step where it
/// is a calendar of ours. Throws what the machine fails at.
package func exportCalendar(_ request: CalendarRequest, to path: String) throws -> ExportReport {
  var report = ExportReport()
  let read = try DeskInput.read(request.plan, from: WorkspaceInput.read(request.plan))
  report.diagnostics += read.diagnostics
  guard let input = read.value, !report.diagnostics.hasErrors else { return report }
  if let team = request.team {
    let made = input.calendar(of: team)
    report.diagnostics += made.diagnostics
    guard let calendar = made.value, !report.diagnostics.hasErrors else { return report }
    try ExportPlace(path).put(
      calendar.bytes, force: request.force, ours: CalendarFile.isOurs, &report)
    return report
  }
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

extension DeskInput {
  /// A team's calendar; nil, with the reason, where there is none.
  fileprivate func calendar(of team: CalendarRequest.Team) -> Parsed<CalendarFile?> {
    guard desk.teamIds.contains(team.id) else {
      return Parsed(nil, [.unknownTeam(team.id, known: desk.teamIds)])
    }
    let audience: Audience = team.isForAll ? .team : .manager
    let reader = Reader(of: Tree(name: "", edition: nil, audience: audience))
    let name = desk.teamName(team.id)
    let (language, zone, made) = (workspace.settings.language, request.zone, request.asOf)
    let calendar =
      team.isForAll
      ? desk.sums(ofTeam: team.id, for: reader).map { sums in
        let isTold = sums.coverage.limits?.people != 0
        return CalendarFile(
          of: isTold ? sums.summary.days : [], team: name, id: team.id, in: language, zone: zone,
          period: request.period, made: made)
      }
      : desk.plans(ofTeam: team.id, for: reader).map { plans in
        CalendarFile(
          of: plans, team: name, in: language, zone: zone, period: request.period, made: made)
      }
    switch calendar {
    case .success(let calendar): return Parsed(calendar)
    case .failure(let problem): return Parsed(nil, [diagnostic(of: problem)])
    }
  }
}
