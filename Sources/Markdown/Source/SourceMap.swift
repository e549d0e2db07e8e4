import Diagnostics

/// The text that the parser was given, and how its bytes answer to places that people know.
///
/// The text is the page's with invisible marks put in (see `Mark`); they count for nothing here.
struct SourceMap: Hashable, Sendable {
  /// The path of the page.
  let path: String
  /// The text that was parsed.
  var bytes: [UInt8] = []
  /// Where each line of the text starts.
  var lineStarts: [Int32] = [0]
  /// The number of the first line in the file.
  let firstLine: Int

  /// The bytes of a line, from 1, with its ending.
  func bytes(ofLine line: Int) -> ArraySlice<UInt8> {
    guard line > 0, line <= lineStarts.count else { return [] }
    let end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    return bytes[Int(lineStarts[line - 1])..<end]
  }

  /// The place of a byte of a line; column 0 is the whole line.
  func place(line: Int, column: Int) -> Place {
    var scalars = 1
    let bytes = bytes(ofLine: line)
    var position = bytes.startIndex
    let end = min(bytes.startIndex + column - 1, bytes.endIndex)
    while position < end {
      if let width = Mark.width(in: bytes, at: position) {
        position += width
      } else {
        scalars += bytes[position] & 0xC0 == 0x80 ? 0 : 1
        position += 1
      }
    }
    return Place(path: path, line: line + firstLine - 1, column: column > 0 ? scalars : 0)
  }

  /// The place of a byte of the text.
  func place(ofByte byte: Int) -> Place {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(lineStarts[middle]) <= byte { low = middle } else { high = middle - 1 }
    }
    return place(line: low + 1, column: byte - Int(lineStarts[low]) + 1)
  }

  /// Where the text of a line starts behind the signs of the quotes and lists around it, from 1.
  func contentColumn(line: Int) -> Int {
    let bytes = bytes(ofLine: line)
    let start = bytes.firstIndex { $0 != 32 && $0 != 9 && $0 != UInt8(ascii: ">") }
    return (start ?? bytes.startIndex) - bytes.startIndex + 1
  }
}
