import Diagnostics
import Pages

/// Which pages and books of a site are right as an earlier build left them.
struct Remembrance: Sendable {
  /// The digest of all that pages share; nil where nothing is remembered.
  let shared: SHA256Digest?
  /// What pages came to whose own files did not change, by their paths; each of their files is right where its
  /// rows are the same too.
  let work: [String: KeptWork]
  /// The books that need not be bound, by tree and index page.
  let books: [BookKey: PageMemory.Book]

  /// A book's tree and the source of its index page.
  struct BookKey: Hashable, Sendable {
    let tree: String
    let index: String
  }

  /// Nothing at all.
  static let none = Remembrance(shared: nil, work: [:], books: [:])
}

/// A page's file, as far as other pages can depend on it.
struct KnownHead: Sendable {
  /// The digest of the whole file.
  let digest: SHA256Digest
  /// The bytes up to the text.
  let head: [UInt8]
  let source: PageSource
  /// Whether nothing in the head is wrong.
  let isSound: Bool
}
