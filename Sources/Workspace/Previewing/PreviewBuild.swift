import Book
import Diagnostics
import Pages
import Synchronization

/// A site that was made to be looked at: its files in memory, so that nothing of it is left on the disk.
package struct PreviewBuild: Sendable {
  /// What was found, and who has pages.
  package let report: BuildReport
  /// The files by their paths below the root.
  package let files: [String: [UInt8]]
  /// What was read, and what may be kept of the pages for the next build.
  private let notes: ReadNotes.Notes
  private let memory: PageMemory?

  /// Builds the site of a workspace without writing a file.
  ///
  /// Every mistake in the input is in the report, and then the files are none that may be shown. Only the
  /// machine's failure is thrown. What a build before has made and is still right is not made again.
  package static func make(
    _ request: BuildRequest, after before: PreviewBuild? = nil
  ) async throws -> PreviewBuild {
    let recording = BuildRecording(after: before?.notes, before?.memory)
    let reader = try WorkspaceReader(request.source, noting: recording.notes)
    let input = try WorkspaceInput.read(reader, in: request.source, log: request.log)
    var report = BuildReport()
    report.diagnostics = input.diagnostics
    let sink = KeepingSink(earlier: before?.files ?? [:])
    var memory: PageMemory?
    if let generation = request.generation(input.value.settings, &report.diagnostics) {
      let made = try await generate(
        input.value.sources, generation,
        remembering: recording.memory(of: request, input.value, reader), into: sink)
      report.add(made.report)
      memory = made.memory
    }
    return PreviewBuild(
      report: report, files: sink.files, notes: recording.notes.notes, memory: memory)
  }

  /// The folder of a reader: that of a member's own plan or, where there is none, of whom they manage; or
  /// that of an edition.
  ///
  ///     build.folder(of: "wang", edition: nil)  // "plans/wang"
  package func folder(of person: String?, edition: String?) -> String? {
    let folders = report.folders
    if let person {
      let own = folders.filter { $0.holder == person }
      return (own.first { $0.audience == .own } ?? own.first)?.path
    }
    if let edition {
      return folders.first { $0.edition?.rawValue == edition || $0.tree == edition }?.path
    }
    return nil
  }
}

/// Keeps finished files.
private final class KeepingSink: OutputSink {
  /// The files of the build before.
  private let earlier: [String: [UInt8]]
  private let kept = Mutex<[String: [UInt8]]>([:])

  init(earlier: [String: [UInt8]]) { self.earlier = earlier }

  var files: [String: [UInt8]] { kept.withLock { $0 } }

  func expect(pages: Int) {}

  func take(_ file: OutputFile) { kept.withLock { $0[file.path] = file.bytes } }

  func standing(_ path: String) -> [UInt8]? { earlier[path] }

  func keep(_ paths: [String]) -> Bool {
    guard paths.allSatisfy({ earlier[$0] != nil }) else { return false }
    kept.withLock { kept in
      for path in paths { kept[path] = earlier[path] }
    }
    return true
  }
}
