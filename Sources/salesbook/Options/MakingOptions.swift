import ArgumentParser
import Glibc
import Phrases
import Workspace

/// The options of all commands that make pages: where they go, how much is done at once, how it is reported.
struct MakingOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      zh: "发布到的文件夹。（默认：设置中的 output，即工作区里的 Output）",
      en: "The folder to publish to. (default: the settings' output, Output, in the workspace)"),
    completion: .directory)
  var output: String?

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

  /// What is asked for at a time, with the machine looked at once and here only.
  func request(source: String, now: Now, writes: Bool) -> BuildRequest {
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var request = BuildRequest(now: now, jobs: jobs ?? processors, writes: writes)
    request.source = source
    request.output = output
    request.isStrict = strict
    return request
  }
}
