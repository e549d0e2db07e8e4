import ArgumentParser
import Glibc
import Phrases
import SalesMethod
import Workspace

/// The options of the commands that make pages.
struct BuildOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      zh: "发布到的文件夹。（默认：设置中的 output，即工作区里的 Output）",
      en: "The folder to publish to. (default: the settings' output, Output, in the workspace)"),
    completion: .directory)
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "只生成这棵树；可以写多次。", en: "Build this tree only; may be given more than once."))
  var tree: [String] = []

  @Option(name: .long, help: ArgumentHelp(zh: "只生成这位成员的页面。", en: "Build this member's pages only."))
  var person: String?

  @OptionGroup var dates: DateOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      zh: "同时生成多少页。（默认：每个处理器一页）",
      en: "How many pages to make at a time. (default: one per processor)"
    ))
  var jobs: Int?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "有警告也算失败：旧网站保持原样。", en: "Fail on warnings too: the old site stays as it was."))
  var strict = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "全部重新生成，不看上次生成留下的记录。结果总是一样。",
      en:
        "Make everything anew, without a look at the record of the build before. The result is the same."
    ))
  var noCache = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "上课的日子，例如 2026-12-08：课后的日子照它写出日期，并写成日历。",
      en:
        "The day of the course, such as 2026-12-08: the days after it get their dates, and a calendar."
    ),
    transform: dayValue)
  var date: Day?

  @OptionGroup var words: VocabularyOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "怎样报告：text，或 json（写到标准输出）。", en: "How to report: text, or json on standard output."))
  var format = Format.text

  /// The forms of a report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError(
        zh: "-j 后面写 1 到 256 的数字。", en: "-j takes a number from 1 to 256.")
    }
  }

  /// What is asked for, with the clock and the environment looked at once and here only.
  func request(source: String, writes: Bool) throws -> BuildRequest {
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var request = BuildRequest(
      now: try dates.day.requested(), jobs: jobs ?? processors, writes: writes)
    request.source = source
    request.output = output
    request.trees = tree
    request.person = person
    request.period = dates.period
    request.isStrict = strict
    request.vocabulary = words.vocabulary
    request.courseDay = date
    request.record = noCache ? .renewed : .used
    return request
  }
}
