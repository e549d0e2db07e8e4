import ArgumentParser
import OrderedJSON
import Phrases
import PlanData
import SalesMethod
import Workspace

/// `salesbook plan`.
struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "打印一个人的月度计划。",
      en: "Prints one person's plan for a month."
    ).spoken,
    discussion: Phrase(
      zh: """
        读取工作区的数据表，打印目标、目标从何而来、各阶段的工作量和用时；用 json 时打印计划页面上的\
        全部内容。不写任何文件。

        示例：
          salesbook plan -s my-plan --month 2026-12
          salesbook plan --person qian --format json > plan.json
          salesbook plan --person qian --month 2026-12 --since plan.json
        """,
      en: """
        Reads the workspace's tables and prints the goals, where the target comes from, the work of \
        each stage and its hours; as json everything that the plan's pages show. Nothing is written.

        Examples:
          salesbook plan -s my-plan --month 2026-12
          salesbook plan --person qian --format json > plan.json
          salesbook plan --person qian --month 2026-12 --since plan.json
        """
    ).spoken)

  @OptionGroup var options: PlanOptions

  @Option(
    name: .long, help: ArgumentHelp(zh: "怎样打印：text 或 json。", en: "How to print: text, or json."))
  var format = MakingOptions.Format.text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let requested = try options.plan(shared)
    switch format {
    case .text: StandardStream.output(requested.text(in: shared.language))
    case .json:
      let data = planJSON(
        requested.plan, in: requested.language, classes: requested.classes,
        checks: requested.checks)
      StandardStream.output(data.text(indented: true) + "\n")
    }
  }
}
