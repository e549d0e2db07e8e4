import ArgumentParser
import Diagnostics
import Phrases
import SalesData
import SalesMethod
import Theme
import Workspace

/// `salesbook init`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "用你自己的文件，或先用虚构的数据，建立一个马上就能生成的工作区。",
      en: "Makes a workspace that builds at once, of your own files or of invented ones."
    ).spoken,
    discussion: Phrase(
      zh: """
        加上 --from 文件夹（或在放着数据表的文件夹里运行），就用其中的文件：按列认出每一张表，复制到 \
        Content/data，把每个文件是哪张表、每一列和每个商机阶段的含义、这是谁的计划写进 salesbook.yaml 供你\
        核对，并按以往的销售推算目标。拿不准的，在终端里一次问一个；没有人可问时，把几种可能写在 \
        salesbook.yaml 的注释里。原来的文件一概不改。

        示例：
          salesbook init my-plan --kind plan --from ~/Downloads/crm
          salesbook init my-plan --kind plan --lang zh-Hans
        """,
      en: """
        With --from FOLDER, or in a folder of tables, it begins with the files there: each is recognised \
        by its columns and copied into Content/data; which table it is, what its columns and the stages \
        mean and whose plan it is are written to salesbook.yaml for you to look over, and a target is \
        worked out from past sales. What cannot be told is asked at the terminal, one question at a \
        time; where nobody can be asked, the candidates stand in comments in salesbook.yaml. The files \
        themselves are never changed.

        Examples:
          salesbook init my-plan --kind plan --from ~/Downloads/crm
          salesbook init course --kind course --lang en
        """
    ).spoken)

  @Argument(
    help: ArgumentHelp(
      zh: "要建立的文件夹；可以已经存在，但只能是空的或只有数据表。",
      en: "The folder to make; it may exist if it is empty or holds tables only."),
    completion: .directory)
  var folder = "."

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "用途：课程（course）、一个人的计划（plan）或团队的计划（team）。",
      en: "What it is for: a course, one person's plan, or a team's plans."))
  var kind: StartRequest.Kind

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "从哪个文件夹取数据表。", en: "The folder whose tables it begins with.", valueName: "folder"),
    completion: .directory)
  var from: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "从一本要填的 Excel 工作簿开始，代替文本文件。",
      en: "Begin with an Excel workbook to fill in, in place of files of text."))
  var excel = false

  @Option(name: .long, help: ArgumentHelp(zh: "用哪种语言开始。", en: "The language it begins in."))
  var lang = Language.chinese

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "这是谁的计划：文件中的负责人。（默认：唯一的负责人，否则问你）",
      en: "Whose plan it is, as the files name them. (default: the only owner, else it is asked)"))
  var person: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "目标销售额，例如 350000 或 35万。（默认：问你，或按以往推算）",
      en: "The sales target, as 350000. (default: it is asked, or worked out from the past)"),
    transform: targetValue)
  var goal: Int?

  @Option(
    name: [.long, .customLong("month")],
    help: ArgumentHelp(
      zh: "先计划哪个期间，例如 2026-12。（默认：本月；20 日以后为下个月）",
      en: "What is planned first, as 2026-12. (default: this month, after its 20th day the next)"),
    transform: periodValue)
  var period: Period?

  @OptionGroup var day: DayOption

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if excel, from != nil || kind != .plan {
      throw ValidationError(
        zh: "--excel 只用于 --kind plan，不和 --from 一起用。",
        en: "--excel goes with --kind plan, and not with --from.")
    }
    if kind == .course, goal != nil || person != nil {
      throw ValidationError(
        zh: "课程没有计划；--goal 和 --person 用于 plan 或 team。",
        en: "A course has no plan; --goal and --person go with plan or team.")
    }
    guard let from else { return }
    if kind == .course {
      throw ValidationError(
        zh: "课程不用数据表；--from 用于 plan 或 team。",
        en: "A course needs no tables; --from goes with plan or team.")
    }
    guard exists(from + "/.") else {
      throw ValidationError(zh: "没有文件夹“\(from)”。", en: "There is no folder “\(from)”.")
    }
  }

  func run() throws {
    let zone = "Asia/Shanghai"
    guard let today = try day.requested().day(inTimeZone: zone) else {
      throw MachineFailure("find the time zone", zone, because: "this machine does not know it")
    }
    let starter = Starter(kind: kind.rawValue, language: lang.rawValue, files: embeddedFiles)
    let path = shared.source == "." ? folder : shared.source + "/" + folder
    let language = MessageLanguage(option: shared.messages?.rawValue, environment: environment)
      .language(ofWorkspace: lang)
    var request = StartRequest(kind: kind, language: lang, today: today)
    request.from = from
    request.period = period
    request.isExcel = excel
    request.person = person
    request.target = goal
    request.asker = isAtTerminal() && !shared.quiet ? terminalAsker(in: language) : nil
    let started = try starter.write(to: path, request)
    if shared.quiet { return }
    report(started, in: path, language)
  }

  private func report(_ started: StartedWorkspace, in path: String, _ language: Language) {
    StandardStream.output(started.text(in: language))
    var text = shared.diagnosticText
    text.language = language
    StandardStream.error(text.text(of: started.diagnostics))
    let count = started.files.count
    let written = Phrase(
      zh: "已在 \(path) 写入 \(count: count) 个文件。",
      en: "\(count: count, "file", "files") written to \(path).")
    let next: Phrase =
      if started.hasErrors {
        Phrase(
          zh: "还有上面的没定：salesbook fix -s \(path) 列出每种选法的命令。定好以后：",
          en: "What stands above is still open: salesbook fix -s \(path) lists a command for each "
            + "choice. Then:")
      } else {
        Phrase(zh: "下一步：", en: "Next:")
      }
    let last =
      started.isOwn
      ? Phrase(
        zh: "然后打开 \(path)/Output/index.html。", en: "then open \(path)/Output/index.html.")
      : Phrase(
        zh: "然后打开 \(path)/Output/index.html，把 Content/ 改成你自己的内容。",
        en: "then open \(path)/Output/index.html, and make Content/ yours.")
    let all = [
      written.text(in: language) + (language == .chinese ? "" : " ") + next.text(in: language),
      "  salesbook build -s \(path)", last.text(in: language),
    ]
    StandardStream.output(all.joined(separator: "\n") + "\n")
  }
}

extension StartRequest.Kind: ExpressibleByArgument {}

/// Reads the target of an option, in whole units of money.
func targetValue(_ text: String) throws -> Int {
  guard let amount = wholeAmount(text) else {
    throw ValidationError(
      zh: "“\(text)”不是金额；写成 350000 或 35万。", en: "“\(text)” is not an amount; use 350000.")
  }
  return amount
}
