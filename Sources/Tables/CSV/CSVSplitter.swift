import Diagnostics

/// Splits the text of a CSV or TSV file into rows and cells, as RFC 4180 and Excel do.
///
/// Rows end with LF, CRLF or CR. A cell that begins with `"` runs to the next single `"`, line breaks
/// and separators included; `""` in it is one quote. A quote inside any other cell is an ordinary
/// character. Lines without a byte are no rows.
///
/// It works on a buffer, not on an array, since unchecked reads make up its speed, and asks a
/// `SignScanner` where cells end; every index is kept below `end`.
struct CSVSplitter {
  private static let quote = UInt8(ascii: "\"")
  private static let equals = UInt8(ascii: "=")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// What was found wrong, by the byte where it starts.
  enum Trouble: Hashable { case openQuote, textAfterQuote }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private let end: Int
  private var signs: SignScanner
  private var position: Int
  private var line = 1
  private var grid = CellGrid()
  private(set) var troubles: [(trouble: Trouble, line: Int, offset: Int)] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, separator: UInt8, line: Int) {
    self.bytes = bytes
    self.separator = separator
    self.line = line
    signs = SignScanner(bytes, separator: separator)
    end = bytes.count
    position = start
  }

  /// The rows and cells of a text from a byte on, and what is wrong with them.
  static func split(_ text: [UInt8], from start: Int, line: Int, separator: UInt8)
    -> (grid: CellGrid, troubles: [(trouble: Trouble, line: Int, offset: Int)])
  {
    var result = text.withUnsafeBufferPointer { bytes in
      var splitter = CSVSplitter(bytes, from: start, separator: separator, line: line)
      splitter.grid.cells.reserveCapacity(bytes.count / 10)
      while splitter.position < splitter.end { splitter.splitRow() }
      return (splitter.grid, splitter.troubles)
    }
    result.0.text = text
    return result
  }

  private mutating func splitRow() {
    let first = bytes[position]
    if first == Self.lineFeed || first == Self.carriageReturn {
      takeLineEnd()
      return
    }
    grid.startRow(line: line, offset: position)
    while true {
      if position < end, bytes[position] == Self.quote {
        splitQuotedCell()
      } else {
        splitPlainCell()
      }
      guard position < end else { return }
      guard bytes[position] == separator else { break }
      position += 1
    }
    takeLineEnd()
  }

  /// Steps over LF, CRLF or CR.
  private mutating func takeLineEnd() {
    line += 1
    if bytes[position] == Self.carriageReturn, position + 1 < end,
      bytes[position + 1] == Self.lineFeed
    {
      position += 1
    }
    position += 1
  }

  private mutating func splitPlainCell() {
    let start = position
    position = signs.nextEnd(from: start)
    if start + 3 <= position, bytes[start] == Self.equals, bytes[start + 1] == Self.quote {
      return splitWrappedCell(from: start)
    }
    grid.cells.append(PackedCell(offset: start, length: position - start))
  }

  /// `="00124"`: how programs keep a spreadsheet from making a number of a text; the text is meant.
  private mutating func splitWrappedCell(from start: Int) {
    let inner = start + 2..<position - 1
    let isWrapped = bytes[position - 1] == Self.quote && !bytes[inner].contains(Self.quote)
    grid.cells.append(
      isWrapped
        ? PackedCell(offset: inner.lowerBound, length: inner.count)
        : PackedCell(offset: start, length: position - start))
  }

  private mutating func splitQuotedCell() {
    let opening = position
    let openingLine = line
    var pieceStart = opening + 1
    var rewrittenStart: Int?
    while true {
      let closing = signs.nextQuote(from: pieceStart)
      guard closing < end else {
        reportOpenQuote(at: opening, line: openingLine)
        return
      }
      countLines(pieceStart..<closing)
      let isDoubled = closing + 1 < end && bytes[closing + 1] == Self.quote
      position = closing + 1
      let tail = isDoubled ? position : signs.nextEnd(from: position)
      if tail > position { troubles.append((.textAfterQuote, line, position)) }
      if !isDoubled, tail == position, rewrittenStart == nil {
        grid.cells.append(PackedCell(offset: pieceStart, length: closing - pieceStart))
        return
      }
      rewrittenStart = rewrittenStart ?? grid.rewritten.count
      grid.rewritten.append(contentsOf: bytes[pieceStart..<(isDoubled ? closing + 1 : closing)])
      if isDoubled {
        pieceStart = closing + 2
        continue
      }
      grid.rewritten.append(contentsOf: bytes[position..<tail])
      position = tail
      let offset = rewrittenStart ?? 0
      let range = Self.unwrapped(grid.rewritten, offset..<grid.rewritten.count)
      grid.cells.append(
        PackedCell(offset: range.lowerBound, length: range.count, isRewritten: true))
      return
    }
  }

  /// The bytes of a rewritten cell without the `="` and `"` around them.
  private static func unwrapped(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.count >= 3, bytes[range.lowerBound] == equals,
      bytes[range.lowerBound + 1] == quote, bytes[range.upperBound - 1] == quote
    else { return range }
    let inner = range.lowerBound + 2..<range.upperBound - 1
    return bytes[inner].contains(quote) ? range : inner
  }

  /// Counts the line breaks inside a quoted cell.
  private mutating func countLines(_ range: Range<Int>) {
    var index = signs.nextBreak(in: range)
    while index < range.upperBound {
      if bytes[index] == Self.lineFeed || index + 1 == end || bytes[index + 1] != Self.lineFeed {
        line += 1
      }
      index = signs.nextBreak(in: index + 1..<range.upperBound)
    }
  }

  /// A quote that is never closed has swallowed the rest of the file: the row is broken.
  private mutating func reportOpenQuote(at opening: Int, line openingLine: Int) {
    troubles.append((.openQuote, openingLine, opening))
    grid.cells.append(.blank)
    grid.rows[grid.rows.count - 1].isBroken = true
    position = end
  }
}

extension CSVSplitter {
  /// Where a cell stands: its row is split again, since no cell remembers its column.
  static func place(
    ofCell column: Int, from offset: Int, line: Int, in text: [UInt8], separator: UInt8,
    path: String
  ) -> Place {
    text.withUnsafeBufferPointer { bytes in
      var splitter = CSVSplitter(bytes, from: offset, separator: separator, line: line)
      splitter.grid.startRow(line: line, offset: offset)
      var start = offset
      for _ in 0..<column {
        if splitter.position < splitter.end, bytes[splitter.position] == quote {
          splitter.splitQuotedCell()
        } else {
          splitter.splitPlainCell()
        }
        guard splitter.position < splitter.end, bytes[splitter.position] == separator else { break }
        splitter.position += 1
        start = splitter.position
      }
      return Place(
        path: path, line: splitter.line,
        column: columnInLine(of: start, in: bytes))
    }
  }

  /// The column, in Unicode scalars from 1, of a byte in its line.
  static func columnInLine(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var lineStart = offset
    while lineStart > 0, bytes[lineStart - 1] != lineFeed,
      bytes[lineStart - 1] != carriageReturn
    {
      lineStart -= 1
    }
    if lineStart == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lineStart = min(3, offset) }
    return 1 + bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 }
  }
}
