/// A line that begins with colons, taken apart: `:::name[title]{attributes}`.
struct DirectiveLine {
  /// What the line is.
  enum Form: Hashable {
    case container, leaf, close
    case malformed(Fault)
  }

  /// Why a line that begins like a directive is none.
  enum Fault: Hashable {
    case noName, openTitle, openAttributes, fullWidthColons, fullWidthBrackets, fullWidthBraces
    case trailingText
  }

  /// The line from its first colon on.
  let bytes: ArraySlice<UInt8>
  private(set) var form: Form = .close
  /// Where the name stands.
  private(set) var name: Range<Int>
  /// Where the text between `[` and `]` stands.
  private(set) var title: Range<Int>?
  /// Where the text between `{` and `}` stands.
  private(set) var attributes: Range<Int>?
  /// Whether the line, right or wrong, begins a block that a later line closes.
  private(set) var opens = false
  /// Whether the line, right or wrong, closes a block.
  private(set) var closes = false
  /// Where the fault stands, in a line that has one.
  private(set) var fault: Int

  /// Takes a line apart; nil where it is ordinary text.
  init?(_ line: ArraySlice<UInt8>) {
    let end = line.firstIndex { $0 == 10 || $0 == 13 } ?? line.endIndex
    bytes = line[..<end]
    fault = line.startIndex
    name = line.startIndex..<line.startIndex
    guard readColons() else { return nil }
  }

  private mutating func readColons() -> Bool {
    let colons = bytes.prefix { $0 == UInt8(ascii: ":") }.count
    var position = bytes.startIndex + colons
    if bytes[position...].starts(with: "：".utf8) { return readFullWidthColons() }
    if colons == 0 { return false }
    guard colons >= 2 else { return false }
    if colons >= 3 { position = skipBlanks(from: position) }
    let start = position
    position = endOfName(from: position)
    if start == position {
      guard colons >= 3 else { return false }
      if position < bytes.endIndex {
        opens = true
        fail(.noName, at: position)
      }
      closes = !opens
      return true
    }
    guard colons >= 3 || isLetter(at: start) else { return false }
    name = start..<position
    form = colons == 2 ? .leaf : .container
    opens = form == .container
    readRest(from: position)
    return true
  }

  private mutating func readRest(from start: Int) {
    var position = start
    if has(UInt8(ascii: "["), at: position) {
      guard let end = endOfTitle(from: position + 1) else { return fail(.openTitle, at: position) }
      title = position + 1..<end
      position = end + 1
    }
    position = skipBlanks(from: position)
    if has(UInt8(ascii: "{"), at: position) {
      guard let end = endOfAttributes(from: position + 1) else {
        return fail(.openAttributes, at: position)
      }
      attributes = position + 1..<end
      position = skipBlanks(from: end + 1)
    }
    guard position < bytes.endIndex else { return }
    func begins(with sign: String) -> Bool { bytes[position...].starts(with: sign.utf8) }
    if title == nil, attributes == nil, begins(with: "［") || begins(with: "【") {
      return fail(.fullWidthBrackets, at: position)
    }
    fail(begins(with: "｛") ? .fullWidthBraces : .trailingText, at: position)
  }

  /// `：：：` is a mistake for `:::`, and so are both sorts mixed; so is `：：` before a letter.
  private mutating func readFullWidthColons() -> Bool {
    let colon = Array("：".utf8)
    var position = bytes.startIndex
    var count = 0
    while true {
      if has(UInt8(ascii: ":"), at: position) {
        position += 1
      } else if bytes[position...].starts(with: colon) {
        position += colon.count
      } else {
        break
      }
      count += 1
    }
    guard count >= 3 || count == 2 && isASCIILetter(at: position) else { return false }
    opens = count >= 3 && position < bytes.endIndex
    closes = position == bytes.endIndex
    fail(.fullWidthColons, at: bytes.startIndex)
    return true
  }

  private mutating func fail(_ fault: Fault, at position: Int) {
    form = .malformed(fault)
    self.fault = position
  }

  private func has(_ byte: UInt8, at position: Int) -> Bool {
    position < bytes.endIndex && bytes[position] == byte
  }

  private func skipBlanks(from start: Int) -> Int {
    bytes[start...].firstIndex { $0 != 32 && $0 != 9 } ?? bytes.endIndex
  }

  /// A name is letters of any script, digits, `-` and `_`; full-width signs end it.
  private func endOfName(from start: Int) -> Int {
    var position = start
    while position < bytes.endIndex {
      let byte = bytes[position]
      let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      guard byte >= 128 && !isFullWidthSign(at: position) || isAlphanumeric(byte) || isSign else {
        break
      }
      position += 1
    }
    return position
  }

  private func isFullWidthSign(at position: Int) -> Bool {
    ["｛", "［", "【", "：", "，", "。", "　"].contains { bytes[position...].starts(with: $0.utf8) }
  }

  private func isLetter(at position: Int) -> Bool {
    position < bytes.endIndex && (bytes[position] >= 128 || isASCIILetter(at: position))
  }

  private func isASCIILetter(at position: Int) -> Bool {
    position < bytes.endIndex && (97...122).contains(bytes[position] | 32)
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 32) || (48...57).contains(byte)
  }

  /// The `]` that answers the `[` before a position: brackets pair, a backslash hides the next.
  private func endOfTitle(from start: Int) -> Int? {
    var depth = 0
    var position = start
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        if depth == 0 { return position }
        depth -= 1
      default: break
      }
      position += 1
    }
    return nil
  }

  /// The `}` that ends the attributes: one inside quotes does not.
  private func endOfAttributes(from start: Int) -> Int? {
    var quoted = false
    var position = start
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\\") where quoted: position += 1
      case UInt8(ascii: "\""): quoted.toggle()
      case UInt8(ascii: "}") where !quoted: return position
      default: break
      }
      position += 1
    }
    return nil
  }
}
