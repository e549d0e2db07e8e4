import Book
package import Diagnostics
import Pages
import SalesMethod

/// Works out what all plans of a workspace share and writes it to a file, which builds of its shards then need not do.
///
/// It takes the longest of all that members share: what past months taught.
///
///     try await prepareShards(request, into: "/srv/parts/shared")  // no diagnostics
package func prepareShards(
  _ request: BuildRequest, into path: String
) async throws -> [Diagnostic] {
  let recording = BuildRecording()
  let reader = try WorkspaceReader(request.source, noting: recording.notes)
  let input = try WorkspaceInput.read(
    reader, in: request.source, log: request.log, vocabulary: request.vocabulary)
  var found = input.diagnostics
  guard let generation = request.generation(input.value.settings, &found) else { return found }
  let asked = try sharedAsked(request, generation.asOf, input.value, recording)
  let figures = try await preparedFigures(input.value.sources, generation)
  found += figures.diagnostics
  guard let figures = figures.value else { return found }
  guard let asked else { return found + [.notShared()] }
  let file = SharedFile(
    program: asked.program, day: asked.day, period: asked.period, files: asked.files,
    figures: figures)
  let (place, bytes) = (try ExportPlace(path), file.bytes)
  if let refusal = try place.refusal(bytes, force: false, ours: SharedFile.isOne) {
    return found + [refusal]
  }
  _ = try place.replace(bytes)
  return found
}

/// What figures of a workspace are worked out from beside its tables, once its files were read; nil where files do not
/// tell it.
func sharedAsked(
  _ request: BuildRequest, _ day: Day, _ input: WorkspaceInput, _ recording: BuildRecording
) throws(MachineFailure) -> SharedFile.Asked? {
  guard let files = recording.digestOfFiles(besidePagesOf: input) else { return nil }
  return SharedFile.Asked(
    program: try programOfShards(), day: day.description, period: request.period?.description,
    files: files)
}
