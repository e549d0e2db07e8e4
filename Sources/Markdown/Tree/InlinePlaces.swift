/// Where the inline nodes of a block really stand.
///
/// The library counts columns of a paragraph's later lines as if they were indented like its
/// first, and takes the line behind a backslash break for more of the line before. Both are put
/// right here.
struct InlinePlaces {
  private let source: SourceMap
  /// The block's first line, and the bytes before its text.
  private var blockLine: Int32 = 0
  private var blockOffset: Int32 = 0
  /// How many lines the library has not counted in this block, and the bytes of those that it
  /// still takes for one line.
  private var missedLines: Int32 = 0
  private var missedBytes: Int32 = 0
  private var line: Int32 = 0

  init(source: SourceMap) { self.source = source }

  /// Starts a block whose text begins at a byte of a line, from 0.
  mutating func startBlock(line: Int32, offset: Int32) {
    (blockLine, blockOffset, self.line) = (line, offset, line)
    (missedLines, missedBytes) = (0, 0)
  }

  /// Passes over a line break.
  mutating func lineBreak(isHard: Bool) {
    let bytes = source.bytes(ofLine: Int(line))
    if isHard, bytes.last(where: { $0 != 10 && $0 != 13 }) == UInt8(ascii: "\\") {
      missedLines += 1
      missedBytes += Int32(bytes.count) - contentOffset
    } else {
      missedBytes = 0
    }
    line += 1
  }

  /// The place of a node that the library puts at a line and a column.
  mutating func place(line counted: Int32, column: Int32) -> (line: Int32, column: Int32) {
    guard counted > 0, column > 0 else { return (counted, column) }
    line = counted + missedLines
    return (line, contentOffset + column - blockOffset - missedBytes)
  }

  /// The bytes of the current line before the block's text.
  private var contentOffset: Int32 {
    line == blockLine ? blockOffset : Int32(source.contentColumn(line: Int(line))) - 1
  }
}
