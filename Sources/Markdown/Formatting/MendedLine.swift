/// A line that begins or ends a block, with the signs that somebody typed in full width in the form that
/// is read.
enum MendedLine {
  /// The line in signs that are read; nil where nothing is to be mended.
  ///
  ///     MendedLine.mend(Array("：：：note［甲］｛kind=“tip”｝".utf8)[...])  // :::note[甲]{kind="tip"}
  static func mend(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    let text = String(decoding: line, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { $0.value > 127 }) else { return nil }
    let mended = isDirective(text) ? directive(text) : heading(text)
    guard mended != text else { return nil }
    return Array(mended.utf8)
  }

  private static func isDirective(_ text: String) -> Bool {
    let start = text.drop { " \t>-*+0123456789.".contains($0) }
    return start.first == ":" || start.first == "：" || start.first == "\u{FE55}"
  }

  /// `## 标题｛#id｝` with the braces that are read.
  private static func heading(_ text: String) -> String {
    guard let start = text.lastRange(of: "｛#"), text.last == "｝" else { return text }
    return text[..<start.lowerBound] + "{#" + text[start.upperBound...].dropLast() + "}"
  }

  private static func directive(_ text: String) -> String {
    let lead = text.prefix { $0 != ":" && $0 != "：" }
    var rest = text[lead.endIndex...]
    let colons = rest.prefix { $0 == ":" || $0 == "：" }
    rest = rest[colons.endIndex...]
    var result = lead + String(repeating: ":", count: colons.count)
    let blanks = rest.prefix { $0 == " " || $0 == "\u{3000}" }
    result += String(repeating: " ", count: blanks.count)
    rest = rest[blanks.endIndex...]
    let name = rest.prefix { !"[［【{｛ \u{3000}".contains($0) }
    result += name
    rest = rest[name.endIndex...]
    if let (title, behind) = bracketed(rest) {
      result += "[" + title + "]"
      rest = behind
    }
    let gap = rest.prefix { $0 == " " || $0 == "\u{3000}" }
    let attributes = rest[gap.endIndex...]
    guard let open = attributes.first, open == "{" || open == "｛" else {
      return String(result + rest)
    }
    var inside = attributes.dropFirst()
    while let last = inside.last, last == " " || last == "\u{3000}" { inside.removeLast() }
    guard inside.last == "}" || inside.last == "｝" else { return String(result + rest) }
    return result + gap.map { _ in " " }.joined() + "{" + options(inside.dropLast()) + "}"
  }

  private static let brackets: [Character: Character] = ["[": "]", "［": "］", "【": "】"]

  /// What stands between brackets of either width, and what is behind them.
  private static func bracketed(_ text: Substring) -> (Substring, Substring)? {
    guard let first = text.first, let close = brackets[first] else { return nil }
    let open = first
    var depth = 0
    for index in text.indices {
      if text[index] == open { depth += 1 }
      // Whoever types ［ may type ] behind it.
      let closes = text[index] == close || first != "[" && text[index] == "]"
      guard closes else { continue }
      depth -= 1
      if depth == 0 {
        let inside = text[text.index(after: text.startIndex)..<index]
        guard first == "[" || !inside.contains(where: { $0 == "[" || $0 == "]" }) else {
          return nil
        }
        return (inside, text[text.index(after: index)...])
      }
    }
    return nil
  }

  /// Options in signs that are read; what stands in quotes stays.
  ///
  /// A curly quote begins a value behind `=` and ends it before a blank, so that others may stand inside.
  private static func options(_ text: Substring) -> String {
    var result = ""
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      let next = text.index(after: index)
      let endsWord = next == text.endIndex || text[next] == " " || text[next] == "\u{3000}"
      switch (quote, character) {
      case ("\"", "\""):
        quote = nil
        result += "\""
      case (nil, "\""):
        quote = character
        result += "\""
      case (nil, _) where isCurly(character) && result.last == "=":
        quote = character
        result += "\""
      case (let open?, _) where isCurly(open) && isCurly(character) && endsWord:
        quote = nil
        result += "\""
      case (let open?, "\"") where isCurly(open): result += "\\\""
      case (nil, "＝"): result += "="
      case (nil, "＃"): result += "#"
      case (nil, "\u{3000}"): result += " "
      default: result.append(character)
      }
    }
    return result
  }

  private static func isCurly(_ character: Character) -> Bool { "“”‘’„‟".contains(character) }
}

extension String {
  /// Where a text stands last.
  fileprivate func lastRange(of text: String) -> Range<Index>? {
    ranges(of: text).last
  }
}
