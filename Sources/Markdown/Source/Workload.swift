/// What a page would cost the library, counted before it runs.
///
/// libcmark-gfm 0.29.0.gfm.6 has inputs on which its time, or the size of its output, grows with
/// the square of the input or faster. Each of them needs many of the same sign in one block, and
/// a block never reaches past a blank line. So a run of lines between blank lines is where signs
/// are counted, and the product that bounds the library's steps is held under a limit that no
/// page written by a person comes near.
struct Workload {
  /// A limit that was passed, and the byte where.
  struct Excess: Hashable {
    let cause: Cause
    let position: Int
  }

  /// What there is too much of.
  enum Cause: Hashable {
    case nesting
    case brackets
    case html
    case references
    case cells
    case columns
    case tables
    case tildes
  }

  /// How many quotes, lists and footnotes may begin on one line.
  static let deepest = 100
  /// Steps of the library that take a quarter of a second.
  private static let steps = 100_000_000

  private let size: Int
  private let plain: Bool
  private var excess: Excess?

  private var lineStart = 0
  private var pipes = 0
  private var colons = 0
  private var rules = 0
  private var isBlank = true
  private var isRule = true
  private var doubleQuotes = 0
  private var singleQuotes = 0
  private var brackets = 0

  private var run = Run()
  private var total = Run()
  private var longestReference = 0

  /// What is counted between two blank lines.
  private struct Run {
    var start = 0
    var closers = 0
    var images = 0
    var openTags = 0
    var tildes = 0
    var stars = 0
    var ruleCost = 0
    var columns = 0
    var lines = 0
    var longestLine = 0
    var hasReference = false
    var hasOpenTitle = false
  }

  /// Starts to count for a page of so many bytes.
  init(size: Int, plain: Bool) {
    self.size = size
    self.plain = plain
  }

  /// Takes note of text that can do no harm.
  mutating func sawText() {
    isBlank = false
    isRule = false
  }

  /// Takes note of an ASCII character and the one behind it.
  mutating func saw(_ byte: UInt8, next: UInt8) {
    isBlank = false
    if byte != UInt8(ascii: ">") { isRule = false }
    switch byte {
    case UInt8(ascii: "]"):
      run.closers += 1
      if next == UInt8(ascii: ":") { run.hasReference = true }
    case UInt8(ascii: "!") where next == UInt8(ascii: "["): run.images += 1
    case UInt8(ascii: "<") where next == UInt8(ascii: "?") || next == UInt8(ascii: "!"):
      run.openTags += 1
    case UInt8(ascii: "\""): doubleQuotes += 1
    case UInt8(ascii: "'"): singleQuotes += 1
    case UInt8(ascii: "("): brackets += 1
    case UInt8(ascii: ")"): brackets -= 1
    default: break
    }
  }

  /// Takes note of `|`, `-` or `:`.
  mutating func sawTableSign(_ byte: UInt8) {
    isBlank = false
    if byte == UInt8(ascii: "|") { pipes += 1 }
    if byte == UInt8(ascii: ":") { colons += 1 }
    if byte == UInt8(ascii: "-") { rules += 1 }
  }

  /// Takes note of a run of `*`, `_` or `~`.
  mutating func sawDelimiters(_ byte: UInt8) {
    sawText()
    if byte == UInt8(ascii: "~") { run.tildes += 1 } else { run.stars += 1 }
  }

  /// Starts a line: counts the blocks that begin on it.
  mutating func startLine(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    lineStart = start
    (pipes, colons, rules, doubleQuotes, singleQuotes, brackets) = (0, 0, 0, 0, 0, 0)
    (isBlank, isRule) = (true, true)
    let depth = BlockPrefix.depth(of: bytes, from: start)
    if depth > Self.deepest { report(.nesting, at: start) }
  }

  /// Ends a line; a blank one ends the run.
  mutating func endLine(at end: Int) {
    guard !isBlank else { return endRun(at: end) }
    if run.lines == 0 { run.start = lineStart }
    run.lines += 1
    run.longestLine = max(run.longestLine, end - lineStart)
    if doubleQuotes % 2 == 1 || singleQuotes % 2 == 1 || brackets != 0 { run.hasOpenTitle = true }
    if pipes > 0 {
      total.columns += pipes * pipes
      if total.columns > Self.steps { report(.columns, at: lineStart) }
    }
    if isRule, rules > 0, pipes + colons > 0 {
      run.columns = max(run.columns, pipes + 1)
      // Every rule makes the library take all lines before it apart, cell by cell, and look from
      // each cell back to the one before, wherever that is.
      total.ruleCost += (lineStart - run.start) * (20 + run.lines / 16)
      if total.ruleCost > Self.steps { report(.tables, at: lineStart) }
    }
  }

  private mutating func endRun(at end: Int) {
    defer { run = Run() }
    guard run.lines > 0 else { return }
    let length = end - run.start
    // A link passes over the images that are open before it, and over the emphasis.
    total.images += run.closers * (run.images + run.stars / 4)
    if total.images > Self.steps { report(.brackets, at: run.start) }
    total.openTags += run.openTags * length / 4
    if total.openTags > Self.steps { report(.html, at: run.start) }
    if plain {
      total.tildes += run.tildes * run.stars
      if total.tildes > Self.steps { report(.tildes, at: run.start) }
    }
    total.lines += run.columns * run.lines
    if total.lines > 2 * size + 20_000 { report(.cells, at: run.start) }
    total.closers += run.closers
    if run.hasReference {
      let reference = run.hasOpenTitle ? length : min(length, 3 * run.longestLine)
      longestReference = max(longestReference, reference)
      total.start = reference == longestReference ? run.start : total.start
    }
  }

  /// The first limit that the page passes, if any.
  mutating func finish() -> Excess? {
    endRun(at: size)
    if longestReference * total.closers > Self.steps { report(.references, at: total.start) }
    return excess
  }

  private mutating func report(_ cause: Cause, at position: Int) {
    if excess == nil { excess = Excess(cause: cause, position: position) }
  }
}

/// The signs at the start of a line that open quotes, list items and footnotes.
enum BlockPrefix {
  /// How many blocks the signs open, or would open: a rule such as `* * *` counts too.
  static func depth(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): position += 1
      case UInt8(ascii: ">"):
        depth += 1
        position += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard isBlank(bytes, at: position + 1) else { return depth }
        depth += 1
        position += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var end = position
        while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"),
          isBlank(bytes, at: end + 1)
        else { return depth }
        depth += 1
        position = end + 1
      case UInt8(ascii: "["):
        guard let end = footnoteEnd(bytes, from: position) else { return depth }
        depth += 1
        position = end
      default: return depth
      }
    }
    return depth
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    position >= bytes.count || [9, 10, 13, 32].contains(bytes[position])
  }

  private static func footnoteEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
    var end = start + 2
    while end < bytes.count, ![9, 10, 13, 32, 0x5D].contains(bytes[end]) { end += 1 }
    guard end + 1 < bytes.count, bytes[end] == 0x5D, bytes[end + 1] == UInt8(ascii: ":") else {
      return nil
    }
    return end + 2
  }
}
