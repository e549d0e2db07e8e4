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

  /// Builds the site of a workspace without writing a file.
  ///
  /// Every mistake in the input is in the report, and then the files are none that may be shown. Only the
  /// machine's failure is thrown.
  package static func make(_ request: BuildRequest) async throws -> PreviewBuild {
    let reader = try WorkspaceReader(request.source)
    let input = try WorkspaceInput.read(reader, in: request.source, log: request.log)
    var report = BuildReport()
    report.diagnostics = input.diagnostics
    let sink = KeepingSink()
    if let generation = request.generation(input.value.settings, &report.diagnostics) {
      report.add(try await generate(input.value.sources, generation, into: sink))
    }
    return PreviewBuild(report: report, files: sink.files)
  }

  /// The folder of a reader: that of a member's own plan or, where there is none, of whom they manage; or
  /// that of an edition.
  ///
  ///     build.folder(of: "wang", edition: nil)  // "plans/wang"
  package func folder(of person: String?, edition: String?) -> String? {
    let folders = report.folders
    if let person {
      let own = folders.filter { $0.holder == person }
      return (own.first { $0.tree.audience == .own } ?? own.first)?.path
    }
    if let edition {
      return folders.first { $0.tree.edition?.rawValue == edition || $0.tree.name == edition }?.path
    }
    return nil
  }
}

/// Keeps finished files.
private final class KeepingSink: OutputSink {
  private let kept = Mutex<[String: [UInt8]]>([:])

  var files: [String: [UInt8]] { kept.withLock { $0 } }

  func expect(pages: Int) {}

  func take(_ file: OutputFile) { kept.withLock { $0[file.path] = file.bytes } }
}
