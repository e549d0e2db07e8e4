import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook explain`.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "说明计划中某个类别或数字从何而来。",
      en: "Explains where a class or a number in a plan comes from."
    ).spoken,
    discussion: Phrase(
      zh: """
        WHAT 是客户的 id 或名称、目标的 id，或 salesbook plan --format json 所打印的计划中的键：\
        各级用点连接，列表中的一项用它的 id、阶段、日期或客户来指明。outlook 或 workload.hours 这样的一组\
        整个回答；计划中没有的键，给出最接近的。

        回答包括规则、所用的数、怎样会改变它，以及它所依据的各表的行。

        示例：
          salesbook explain 云杉公司
          salesbook explain workload.stages.contact.mean --person qian
          salesbook explain outlook.quantiles.0.5 --month 2026-12
          salesbook explain layout.days.2026-12-01.load
          salesbook explain customers.C0042.valueTier.share
        """,
      en: """
        WHAT is a customer's id or name, a goal's id, or a key of the plan as salesbook plan --format \
        json prints it: members joined by dots, and what stands in a list named by its id, stage, day \
        or customer. A group such as outlook or workload.hours is answered as a whole; a key that \
        the plan does not have gets the nearest one, or the list of all.

        The answer is the rule, what was put in, what would change it, and the rows of the tables it \
        came from.

        Examples:
          salesbook explain 云杉公司
          salesbook explain workload.stages.contact.mean --person qian
          salesbook explain outlook.quantiles.0.5 --month 2026-12
          salesbook explain layout.days.2026-12-01.load
          salesbook explain customers.C0042.valueTier.share
        """
    ).spoken)

  @Argument(
    help: ArgumentHelp(
      zh: "客户的 id 或名称、目标的 id，或计划中的键。",
      en: "A customer's id or name, a goal's id, or a key of the plan."))
  var what: String

  @OptionGroup var options: PlanOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let requested = try options.plan(shared)
    let found = requested.explain(what)
    StandardStream.error(shared.diagnosticText.text(of: found.diagnostics))
    guard let explanation = found.value else { throw ExitCode(1) }
    StandardStream.output(explanationText(explanation, in: shared.language))
  }
}
