package import Diagnostics
import YAML

/// A page as it was written: what its head says, and where its text begins.
package struct PageSource: Sendable {
  /// The path from the workspace's root: `Content/course/part-3.md`.
  package let path: String
  /// The head, with every key that was understood.
  package var head: FrontMatter
  /// Where the text begins.
  package let start: Start

  /// Where it stands, where its path does not say it.
  package var standing: Standing?

  /// Where a page stands whose course lies in folders of its own: `episodes/one.Rmd` may be
  /// `episodes/one.md` for links and `one.html` in a tree.
  package struct Standing: Hashable, Sendable {
    /// The path below the content folder by which other pages know it.
    package let source: String
    /// Where it stands in its tree.
    package let output: String

    /// Makes a place.
    package init(source: String, output: String) {
      self.source = source
      self.output = output
    }
  }

  /// Where the text of a page begins, behind its head.
  package struct Start: Hashable, Sendable {
    /// The text's first byte in the file.
    package let offset: Int
    /// The lines of the file before it.
    package let line: Int
  }

  /// Splits a page into head and text; the head is YAML between two lines of `---`, the first of
  /// which is the file's first line.
  ///
  ///     PageSource.read(SourceFile(path: "a.md", text: "---\ntitle: 计划\n---\n正文")).value.start.line  // 3
  package static func read(_ file: SourceFile) -> Parsed<PageSource> {
    let bytes = file.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = fenceEnd(bytes, at: start) else {
      let page = PageSource(
        path: file.path, head: FrontMatter(), start: Start(offset: start, line: 0))
      let line = lineOfMisplacedHead(in: bytes)
      return Parsed(page, line.map { [.misplacedHead(at: Place(path: file.path, line: $0))] } ?? [])
    }
    var line = 1
    var offset = first
    while offset < bytes.count {
      if let end = fenceEnd(bytes, at: offset) {
        let text = SourceFile(path: file.path, bytes: Array(bytes[first..<offset]))
        let readable = withReadableColons(text, lineOffset: 1, inside: FrontMatter.holders)
        let node = parseYAML(readable.value, lineOffset: 1)
        let head = FrontMatter.read(node.value)
        let page = PageSource(
          path: file.path, head: head.value, start: Start(offset: end, line: line + 1))
        let second = lineOfSecondHead(in: bytes[end...]).map {
          Diagnostic.misplacedHead(at: Place(path: file.path, line: line + 1 + $0))
        }
        return Parsed(
          page,
          readable.diagnostics + node.diagnostics + head.diagnostics
            + [second].compactMap(\.self))
      }
      offset = (bytes[offset...].firstIndex(of: 10) ?? bytes.count - 1) + 1
      line += 1
    }
    let page = PageSource(
      path: file.path, head: FrontMatter(), start: Start(offset: start, line: 0))
    return Parsed(page, [.unclosedFrontMatter(at: Place(path: file.path, line: 1, column: 1))])
  }

  /// Where the line after a line of `---` begins; nil where there is no such line at the offset.
  private static func fenceEnd(_ bytes: [UInt8], at offset: Int) -> Int? {
    guard offset + 3 <= bytes.count, bytes[offset..<offset + 3].elementsEqual("---".utf8) else {
      return nil
    }
    var end = offset + 3
    while end < bytes.count, bytes[end] == 32 || bytes[end] == 9 || bytes[end] == 13 { end += 1 }
    if end == bytes.count { return end }
    return bytes[end] == 10 ? end + 1 : nil
  }
}
