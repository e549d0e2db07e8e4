import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook publish`.
struct Publish: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "生成并发布到内网的文件夹。",
      en: "Builds and publishes to a folder of an intranet."
    ).spoken,
    discussion: Phrase(
      zh: """
        先生成，并查遍每棵树的每个字节；有任何错误就什么都不发布。发布出去的是每个读者的树，不含汇总\
        首页和导入报告。每一版写完整、落到磁盘上以后，才把链接 current 一步切过去；网页服务器从 current \
        读取。--rollback 一步退回上一版，或指定的一版。

        示例：
          salesbook publish --to /srv/plans --dry-run
          salesbook publish --to /srv/plans --access nginx --keep 8
          salesbook publish --to /srv/plans --access caddy --login proxy --proxy 10.0.0.5
          salesbook publish --to /srv/plans --list
          salesbook publish --to /srv/plans --rollback
          salesbook publish --to web:/srv/plans --by rsync
          salesbook publish --to s3:bucket/plans --by rclone
        """,
      en: """
        Builds, and searches each byte of each tree; if anything is wrong nothing is published. What is \
        published are the readers' trees, without the page that links them all and the report of the \
        import. Each release is written whole and on the disk before the link “current” is switched to it \
        in one step; a web server serves from “current”. --rollback goes back to the release before, or \
        to the one named.

        Examples:
          salesbook publish --to /srv/plans --dry-run
          salesbook publish --to /srv/plans --access nginx --keep 8
          salesbook publish --to /srv/plans --access caddy --login proxy --proxy 10.0.0.5
          salesbook publish --to /srv/plans --list
          salesbook publish --to /srv/plans --rollback
          salesbook publish --to web:/srv/plans --by rsync
          salesbook publish --to s3:bucket/plans --by rclone
        """
    ).spoken)

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "发布到哪个文件夹；没有就建立。", en: "The folder to publish to; it is made where it is not there."),
    completion: .directory)
  var to: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "用哪个程序复制过去：rsync（文件夹，或经 ssh 的 主机:文件夹）或 rclone（S3 等）。只复制变了的，不保留旧版。",
      en:
        "The program that copies: rsync (to a folder, or over ssh to HOST:FOLDER) or rclone (S3 and others). What "
        + "changed is copied, and no earlier releases are kept."))
  var by: RemotePlace.Way?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "与 --by 一起用：接管另一处中途停下留下的锁。",
      en: "With --by: take over the lock that another publisher left when it was stopped."))
  var takeOver = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "与 --by 一起用：那边没有变的文件也逐个核对，坏了的重新复制。",
      en: "With --by: compare what is there already too, and copy again what was damaged."))
  var verify = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "一共保留几版，1 到 1000。（默认：5）", en: "How many releases to keep, 1 to 1000. (default: 5)"))
  var keep = 5

  @OptionGroup var access: AccessOptions

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "只说会改变什么，什么都不写。", en: "Only say what would change; nothing is written."))
  var dryRun = false

  @Flag(name: .long, help: ArgumentHelp(zh: "列出保留的各版。", en: "List the releases that are kept."))
  var list = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      zh: "退回上一版，或后面写的那一版。", en: "Go back to the release before, or to the one named."))
  var rollback = false

  @Argument(
    help: ArgumentHelp(zh: "与 --rollback 一起用：版本号。", en: "With --rollback: the release."))
  var release: String?

  @OptionGroup var options: BuildOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...1000).contains(keep) else {
      throw ValidationError(
        zh: "--keep 后面写 1 到 1000 的数字。", en: "--keep takes a number from 1 to 1000.")
    }
    guard [dryRun, list, rollback].count(where: { $0 }) <= 1 else {
      throw ValidationError(
        zh: "--dry-run、--list 和 --rollback 只能用一个。",
        en: "Use only one of --dry-run, --list and --rollback.")
    }
    guard by == nil || !list && !rollback && access.access == nil else {
      throw ValidationError(
        zh: "--by 不能和 --list、--rollback、--access 一起用：复制过去的只有一版。",
        en: "--by goes with none of --list, --rollback and --access: there is one release alone.")
    }
    guard options.tree.isEmpty && options.person == nil else {
      throw ValidationError(
        zh: "publish 发布整个网站，不能用 --tree 和 --person：别人的页面就都没有了。",
        en:
          "publish publishes the whole site and takes neither --tree nor --person: everybody else's pages would "
          + "be gone.")
    }
    guard by != nil || !takeOver else {
      throw ValidationError(
        zh: "--take-over 要和 --by 一起用。", en: "--take-over goes with --by.")
    }
    guard by != nil || !verify else {
      throw ValidationError(zh: "--verify 要和 --by 一起用。", en: "--verify goes with --by.")
    }
    guard release == nil || rollback else {
      throw ValidationError(
        zh: "版本号要和 --rollback 一起用。", en: "A release is named with --rollback.")
    }
  }

  func run() async throws {
    if list {
      // What was asked for is printed with -q too.
      for release in try ReleaseFolder(to).list() { print(release.line) }
    } else if rollback {
      let id = try ReleaseFolder(to).rollBack(to: release)
      say(Phrase(zh: "读者现在看到 \(id)", en: "readers see \(id) now"))
    } else {
      try await publish()
    }
  }

  private func publish() async throws {
    let progress = shared.progress
    var request = PublishRequest(
      try options.request(source: shared.source, writes: true), to: to)
    request.kept = keep
    request.way = by
    request.takesOver = takeOver
    request.verifies = verify
    request.access = access.asked
    request.isDryRun = dryRun
    let report: PublishReport
    do {
      report = try await publishSite(request, progress: progress)
      progress.end()
    } catch {
      progress.end()
      throw error
    }
    StandardStream.error(shared.diagnosticText.text(of: report.build.diagnostics))
    var alwaysSaid = shared.diagnosticText
    if shared.quiet { alwaysSaid.least = .warning }
    StandardStream.error(alwaysSaid.text(of: report.unserved))
    let isWrong =
      report.build.diagnostics.hasErrors
      || options.making.strict
        && (report.build.diagnostics + report.unserved).contains { $0.severity == .warning }
    if let difference = report.difference {
      for line in difference.lines { if dryRun { print(line) } else { say(line) } }
    }
    if let outcome = report.outcome { say(outcome.lines) }
    if report.isCopied {
      let isNew = report.difference?.isEmpty == false
      say(
        isNew
          ? Phrase(zh: "已复制到 \(to)，复制的都核对过", en: "copied to \(to), and what was copied compared")
          : verify
            ? Phrase(zh: "\(to) 里的都核对过", en: "all in \(to) was compared")
            : Phrase(
              zh: "没有复制；\(to) 里的文件没有核对（要核对加 --verify）",
              en: "nothing was copied; what is in \(to) was not looked at (--verify does)"))
    }
    if isWrong { throw ExitCode(1) }
  }

  private func say(_ line: Phrase) { if !shared.quiet { print(line) } }

  private func print(_ line: Phrase) { StandardStream.output(shared.said(line) + "\n") }

  private func say(_ lines: [Phrase]) { lines.forEach(say) }
}

extension Publish: ReadsWorkspace {}
extension RemotePlace.Way: ExpressibleByArgument {}
