/// Lines of text that belong together, without the braces that Pandoc puts behind links, pictures, code and
/// spans: `![](fig/a.png){alt='A list' width='50%'}`, `[words]{.class}`.
struct InlineTranslation {
  /// A scalar of the author's and where it stands.
  private struct Written {
    let scalar: Unicode.Scalar
    let line: Int
    let offset: Int
  }

  private struct Bracket {
    /// Where `[` stands in what was written.
    let start: Int
    let isImage: Bool
  }

  private let source: [Written]
  /// The ids that a reference may name, in a course of Quarto's; nil in others.
  private let crossReferences: Set<String>?
  private var out: [Written] = []
  private var brackets: [Bracket] = []
  private var position = 0

  /// Translates lines, as many as there are.
  static func lines(
    _ lines: ArraySlice<Substring>, from number: Int, crossReferences: Set<String>?, offset: Int = 0
  ) -> [TranslatedLine] {
    guard lines.contains(where: { mayMatter($0, crossReferences) }) else {
      return lines.enumerated().map { TranslatedLine($1, line: number + $0) }
    }
    var source: [Written] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { source.append(Written(scalar: "\n", line: number + index - 1, offset: 0)) }
      for (column, scalar) in line.unicodeScalars.enumerated() {
        source.append(Written(scalar: scalar, line: number + index, offset: offset + column))
      }
    }
    var translation = InlineTranslation(source: source, crossReferences: crossReferences)
    while translation.position < source.count { translation.step() }
    return translation.result(lines.count)
  }

  private static func mayMatter(_ line: Substring, _ crossReferences: Set<String>?) -> Bool {
    line.utf8.contains(UInt8(ascii: "{"))
      || crossReferences != nil && line.utf8.contains(UInt8(ascii: "@"))
  }

  private init(source: [Written], crossReferences: Set<String>?) {
    self.source = source
    self.crossReferences = crossReferences
  }

  /// The lines that were written, with blank ones behind where some have gone.
  private func result(_ count: Int) -> [TranslatedLine] {
    var result: [TranslatedLine] = []
    for line in out.split(separator: "\n", omittingEmptySubsequences: false, by: \.scalar) {
      var written = TranslatedLine()
      var rest = line
      while let first = rest.first {
        var end = rest.startIndex + 1
        while end < rest.endIndex, rest[end].line == first.line,
          rest[end].offset == first.offset + end - rest.startIndex
        { end += 1 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: rest[..<end].map(\.scalar))
        written.copy(String(text), line: first.line, offset: first.offset)
        rest = rest[end...]
      }
      result.append(written)
    }
    return result + Array(repeating: TranslatedLine(), count: max(0, count - result.count))
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    index < source.count ? source[index].scalar : nil
  }

  private mutating func copy(to end: Int) {
    out += source[position..<min(end, source.count)]
    position = min(end, source.count)
  }

  private mutating func step() {
    switch source[position].scalar {
    case "\\": copy(to: position + 2)
    case "`": code()
    case "[":
      brackets.append(Bracket(start: out.count, isImage: out.last?.scalar == "!"))
      copy(to: position + 1)
    case "]": close()
    case "{"
    where crossReferences != nil && scalar(at: position + 1) == "{"
      && scalar(at: position + 2) == "<":
      shortcode()
    case "@" where crossReferences != nil: reference()
    default: copy(to: position + 1)
    }
  }

  private mutating func code() {
    let length = source[position...].prefix { $0.scalar == "`" }.count
    var next = position + length
    while next < source.count {
      guard source[next].scalar == "`" else {
        next += 1
        continue
      }
      let run = source[next...].prefix { $0.scalar == "`" }.count
      next += run
      if run == length {
        copy(to: next)
        if let braces = attributes(at: position) { position = braces.end }
        return
      }
    }
    copy(to: position + length)
  }

  private mutating func close() {
    guard let bracket = brackets.popLast() else { return copy(to: position + 1) }
    if let braces = attributes(at: position + 1) {
      // A span: the words without what is said of them.
      out.remove(at: bracket.start)
      if let id = braces.id { insert("<a id=\"\(id)\"></a>", at: bracket.start, like: position) }
      position = braces.end
      return
    }
    guard scalar(at: position + 1) == "(", let end = endOfAddress(from: position + 2) else {
      return copy(to: position + 1)
    }
    let words = (bracket.start + 1)..<out.count
    copy(to: end)
    guard let braces = attributes(at: position) else { return }
    let alt = bracket.isImage ? braces.alt : nil
    let start = position
    position = braces.end
    guard let alt else { return }
    let caption = Array(out[words])
    out.replaceSubrange(words, with: [])
    insert(alt, at: bracket.start + 1, like: start)
    if !caption.isEmpty {
      out += [Written(scalar: " ", line: caption[0].line, offset: caption[0].offset)] + caption
    }
  }

  private mutating func insert(_ text: String, at index: Int, like place: Int) {
    let origin = source[min(place, source.count - 1)]
    out.insert(
      contentsOf: text.unicodeScalars.map {
        Written(scalar: $0, line: origin.line, offset: origin.offset)
      }, at: index)
  }

  /// The place behind the `)` that ends an address.
  private func endOfAddress(from start: Int) -> Int? {
    var depth = 0
    for index in start..<min(source.count, start + 2000) {
      switch source[index].scalar {
      case "(": depth += 1
      case ")":
        if depth == 0 { return index + 1 }
        depth -= 1
      default: continue
      }
    }
    return nil
  }

  // MARK: Braces

  private struct Braces {
    let end: Int
    let id: String?
    let alt: String?
  }

  /// The braces that begin at a place, where they hold attributes.
  private func attributes(at start: Int) -> Braces? {
    guard scalar(at: start) == "{" else { return nil }
    var inside = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var end: Int?
    for index in (start + 1)..<min(source.count, start + 4000) {
      let scalar = source[index].scalar
      if scalar == "}", quote == nil {
        end = index + 1
        break
      }
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        // An apostrophe opens nothing.
        if source[index - 1].scalar == "=" { quote = scalar }
      }
      inside.append(scalar)
    }
    guard let end else { return nil }
    let text = String(inside)
    let words = text.split { $0.isWhitespace }
    guard let first = words.first, "#.:-".contains(first.first ?? " ") || first.contains("=") else {
      return nil
    }
    let id = words.first { $0.hasPrefix("#") }.map { String($0.dropFirst().filter { $0 != "\"" }) }
    return Braces(end: end, id: id, alt: Self.alt(in: text))
  }

  /// What stands for a picture whoever does not see it.
  private static func alt(in text: String) -> String? {
    guard let range = text.firstRange(of: "alt=") ?? text.firstRange(of: "fig-alt=") else {
      return nil
    }
    let rest = text[range.upperBound...]
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      return String(rest.prefix { !$0.isWhitespace })
    }
    let inner = rest.dropFirst()
    // The last sign of its kind before a blank or the end: apostrophes may stand inside.
    var end = inner.endIndex
    for index in inner.indices where inner[index] == quote {
      let next = inner.index(after: index)
      if next == inner.endIndex || inner[next].isWhitespace {
        end = index
        break
      }
    }
    let words = inner[..<end].split { $0.isWhitespace }.joined(separator: " ")
    return words.replacing("[", with: "(").replacing("]", with: ")")
  }

  // MARK: Quarto

  /// `{{< video https://… >}}` is the address, `{{< pagebreak >}}` a new sheet, icons are nothing.
  private mutating func shortcode() {
    guard
      let end = source[position...].indices.first(where: {
        source[$0].scalar == "}" && source[$0 - 1].scalar == "}"
      })
    else { return copy(to: position + 1) }
    var inside = String.UnicodeScalarView()
    inside.append(contentsOf: source[position...end].map(\.scalar))
    let words = String(inside).split { " {}<>".contains($0) }
    let start = position
    position = end + 1
    switch words.first {
    case "video": insert("<\(words.dropFirst().first ?? "")>", at: out.count, like: start)
    case "pagebreak": insert("::pagebreak", at: out.count, like: start)
    case "include", "embed":
      position = start
      copy(to: end + 1)
    default: return
    }
  }

  /// `@exr-first` is a link to what it names.
  private mutating func reference() {
    let isFirst = position == 0 || !(source[position - 1].scalar.properties.isAlphabetic)
    let name = source[(position + 1)...].prefix {
      $0.scalar.properties.isAlphabetic || $0.scalar == "-" || $0.scalar == "_"
        || ("0"..."9").contains($0.scalar)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: name.map(\.scalar))
    let id = String(text)
    guard isFirst, crossReferences?.contains(id) ?? false else { return copy(to: position + 1) }
    insert("[](#\(id))", at: out.count, like: position)
    position += name.count + 1
  }
}

extension Array {
  /// The pieces between elements of a value.
  fileprivate func split<Value: Equatable>(
    separator: Value, omittingEmptySubsequences: Bool, by value: (Element) -> Value
  ) -> [ArraySlice<Element>] {
    split(omittingEmptySubsequences: omittingEmptySubsequences) { value($0) == separator }
  }
}
