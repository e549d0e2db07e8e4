import Diagnostics
import Pages
import Phrases
package import Storing

extension PageMemory: Storable {
  package func store(in bytes: inout StoredBytes) {
    shared.store(in: &bytes)
    guarded.store(in: &bytes)
    pages.store(in: &bytes)
    books.store(in: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    shared = try SHA256Digest(from: &bytes)
    guarded = try GuardedMarks(from: &bytes)
    pages = try [String: Page](from: &bytes)
    books = try [Book](from: &bytes)
  }
}

extension PageMemory.Page: Storable {
  func store(in bytes: inout StoredBytes) {
    digest.store(in: &bytes)
    (head != nil).store(in: &bytes)
    head.map { bytes.put($0) }
    work.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    digest = try SHA256Digest(from: &bytes)
    head = try Bool(from: &bytes) ? try bytes.plainBytes() : nil
    work = try KeptWork?(from: &bytes)
  }
}

extension PageMemory.Book: Storable {
  func store(in bytes: inout StoredBytes) {
    for text in [tree, index] { bytes.put(text) }
    diagnostics.store(in: &bytes)
    record.store(in: &bytes)
    paths.store(in: &bytes)
    hasDeck.store(in: &bytes)
  }

  init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    (tree, index) = (try bytes.text(), try bytes.text())
    diagnostics = try [Diagnostic](from: &bytes)
    record = try BookFile(from: &bytes)
    paths = try [String](from: &bytes)
    hasDeck = try Bool(from: &bytes)
  }
}

extension BookFile: Storable {
  package func store(in bytes: inout StoredBytes) {
    for text in [tree, path, language.rawValue] { bytes.put(text) }
    pages.store(in: &bytes)
    bytes.put(chapters)
    workbook.store(in: &bytes)
  }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    let (tree, path) = (try bytes.text(), try bytes.text())
    self.init(
      tree: tree, path: path, language: try Language(from: &bytes),
      pages: try [String](from: &bytes), chapters: try bytes.number(),
      workbook: try String?(from: &bytes))
  }
}

extension Language: Storable {
  package func store(in bytes: inout StoredBytes) { bytes.put(rawValue) }

  package init(from bytes: inout StoredReader) throws(UnreadableBytes) {
    guard let language = Language(rawValue: try bytes.text()) else { throw UnreadableBytes() }
    self = language
  }
}
