/// A text with every spelling of a character brought to one: what was written as an entity, by percent
/// signs, as an escape of JSON, JavaScript or a calendar, in full width or in capitals reads as if it had
/// not been.
///
///     PlainText(of: Array("%E4%B8%9C&#21592;甲".utf8)).bytes == Array("东员甲".utf8)
struct PlainText {
  /// The bytes: UTF-8, ASCII letters small, white space single.
  private(set) var bytes: [UInt8] = []
  /// Where each of them stood in what was read; nothing where nobody asks.
  private(set) var offsets: [Int32] = []
  /// Whether places are kept: they cost as much as the text itself.
  private let keepsOffsets: Bool

  /// Reads a text; what one reading leaves escaped a second one reads.
  init(of source: [UInt8], keepingOffsets: Bool = true) {
    self.init(keepingOffsets: keepingOffsets)
    bytes.reserveCapacity(source.count)
    if keepsOffsets { offsets.reserveCapacity(source.count) }
    var reader = PlainReader(source: source)
    reader.read(into: &self)
    if isEscaped {
      var again = PlainText(keepingOffsets: keepsOffsets)
      again.bytes.reserveCapacity(bytes.count)
      var second = PlainReader(source: bytes)
      second.read(into: &again)
      if keepsOffsets { again.offsets = again.offsets.map { offsets[Int($0)] } }
      self = again
    }
    dropGrouping()
  }

  private init(keepingOffsets: Bool) { keepsOffsets = keepingOffsets }

  mutating func append(_ byte: UInt8, from offset: Int) {
    bytes.append(byte)
    if keepsOffsets { offsets.append(Int32(truncatingIfNeeded: offset)) }
  }

  /// Appends bytes that stand one behind the other in what is read.
  mutating func append(_ run: UnsafeBufferPointer<UInt8>.SubSequence, from offset: Int) {
    bytes.append(contentsOf: run)
    guard keepsOffsets else { return }
    for place in offset..<offset + run.count { offsets.append(Int32(truncatingIfNeeded: place)) }
  }

  /// Whether anything could be read once more.
  private var isEscaped: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.dropLast().contains { index in
        switch bytes[index] {
        case UInt8(ascii: "&"), UInt8(ascii: "%"):
          bytes[index + 1] == UInt8(ascii: "#") || bytes[index + 1].isHexDigit
        case UInt8(ascii: "\\"): bytes[index + 1] == UInt8(ascii: "u")
        default: false
        }
      }
    }
  }

  /// Drops the commas of 12,345,678.
  private mutating func dropGrouping() {
    let dropped = groupingCommas
    guard var kept = dropped.first else { return }
    for (number, comma) in dropped.enumerated() {
      let run = comma + 1..<(number + 1 < dropped.count ? dropped[number + 1] : bytes.count)
      bytes.move(run, to: kept)
      if keepsOffsets { offsets.move(run, to: kept) }
      kept += run.count
    }
    bytes.removeLast(bytes.count - kept)
    if keepsOffsets { offsets.removeLast(offsets.count - kept) }
  }

  /// Where commas stand between a digit and three others.
  private var groupingCommas: [Int] {
    var found: [Int] = []
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] == UInt8(ascii: ",") && index > 0 {
        if bytes[index - 1].isDigit, isGroup(behind: index) { found.append(index) }
      }
    }
    return found
  }

  /// Whether a byte may stand between the digits of a telephone number.
  private static func isJoin(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }

  /// The parts of the text in which signs between digits were dropped, as telephone numbers are written: those
  /// around so many digits at least, each with so much of the text around it as a number may be long.
  func joinedDigits(atLeast least: Int, around width: Int) -> [PlainText] {
    var parts: [PlainText] = []
    var end = 0
    for run in joinedRuns(atLeast: least) {
      let start = max(end, run.lowerBound - width)
      guard run.upperBound > end else { continue }
      end = min(bytes.count, run.upperBound + width)
      parts.append(joined(max(0, start)..<end))
    }
    return parts
  }

  /// The runs of so many digits at least, with signs among them.
  private func joinedRuns(atLeast least: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    bytes.withUnsafeBufferPointer { bytes in
      while index < bytes.count {
        guard bytes[index].isDigit else {
          index += 1
          continue
        }
        let start = index
        var (digits, last, hasSigns) = (0, index, false)
        while index < bytes.count {
          if bytes[index].isDigit {
            digits += 1
            if index > last + 1 { hasSigns = true }
            last = index
          } else if !Self.isJoin(bytes[index]) {
            break
          }
          index += 1
        }
        // Without a sign to drop it was found as it stands.
        if digits >= least, hasSigns { runs.append(start..<last + 1) }
      }
    }
    return runs
  }

  private func joined(_ range: Range<Int>) -> PlainText {
    var joined = PlainText(keepingOffsets: keepsOffsets)
    for index in range {
      if Self.isJoin(bytes[index]), joined.bytes.last?.isDigit == true { continue }
      joined.append(bytes[index], from: keepsOffsets ? Int(offsets[index]) : 0)
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

extension Array {
  /// Moves some elements to a place before them, over what stands there.
  fileprivate mutating func move(_ run: Range<Int>, to place: Int) {
    withUnsafeMutableBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      (start + place).update(from: start + run.lowerBound, count: run.count)
    }
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
