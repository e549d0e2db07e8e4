import ArgumentParser
import Phrases
import SalesMethod
import Workspace

/// `salesbook export ics`.
struct ExportICS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ics",
    abstract: Phrase(
      zh: "把计划写成日历文件，导入手机或电脑的日历。",
      en: "Writes a plan as a calendar file for a phone or a desk."
    ).spoken,
    discussion: Phrase(
      zh: """
        从计划当天起：每次拜访排在当天九点以后，写着下一步和在谈的商机；每天要做的数量、目标的节点和到期日、\
        商机的预计成交日是全天的事项。没有提醒。同一件事每次导出的编号不变，再次导入会替换上一次的。

        --team 把一个团队每个人的计划写进一个日历，给带队的人；客户写名字还是代号，由设置里的 fields 决定。\
        加上 --for-all 就是给全队看的：只有每天的合计，没有人名，也没有客户。

        示例：
          salesbook export ics my-plan -o plan.ics --month 2026-12
          salesbook export ics -o qian.ics --person qian --month 2026-12
          salesbook export ics -o east.ics --team east --month 2026-12
        """,
      en: """
        From the day of planning on: each visit at a time of its day, from nine o'clock, with the next \
        step and the open deals; what a day asks for, the milestones and ends of goals and the days \
        deals are expected to close as events of the whole day. There are no alarms. The same event \
        keeps its id, so that importing a later file replaces the earlier one.

        --team writes the plans of all in a team into one calendar for who leads it; whether customers \
        stand in it by name or under codes, fields in the settings says. With --for-all it is for the \
        whole team: sums by day, and neither people nor customers.

        Examples:
          salesbook export ics my-plan -o plan.ics --month 2026-12
          salesbook export ics -o qian.ics --person qian --month 2026-12
          salesbook export ics -o east.ics --team east --month 2026-12
        """
    ).spoken)

  @OptionGroup var export: ExportOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(zh: "要写的日历文件。", en: "The calendar file to write."),
    completion: .file(extensions: ["ics"]))
  var output: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "团队的 id：团队里每个人的计划写进一个日历。",
      en: "A team's id: the plans of all in it, in one calendar."))
  var team: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "给全队看的：只有每天的合计，没有人名和客户。",
      en: "For the whole team: sums by day, without people and customers."))
  var forAll = false

  @OptionGroup var options: PlanOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if team != nil && options.person != nil {
      throw ValidationError(
        zh: "--team 不能与 --person 一起用。", en: "--team cannot be given together with --person.")
    }
    if forAll && team == nil {
      throw ValidationError(
        zh: "--for-all 要和 --team 一起用。", en: "--for-all needs --team.")
    }
  }

  func run() throws {
    let shared = export.settled(shared)
    var request = CalendarRequest(plan: try options.request(shared))
    request.force = export.force
    request.team = team.map { CalendarRequest.Team(id: $0, isForAll: forAll) }
    try ExportOptions.say(try exportCalendar(request, to: output), shared)
  }
}
