import ArgumentParser
import Book
import Diagnostics
import OrderedJSON
import Phrases
import Workspace

/// `salesbook build`.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "生成网站。",
      en: "Builds the site."
    ).spoken,
    discussion: Phrase(
      zh: """
        读取工作区，生成每一棵树，一步换上新网站。输入有任何错误时，全部报告出来，旧网站保持原样。\
        只会删除以前生成时写下的文件。

        示例：
          salesbook build
          salesbook build -s my-plan --month 2026-12
          salesbook build --tree plans --person qian -o /tmp/plan
          salesbook build --shard 2/4 -o /srv/parts/2
        """,
      en: """
        Reads the workspace, makes every tree and shows the new site in one step. If anything in the \
        input is wrong, all of it is reported and the old site stays as it was. Only files that an \
        earlier build wrote are ever removed.

        Examples:
          salesbook build
          salesbook build -s my-plan --month 2026-12
          salesbook build --tree plans --person qian -o /tmp/plan
          salesbook build --shard 2/4 -o /srv/parts/2
        """
    ).spoken)

  @OptionGroup var options: BuildOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "只生成几份中的一份，例如 2/4，放进 -o 的文件夹；全部生成以后用 salesbook merge 合起来。",
      en:
        "Make one of several parts only, such as 2/4, into the folder of -o; salesbook merge joins them all."
    ),
    transform: shardValue)
  var shard: Shard?

  @OptionGroup var figures: SharedFiguresOption

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard shard == nil || options.making.output != nil else {
      throw ValidationError(
        zh: "--shard 要和 -o 一起用：每个分片有自己的文件夹。",
        en: "--shard needs -o: each shard has a folder of its own.")
    }
    guard figures.shared == nil || shard != nil else {
      throw ValidationError(zh: "--shared 要和 --shard 一起用。", en: "--shared goes with --shard.")
    }
  }

  func run() async throws {
    var request = try options.request(source: shared.source, writes: true)
    request.shared = figures.shared
    try await reportMaking(options.making, shared) { [request] progress in
      guard let shard else { return try await buildSite(request, progress: progress) }
      return try await buildShard(
        shard, request, version: programVersion, progress: progress)
    }
  }
}

/// `salesbook check`.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "走一遍生成的全过程但不写文件，并报告问题。",
      en: "Runs a build without writing, and reports what is wrong."
    ).spoken,
    discussion: Phrase(
      zh: """
        示例：
          salesbook check --strict
          salesbook check --format json > report.json
        """,
      en: """
        Examples:
          salesbook check --strict
          salesbook check --format json > report.json
        """
    ).spoken)

  @OptionGroup var options: BuildOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let request = try options.request(source: shared.source, writes: false)
    try await reportMaking(options.making, shared) { progress in
      try await buildSite(request, progress: progress)
    }
  }
}

/// Reads the part of an option, such as `2/4`.
private func shardValue(_ text: String) throws -> Shard {
  guard let shard = Shard(text) else {
    throw ValidationError(
      zh: "“\(text)”不是分片；写成 第几份/共几份，例如 2/4，最多 \(Shard.most) 份。",
      en: "“\(text)” is not a shard; write NUMBER/COUNT, such as 2/4, of \(Shard.most) at most.")
  }
  return shard
}

/// Makes a site or a part of one, reports, and ends with the exit code that fits.
func reportMaking(
  _ options: MakingOptions, _ shared: SharedOptions,
  _ make: (ProgressLine) async throws -> BuildReport
) async throws {
  let start = ContinuousClock.now
  let progress = shared.progress
  let report: BuildReport
  do {
    report = try await make(progress)
    progress.end()
  } catch {
    progress.end()
    throw error
  }
  let seconds = (ContinuousClock.now - start) / .seconds(1)
  let summary = BuildSummary(report, seconds: seconds)
  switch options.format {
  case .json: StandardStream.output(summary.json.text(indented: true) + "\n")
  case .text:
    StandardStream.error(shared.diagnosticText.text(of: report.diagnostics))
    sayOffers(of: report.diagnostics, shared)
    sayNotes(of: report.publication, shared)
    if !shared.quiet { StandardStream.output(shared.said(summary.line) + "\n") }
  }
  if summary.errors > 0 || (options.strict && summary.warnings > 0) { throw ExitCode(1) }
}

/// Says what `fix` would mend, where it would mend anything.
private func sayOffers(of diagnostics: [Diagnostic], _ shared: SharedOptions) {
  let (safe, open) = diagnostics.offers
  guard safe + open > 0, !shared.quiet else { return }
  let command = "salesbook fix -s \(shellQuoted(shared.source))"
  let line =
    safe > 0
    ? Phrase(
      zh: "其中 \(count: safe) 处可以稳妥地改好，先看改什么：\(command) --dry-run\n",
      en:
        "\(count: safe, "of these is", "of these are") safe to mend; see how: \(command) --dry-run\n"
    )
    : Phrase(
      zh: "其中 \(count: open) 处有几种选法：\(command)\n",
      en: "\(count: open, "of these asks", "of these ask") for a choice; see which: \(command)\n")
  StandardStream.error(shared.said(line))
}

/// Says how the site was published where that was not as usual.
private func sayNotes(of publication: Publication?, _ shared: SharedOptions) {
  guard let notes = publication?.notes, !shared.quiet else { return }
  var text = shared.diagnosticText
  text.least = .note
  StandardStream.error(text.text(of: notes))
}
