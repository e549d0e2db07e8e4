import Book
import Desk
import Diagnostics
import Pages
import Storing

/// A file of what all plans of a workspace share, with what it was worked out from.
struct SharedFile: Sendable {
  /// The program and the libraries it is linked with, by their bytes.
  let program: SHA256Digest
  /// The day, and the period that was asked for; no period where the settings say it, or the day.
  let day: String
  let period: String?
  /// The digest of settings, templates and names of files.
  let files: SHA256Digest
  let figures: SharedFigures
}

extension SharedFile {
  /// The first bytes of the file; another form of it gets another number.
  private static let mark = Array("salesbook shared 1\n".utf8)

  /// The file's bytes.
  var bytes: [UInt8] {
    var body = StoredBytes()
    store(in: &body)
    var seal = StoredBytes()
    SHA256Digest(of: body.bytes).store(in: &seal)
    return Self.mark + seal.bytes + body.bytes
  }

  /// Whether bytes begin as such a file does.
  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: mark) }

  /// Reads a file; nil for anything that is none, or not all of one.
  init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.mark) else { return nil }
    var reader = StoredReader(bytes, from: Self.mark.count)
    guard let digest = try? SHA256Digest(from: &reader),
      digest == SHA256Digest(of: Array(bytes[reader.position...])),
      let file = try? SharedFile(from: &reader), reader.isAtEnd
    else { return nil }
    self = file
  }

  /// Reads the file that a build was given, made of the same as the build; what is wrong where it was not.
  ///
  /// Whether the tables are the same is asked where they are read.
  static func read(_ path: String, like asked: Asked) -> Parsed<SharedFigures?> {
    guard let root = try? FolderHandle(opening: "."),
      let bytes = try? root.read(path, upTo: 1 << 32), let file = SharedFile(bytes: bytes)
    else { return Parsed(nil, [.unreadableSharedFile(path)]) }
    if file.program != asked.program { return Parsed(nil, [.sharedFileOfOtherProgram(path)]) }
    if file.day != asked.day || file.period != asked.period {
      return Parsed(nil, [.sharedFileOfOtherDay(path, file.told, than: asked.told)])
    }
    guard file.files == asked.files else { return Parsed(nil, [.sharedFileOfOtherFiles(path)]) }
    return Parsed(file.figures)
  }

  private var told: String { day + (period.map { " " + $0 } ?? "") }

  /// What a build is made of beside its tables and the text of its pages.
  struct Asked: Sendable {
    let program: SHA256Digest
    let day: String
    let period: String?
    let files: SHA256Digest

    fileprivate var told: String { day + (period.map { " " + $0 } ?? "") }
  }
}

extension SharedFile: Storable {
  func store(in bytes: inout StoredBytes) {
    program.store(in: &bytes)
    bytes.put(day)
    period.store(in: &bytes)
    files.store(in: &bytes)
    figures.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    program = try SHA256Digest(from: &bytes)
    day = try bytes.text()
    period = try String?(from: &bytes)
    files = try SHA256Digest(from: &bytes)
    figures = try SharedFigures(from: &bytes)
  }
}
