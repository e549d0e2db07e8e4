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

  @OptionGroup var dates: DateOptions

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
    var request = PlanRequest(now: try dates.day.requested())
    request.source = shared.source
    request.person = person
    request.period = dates.period
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
