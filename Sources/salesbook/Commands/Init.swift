import ArgumentParser
import SalesMethod
import Theme
import Workspace

/// `salesbook init`.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a small workspace of your own that builds at once.",
    discussion: """
      The folder may hold your own tables already, at its top or in Content/data. Then it is said \
      which table each is most likely meant for, salesbook.yaml takes it up, and invented rows that \
      would stand beside yours are left out. Nothing that is there is changed.

      Examples:
        salesbook init my-plan --kind plan --lang zh-Hans
        salesbook init course --kind course --lang en
      """)

  /// What the workspace is for.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case course
    case plan
    case team
  }

  /// The languages a workspace can begin in.
  enum Language: String, ExpressibleByArgument, CaseIterable {
    case chinese = "zh-Hans"
    case english = "en"
  }

  @Argument(
    help: "The folder to make; it may exist if it is empty or holds tables only.",
    completion: .directory)
  var folder: String

  @Option(name: .long, help: "What it is for: a course, one person's plan, or a team's plans.")
  var kind: Kind

  @Option(name: .long, help: "The language it begins in.")
  var lang = Language.chinese

  @Option(
    name: .long, help: "The day it begins, as 2026-11-23. (default: today)", transform: dayValue)
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
    StandardStream.output(started.textOfProposals(in: path))
    StandardStream.output(
      """
      \(started.files.count) files written to \(path). Next:
        salesbook build -s \(path)
      then open \(path)/Output/index.html, and make Content/ yours.

      """)
  }
}
