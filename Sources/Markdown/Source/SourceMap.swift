import Diagnostics

/// The text that the parser was given, and how its bytes answer to places that people know.
///
/// The text is the page's with invisible marks put in (see `Mark`); they count for nothing here.
struct SourceMap: Hashable, Sendable {
  /// The path of the page.
  let path: String
  /// The text that was parsed.
  let bytes: [UInt8]
  /// Where each line of the text starts.
  let lineStarts: [Int32]
  /// The number of the first line in the file.
  let firstLine: Int
  /// The number of each line in the file, where lines between them were left out; else empty.
  let lineNumbers: [Int32]
  /// In a text with long lines: how many scalars stand before a byte, for every so many bytes.
  ///
  /// Without it, many places in one line would take quadratic time.
  private let checkpoints: [Checkpoint]

  private struct Checkpoint: Hashable {
    let byte: Int
    let scalars: Int
  }

  /// Lines up to this many bytes are counted from their start.
  private static let longLine = 1024
  /// How far checkpoints stand apart.
  private static let stride = 256

  /// Keeps a text whose lines start at known places.
  init(
    path: String, bytes: [UInt8], lineStarts: [Int32], firstLine: Int, lineNumbers: [Int32] = []
  ) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = lineStarts
    self.firstLine = firstLine
    self.lineNumbers = lineNumbers
    let ends = lineStarts.dropFirst() + [Int32(bytes.count)]
    let hasLongLine = zip(lineStarts, ends).contains { Int($1 - $0) > Self.longLine }
    checkpoints = hasLongLine ? Self.checkpoints(in: bytes) : []
  }

  private static func checkpoints(in bytes: [UInt8]) -> [Checkpoint] {
    var checkpoints: [Checkpoint] = []
    var counter = ScalarCounter(position: 0)
    while counter.position < bytes.count {
      if counter.position >= checkpoints.count * stride {
        checkpoints.append(Checkpoint(byte: counter.position, scalars: counter.scalars))
      }
      counter.step(in: bytes[...])
    }
    return checkpoints
  }

  /// Where the lines of a text start.
  static func lineStarts(in text: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    for position in text.indices where text[position] == 10 || text[position] == 13 {
      let isPair =
        text[position] == 13 && position + 1 < text.count && text[position + 1] == 10
      if !isPair { starts.append(Int32(position + 1)) }
    }
    return starts
  }

  /// The number that a line of the text has in the file.
  func number(ofLine line: Int) -> Int {
    guard !lineNumbers.isEmpty else { return max(line, 1) + firstLine - 1 }
    return Int(lineNumbers[min(max(line, 1), lineNumbers.count) - 1])
  }

  /// The bytes of a line, from 1, with its ending.
  func bytes(ofLine line: Int) -> ArraySlice<UInt8> {
    guard line > 0, line <= lineStarts.count else { return [] }
    let end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    return bytes[Int(lineStarts[line - 1])..<end]
  }

  /// The place of a byte of a line; column 0 is the whole line.
  func place(line: Int, column: Int) -> Place {
    guard column > 0, line > 0, line <= lineStarts.count else {
      return Place(path: path, line: number(ofLine: line))
    }
    let start = Int(lineStarts[line - 1])
    let end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    let position = min(start + column - 1, end)
    let scalars =
      position - start <= Self.longLine
      ? count(from: start, to: position).scalars
      : scalars(before: position) - scalars(before: start)
    return Place(path: path, line: number(ofLine: line), column: scalars + 1)
  }

  private func scalars(before position: Int) -> Int {
    guard !checkpoints.isEmpty else { return count(from: 0, to: position).scalars }
    let index = checkpoints.partitioningIndex { $0.byte > position } - 1
    let checkpoint = checkpoints[max(0, index)]
    return checkpoint.scalars + count(from: checkpoint.byte, to: position).scalars
  }

  private func count(from start: Int, to end: Int) -> ScalarCounter {
    var counter = ScalarCounter(position: start)
    while counter.position < end { counter.step(in: bytes[...]) }
    return counter
  }

  /// The place of a byte of the text.
  func place(ofByte byte: Int) -> Place {
    let line = lineStarts.partitioningIndex { Int($0) > byte }
    return place(line: line, column: byte - Int(lineStarts[line - 1]) + 1)
  }

  /// Where the text of a line starts behind the signs of the quotes and lists around it, from 1.
  func contentColumn(line: Int) -> Int {
    let bytes = bytes(ofLine: line)
    let start = bytes.firstIndex { $0 != 32 && $0 != 9 && $0 != UInt8(ascii: ">") }
    return (start ?? bytes.startIndex) - bytes.startIndex + 1
  }
}

/// Counts the scalars of a text as people see it, without marks.
private struct ScalarCounter {
  var position: Int
  var scalars = 0

  mutating func step(in bytes: ArraySlice<UInt8>) {
    let byte = bytes[position]
    if byte == 0xEF, let width = Mark.width(in: bytes, at: position) {
      position += width
    } else {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      position += 1
    }
  }
}

extension RandomAccessCollection {
  /// The first index whose element, and every one behind it, has a property.
  func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if holds(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
