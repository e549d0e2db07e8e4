package import Diagnostics

/// A page set out so that its source reads well wherever it is shown: blank lines around the lines of
/// blocks, columns of tables one below the other, signs of blocks in half width.
///
/// What the page says stays: its tree is compared before and after, and a change that would make another
/// one is not made. Only what was mended (`：：：`, `｛…｝`, `“10”` among options) is read as it was meant
/// instead of not at all. A page that was formatted is not changed again.
///
///     FormattedPage(SourceFile(path: "a.md", text: "：：：note\n甲\n：：：\n")).bytes
///     // ":::note\n\n甲\n\n:::\n"
package struct FormattedPage: Hashable, Sendable {
  /// The page as it should stand.
  package let bytes: [UInt8]
  /// How many blank lines were added.
  package private(set) var blankLines = 0
  /// How many tables were set out anew.
  package private(set) var tables = 0
  /// On how many lines signs were mended.
  package private(set) var mendedLines = 0

  /// Formats a page; what stands before `start`, its head, stays byte for byte.
  package init(_ page: SourceFile, from start: Int = 0, options: ParsingOptions = ParsingOptions())
  {
    let head = page.bytes.prefix(start)
    var text = PageLines(page.bytes.dropFirst(start))
    guard text.isText, page.bytes.count <= SizeLimit.source else {
      bytes = page.bytes
      return
    }
    let formatter = PageFormatter(path: page.path, options: options)
    let mended = formatter.mend(&text)
    mendedLines = mended.lines
    let edits = formatter.setOut(&text, read: mended.document)
    blankLines = edits.count { $0.isBlankLine }
    tables = edits.count - blankLines
    bytes = Array(head) + text.bytes
  }

  /// Whether anything was changed.
  package var isChanged: Bool { blankLines + tables + mendedLines > 0 }
}

/// A text by its lines, each with the sign that ends it.
struct PageLines: Hashable {
  private(set) var lines: [[UInt8]] = []
  /// Whether it is UTF-8.
  let isText: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    isText = String(validating: bytes, as: UTF8.self) != nil
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 10) {
      lines.append(Array(bytes[start...end]))
      start = end + 1
    }
    if start < bytes.endIndex { lines.append(Array(bytes[start...])) }
  }

  var bytes: [UInt8] { lines.flatMap { $0 } }

  /// A line, from 1, without its end; nil where there is none.
  subscript(number: Int) -> ArraySlice<UInt8>? {
    guard number > 0, number <= lines.count else { return nil }
    return Self.content(of: lines[number - 1])
  }

  private static func content(of line: [UInt8]) -> ArraySlice<UInt8> {
    var content = line[...]
    while content.last == 10 || content.last == 13 { content.removeLast() }
    return content
  }

  /// The sign that ends lines here.
  private var ending: [UInt8] { lines.first?.suffix(2) == [13, 10] ? [13, 10] : [10] }

  /// Whether nothing but blanks and signs of quotations stands in a line; lines that are not there are
  /// blank.
  func isBlank(_ number: Int) -> Bool {
    self[number]?.allSatisfy { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") } ?? true
  }

  /// Puts another text in place of a line.
  mutating func replace(_ number: Int, with text: [UInt8]) {
    let old = lines[number - 1]
    lines[number - 1] = text + old.suffix(old.count - Self.content(of: old).count)
  }

  /// The same lines with some edits made, none of which touches another's lines.
  func with(_ edits: [PageEdit]) -> PageLines {
    var result = self
    // From the end, and of two at one line the blank line last, so that every number still holds.
    let ordered = edits.sorted { first, second in
      (first.line, second.isBlankLine ? 1 : 0) > (second.line, first.isBlankLine ? 1 : 0)
    }
    for edit in ordered {
      switch edit.change {
      case .blankLine(let lead):
        result.lines.insert(lead + ending, at: edit.line - 1)
      case .table(let rows):
        for (offset, row) in rows.enumerated() { result.replace(edit.line + offset, with: row) }
      }
    }
    return result
  }
}

/// One thing to do to a page.
struct PageEdit: Hashable {
  enum Change: Hashable {
    /// A blank line before the line, which in a quotation goes on with it.
    case blankLine(lead: [UInt8])
    /// The rows of a table that begins at the line.
    case table(rows: [[UInt8]])
  }

  let line: Int
  let change: Change

  var isBlankLine: Bool { if case .blankLine = change { true } else { false } }
}
