import ArgumentParser
import Glibc
import SalesMethod
import Workspace

/// The options of the commands that make pages.
struct BuildOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "The folder to publish to. (default: the settings' output, Output, in the workspace)",
    completion: .directory)
  var output: String?

  @Option(name: .long, help: "Build this tree only; may be given more than once.")
  var tree: [String] = []

  @Option(name: .long, help: "Build this member's pages only.")
  var person: String?

  @Option(
    name: .long, help: "The month to plan, as 2026-12. (default: the month of now)",
    transform: monthValue)
  var month: DayRange?

  @Option(
    name: .long,
    help: "The day to build for, as 2026-11-23. (default: SOURCE_DATE_EPOCH, else today)",
    transform: dayValue)
  var now: Day?

  @Option(name: .shortAndLong, help: "How many pages to make at a time. (default: one a processor)")
  var jobs: Int?

  @Flag(name: .long, help: "Fail on warnings too.")
  var strict = false

  @Option(name: .long, help: "How to report: text, or json on standard output.")
  var format = Format.text

  /// The forms of a report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("-j takes a number from 1 to 256.")
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
    request.month = month
    return request
  }
}

/// When to build for: the day given, else `SOURCE_DATE_EPOCH`, else what the clock says.
func requestedNow(_ day: Day?) throws -> Now {
  if let day { return .day(day) }
  guard let epoch = environment("SOURCE_DATE_EPOCH"), !epoch.isEmpty else { return .clock() }
  guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else {
    throw ValidationError("SOURCE_DATE_EPOCH is “\(epoch)”, not a number of seconds since 1970.")
  }
  return .seconds(seconds)
}

/// Reads the day of an option.
func dayValue(_ text: String) throws -> Day {
  guard let day = Day(text) else {
    throw ValidationError("“\(text)” is no day; write it as 2026-11-23.")
  }
  return day
}

/// Reads the month of an option.
func monthValue(_ text: String) throws -> DayRange {
  guard let first = Day(text + "-01"), let month = DayRange.month(first.month, of: first.year)
  else { throw ValidationError("“\(text)” is no month; write it as 2026-12.") }
  return month
}
