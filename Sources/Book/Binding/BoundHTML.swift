/// The HTML of a page made to stand beside that of others in one document: every id, and every link to
/// one, begins with the chapter's, and headings stand a level below that of the chapter.
///
/// It reads tags alone; text, which holds no `<`, goes through as it is.
///
///     bound(Array(#"<h2 id="a">甲</h2><a href="#a">甲</a>"#.utf8), to: "part-3")
///     // <h3 id="part-3.a">甲</h3><a href="#part-3.a">甲</a>
func bound(_ html: [UInt8], to chapter: String) -> [UInt8] {
  var writer = TagWriter(html) { name, value in
    boundValue(value, of: name, to: chapter + ".")
  }
  writer.deepensHeadings = true
  return writer.written()
}

/// HTML without the links to ids that the document does not hold: what they named stands elsewhere.
func withoutLooseLinks(_ html: [UInt8]) -> [UInt8] {
  var ids: Set<String> = []
  var reader = TagWriter(html) { name, value in
    if name == "id" { ids.insert(String(decoding: value, as: UTF8.self)) }
    return value
  }
  _ = reader.written()
  var writer = TagWriter(html) { name, value in
    guard name == "href", value.first == 35 else { return value }
    let fragment = String(decoding: value.dropFirst(), as: UTF8.self)
    return ids.contains(fragment) || ids.contains(decoded(fragment)) ? value : nil
  }
  return writer.written()
}

private func decoded(_ fragment: String) -> String {
  var bytes: [UInt8] = []
  var rest = Array(fragment.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == 37, rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest.removeFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The mark before a link that leads to another chapter already.
let boundMark = "#book:"

/// What an attribute says in the book.
private func boundValue(_ value: ArraySlice<UInt8>, of name: String, to prefix: String)
  -> ArraySlice<UInt8>
{
  let start = Array(prefix.utf8)
  switch name {
  case "id", "for", "data-workbook": return (start + value)[...]
  case "aria-labelledby", "aria-describedby", "aria-controls", "headers":
    let tokens = value.split(separator: 32)
    return tokens.map { start + $0 }.joined(separator: [32]).reduce(into: []) { $0.append($1) }[...]
  case "href", "xlink:href":
    if value.starts(with: boundMark.utf8) {
      return ([35] + value.dropFirst(boundMark.utf8.count))[...]
    }
    return value.first == 35 && value.count > 1 ? ([35] + start + value.dropFirst())[...] : value
  default:
    let mark = Array("url(#".utf8)
    return value.starts(with: mark) ? (mark + start + value.dropFirst(mark.count))[...] : value
  }
}

/// Copies HTML and hands each attribute's value to the caller, who gives what is written for it; nil
/// leaves the attribute out.
private struct TagWriter {
  private let html: [UInt8]
  private let change: (String, ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  /// Whether `h2` becomes `h3`, and so on.
  var deepensHeadings = false
  private var output: [UInt8] = []
  private var index = 0

  init(
    _ html: [UInt8], _ change: @escaping (String, ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  ) {
    self.html = html
    self.change = change
    output.reserveCapacity(html.count * 11 / 10)
  }

  mutating func written() -> [UInt8] {
    while index < html.count {
      let byte = html[index]
      let next = index + 1 < html.count ? html[index + 1] : 0
      if byte == 60, next == 47, deepensHeadings {
        output += [60, 47]
        index += 2
        copyHeadingName()
      } else if byte == 60, isLetter(next) {
        copyTag()
      } else {
        output.append(byte)
        index += 1
      }
    }
    return output
  }

  /// Copies a tag from its `<` to its `>`.
  private mutating func copyTag() {
    copy()
    if deepensHeadings { copyHeadingName() }
    while index < html.count, html[index] != 62, !isBlank(html[index]) { copy() }
    while index < html.count, html[index] != 62 {
      let start = output.count
      while index < html.count, isBlank(html[index]) { copy() }
      let name = takeName()
      guard !name.isEmpty else {
        if index < html.count, html[index] != 62 { copy() }
        continue
      }
      output += name.utf8
      guard index + 1 < html.count, html[index] == 61, html[index + 1] == 34 else { continue }
      copyValue(of: name, from: start)
    }
    if index < html.count { copy() }
  }

  /// Copies the name of a heading a level deeper; any other name is left to be copied.
  private mutating func copyHeadingName() {
    guard index + 2 < html.count, html[index] == 104, (49...53).contains(html[index + 1]),
      html[index + 2] == 62 || isBlank(html[index + 2])
    else { return }
    output += [104, html[index + 1] + 1]
    index += 2
  }

  private mutating func takeName() -> String {
    let start = index
    while index < html.count, html[index] != 61, html[index] != 62, html[index] != 47,
      !isBlank(html[index])
    {
      index += 1
    }
    return String(decoding: html[start..<index], as: UTF8.self)
  }

  /// Copies `="…"` as the caller wants it; the attribute began at `start` of the output.
  private mutating func copyValue(of name: String, from start: Int) {
    let first = index + 2
    let end = html[first...].firstIndex(of: 34) ?? html.count
    index = min(end + 1, html.count)
    if let value = change(name, html[first..<end]) {
      output += [61, 34]
      output += value
      output.append(34)
    } else {
      output.removeSubrange(start...)
    }
  }

  private mutating func copy() {
    output.append(html[index])
    index += 1
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 9 }

  private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }
}
