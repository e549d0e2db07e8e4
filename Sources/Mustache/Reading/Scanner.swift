import Diagnostics

/// One tag of a template.
struct Tag: Sendable {
  enum Kind: Sendable {
    case variable
    case verbatim
    case section
    case inverted
    case close
    case partial
    case parent
    case block
    case comment
    case delimiters
    case ifOpen
    case elseIf
    case otherwise
    case ifClose
  }

  let kind: Kind
  /// What the tag says, without its sign and the blanks around.
  let content: Range<Int>
  /// Where the tag begins.
  let start: Int
  /// The blanks before the tag, where it is the first on a line that only tags stand on.
  var indentation: Range<Int>?
  /// Whether only tags stand on its line.
  var standsAlone = false
}

/// A piece of a template: text up to the end of its line at most, or a tag.
enum Token: Sendable {
  case text(Range<Int>, startsLine: Bool)
  case tag(Tag)
}

/// Cuts a template into text and tags.
struct Scanner {
  private let source: SourceMap
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private(set) var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceMap) { self.source = source }

  /// Reads to the end, or to a tag that is never closed.
  mutating func scan() {
    var position = 0
    while let start = find(open, from: position) {
      addText(position..<start)
      guard let end = addTag(at: start) else { return }
      position = end
    }
    addText(position..<source.bytes.count)
  }

  private mutating func addText(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let newline = source.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
      let end = newline.map { $0 + 1 } ?? range.upperBound
      tokens.append(.text(start..<end, startsLine: false))
      start = end
    }
  }

  /// Adds the tag that begins at `start` and gives the byte behind it; nil if it has no end.
  private mutating func addTag(at start: Int) -> Int? {
    let inside = start + open.count
    let sign = inside < source.bytes.count ? source.bytes[inside] : 0
    var ending = close
    if sign == UInt8(ascii: "{") { ending.insert(UInt8(ascii: "}"), at: 0) }
    if sign == UInt8(ascii: "=") { ending.insert(UInt8(ascii: "="), at: 0) }
    let kind = Self.kind(of: sign)
    let contentStart = kind == .variable ? inside : inside + 1
    guard let end = find(ending, from: contentStart) else {
      diagnostics.append(
        .unclosedTag(String(decoding: ending, as: UTF8.self), at: source.place(of: start)))
      return nil
    }
    add(kind, source.trimmed(contentStart..<end), start)
    return end + ending.count
  }

  private mutating func add(_ kind: Tag.Kind, _ content: Range<Int>, _ start: Int) {
    let kind = withKeywords(kind, content)
    let tag = Tag(kind: kind, content: content.dropping(keywordLength(kind)), start: start)
    if kind == .delimiters { setDelimiters(tag) }
    tokens.append(.tag(tag))
  }

  private static func kind(of sign: UInt8) -> Tag.Kind {
    switch sign {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .verbatim
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    default: .variable
    }
  }

  /// The kind once `if` and `else` are seen: words, so that no sign had to be invented for them.
  private func withKeywords(_ kind: Tag.Kind, _ content: Range<Int>) -> Tag.Kind {
    let words = source.bytes[content].split(maxSplits: 2) { SourceMap.isBlank($0) }
    let first = words.first.map { String(decoding: $0, as: UTF8.self) }
    switch (kind, first) {
    case (.section, "if"): return .ifOpen
    case (.close, "if") where words.count == 1: return .ifClose
    case (.variable, "else") where words.count == 1: return .otherwise
    case (.variable, "else") where words[1].elementsEqual("if".utf8): return .elseIf
    default: return kind
    }
  }

  private func keywordLength(_ kind: Tag.Kind) -> Int { kind == .ifOpen ? 2 : 0 }

  private mutating func setDelimiters(_ tag: Tag) {
    let parts = source.bytes[tag.content].split { SourceMap.isBlank($0) }
    guard parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) else {
      diagnostics.append(.badDelimiters(at: source.place(of: tag.start)))
      return
    }
    open = Array(parts[0])
    close = Array(parts[1])
  }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    let bytes = source.bytes
    guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
    var position = start
    while position <= bytes.count - pattern.count {
      guard let candidate = bytes[position...].firstIndex(of: first) else { return nil }
      if bytes[candidate...].starts(with: pattern) { return candidate }
      position = candidate + 1
    }
    return nil
  }
}

extension SourceMap {
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte >= UInt8(ascii: "\t") && byte <= UInt8(ascii: "\r"))
  }

  /// The range without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Whether there are only blanks.
  func isBlank(_ range: Range<Int>) -> Bool { trimmed(range).isEmpty }
}

extension Range<Int> {
  fileprivate func dropping(_ count: Int) -> Range<Int> {
    Swift.min(lowerBound + count, upperBound)..<upperBound
  }
}
