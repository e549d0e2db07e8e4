extension JSON {
  /// The value as JSON text, on one line or indented by two spaces.
  ///
  /// `<`, `>`, `&`, U+2028 and U+2029 are written as escapes, so that the text may stand in a
  /// script file as it is.
  ///
  ///     JSON.string("<b>").text()  // "\u003Cb\u003E"
  package func text(indented: Bool = false) -> String {
    var text: [UInt8] = []
    write(into: &text, indented: indented, depth: 0)
    return String(decoding: text, as: UTF8.self)
  }

  private func write(into text: inout [UInt8], indented: Bool, depth: Int) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let value): text += value ? "true".utf8 : "false".utf8
    case .integer(let value): text += String(value).utf8
    case .number(let value): text += value.utf8
    case .string(let value): Self.quote(value, into: &text)
    case .array(let values):
      Self.list(values, "[", "]", into: &text, indented, depth) { value, text in
        value.write(into: &text, indented: indented, depth: depth + 1)
      }
    case .members(let members):
      Self.list(members, "{", "}", into: &text, indented, depth) { member, text in
        Self.quote(member.key, into: &text)
        text += indented ? ": ".utf8 : ":".utf8
        member.value.write(into: &text, indented: indented, depth: depth + 1)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, into text: inout [UInt8],
    _ indented: Bool, _ depth: Int, write: (Item, inout [UInt8]) -> Void
  ) {
    text.append(UInt8(ascii: open))
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      if indented { beginLine(depth + 1, into: &text) }
      write(item, &text)
    }
    if indented, !items.isEmpty { beginLine(depth, into: &text) }
    text.append(UInt8(ascii: close))
  }

  private static func beginLine(_ depth: Int, into text: inout [UInt8]) {
    text.append(UInt8(ascii: "\n"))
    text += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  /// Writes a text between quotes; what needs no escape is copied as it stands.
  private static func quote(_ value: String, into text: inout [UInt8]) {
    var value = value
    text.append(UInt8(ascii: "\""))
    value.withUTF8 { bytes in
      var written = 0
      for index in bytes.indices {
        guard let (escape, length) = escape(for: bytes, at: index) else { continue }
        text += bytes[written..<index]
        text += escape.utf8
        written = index + length
      }
      text += bytes[written...]
    }
    text.append(UInt8(ascii: "\""))
  }

  /// The escape for the sign that begins at a byte, and how many bytes it has; nil where it needs none.
  @inline(__always)
  private static func escape(
    for bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (String, Int)? {
    switch bytes[index] {
    case UInt8(ascii: "\""): ("\\\"", 1)
    case UInt8(ascii: "\\"): ("\\\\", 1)
    case UInt8(ascii: "\n"): ("\\n", 1)
    case UInt8(ascii: "\r"): ("\\r", 1)
    case UInt8(ascii: "\t"): ("\\t", 1)
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0..<0x20, 0x7F:
      (numbered(UInt32(bytes[index])), 1)
    // U+2028 and U+2029 end a line in a script.
    case 0xE2
    where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8:
      (numbered(0x2000 | UInt32(bytes[index + 2] & 0x3F)), 3)
    default: nil
    }
  }

  private static func numbered(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
