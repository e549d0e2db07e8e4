import ArgumentParser
import Diagnostics
import Phrases
import SalesMethod
import Workspace

/// The options of the commands that look at one person's plan.
struct PlanOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(zh: "成员的 id。（默认：唯一的成员）", en: "The member's id. (default: the only member)"))
  var person: String?

  @Option(
    name: [.long, .customLong("month")],
    help: ArgumentHelp(
      zh: "计划的期间：月、季度或日期范围，例如 2026-12、2026-Q4 或 2026-12-07..2027-01-15。（默认：本月）",
      en: "The period to plan: a month, a quarter or days, such as 2026-12, 2026-Q4 or "
        + "2026-12-07..2027-01-15. (default: the current month)"),
    transform: periodValue)
  var period: Period?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "以哪一天为准，例如 2026-11-23。（默认：SOURCE_DATE_EPOCH，否则今天）",
      en: "The day to plan for, such as 2026-11-23. (default: SOURCE_DATE_EPOCH, else today)"),
    transform: dayValue)
  var now: Day?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "以前保存的 json 计划，或存放它们的文件夹：显示谁的类别变了，并实测各类客户的下单机会。"
        + "可以写多次；别人的计划只计入次数。",
      en: "An earlier plan as json, or a folder of them: shows who moved between classes, and "
        + "measures how likely each class is to buy. May be given more than once; plans of "
        + "others only add to the counts.",
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
