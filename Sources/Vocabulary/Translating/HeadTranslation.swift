/// The head of a page of another tool: its minutes become `time:`, its title stays, and what means nothing
/// here becomes a remark.
struct HeadTranslation {
  /// The lines of the head with the rules around it; none where the page has no head.
  private(set) var lines: [TranslatedLine] = []
  /// Whether it gives the page a title.
  private(set) var hasTitle = false

  /// The keys that mean here what they mean there.
  private static let kept: Set<String> = [
    "title", "description", "edition", "audience", "draft", "slug", "time", "terms", "values",
    "data",
  ]
  /// The keys that say minutes of class.
  private static let minutes = ["teaching", "exercises", "break", "duration"]

  /// Reads the head that a page's lines begin with; of a page of ours nothing is changed.
  init(_ page: [Substring], isForeign: Bool) {
    guard let first = page.first, Self.isRule(first.drop { $0 == "\u{FEFF}" }),
      let end = page.dropFirst().firstIndex(where: Self.isRule)
    else { return }
    let head = page[1..<end]
    let total = Self.total(of: head)
    let hasTime = head.contains { Self.key(of: $0) == "time" }
    var isKept = true
    var isTimed = hasTime
    lines.append(TranslatedLine(page[0], line: 1))
    for (index, line) in zip(head.indices, head) {
      var written = TranslatedLine()
      if let key = Self.key(of: line) {
        if key == "title" { hasTitle = true }
        isKept = !isForeign || Self.kept.contains(String(key))
        if isForeign, !isTimed, Self.minutes.contains(String(key)), let total {
          written.write("time: \(total)", line: index + 1, offset: 0)
          isTimed = true
        }
        if isForeign, key == "draft" {
          // YAML of other kinds has True.
          written.write(line.lowercased(), line: index + 1, offset: 0)
        }
      }
      if written.text.isEmpty {
        if !isKept { written.write("#", line: index + 1, offset: 0) }
        written.copy(line, line: index + 1, offset: 0)
      }
      lines.append(written)
    }
    lines.append(TranslatedLine(page[end], line: end + 1))
  }

  private static func isRule(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.allSatisfy { $0 == "-" || $0 == " " } && line.prefix(4) != "----"
  }

  /// The key that a line begins, where it is one of the head's own.
  private static func key(of line: Substring) -> Substring? {
    guard let colon = line.firstIndex(of: ":"), let first = line.first, first.isLetter else {
      return nil
    }
    let key = line[..<colon]
    return key.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) } ? key : nil
  }

  /// The minutes of all keys that say some; nil where none does.
  private static func total(of head: ArraySlice<Substring>) -> Int? {
    let said = head.compactMap { line -> Int? in
      guard let key = key(of: line), minutes.contains(String(key)) else { return nil }
      let value = line[line.index(after: key.endIndex)...].prefix { $0 != "#" }
      return Int(WrittenFence.trimmed(value))
    }
    return said.isEmpty ? nil : min(1440, max(0, said.reduce(0, +)))
  }
}
