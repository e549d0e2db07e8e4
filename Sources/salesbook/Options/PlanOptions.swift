import ArgumentParser
import Diagnostics
import SalesMethod
import Workspace

/// The options of the commands that look at one person's plan.
struct PlanOptions: ParsableArguments {
  @Option(name: .long, help: "The member's id. (default: the only member)")
  var person: String?

  @Option(
    name: [.long, .customLong("month")],
    help: """
      What to plan: a month, a quarter or days, as 2026-12, 2026-Q4 or 2026-12-07..2027-01-15. \
      (default: the month of now)
      """,
    transform: periodValue)
  var period: Period?

  @Option(
    name: .long,
    help: "The day to plan for, as 2026-11-23. (default: SOURCE_DATE_EPOCH, else today)",
    transform: dayValue)
  var now: Day?

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      An earlier plan as json, or a folder of them: shows who moved between classes, and measures how \
      likely each class is to buy. May be given more than once; plans of others only add to the counts.
      """,
      valueName: "plan.json"),
    completion: .file())
  var since: [String] = []

  /// What is asked for.
  func request(_ shared: SharedOptions) throws -> PlanRequest {
    var request = PlanRequest(now: try requestedNow(now))
    request.source = shared.source
    request.person = person
    request.period = period
    request.earlier = try since.flatMap(earlierPlans)
    return request
  }

  /// Makes the plan, or says why there is none and ends with exit code 1.
  func plan(_ shared: SharedOptions) throws -> RequestedPlan {
    let read = try RequestedPlan.read(try request(shared))
    StandardStream.error(shared.diagnosticText.text(of: read.diagnostics))
    guard let plan = read.value else { throw ExitCode(1) }
    return plan
  }
}
