/// A heading line as Pandoc reads it: `## Words {#id .class}`.
struct Heading {
  let level: Int
  /// The words, without signs around them.
  let text: Substring
  /// How many scalars of the line stand before the words.
  let offset: Int
  /// The id that it names.
  let id: String?

  /// Reads a line; nil where it is no heading.
  init?(_ line: Substring) {
    let rest = line.drop { $0 == " " || $0 == ">" }
    let signs = rest.prefix { $0 == "#" }
    guard (1...6).contains(signs.count), rest[signs.endIndex...].first?.isWhitespace ?? false
    else { return nil }
    var words = WrittenFence.trimmed(rest[signs.endIndex...])
    var id: String?
    if words.last == "}", let brace = words.lastIndex(of: "{") {
      let inside = words[words.index(after: brace)...].dropLast()
      if let first = inside.first(where: { $0 != " " }),
        "#.-".contains(first) || inside.contains("=")
      {
        id = inside.split(separator: " ").first { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        words = WrittenFence.trimmed(words[..<brace])
      }
    }
    while words.last == "#" { words.removeLast() }
    words = WrittenFence.trimmed(words)
    guard !words.isEmpty else { return nil }
    level = signs.count
    text = words
    offset = line[..<words.startIndex].unicodeScalars.count
    self.id = id
  }

  /// Whether it says no more than what the block is.
  func says(_ block: String) -> Bool {
    let words = text.lowercased().filter { $0.isLetter }
    switch block {
    case "solution": return ["solution", "solutions", "answer", "答案"].contains(words)
    case "hint": return ["hint", "hints", "提示"].contains(words)
    case "discussion": return ["discussion", "讨论"].contains(words)
    case "exercise": return ["exercise", "challenge", "练习"].contains(words)
    default: return false
    }
  }

  /// Words as they may stand between the brackets of a title.
  static func bracketed(_ text: Substring) -> String {
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if depth < 0 { break }
    }
    guard depth != 0 else { return String(text) }
    return String(text).replacing("[", with: "\\[").replacing("]", with: "\\]")
  }
}

/// The ids that Pandoc makes of headings, each once on a page.
struct Slugs {
  private var counts: [String: Int] = [:]

  /// The id of a heading; nil where nothing is left of its words.
  mutating func take(_ text: Substring) -> String? {
    let slug = Self.slug(of: text)
    guard !slug.isEmpty else { return nil }
    defer { counts[slug, default: 0] += 1 }
    return counts[slug].map { "\(slug)-\($0)" } ?? slug
  }

  /// Whether an id made here of the same words would be another one.
  static func needsSaying(_ text: Substring) -> Bool {
    guard let first = text.first(where: { $0.isLetter || $0.isNumber || "-_".contains($0) }) else {
      return false
    }
    return !first.isLetter || text.contains(".") || text.contains("](")
  }

  /// Words in lower case without punctuation, joined by `-`, from the first letter on.
  private static func slug(of text: Substring) -> String {
    var slug = ""
    var isAddress = false
    for (character, next) in zip(text, text.dropFirst() + [" "]) {
      if isAddress {
        isAddress = character != ")"
      } else if character == "]", next == "(" {
        isAddress = true
      } else if character.isLetter || character.isNumber || "-_.".contains(character) {
        slug += character.lowercased()
      } else if character.isWhitespace {
        slug += "-"
      }
    }
    return String(slug.drop { !$0.isLetter })
  }
}
