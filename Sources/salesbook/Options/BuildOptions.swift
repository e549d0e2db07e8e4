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
      en: "The day to build for, such as 2026-11-23. (default: SOURCE_DATE_EPOCH, else today)"),
    transform: dayValue)
  var now: Day?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      zh: "同时生成多少页。（默认：每个处理器一页）",
      en: "How many pages to make at a time. (default: one per processor)"
    ))
  var jobs: Int?

  @Flag(name: .long, help: ArgumentHelp(zh: "有警告也算失败。", en: "Fail on warnings too."))
  var strict = false

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
    var request = BuildRequest(now: try requestedNow(now), jobs: jobs ?? processors, writes: writes)
    request.source = source
    request.output = output
    request.trees = tree
    request.person = person
    request.period = period
    return request
  }
}

/// When to build for: the day given, else `SOURCE_DATE_EPOCH`, else what the clock says.
func requestedNow(_ day: Day?) throws -> Now {
  if let day { return .day(day) }
  guard let epoch = environment("SOURCE_DATE_EPOCH"), !epoch.isEmpty else { return .clock() }
  guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else {
    throw ValidationError(
      zh: "SOURCE_DATE_EPOCH 是“\(epoch)”，不是 1970 年以来的秒数。",
      en: "SOURCE_DATE_EPOCH is “\(epoch)”, not a number of seconds since 1970.")
  }
  return .seconds(seconds)
}

/// Reads the day of an option.
func dayValue(_ text: String) throws -> Day {
  guard let day = Day(text) else {
    throw ValidationError(
      zh: "“\(text)”不是日期；写成 YYYY-MM-DD。", en: "“\(text)” is not a date; use YYYY-MM-DD.")
  }
  return day
}

/// The longest period that can be planned: a year.
private let longestPeriod = 366

/// Reads the period of an option.
func periodValue(_ text: String) throws -> Period {
  guard let period = Period(text) else {
    throw ValidationError(
      zh: "“\(text)”不是期间；写月、季度或日期范围，例如 2026-12、2026-Q4 或 2026-12-07..2027-01-15。",
      en: "“\(text)” is not a period; write a month, a quarter or days, such as 2026-12, "
        + "2026-Q4 or 2026-12-07..2027-01-15.")
  }
  guard period.range.count <= longestPeriod else {
    throw ValidationError(
      zh: "“\(text)”超过一年；请按季度或月来计划。",
      en: "“\(text)” is longer than a year; plan a quarter or months.")
  }
  return period
}
