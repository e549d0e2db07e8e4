import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook forget`.
struct Forget: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "从存档和保留的旧版里去掉一个人或一家客户的资料。",
      en: "Takes a person's or a customer's data out of what was kept."
    ).spoken,
    discussion: Phrase(
      zh: """
        在存档（archive）、保存的计划（kept_plans）和 --to 那里保留的旧版里，查找这个人的姓名和编号，\
        或者这家客户的名称、编号、联系人、电话、地址、备注、商机和订单的编号。页面里的抹去；抹不干净的文件、\
        这个人自己的文件夹、含有这些内容的旧版，整个删除。删掉了什么、还剩什么，都会列出来。删除不能撤销，\
        先用 --dry-run 看一看。表和读者现在看到的一版不动。

        示例：
          salesbook forget --customer C0101 --to /srv/plans --dry-run
          salesbook forget --person qian --to /srv/plans
          salesbook forget --value 云杉贸易 --value 13912345678
        """,
      en: """
        Looks through the archive, the kept plans and the releases kept in --to: for the name and id of a \
        person, or the names, ids, contacts, telephone numbers, addresses and notes of a customer. They are \
        taken out of pages; a file that cannot be cleaned, a person's own folder and a release that holds \
        any of it are removed whole. What was removed and what is left is told. It cannot be undone: look \
        with --dry-run first. The tables, and the release that readers see, stay as they are.

        Examples:
          salesbook forget --customer C0101 --to /srv/plans --dry-run
          salesbook forget --person qian --to /srv/plans
          salesbook forget --value 'Spruce Trading' --value 13912345678
        """
    ).spoken)

  @Option(name: .long, help: ArgumentHelp(zh: "成员的 id。", en: "A member's id."))
  var person: String?

  @Option(name: .long, help: ArgumentHelp(zh: "客户的编号或名称。", en: "A customer's id or name."))
  var customer: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "表里已经没有的姓名、名称或电话，可写多次。",
      en: "A name or number that no table has any more; can be given again."))
  var value: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(zh: "发布到的文件夹。", en: "The folder that was published to."),
    completion: .directory)
  var to: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(zh: "只说会去掉什么，什么都不动。", en: "Only say what would be done."))
  var dryRun = false

  @OptionGroup var dates: DateOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard person == nil || customer == nil else {
      throw ValidationError(
        zh: "--person 和 --customer 只能用一个。", en: "Use only one of --person and --customer.")
    }
    guard person != nil || customer != nil || !value.isEmpty else {
      throw ValidationError(
        zh: "要写 --person、--customer 或 --value。", en: "Give --person, --customer or --value.")
    }
  }

  func run() throws {
    var build = BuildRequest(now: try dates.day.requested(), writes: false)
    build.source = shared.source
    build.period = dates.period
    var request = ForgetRequest(build, person: person, customer: customer)
    request.values = value
    request.target = to
    request.isDryRun = dryRun
    let report = try forget(request)
    StandardStream.error(shared.diagnosticText.text(of: report.diagnostics))
    if report.diagnostics.hasErrors { throw ExitCode(1) }
    for line in report.lines(isDryRun: dryRun) {
      StandardStream.output(shared.said(line) + "\n")
    }
  }
}

extension Forget: ReadsWorkspace {}
