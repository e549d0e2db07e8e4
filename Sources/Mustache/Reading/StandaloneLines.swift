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
    var tags: [Tag] = []
    var isBlank = true
    var inheritance = 0
    var depth = 0
    var closesOwnBlock = false
    for token in line {
      switch token {
      case .text(let range, _): isBlank = isBlank && source.isBlank(range)
      case .tag(let tag):
        tags.append(tag)
        let belongs = track(tag)
        inheritance += belongs ? 1 : 0
        if tag.kind == .parent || tag.kind == .block { depth += 1 }
        if belongs, tag.kind == .close { depth -= 1 }
        closesOwnBlock = tags[0].kind == .block && tag.kind == .close && depth == 0
      }
    }
    let single = tags.count == 1 && tags[0].kind.mayStandAlone
    let shared = tags.count > 1 && inheritance == tags.count
    guard isBlank, single || shared else { return keep(line) }
    drop(line, keepingEnd: closesOwnBlock)
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

extension Tag.Kind {
  fileprivate var mayStandAlone: Bool { self != .variable && self != .verbatim }
}
