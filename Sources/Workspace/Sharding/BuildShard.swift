package import Book
import Desk
import Diagnostics
import Pages
import Rulebook
import SalesMethod

/// Builds one shard of a site into a folder of its own, with what ``mergeShards(_:_:progress:)`` needs of it.
///
/// Each file is the one that a whole build makes. No record of an earlier build is read or left: a shard is made
/// from nothing. `version` is what the program calls itself.
///
///     var request = BuildRequest(now: .day(today))
///     request.output = "/srv/parts/2"
///     try await buildShard(shard, request, version: "1.0", progress: .hidden)
package func buildShard(
  _ shard: Shard, _ request: BuildRequest, version: String, progress: ProgressLine
) async throws -> BuildReport {
  var report = BuildReport()
  guard let output = request.output else { return report }
  let recording = BuildRecording()
  let reader = try WorkspaceReader(request.source, noting: recording.notes)
  let input = try WorkspaceInput.read(
    reader, in: request.source, log: request.log, vocabulary: request.vocabulary)
  report.diagnostics = input.diagnostics
  guard let generation = request.generation(input.value.settings, &report.diagnostics) else {
    return report
  }
  let shared = try request.sharedFigures(generation.asOf, input.value, recording)
  report.diagnostics += shared.diagnostics
  guard shared.diagnostics.isEmpty else { return report }
  var sources = input.value.sources
  sources.desk.shared = shared.value
  let memory = recording.memory(
    by: try shardBasis(of: request, input.value.settings), input.value, reader)
  do {
    let publisher = try SitePublisher(output: output, source: request.source)
    // Does nothing once the shard is published.
    defer { publisher.abandon() }
    if let file = publisher.owned.files.keys.min(), publisher.owned.files[ShardRecord.name] == nil {
      throw PublishFailure.refused([.outputHoldsSite(output, such: file)])
    }
    let made = try await generate(
      shard, of: sources, generation, remembering: memory,
      into: PublishingSink(publisher: publisher, progress: progress))
    report.add(made.report)
    report.output = output
    guard let work = made.work, !report.isFailed(strictly: request.isStrict) else { return report }
    let record = ShardRecord(
      shard: shard, program: try programOfShards(),
      asked: ShardRecord.Asked(request, on: generation.asOf), work: work)
    try publisher.add(ShardRecord.name, record.bytes)
    try publisher.add(ShardRecord.toldName, record.told(by: version, pages: report.pages))
    report.publication = try publisher.finish()
  } catch PublishFailure.refused(let reasons) {
    report.diagnostics += reasons
  }
  return report
}

extension BuildRequest {
  /// The figures of the file that was given, if any; what is wrong with it.
  func sharedFigures(
    _ day: Day, _ input: WorkspaceInput, _ recording: BuildRecording
  ) throws(MachineFailure) -> Parsed<SharedFigures?> {
    guard let shared else { return Parsed(nil) }
    guard let asked = try sharedAsked(self, day, input, recording) else {
      return Parsed(nil, [.notShared()])
    }
    return SharedFile.read(shared, like: asked)
  }
}

/// The program by the bytes of its files, which are the same on all machines.
func programOfShards() throws(MachineFailure) -> SHA256Digest {
  guard let program = programContentsDigest() else {
    throw MachineFailure("read", "/proc/self/maps", because: "this machine does not know it")
  }
  return program
}

/// What of a shard's build lies outside of the workspace: the same on all machines.
func shardBasis(
  of request: BuildRequest, _ settings: Settings
) throws(MachineFailure) -> BuildRecord.Basis {
  let zone = settings.timeZone
  let basis = BuildRecording.basis(of: request, zone: zone, program: try programOfShards())
  guard let basis else {
    throw MachineFailure("find the time zone", zone, because: "this machine does not know it")
  }
  return basis
}
