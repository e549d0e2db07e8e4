/// A line as it is written, passed over once for signs that may have been read as text: one behind a
/// backslash, or in code, is meant to be text.
struct WrittenLine {
  /// Two pairs of brackets that touch.
  struct Pair {
    /// The byte, from 1, at which the first begins.
    let column: Int
    /// Both, with what stands in them.
    let text: String
    /// What stands in the second.
    let inner: String
  }

  /// The byte, from 1, at which the first `<!` stands.
  private(set) var comment: Int?
  /// Each `[^label]` with the byte, from 1, at which it begins.
  private(set) var footnotes: [(label: String, column: Int)] = []
  /// Each `[…](…)`, as far as anybody reads on.
  private(set) var links: [Pair] = []
  /// Each `[…][…]` that names something, as far as anybody reads on.
  private(set) var references: [Pair] = []

  private let bytes: ArraySlice<UInt8>
  /// So many of a kind are found in a line.
  private static let most = 20

  /// The bracket that was opened last.
  private var open: Int?
  /// Behind the last byte that can close a pair.
  private let lastClose: Int

  /// Passes over the bytes of a line.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    lastClose = bytes.lastIndex { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") } ?? -1
    var position = bytes.startIndex
    var runs = CodeRuns(bytes)
    while position < bytes.endIndex {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "`"): position = runs.end(ofRunAt: position)
      default:
        see(position)
        position += 1
      }
    }
  }

  private mutating func see(_ position: Int) {
    let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
    switch (bytes[position], next) {
    case (UInt8(ascii: "<"), UInt8(ascii: "!")):
      comment = comment ?? position - bytes.startIndex + 1
    case (UInt8(ascii: "["), _):
      open = position
      if next == UInt8(ascii: "^") { noteFootnote(position) }
    case (UInt8(ascii: "]"), UInt8(ascii: "(")) where links.count < Self.most:
      links += pair(behind: position, UInt8(ascii: ")"))
    case (UInt8(ascii: "]"), UInt8(ascii: "[")) where references.count < Self.most:
      references += pair(behind: position, UInt8(ascii: "]"))
    default: break
    }
  }

  private mutating func noteFootnote(_ start: Int) {
    let label = bytes[(start + 2)...].prefix(200).prefix {
      $0 > 32 && $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "[")
    }
    footnotes.append((text(label), start - bytes.startIndex + 1))
  }

  private func pair(behind middle: Int, _ close: UInt8) -> [Pair] {
    guard let open, middle < lastClose else { return [] }
    let rest = bytes[(middle + 2)...].prefix(500)
    guard let end = rest.firstIndex(of: close) else { return [] }
    var inner = text(bytes[(middle + 2)..<end])
    // [text][] names what stands in the first pair.
    if inner.isEmpty, close == UInt8(ascii: "]") { inner = text(bytes[(open + 1)..<middle]) }
    guard inner.contains(where: { !$0.isWhitespace }), !inner.hasPrefix("^") else { return [] }
    return [Pair(column: open - bytes.startIndex + 1, text: text(bytes[open...end]), inner: inner)]
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: Mark.removed(from: bytes), as: UTF8.self)
  }
}

/// The runs of backquotes in a line: two of the same length have code between them.
private struct CodeRuns {
  private let bytes: ArraySlice<UInt8>
  /// Where the runs of each length begin, the last first.
  private var starts: [Int: [Int]] = [:]

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    var runs: [(start: Int, length: Int)] = []
    var position = bytes.startIndex
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "`")) {
      let length = bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
      runs.append((start, length))
      position = start + length
    }
    for run in runs.reversed() { starts[run.length, default: []].append(run.start) }
  }

  /// Where the code ends that a run begins, or the run itself where nothing answers it.
  mutating func end(ofRunAt position: Int) -> Int {
    let length = bytes[position...].prefix { $0 == UInt8(ascii: "`") }.count
    while let next = starts[length]?.last, next <= position { starts[length]?.removeLast() }
    return (starts[length]?.last ?? position) + length
  }
}
