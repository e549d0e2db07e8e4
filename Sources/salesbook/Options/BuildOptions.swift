import ArgumentParser
import Phrases
import SalesMethod
import Workspace

/// The options of the commands that make pages of a workspace.
struct BuildOptions: ParsableArguments {
  @OptionGroup var making: MakingOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "只生成这棵树；可以写多次。", en: "Build this tree only; may be given more than once."))
  var tree: [String] = []

  @Option(name: .long, help: ArgumentHelp(zh: "只生成这位成员的页面。", en: "Build this member's pages only."))
  var person: String?

  @OptionGroup var dates: DateOptions

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

  /// What is asked for, with the clock and the environment looked at once and here only.
  func request(source: String, writes: Bool) throws -> BuildRequest {
    var request = making.request(
      source: source, now: try dates.day.requested(), writes: writes)
    request.trees = tree
    request.person = person
    request.period = dates.period
    request.vocabulary = words.vocabulary
    request.courseDay = date
    request.record = noCache ? .renewed : .used
    return request
  }
}
