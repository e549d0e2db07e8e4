import Diagnostics
import Glibc
import Pages
import Rulebook

extension BuildRecord {
  /// Whether all that the build read of a workspace is the same now; with the looks of files that had to be
  /// read to find out.
  func sameWorkspace(_ source: String) throws(MachineFailure) -> BuildRecord? {
    // A key that others may read by now is refused.
    guard notes.isRepeatable, notes.isQuiet,
      try KeyFile(in: source).read().diagnostics.isEmpty
    else { return nil }
    let reader = try WorkspaceReader(source)
    for question in notes.questions
    where try reader.hasFile(question.path) != question.isThere { return nil }
    var same = self
    for file in notes.files.values {
      guard let look = reader.root.look(at: file.path) else { return nil }
      if look.stamp == file.look.stamp, file.look.isSettled(delay: 0) { continue }
      let read = try reader.root.reading(file.path, upTo: WorkspaceReader.dataLimit)
      guard let bytes = read.bytes, SHA256Digest(of: bytes) == file.digest else { return nil }
      same.notes.files[file.path]?.look = read.look
    }
    for walk in notes.walks {
      let found = try reader.following(walk.linked).files(
        under: walk.folder, besides: walk.ignored)
      guard found.diagnostics.isEmpty, ReadNotes.digest(of: found.value) == walk.names else {
        return nil
      }
    }
    return same
  }

  /// Whether each file of Output is the one that was published.
  func sameOutput(_ output: FolderHandle) -> Bool {
    outputs.allSatisfy { output.stamp(of: $0.path) == $0.stamp }
  }
}

/// How a build that goes by the record begins.
enum RecordedBeginning {
  /// There is nothing to do: the record beside Output says that the same was built of the same, and Output stands
  /// as it was left. What was found then is told again.
  case standing(BuildReport)
  /// The build is made, with what is known of the one before.
  case building(BuildRecording)
}

extension BuildRecording {
  /// Looks at the record beside Output, as far as the request says.
  static func begin(_ request: BuildRequest) throws(MachineFailure) -> RecordedBeginning {
    guard request.record == .used,
      let output = try output(of: request), realPathOfExisting(output) != nil,
      let place = try? OutputPlace(output), let lock = try? OutputLock.take(place, waiting: 0)
    else { return .building(BuildRecording()) }
    defer { withExtendedLifetime(lock) {} }
    let recordPlace = RecordPlace(beside: place)
    guard let record = recordPlace.read() else { return .building(BuildRecording()) }
    if basis(of: request, zone: record.basis.zone) == record.basis,
      let old = try? FolderHandle(opening: place.realPath), !hasLeftovers(place, old),
      record.sameOutput(old), let same = try record.sameWorkspace(request.source)
    {
      if same.notes.files != record.notes.files { recordPlace.write(same) }
      return .standing(record.report(at: output, of: request))
    }
    return .building(
      BuildRecording(
        after: record.notes, recordPlace.pages(of: record), standing: record.outputs))
  }
}

extension BuildRecord {
  /// What a build that has nothing to do tells.
  fileprivate func report(at output: String, of request: BuildRequest) -> BuildReport {
    var report = BuildReport()
    report.diagnostics = diagnostics
    report.pages = pages
    (report.folders, report.planPaths, report.books) = (folders, planPaths, books)
    report.output = output
    if !report.isFailed(strictly: request.isStrict) {
      // The manifest is no file of the site.
      report.publication = Publication(
        written: 0, unchanged: outputs.count - 1, removed: 0, notes: [])
    }
    return report
  }
}

/// Where a build publishes to, without more than that being read of the settings; nil where they cannot be read.
private func output(of request: BuildRequest) throws(MachineFailure) -> String? {
  if let output = request.output { return output }
  let settings = try WorkspaceInput.plainSettings(WorkspaceReader(request.source))
  return settings.diagnostics.hasErrors ? nil : joined(request.source, settings.value.output)
}
