import ArgumentParser
import Phrases
import Workspace

/// `salesbook merge`.
struct Merge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Phrase(
      zh: "把各个分片合成一个网站。",
      en: "Puts the shards of a site together."
    ).spoken,
    discussion: Phrase(
      zh: """
        分片由 salesbook build --shard 生成，在一台或多台机器上。合并的结果和一次生成的每个字节都一样；\
        期间、日子等按生成分片时的来。缺一个、坏一个，或者不是同一份文件生成的，就什么都不发布，旧网站保持原样。

        示例：
          salesbook build -s plans --now 2026-11-23 --shard 1/2 -o /srv/parts/1
          salesbook build -s plans --now 2026-11-23 --shard 2/2 -o /srv/parts/2
          salesbook merge /srv/parts -s plans
        """,
      en: """
        Shards are made by salesbook build --shard, on one machine or on many. The site is the same, byte for \
        byte, as one build makes; period and day are those of the shards. Where one is missing or damaged, or \
        they were made of different files, nothing is published and the old site stays as it was.

        Examples:
          salesbook build -s plans --now 2026-11-23 --shard 1/2 -o /srv/parts/1
          salesbook build -s plans --now 2026-11-23 --shard 2/2 -o /srv/parts/2
          salesbook merge /srv/parts -s plans
        """
    ).spoken)

  @Argument(
    help: ArgumentHelp(
      zh: "各分片的文件夹，全部都要；或里面有它们的文件夹。",
      en: "The folders of the shards, all of them, or a folder in which they stand."),
    completion: .directory)
  var shards: [String]

  @OptionGroup var options: MakingOptions
  @OptionGroup var figures: SharedFiguresOption
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var request = options.request(source: shared.source, now: .clock(), writes: true)
    request.shared = figures.shared
    try await reportMaking(options, shared) { [request] progress in
      try await mergeShards(shards, request, progress: progress)
    }
  }
}
