import ArgumentParser
import Diagnostics
import OrderedJSON
import Phrases
import Workspace

/// `salesbook doctor`.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "说出这台机器和这个工作区缺什么、哪里不安全。",
      en: "Says what is missing or unsafe on this machine and in this workspace."
    ).spoken,
    discussion: Phrase(
      zh: """
        查看：中文字体、Chromium、LibreOffice、locale、时区、时钟；密钥文件、客户数据、Output 和发布文件夹谁\
        能读到；网页服务器（nginx、Apache、Caddy）是否给得太多；链接；磁盘空间。每一处都附上一行改好它的命令。\
        什么都不会改动。

        退出码：0 什么都没有发现；1 有发现，或设置有错误；2 命令没看懂；3 机器出了问题。

        示例：
          salesbook doctor -s my-plan
          salesbook doctor -s my-plan --to /srv/plans
          salesbook doctor -s my-plan --format json
        """,
      en: """
        It looks at the Chinese font, Chromium, LibreOffice, the locale, the time zone, the clock; at who can \
        read key files, customers' data, Output and the folder that is published to; at whether web servers \
        (nginx, Apache, Caddy) serve too much; at links and at room on the disk. Each finding comes with \
        the line that mends it. Nothing is changed.

        Exit codes: 0 nothing was found; 1 something was, or the settings have errors; 2 the command was \
        not understood; 3 the machine failed.

        Examples:
          salesbook doctor -s my-plan
          salesbook doctor -s my-plan --to /srv/plans
          salesbook doctor -s my-plan --format json
        """
    ).spoken)

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "发布到的文件夹，与 publish --to 相同。", en: "The folder that is published to, as with publish --to."
    ),
    completion: .directory)
  var to: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "网页服务器的配置文件或文件夹；可以写多次。（默认：/etc 中 nginx、Apache 和 Caddy 的）",
      en:
        "A web server's configuration, file or folder; may be given more than once. (default: those of "
        + "nginx, Apache and Caddy in /etc)"),
    completion: .file())
  var server: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "怎样报告：text，或 json（写到标准输出）。", en: "How to report: text, or json on standard output."))
  var format = MakingOptions.Format.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    for path in server + (to.map { [$0] } ?? []) where !exists(path) {
      throw ValidationError(zh: "没有“\(path)”。", en: "There is no “\(path)”.")
    }
  }

  func run() throws {
    var machine = ExaminedMachine.own
    if !server.isEmpty { machine.servers = server }
    let examined = try examine(ExaminationRequest(shared.source, target: to, on: machine))
    switch format {
    case .json: StandardStream.output(examined.value.json.text(indented: true) + "\n")
    case .text: StandardStream.output(examined.value.text(in: shared.language))
    }
    StandardStream.error(shared.diagnosticText.text(of: examined.diagnostics))
    if !examined.value.findings.isEmpty || examined.diagnostics.hasErrors { throw ExitCode(1) }
  }
}

extension Doctor: ReadsWorkspace {}
