/// A line of colons that begins or ends a block, as other tools write it too: `::: challenge :::`,
/// `::: {.callout-tip #id title="A"}`, `:::exercise[A]{time=5}`.
struct WrittenFence {
  /// A piece of the line and the number of scalars before it.
  struct Piece: Hashable {
    let text: Substring
    let offset: Int
  }

  /// A `key=value` between the braces.
  struct Option: Hashable {
    let key: String
    let value: String
    /// As it is written, quotes and all.
    let written: Substring
  }

  /// What a line that begins a block says.
  struct Opening {
    var name: Piece?
    var title: Piece?
    var classes: [Piece] = []
    var id: String?
    var options: [Option] = []
    /// Whether the name stands outside of braces.
    var isPlain: Bool { name != nil }

    /// The value of an option.
    subscript(key: String) -> String? { options.first { $0.key == key }?.value }
  }

  /// What stands before the colons: blanks and signs of a quotation.
  let lead: Substring
  /// What it begins; nil where it ends a block.
  let opening: Opening?

  /// Reads a line without its end; nil where it begins or ends nothing.
  init?(_ line: Substring) {
    lead = line.prefix { $0 == " " || $0 == "\t" || $0 == ">" }
    let rest = line[lead.endIndex...]
    let colons = rest.prefix { $0 == ":" }
    guard colons.unicodeScalars.count >= 3 else { return nil }
    let body = Self.trimmed(rest[colons.endIndex...])
    guard !body.isEmpty else {
      opening = nil
      return
    }
    var reader = FenceReader(line: line, rest: body)
    guard let read = reader.opening() else { return nil }
    opening = read
  }

  /// A text without the blanks around it.
  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

/// Reads what stands behind the colons.
private struct FenceReader {
  let line: Substring
  var rest: Substring

  mutating func opening() -> WrittenFence.Opening? {
    var opening = WrittenFence.Opening()
    let name = rest.prefix(while: \.mayStandInName)
    if !name.isEmpty {
      opening.name = piece(name)
      rest = rest[name.endIndex...]
      if rest.first == "[" {
        guard let title = bracketed() else { return nil }
        opening.title = piece(title)
      }
    }
    rest = rest.drop { $0 == " " || $0 == "\t" }
    if rest.first == "{" {
      guard attributes(into: &opening) else { return nil }
    } else if name.isEmpty {
      return nil
    }
    // Pandoc lets colons follow.
    let tail = rest.drop { $0 == ":" || $0 == " " || $0 == "\t" }
    return tail.isEmpty ? opening : nil
  }

  private func piece(_ text: Substring) -> WrittenFence.Piece {
    WrittenFence.Piece(
      text: text, offset: line[..<text.startIndex].unicodeScalars.count)
  }

  /// What stands between `[` and the `]` that answers it.
  private mutating func bracketed() -> Substring? {
    var depth = 0
    var isEscaped = false
    for index in rest.indices {
      switch rest[index] {
      case _ where isEscaped: isEscaped = false
      case "\\": isEscaped = true
      case "[": depth += 1
      case "]":
        depth -= 1
        guard depth == 0 else { continue }
        let title = rest[rest.index(after: rest.startIndex)..<index]
        rest = rest[rest.index(after: index)...]
        return title
      default: continue
      }
    }
    return nil
  }

  /// Reads `{.class #id key=value}`.
  private mutating func attributes(into opening: inout WrittenFence.Opening) -> Bool {
    rest = rest.dropFirst()
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
      guard let first = rest.first else { return false }
      if first == "}" {
        rest = rest.dropFirst()
        return true
      }
      let word = rest.prefix { !" \t}=".contains($0) }
      switch first {
      case "." where word.count > 1: opening.classes.append(piece(word.dropFirst()))
      case "#" where word.count > 1: opening.id = String(word.dropFirst())
      default:
        guard !word.isEmpty else { return false }
        rest = rest[word.endIndex...]
        guard rest.first == "=" else {
          opening.options.append(
            WrittenFence.Option(key: String(word), value: "", written: word))
          continue
        }
        guard option(word, into: &opening) else { return false }
        continue
      }
      rest = rest[word.endIndex...]
    }
  }

  private mutating func option(_ key: Substring, into opening: inout WrittenFence.Opening) -> Bool {
    rest = rest.dropFirst()
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      let value = rest.prefix { !" \t}".contains($0) }
      rest = rest[value.endIndex...]
      opening.options.append(
        WrittenFence.Option(
          key: String(key), value: String(value), written: line[key.startIndex..<value.endIndex]))
      return true
    }
    let inner = rest.dropFirst()
    guard let end = inner.firstIndex(of: quote) else { return false }
    rest = inner[inner.index(after: end)...]
    let written = line[key.startIndex..<inner.index(after: end)]
    opening.options.append(
      WrittenFence.Option(key: String(key), value: String(inner[..<end]), written: written))
    return true
  }
}
