/// The lines of a text that a directive takes.
struct Extent: Hashable, Sendable {
  /// From the line that opens it, from 1, to the line that closes it.
  let lines: ClosedRange<Int>
  /// The byte of the first line at which it begins, from 1.
  let column: Int
}

/// A text from which the lines of some directives were taken.
struct CutText {
  /// What stands where something was taken: a line that separates what is before it from what is
  /// behind it as the block did.
  ///
  /// It holds the sign for text that could not be read, so that no page means it for a block.
  static let gap = "::\u{FFFD}cut"

  /// The text that is left.
  private(set) var bytes: [UInt8] = []
  /// The number of each line in the file.
  private(set) var lineNumbers: [Int32] = []

  /// Takes the lines of directives, in order and none inside another, out of a text.
  ///
  /// Nothing of them is left: neither what they are called nor how many lines they had.
  init(_ source: SourceMap, without extents: [Extent]) {
    bytes.reserveCapacity(source.bytes.count)
    var line = 1
    var rest = extents[...]
    while line <= source.lineStarts.count {
      let text = source.bytes(ofLine: line)
      guard let extent = rest.first, extent.lines.lowerBound == line else {
        add(text, line, source)
        line += 1
        continue
      }
      add(text.prefix(extent.column - 1) + Array((Self.gap + "\n").utf8), line, source)
      line = extent.lines.upperBound < source.lineStarts.count ? extent.lines.upperBound + 1 : .max
      rest = rest.dropFirst()
    }
  }

  private mutating func add(_ text: ArraySlice<UInt8>, _ line: Int, _ source: SourceMap) {
    bytes += Mark.removed(from: text)
    lineNumbers.append(Int32(source.number(ofLine: line)))
  }
}
