/// A text with every spelling of a character brought to one: what was written as an entity, by percent
/// signs, as an escape of JSON, JavaScript or a calendar, in full width or in capitals reads as if it had
/// not been.
///
///     PlainText(of: Array("%E4%B8%9C&#21592;甲".utf8)).bytes == Array("东员甲".utf8)
struct PlainText {
  /// The bytes: UTF-8, ASCII letters small, white space single.
  private(set) var bytes: [UInt8] = []
  /// Where each of them stood in what was read.
  private(set) var offsets: [Int32] = []

  /// Reads a text; what one reading leaves escaped a second one reads.
  init(of source: [UInt8]) {
    self.init()
    bytes.reserveCapacity(source.count)
    offsets.reserveCapacity(source.count)
    var reader = PlainReader(source: source)
    reader.read(into: &self)
    if isEscaped {
      var again = PlainText()
      var second = PlainReader(source: bytes)
      second.read(into: &again)
      again.offsets = again.offsets.map { offsets[Int($0)] }
      self = again
    }
    dropGrouping()
  }

  private init() {}

  mutating func append(_ byte: UInt8, from offset: Int) {
    bytes.append(byte)
    offsets.append(Int32(truncatingIfNeeded: offset))
  }

  /// Whether anything could be read once more.
  private var isEscaped: Bool {
    bytes.indices.contains { index in
      switch bytes[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "%"):
        index + 1 < bytes.count
          && (bytes[index + 1] == UInt8(ascii: "#") || bytes[index + 1].isHexDigit)
      case UInt8(ascii: "\\"): index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "u")
      default: false
      }
    }
  }

  /// Drops the commas of 12,345,678.
  private mutating func dropGrouping() {
    var kept = 0
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: ","), kept > 0, bytes[kept - 1].isDigit,
        isGroup(behind: index)
      {
        continue
      }
      bytes[kept] = bytes[index]
      offsets[kept] = offsets[index]
      kept += 1
    }
    bytes.removeLast(bytes.count - kept)
    offsets.removeLast(offsets.count - kept)
  }

  /// The text without signs and spaces between digits, as telephone numbers are written.
  var withJoinedDigits: PlainText {
    var joined = PlainText()
    for index in bytes.indices {
      let isSign =
        bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "-")
        || bytes[index] == UInt8(ascii: ".")
        || bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: ")")
      if isSign, joined.bytes.last?.isDigit == true { continue }
      joined.append(bytes[index], from: Int(offsets[index]))
    }
    return joined
  }

  private func isGroup(behind comma: Int) -> Bool {
    guard comma + 3 < bytes.count, bytes[(comma + 1)...(comma + 3)].allSatisfy(\.isDigit) else {
      return false
    }
    return comma + 4 >= bytes.count || !bytes[comma + 4].isDigit
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isHexDigit: Bool { hexValue != nil }
  /// Whether it is an ASCII letter or digit.
  var isWord: Bool { isDigit || (0x61...0x7A).contains(self | 0x20) && self < 0x80 }

  var hexValue: UInt32? {
    switch self {
    case 0x30...0x39: UInt32(self) - 0x30
    case 0x41...0x46: UInt32(self) - 0x37
    case 0x61...0x66: UInt32(self) - 0x57
    default: nil
    }
  }
}
