/// Replaces the escapes of a workbook's texts from an index on: `_x000D_` is a carriage return, and
/// `_x005F_` the `_` of a text that looks like an escape itself.
///
///     // "A_x005F_x0041_" becomes "A_x0041_"
func replaceEscapes(in bytes: inout [UInt8], from start: Int) {
  guard let first = nextEscape(in: bytes, from: start) else { return }
  var text: [UInt8] = []
  var (position, next) = (first, Optional(first))
  while let escape = next {
    text += bytes[position..<escape]
    var unit = UInt32(escapedUnit(in: bytes, at: escape) ?? 0)
    position = escape + escapeLength
    if (0xD800..<0xDC00).contains(unit), let low = escapedUnit(in: bytes, at: position),
      (0xDC00..<0xE000).contains(low)
    {
      unit = 0x10000 + (unit - 0xD800) << 10 + UInt32(low - 0xDC00)
      position += escapeLength
    }
    text += Array(String(Character(Unicode.Scalar(unit) ?? "\u{FFFD}")).utf8)
    next = nextEscape(in: bytes, from: position)
  }
  bytes.replaceSubrange(first..., with: text + bytes[position...])
}

private let escapeLength = 7

private func nextEscape(in bytes: [UInt8], from start: Int) -> Int? {
  var index = start
  while index + escapeLength <= bytes.count {
    if bytes[index] == UInt8(ascii: "_"), escapedUnit(in: bytes, at: index) != nil { return index }
    index += 1
  }
  return nil
}

/// The code unit of the escape at an index; nil where none stands there.
private func escapedUnit(in bytes: [UInt8], at index: Int) -> UInt16? {
  guard index + escapeLength <= bytes.count, bytes[index] == UInt8(ascii: "_"),
    bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
    bytes[index + 2..<index + 6].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
  else { return nil }
  return UInt16(String(decoding: bytes[index + 2..<index + 6], as: UTF8.self), radix: 16)
}
