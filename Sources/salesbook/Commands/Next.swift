import ArgumentParser
import Diagnostics
import Phrases
import SalesMethod
import Workspace

/// `salesbook next`.
struct Next: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "把工作区转到下一个月。",
      en: "Takes the workspace on to the next month."
    ).spoken,
    discussion: Phrase(
      zh: """
        把已生成的本月页面收进 Archive，以后每次生成都带上，并附目录；在 Content/data 里新写一个目标文件，\
        目标按以往的销售推算，等你定；把 salesbook.yaml 的 period 改为下一个月（旧的另存）；把当天的计划\
        留存在 Plans，以后好和实际对照。数据文件不改：新的导出直接放进 Content/data。

        示例：
          salesbook next -s my-plan
          salesbook next -s my-plan --goal 35万
        """,
      en: """
        Takes the published pages of this month into Archive, from where every build takes them along, \
        with a list; writes a new file of goals into Content/data, worked out from past sales for you to \
        decide on; sets the period in salesbook.yaml to the next month, keeping the old file; and keeps \
        the plan as it is on this day in Plans, to set beside what comes. No data file is changed: put \
        new exports into Content/data.

        Examples:
          salesbook next -s my-plan
          salesbook next -s my-plan --goal 350000
        """
    ).spoken)

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "下个月的目标销售额，例如 350000 或 35万。（默认：按以往推算）",
      en: "The next month's sales target, as 350000. (default: worked out from the past)"),
    transform: targetValue)
  var goal: Int?

  @OptionGroup var day: DayOption

  @Flag(
    name: .long,
    help: ArgumentHelp(zh: "只说要做什么，不写文件。", en: "Say what would be done; write nothing."))
  var dryRun = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var request = NextRequest(now: try day.requested())
    request.source = shared.source
    request.target = goal
    let read = try NextPeriod.read(request)
    StandardStream.error(shared.diagnosticText.text(of: read.diagnostics))
    if read.diagnostics.hasErrors { throw ExitCode(1) }
    guard let next = read.value else { return }
    var said = next.said
    if !dryRun {
      let written = try next.write(request)
      StandardStream.error(shared.diagnosticText.text(of: written.diagnostics))
      said += written.value
      if written.diagnostics.hasErrors { throw ExitCode(1) }
    }
    if shared.quiet { return }
    StandardStream.output(said.map { shared.said($0) + "\n" }.joined())
    let command = "salesbook build -s \(shellQuoted(shared.source))"
    StandardStream.output(
      shared.said(
        dryRun
          ? Phrase(zh: "什么都没有写入。\n", en: "Nothing was written.\n")
          : Phrase(zh: "下一步：\n  \(command)\n", en: "Next:\n  \(command)\n")))
  }
}
