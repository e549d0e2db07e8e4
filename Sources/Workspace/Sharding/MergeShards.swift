import Book
import Desk
import Diagnostics
import Pages
import Rulebook

/// Puts the shards of a site together and publishes it: the same bytes as one build of the same workspace.
///
/// Each file of a shard is taken over once its digest was found right; what rests on all pages is made of what the
/// shards left of theirs, so that nothing is planned again. What was asked of the shards is asked of the whole: of the
/// request counts where things are, how it is reported and how many jobs there are. Where anything is wrong the old
/// Output stays as it was.
package func mergeShards(
  _ folders: [String], _ request: BuildRequest, progress: ProgressLine
) async throws -> BuildReport {
  var report = BuildReport()
  let set = try ShardSet.open(folders)
  report.diagnostics = set.diagnostics
  guard let shards = set.value?.shards, let first = shards.first?.record else { return report }
  guard first.program == (try programOfShards()) else {
    report.diagnostics.append(.shardsOfOtherProgramThanThis(in: shards[0].path))
    return report
  }
  guard let request = first.asked.asked(of: request) else {
    report.diagnostics.append(.damagedShard(ShardRecord.name, in: shards[0].path))
    return report
  }
  let recording = BuildRecording()
  let reader = try WorkspaceReader(request.source, noting: recording.notes)
  let input = try WorkspaceInput.read(
    reader, in: request.source, log: request.log, vocabulary: request.vocabulary)
  report.diagnostics = input.diagnostics
  guard let generation = request.generation(input.value.settings, &report.diagnostics),
    let earlier = PageMemory.joined(shards.map(\.record.work))
  else { return report }
  let shared = try request.sharedFigures(generation.asOf, input.value, recording)
  report.diagnostics += shared.diagnostics
  guard shared.diagnostics.isEmpty else { return report }
  var sources = input.value.sources
  sources.desk.shared = shared.value
  var memory = recording.memory(
    by: try shardBasis(of: request, input.value.settings), input.value, reader)
  (memory.earlier, memory.merged) = (earlier.pages, earlier.rest)
  let output = request.output ?? joined(request.source, input.value.settings.output)
  do {
    if let own = folders.first(where: { isSame($0, output) }) {
      throw PublishFailure.refused([.outputIsShard(output, own)])
    }
    let publisher = try SitePublisher(output: output, source: request.source)
    // Does nothing once the site is published.
    defer { publisher.abandon() }
    let made = try await generate(
      sources, generation, remembering: memory,
      into: MergingSink(shards, PublishingSink(publisher: publisher, progress: progress)))
    report.add(made.report)
    report.output = output
    if !report.isFailed(strictly: request.isStrict) {
      report.publication = try publisher.finish { output in
        // What it says of the build before is not so any more.
        RecordPlace(beside: output.place).remove()
      }
    }
  } catch PublishFailure.refused(let reasons) {
    report.diagnostics += reasons
  }
  return report
}

/// Whether two paths lead to the same folder.
private func isSame(_ path: String, _ other: String) -> Bool {
  realPathOfExisting(path).map { $0 == realPathOfExisting(other) } ?? false
}

/// Takes what shards made from their folders, and hands it on with what the merge makes.
private struct MergingSink: OutputSink {
  private let sink: PublishingSink
  private let shards: [ShardFolder]
  /// The place of the shard that a file is in.
  private let places: [String: Int]

  init(_ shards: [ShardFolder], _ sink: PublishingSink) {
    (self.shards, self.sink) = (shards, sink)
    var places: [String: Int] = [:]
    for (place, shard) in shards.enumerated() {
      for path in shard.files.keys { places[path] = place }
    }
    self.places = places
  }

  func expect(pages: Int) { sink.expect(pages: pages) }

  func take(_ file: OutputFile) throws { try sink.take(file) }

  func keep(_ paths: [String]) throws -> Bool {
    let here = paths.compactMap { path in places[path].map { (path, shards[$0]) } }
    guard here.count == paths.count else { return false }
    for (path, shard) in here {
      guard let bytes = shard.read(path) else {
        throw PublishFailure.refused([.damagedShard(path, in: shard.path)])
      }
      try sink.take(OutputFile(path: path, bytes: bytes))
    }
    return true
  }
}
