import Book
import Glibc
import Pages
import Storing

/// Where the record of an Output stands: beside it, under names of ours that `git` does not look at.
struct RecordPlace: Sendable {
  private let parent: FolderHandle
  private let name: String
  private let pagesName: String

  /// The place beside an Output.
  init(beside place: OutputPlace) {
    parent = place.parent
    name = place.recordName
    pagesName = place.pagesName
  }

  /// The record there; nil where there is none, or none that can be read.
  func read() -> BuildRecord? {
    guard let bytes = try? parent.read(name, upTo: 1 << 30) else { return nil }
    return BuildRecord(bytes: bytes)
  }

  /// What was kept of the pages with a record; nil where there is nothing, or not what was kept with it.
  func pages(of record: BuildRecord) -> PageMemory? {
    guard let digest = record.pagesDigest,
      let bytes = try? parent.read(pagesName, upTo: 1 << 31), SHA256Digest(of: bytes) == digest
    else { return nil }
    var reader = StoredReader(bytes)
    guard let memory = try? PageMemory(from: &reader), reader.isAtEnd else { return nil }
    return memory
  }

  /// Puts a record there in one step, after what was kept of the pages, if that is new.
  ///
  /// Where that cannot be done there is none: the next build makes everything.
  func write(_ record: BuildRecord, pages: [UInt8]? = nil) {
    do {
      if let pages { try put(pages, pagesName) }
      try put(record.bytes, name)
    } catch {
      remove()
    }
  }

  private func put(_ bytes: [UInt8], _ name: String) throws(MachineFailure) {
    try parent.remove(name + "-new")
    // It holds heads of pages of every reader, and a server may give out what stands beside Output.
    try parent.create(name + "-new", bytes, mode: 0o600)
    try parent.rename(name + "-new", to: name, in: parent)
  }

  /// Removes the record.
  func remove() {
    for name in [name, pagesName, name + "-new", pagesName + "-new"] { try? parent.remove(name) }
  }
}
