/// Reads a text once, character by character, however each is spelled.
struct PlainReader {
  let source: [UInt8]
  private var index = 0

  init(source: [UInt8]) { self.source = source }

  mutating func read(into text: inout PlainText) {
    while index < source.count {
      let start = index
      passOrdinary(into: &text)
      guard index == start else { continue }
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "&"): take(entity(), else: byte, start, &text)
      case UInt8(ascii: "%"): percent(&text)
      case UInt8(ascii: "\\"): escape(&text)
      case 0x0D where isFold: index += 3
      case 0x09, 0x0A, 0x0D, 0x20: space(start, &text)
      case 0xE3...0xEF: wide(&text)
      default:
        index += 1
        put(byte, start, &text)
      }
    }
  }

  /// Copies what stands for itself.
  private mutating func passOrdinary(into text: inout PlainText) {
    let start = index
    let end = source.withUnsafeBufferPointer { bytes in
      Self.isOrdinary.withUnsafeBufferPointer { isOrdinary in
        var at = start
        while at < bytes.count, isOrdinary[Int(bytes[at])] { at += 1 }
        if at > start { text.append(bytes[start..<at], from: start) }
        return at
      }
    }
    index = end
  }

  /// The bytes that stand for themselves wherever they stand.
  private static let isOrdinary: [Bool] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "\\"), 0x09, 0x0A, 0x0D, 0x20,
      0x41...0x5A, 0xE3, 0xEF:
      false
    default: true
    }
  }

  /// Whether a line of a calendar goes on behind the end of this one.
  private var isFold: Bool {
    index + 2 < source.count && source[index + 1] == 0x0A && source[index + 2] == 0x20
  }

  private mutating func space(_ start: Int, _ text: inout PlainText) {
    index += 1
    if text.bytes.last != 0x20 { text.append(0x20, from: start) }
  }

  private func put(_ byte: UInt8, _ start: Int, _ text: inout PlainText) {
    text.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte, from: start)
  }

  /// Writes a scalar, full width as half; where there is none, the byte as it stands.
  private mutating func take(
    _ scalar: Unicode.Scalar?, else byte: UInt8, _ start: Int, _ text: inout PlainText
  ) {
    guard let scalar else {
      index = start + 1
      return put(byte, start, &text)
    }
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000:
      if text.bytes.last != 0x20 { text.append(0x20, from: start) }
    case 0xFF01...0xFF5E: put(UInt8(scalar.value - 0xFEE0), start, &text)
    default: for byte in String(scalar).utf8 { put(byte, start, &text) }
    }
  }

  /// A character of three bytes: one of full width is written in half.
  private mutating func wide(_ text: inout PlainText) {
    let start = index
    let byte = source[start]
    guard start + 2 < source.count, byte == 0xEF || byte == 0xE3 else {
      index += 1
      return put(byte, start, &text)
    }
    let value =
      UInt32(byte & 0x0F) << 12 | UInt32(source[start + 1] & 0x3F) << 6
      | UInt32(source[start + 2] & 0x3F)
    guard value == 0x3000 || (0xFF01...0xFF5E).contains(value) else {
      index += 1
      return put(byte, start, &text)
    }
    index += 3
    take(Unicode.Scalar(value), else: byte, start, &text)
  }

  /// `&#26426;`, `&#x673A;`, `&amp;`; nil where none stands here, and then nothing is passed.
  private mutating func entity() -> Unicode.Scalar? {
    var end = index + 1
    while end < source.count, end - index < 10, source[end].isWord || source[end] == 0x23 {
      end += 1
    }
    guard end < source.count, source[end] == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: source[(index + 1)..<end], as: UTF8.self)
    guard let scalar = Self.scalar(of: name) else { return nil }
    index = end + 1
    return scalar
  }

  private static func scalar(of name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    let named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
    ]
    return named[name]
  }

  /// `%E4`: the byte it stands for, a part of a character that the bytes around it complete.
  private mutating func percent(_ text: inout PlainText) {
    let start = index
    guard let value = hex(from: start + 1, digits: 2) else {
      index += 1
      return put(source[start], start, &text)
    }
    index += 3
    let byte = UInt8(truncatingIfNeeded: value)
    put(byte == 0x0A || byte == 0x0D ? 0x20 : byte, start, &text)
  }

  /// `\u673A`, `\u{673A}`, `\x41`, `\673a ` of CSS, `\,` of a calendar.
  private mutating func escape(_ text: inout PlainText) {
    let start = index
    index += 1
    guard index < source.count else { return put(source[start], start, &text) }
    switch source[index] {
    case UInt8(ascii: "u"): take(unicode(), else: source[start], start, &text)
    case UInt8(ascii: "x"):
      let value = hex(from: index + 1, digits: 2)
      if value != nil { index += 3 }
      take(value.flatMap(Unicode.Scalar.init), else: source[start], start, &text)
    case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "N"):
      space(start, &text)
    case let byte where byte.isHexDigit: take(styled(), else: source[start], start, &text)
    case UInt8(ascii: "\\"):
      // What stands behind two is escaped itself, in a text within a text.
      put(source[start], start, &text)
      index += 1
    default: break
    }
  }

  private mutating func unicode() -> Unicode.Scalar? {
    if index + 1 < source.count, source[index + 1] == UInt8(ascii: "{") {
      var end = index + 2
      while end < source.count, end - index < 9, source[end].isHexDigit { end += 1 }
      guard end < source.count, source[end] == UInt8(ascii: "}"),
        let value = hex(from: index + 2, digits: end - index - 2)
      else { return nil }
      index = end + 1
      return Unicode.Scalar(value)
    }
    guard let high = hex(from: index + 1, digits: 4) else { return nil }
    guard (0xD800...0xDBFF).contains(high) else {
      index += 5
      return Unicode.Scalar(high)
    }
    guard index + 6 < source.count, source[index + 5] == UInt8(ascii: "\\"),
      let low = hex(from: index + 7, digits: 4), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    index += 11
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// An escape of CSS: up to six digits and a space behind them.
  private mutating func styled() -> Unicode.Scalar? {
    var end = index
    while end < source.count, end - index < 6, source[end].isHexDigit { end += 1 }
    guard end - index >= 2, let value = hex(from: index, digits: end - index) else { return nil }
    index = end < source.count && source[end] == 0x20 ? end + 1 : end
    return Unicode.Scalar(value)
  }

  private func hex(from start: Int, digits: Int) -> UInt32? {
    guard digits > 0, start + digits <= source.count else { return nil }
    var value: UInt32 = 0
    for byte in source[start..<start + digits] {
      guard let digit = byte.hexValue else { return nil }
      value = value << 4 | digit
    }
    return value
  }
}
