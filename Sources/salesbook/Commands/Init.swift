import ArgumentParser
import Phrases
import SalesMethod
import Theme
import Workspace

/// `salesbook init`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "建立一个马上就能生成的小工作区。",
      en: "Makes a small workspace of your own that builds at once."
    ).spoken,
    discussion: Phrase(
      zh: """
        文件夹里可以已经有你自己的数据表，放在最上层或 Content/data 中。这时会说明每张表最像哪一种，\
        salesbook.yaml 会用上它，与你的数据相混的虚构数据会略去。已有的内容一概不改。

        示例：
          salesbook init my-plan --kind plan --lang zh-Hans
          salesbook init course --kind course --lang en
        """,
      en: """
        The folder may hold your own tables already, at its top or in Content/data. Then it is said \
        which table each is most likely meant for, salesbook.yaml takes it up, and invented rows that \
        would stand beside yours are left out. Nothing that is there is changed.

        Examples:
          salesbook init my-plan --kind plan --lang zh-Hans
          salesbook init course --kind course --lang en
        """
    ).spoken)

  /// What the workspace is for.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case course
    case plan
    case team
  }

  @Argument(
    help: ArgumentHelp(
      zh: "要建立的文件夹；可以已经存在，但只能是空的或只有数据表。",
      en: "The folder to make; it may exist if it is empty or holds tables only."),
    completion: .directory)
  var folder: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "用途：课程（course）、一个人的计划（plan）或团队的计划（team）。",
      en: "What it is for: a course, one person's plan, or a team's plans."))
  var kind: Kind

  @Option(name: .long, help: ArgumentHelp(zh: "用哪种语言开始。", en: "The language it begins in."))
  var lang = Language.chinese

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "开始的日期，例如 2026-11-23。（默认：今天）", en: "The day it begins, as 2026-11-23. (default: today)"),
    transform: dayValue)
  var now: Day?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let zone = "Asia/Shanghai"
    guard let today = try requestedNow(now).day(inTimeZone: zone) else {
      throw MachineFailure("find the time zone", zone, because: "this machine does not know it")
    }
    let starter = Starter(kind: kind.rawValue, language: lang.rawValue, files: embeddedFiles)
    let path = shared.source == "." ? folder : shared.source + "/" + folder
    let started = try starter.write(to: path, today: today)
    if shared.quiet { return }
    StandardStream.output(started.textOfProposals(in: path, language: shared.language))
    StandardStream.output(
      shared.said(
        Phrase(
          zh: """
            已在 \(path) 写入 \(count: started.files.count) 个文件。下一步：
              salesbook build -s \(path)
            然后打开 \(path)/Output/index.html，把 Content/ 改成你自己的内容。

            """,
          en: """
            \(count: started.files.count, "file", "files") written to \(path). Next:
              salesbook build -s \(path)
            then open \(path)/Output/index.html, and make Content/ yours.

            """)))
  }
}
