extension JSON {
  /// The value as JSON text, on one line or indented by two spaces.
  ///
  /// `<`, `>`, `&`, U+2028 and U+2029 are written as escapes, so that the text may stand in a
  /// script file as it is.
  ///
  ///     JSON.string("<b>").text()  // "\u003Cb\u003E"
  package func text(indented: Bool = false) -> String {
    var text = ""
    write(into: &text, indented: indented, depth: 0)
    return text
  }

  private func write(into text: inout String, indented: Bool, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value
    case .string(let value): Self.quote(value, into: &text)
    case .array(let values):
      Self.list(values, "[", "]", into: &text, indented, depth) { value, text in
        value.write(into: &text, indented: indented, depth: depth + 1)
      }
    case .members(let members):
      Self.list(members, "{", "}", into: &text, indented, depth) { member, text in
        Self.quote(member.key, into: &text)
        text += indented ? ": " : ":"
        member.value.write(into: &text, indented: indented, depth: depth + 1)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, into text: inout String, _ indented: Bool,
    _ depth: Int, write: (Item, inout String) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      if indented { text += "\n" + String(repeating: "  ", count: depth + 1) }
      write(item, &text)
    }
    if indented, !items.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
    text += close
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
