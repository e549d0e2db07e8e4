import ArgumentParser
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
        """,
      en: """
        Reads the workspace, makes every tree and shows the new site in one step. If anything in the \
        input is wrong, all of it is reported and the old site stays as it was. Only files that an \
        earlier build wrote are ever removed.

        Examples:
          salesbook build
          salesbook build -s my-plan --month 2026-12
          salesbook build --tree plans --person qian -o /tmp/plan
        """
    ).spoken)

  @OptionGroup var options: BuildOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws { try await makeSite(options, shared, writes: true) }
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

  func run() async throws { try await makeSite(options, shared, writes: false) }
}

/// Builds, reports, and ends with the exit code that fits.
private func makeSite(
  _ options: BuildOptions, _ shared: SharedOptions, writes: Bool
) async throws {
  let start = ContinuousClock.now
  let progress = shared.progress
  let request = try options.request(source: shared.source, writes: writes)
  let report: BuildReport
  do {
    report = try await buildSite(request, progress: progress)
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
