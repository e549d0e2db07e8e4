import Markdown
import Pages

extension LeakGate {
  /// What in a text looks as if it kept something from readers: the sign, and the word in it.
  struct Sign: Hashable {
    let text: String
    let word: String
  }

  /// An edition where it has no effect, or the name of a block that is none: `{edition=facilitator}`,
  /// `{.solution}`, `:facilitator[…]`, `!!! note "Facilitator"`; nil where there is no such sign.
  static func sign(in text: String) -> Sign? {
    let bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "{")), let sign = braces(in: text) { return sign }
    if bytes.contains(UInt8(ascii: ":")), let sign = inline(in: text) { return sign }
    guard text.hasPrefix("!!!") || text.hasPrefix("???") else { return nil }
    let line = text.prefix { !$0.isNewline }.prefix(80)
    let words = line.split { !$0.isLetter }.map { $0.lowercased() }
    return words.first(where: isSecret).map { Sign(text: String(line.prefix(30)), word: $0) }
  }

  /// The sign of braces that name an edition or a secret block; those of a directive are not in any text.
  static func braces(in text: some StringProtocol) -> Sign? {
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      rest = rest[rest.index(after: open)...]
      let inner = rest.prefix { $0 != "}" && !$0.isNewline }
      guard inner.count <= 120, inner.endIndex < rest.endIndex else { continue }
      for part in inner.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
        let lower = part.lowercased()
        let name = lower.drop { ".:#".contains($0) }
        let isEdition = ["edition=", "edition:", "data-edition="].contains(where: name.hasPrefix)
        if isEdition || isSecret(String(name)) {
          return Sign(text: "{\(inner)}", word: isEdition ? "edition" : String(name))
        }
      }
    }
    return nil
  }

  /// The sign of a block's name inside a line: `:facilitator[…]`.
  private static func inline(in text: String) -> Sign? {
    var rest = Substring(text)
    while let colon = rest.firstIndex(of: ":") {
      rest = rest[rest.index(after: colon)...]
      let word = rest.prefix { $0.isLetter }
      let next = rest[word.endIndex...].first
      if next == "[" || next == "{", isSecret(word.lowercased()) {
        return Sign(text: ":\(word)\(next.map(String.init) ?? "")", word: word.lowercased())
      }
    }
    return nil
  }

  /// What begins a comment in another language and none in Markdown: `{{!`, `{#`, `{% comment`, `%%`,
  /// `<![CDATA[`, `<?`, `<!word`.
  static func foreignComment(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { "{%<".utf8.contains($0) }) else { return nil }
    if text.hasPrefix("%%"), !text.hasPrefix("%%%") { return "%%" }
    for sign in ["{{!", "{# ", "{% comment", "{%- comment", "<![CDATA[", "<?"]
    where text.contains(sign) {
      return sign
    }
    for (index, byte) in bytes.enumerated().dropLast(2)
    where byte == UInt8(ascii: "<") && bytes[index + 1] == UInt8(ascii: "!") {
      let rest = String(decoding: bytes[(index + 2)...].prefix(7), as: UTF8.self)
      guard let first = rest.first, first.isLetter || first.isNumber,
        rest.lowercased() != "doctype"
      else { continue }
      return "<!\(first)"
    }
    return nil
  }

  /// The colons of other writings that look like those of a block.
  static let colons: Set<Character> = [":", "：", "∶", "﹕", "︰", "꞉", "ː", "܃", "։"]
}
