import ArgumentParser
import Diagnostics
import Phrases
import Workspace

/// `salesbook prepare`.
struct Prepare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "算出所有计划共用的数字，供各分片使用。",
      en: "Works out what all plans share, for shards."
    ).spoken,
    discussion: Phrase(
      zh: """
        以前各月说过的和做到的、从中学到的，每个分片都要用，算起来也最久。先算一次写进文件，再用 --shared 交给每个分片\
        和合并。数据、设置、期间、日子或程序版本变了，这个文件就不能用，会说明原因。

        示例：
          salesbook prepare -s plans --now 2026-11-23 -o /srv/parts/shared
          salesbook build -s plans --now 2026-11-23 --shard 1/2 --shared /srv/parts/shared -o /srv/parts/1
        """,
      en: """
        What past months said and brought, and what that teaches, every shard needs, and it takes the longest of all \
        that they share. Here it is worked out once into a file, which --shared hands to each shard and to the merge. \
        It is refused, and why is said, where tables, settings, period, day or the program's version are others.

        Examples:
          salesbook prepare -s plans --now 2026-11-23 -o /srv/parts/shared
          salesbook build -s plans --now 2026-11-23 --shard 1/2 --shared /srv/parts/shared -o /srv/parts/1
        """
    ).spoken)

  @Option(
    name: .shortAndLong, help: ArgumentHelp(zh: "写进哪个文件。", en: "The file to write."),
    completion: .file())
  var output: String

  @OptionGroup var dates: DateOptions
  @OptionGroup var words: VocabularyOption
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var request = BuildRequest(now: try dates.day.requested(), writes: false)
    request.source = shared.source
    request.period = dates.period
    request.vocabulary = words.vocabulary
    let found = try await prepareShards(request, into: output)
    StandardStream.error(shared.diagnosticText.text(of: found))
    if found.hasErrors { throw ExitCode(1) }
  }
}
