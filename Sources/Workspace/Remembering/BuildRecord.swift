import Book
import Diagnostics
import Pages
import Storing

/// What a build was made of, and what came of it, kept beside Output so that the next one need not make again
/// what would be the same.
///
/// It may be removed at any time. What is damaged, cut off or of another version is no record.
struct BuildRecord: Sendable {
  /// What does not differ between two builds that make the same of the same files.
  struct Basis: Hashable, Sendable {
    /// The program and the libraries it is linked with, by their files.
    let program: SHA256Digest
    /// What was asked for.
    let request: String
    /// The day of the build, and the time zone by which it is that day.
    let day: String
    let zone: String
  }

  /// A file of Output.
  struct Published: Hashable, Sendable {
    let path: String
    let stamp: FileStamp
  }

  let basis: Basis
  /// What was read.
  var notes: ReadNotes.Notes
  /// The files that stood in Output afterwards, the manifest too, in the order of their paths.
  let outputs: [Published]
  /// What was found, and how many pages were made.
  let diagnostics: [Diagnostic]
  let pages: Int
  /// The folders that readers are handed: whoever publishes what stands must know them.
  let folders: [ReadersFolder]
  /// The paths of members' plans, and the books.
  let planPaths: [String: String]
  let books: [BookFile]
  /// The digest of what was kept of the pages; nil where nothing was.
  let pagesDigest: SHA256Digest?
}

extension BuildRecord {
  /// The first bytes of a record; another form of it gets another number.
  private static let mark = Array("salesbook record 4\n".utf8)

  /// The record as a file holds it.
  var bytes: [UInt8] {
    var body = StoredBytes()
    store(in: &body)
    var bytes = StoredBytes()
    SHA256Digest(of: body.bytes).store(in: &bytes)
    return Self.mark + bytes.bytes + body.bytes
  }

  /// Reads a record; nil for anything that is none, or not all of one.
  init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.mark) else { return nil }
    var reader = StoredReader(bytes, from: Self.mark.count)
    guard let digest = try? SHA256Digest(from: &reader),
      digest == SHA256Digest(of: Array(bytes[reader.position...])),
      let record = try? BuildRecord(from: &reader), reader.isAtEnd
    else { return nil }
    self = record
  }
}

extension BuildRecord: Storable {
  func store(in bytes: inout StoredBytes) {
    basis.store(in: &bytes)
    notes.store(in: &bytes)
    outputs.store(in: &bytes)
    diagnostics.store(in: &bytes)
    bytes.put(pages)
    folders.store(in: &bytes)
    planPaths.store(in: &bytes)
    books.store(in: &bytes)
    pagesDigest.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    basis = try Basis(from: &bytes)
    notes = try ReadNotes.Notes(from: &bytes)
    outputs = try [Published](from: &bytes)
    diagnostics = try [Diagnostic](from: &bytes)
    pages = try bytes.number()
    folders = try [ReadersFolder](from: &bytes)
    planPaths = try [String: String](from: &bytes)
    books = try [BookFile](from: &bytes)
    pagesDigest = try SHA256Digest?(from: &bytes)
  }
}

extension BuildRecord.Basis: Storable {
  func store(in bytes: inout StoredBytes) {
    program.store(in: &bytes)
    for text in [request, day, zone] { bytes.put(text) }
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    program = try SHA256Digest(from: &bytes)
    request = try bytes.text()
    day = try bytes.text()
    zone = try bytes.text()
  }
}

extension BuildRecord.Published: Storable {
  func store(in bytes: inout StoredBytes) {
    bytes.put(path)
    stamp.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    path = try bytes.text()
    stamp = try FileStamp(from: &bytes)
  }
}

extension FileStamp: Storable {
  func store(in bytes: inout StoredBytes) {
    for number in [size, modified, changed] { bytes.put(number) }
    for number in [device, file] { bytes.put(fixed: number) }
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    let (size, modified, changed) = (
      try bytes.number(), try bytes.number(), try bytes.number()
    )
    self.init(
      size: size, device: try bytes.fixed(), file: try bytes.fixed(), modified: modified,
      changed: changed)
  }
}

extension ReadNotes.Notes: Storable {
  func store(in bytes: inout StoredBytes) {
    files.values.sorted { $0.path < $1.path }.store(in: &bytes)
    walks.store(in: &bytes)
    questions.store(in: &bytes)
    isRepeatable.store(in: &bytes)
    isQuiet.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    let files = try [ReadNotes.File](from: &bytes)
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    walks = try [ReadNotes.Walk](from: &bytes)
    questions = try [ReadNotes.Question](from: &bytes)
    isRepeatable = try Bool(from: &bytes)
    isQuiet = try Bool(from: &bytes)
  }
}

extension ReadNotes.File: Storable {
  func store(in bytes: inout StoredBytes) {
    bytes.put(path)
    look.stamp.store(in: &bytes)
    bytes.put(look.moment)
    look.isSteady.store(in: &bytes)
    digest.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    path = try bytes.text()
    look = FileLook(stamp: try FileStamp(from: &bytes), moment: try bytes.number())
    look.isSteady = try Bool(from: &bytes)
    digest = try SHA256Digest(from: &bytes)
  }
}

extension ReadNotes.Walk: Storable {
  func store(in bytes: inout StoredBytes) {
    bytes.put(folder)
    ignored.store(in: &bytes)
    linked.store(in: &bytes)
    names.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    folder = try bytes.text()
    ignored = try [String](from: &bytes)
    linked = try [String](from: &bytes)
    names = try SHA256Digest(from: &bytes)
  }
}

extension ReadNotes.Question: Storable {
  func store(in bytes: inout StoredBytes) {
    bytes.put(path)
    isThere.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    path = try bytes.text()
    isThere = try Bool(from: &bytes)
  }
}
