import Book
import Desk
import Diagnostics
import Glibc
import Pages
import Rulebook
import SalesMethod
import Storing
import Vocabulary

/// One build's dealings with what the build before has left: what can be known by it, and what this one leaves.
final class BuildRecording: Sendable {
  /// What is read in this build.
  let notes: ReadNotes
  /// What the build before kept of its pages.
  private let earlier: PageMemory?
  /// The files that it left in Output, with their stamps.
  let standing: [String: FileStamp]

  /// Begins, with what a build before has left.
  init(
    after notes: ReadNotes.Notes? = nil, _ earlier: PageMemory? = nil,
    standing: [BuildRecord.Published] = []
  ) {
    self.notes = ReadNotes(known: notes?.files ?? [:])
    self.earlier = earlier
    self.standing = Dictionary(
      standing.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
  }

  /// What of a build lies outside of the workspace; nil where it cannot be told.
  ///
  /// The program is told by the stamps of its files, or as it is told.
  static func basis(
    of request: BuildRequest, zone: String, program: SHA256Digest? = programDigest()
  ) -> BuildRecord.Basis? {
    guard let program, let day = request.now.day(inTimeZone: zone) else {
      return nil
    }
    let (course, period) = (request.courseDay, request.period)
    let asked: [String] = [
      request.trees.joined(separator: "\0"), request.person ?? "\0",
      period?.description ?? "", request.paper?.rawValue ?? "", request.vocabulary?.rawValue ?? "",
      course?.description ?? "",
    ]
    return BuildRecord.Basis(
      program: program, request: asked.joined(separator: "\u{1}"), day: "\(day)", zone: zone)
  }

  /// What the pages of a workspace are remembered by; nil where nothing is.
  func memory(
    of request: BuildRequest, _ input: WorkspaceInput, _ reader: WorkspaceReader
  ) -> WorkspaceMemory? {
    Self.basis(of: request, zone: input.settings.timeZone).map { memory(by: $0, input, reader) }
  }

  /// The same, with what lies outside of the workspace told by a basis.
  func memory(
    by basis: BuildRecord.Basis, _ input: WorkspaceInput, _ reader: WorkspaceReader
  ) -> WorkspaceMemory {
    let (notes, root) = (notes, reader.root)
    let apart = Set(input.sources.pages).union(input.tablesAlone)
    return WorkspaceMemory(
      earlier: earlier, unchanged: { notes.noteUnchanged($0, in: root) },
      digest: { notes.digest(of: $0) }, shared: { notes.notes.shared(besides: apart, basis) })
  }
}

extension BuildRecording {
  /// The digest of all files that were read so far beside pages and own tables, and of the names of files; nil where
  /// they do not tell all that was read.
  func digestOfFiles(besidePagesOf input: WorkspaceInput) -> SHA256Digest? {
    let apart = Set(input.sources.pages).union(input.tablesAlone)
    let nothing = BuildRecord.Basis(
      program: SHA256Digest(of: []), request: "", day: "", zone: input.settings.timeZone)
    return notes.notes.shared(besides: apart, nothing)
  }
}

extension WorkspaceInput {
  /// The paths of the own tables that are read as nothing else: what they say is told by the digests of their rows.
  fileprivate var tablesAlone: Set<String> {
    let templates = settings.templates + "/"
    return Set(sources.desk.data.map(\.path)).subtracting(sources.desk.keptPlans)
      .subtracting(sources.archived).subtracting(["salesbook.yaml"])
      .filter { !$0.hasPrefix(templates) }
  }
}

extension ReadNotes.Notes {
  /// The digest of all that was read beside some files, and of what lies outside of the workspace; nil where
  /// files do not tell all of it.
  fileprivate func shared(
    besides pages: Set<String>, _ basis: BuildRecord.Basis
  ) -> SHA256Digest? {
    guard isRepeatable else { return nil }
    var bytes = StoredBytes()
    basis.store(in: &bytes)
    walks.store(in: &bytes)
    questions.store(in: &bytes)
    for file in files.values.sorted(by: { $0.path < $1.path }) where !pages.contains(file.path) {
      bytes.put(file.path)
      file.digest.store(in: &bytes)
    }
    return SHA256Digest(of: bytes.bytes)
  }
}
