/// The one place where text becomes part of a calendar file.
///
/// RFC 5545, sections 3.1 and 3.3.11: a backslash, a comma and a semicolon are escaped, a line break
/// is written `\n`, and a line of more than 75 octets goes on in the next one, behind a space, never in
/// the middle of a character.
enum CalendarText {
  /// A text as the value of a property.
  ///
  ///     CalendarText.escaped("报价, 第2版；\n签字")  // "报价\, 第2版；\n签字"
  static func escaped(_ text: String) -> String {
    guard !isPlain(text) else { return text }
    var result = ""
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ",", ";": result += "\\\(scalar)"
      case "\r": result += "\\n"
      case "\n": if !afterReturn { result += "\\n" }
      case "\u{85}", "\u{2028}", "\u{2029}": result += "\\n"
      case "\t": result += " "
      default: if !isControl(scalar) { result.unicodeScalars.append(scalar) }
      }
      afterReturn = scalar == "\r"
    }
    return result
  }

  /// A line of the file with its end, parted where it is longer than the format allows.
  static func folded(_ line: String) -> [UInt8] {
    var rest = Array(line.utf8)[...]
    var bytes: [UInt8] = []
    var room = 75
    while rest.count > room {
      // The last place within the room at which a character begins.
      var end = rest.startIndex + room
      while rest[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
      bytes += rest[..<end]
      bytes += [0x0D, 0x0A, 0x20]
      rest = rest[end...]
      room = 74
    }
    bytes += rest
    return bytes + [0x0D, 0x0A]
  }

  /// A text as the value of a parameter, which is quoted and cannot hold a quotation mark.
  ///
  ///     CalendarText.parameter("Asia/Shanghai")  // "Asia/Shanghai"
  static func parameter(_ text: String) -> String {
    let kept = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\"" && !isControl($0) }))
    let isPlain = !kept.unicodeScalars.contains { [",", ";", ":"].contains($0) }
    return isPlain ? kept : "\"\(kept)\""
  }

  /// Whether nothing of a text has to be written otherwise: no byte of a control sign, and none of the first
  /// byte of those beyond ASCII.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2
        && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";")
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}
