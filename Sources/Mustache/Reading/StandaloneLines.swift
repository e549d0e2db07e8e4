/// Takes away the lines that hold only a tag, and marks where the others begin.
///
/// A section's or a comment's tag with its line for itself leaves no blank line behind. A partial,
/// parent or block there remembers the blanks before it: they indent what takes its place. Tags of
/// inheritance may share such a line: `{{<layout}}{{$main}}`.
struct StandaloneLines {
  private let source: SourceMap
  private(set) var tokens: [Token] = []
  /// For each open section, block or parent, whether it belongs to inheritance.
  private var opened: [Bool] = []

  init(_ source: SourceMap) { self.source = source }

  /// Sorts the scanner's tokens line by line.
  mutating func arrange(_ scanned: [Token]) {
    tokens.reserveCapacity(scanned.count)
    var line: [Token] = []
    for token in scanned {
      line.append(token)
      if case .text(let range, _) = token, source.bytes[range.upperBound - 1] == UInt8(ascii: "\n")
      {
        finish(line)
        line.removeAll(keepingCapacity: true)
      }
    }
    finish(line)
  }

  private mutating func finish(_ line: [Token]) {
    let tags = line.compactMap(\.tag)
    let ofInheritance = tags.map { track($0) }
    let isBlank = line.allSatisfy { $0.text.map(source.isBlank) ?? true }
    let mayStandAlone =
      tags.count == 1 ? tags[0].kind.mayStandAlone : ofInheritance.allSatisfy { $0 }
    if isBlank, mayStandAlone, !tags.isEmpty {
      drop(line, keepingEnd: Self.holdWholeBlock(tags))
    } else {
      keep(line)
    }
  }

  /// Whether the tags are one block from its beginning to its end: what replaces it then stands in
  /// the line, and the line's end stays.
  private static func holdWholeBlock(_ tags: [Tag]) -> Bool {
    guard tags.first?.kind == .block, tags.last?.kind == .close else { return false }
    return tags.reduce(0) { $0 + ($1.kind == .close ? -1 : 1) } == 0
  }

  /// Notes what the tag opens or closes; whether it is one of inheritance.
  private mutating func track(_ tag: Tag) -> Bool {
    switch tag.kind {
    case .parent, .block:
      opened.append(true)
      return true
    case .section, .inverted, .ifOpen:
      opened.append(false)
      return false
    case .close, .ifClose: return opened.popLast() ?? false
    default: return false
    }
  }

  private mutating func keep(_ line: [Token]) {
    guard let first = line.first else { return }
    if case .text(let range, _) = first {
      tokens.append(.text(range, startsLine: true))
    } else {
      if case .tag(let tag) = first {
        tokens.append(.text(tag.start..<tag.start, startsLine: true))
      }
      tokens.append(first)
    }
    tokens += line.dropFirst()
  }

  private mutating func drop(_ line: [Token], keepingEnd: Bool) {
    var indentation: Range<Int>?
    var sawTag = false
    for token in line {
      switch token {
      case .text(let range, _):
        if !sawTag { indentation = range }
      case .tag(var tag):
        if !sawTag { tag.indentation = indentation ?? tag.start..<tag.start }
        sawTag = true
        tag.standsAlone = true
        tokens.append(.tag(tag))
      }
    }
    if keepingEnd, case .text(let range, _)? = line.last, sawTag {
      tokens.append(.text(range, startsLine: false))
    }
  }
}

extension Token {
  fileprivate var tag: Tag? {
    if case .tag(let tag) = self { tag } else { nil }
  }

  fileprivate var text: Range<Int>? {
    if case .text(let range, _) = self { range } else { nil }
  }
}

extension Tag.Kind {
  fileprivate var mayStandAlone: Bool { self != .variable && self != .verbatim }
}
