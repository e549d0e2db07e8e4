/// A line of a page in our words, and where each piece of it stands in its author's.
struct TranslatedLine: Hashable, Sendable {
  /// A stretch of the line.
  struct Segment: Hashable, Sendable {
    /// Where it begins, in scalars from 1.
    let column: Int
    /// The author's line and column.
    let line: Int
    let authorsColumn: Int
    /// Whether it is the author's own text, scalar for scalar.
    let isVerbatim: Bool
  }

  private(set) var text = ""
  private(set) var segments: [Segment] = []
  private var scalars = 0

  /// An empty line.
  init() {}

  /// A line as its author wrote it.
  init(_ text: Substring, line: Int) { copy(text, line: line, offset: 0) }

  /// Writes what the author wrote behind so many scalars of a line.
  mutating func copy(_ text: some StringProtocol, line: Int, offset: Int) {
    add(text, line: line, offset: offset, isVerbatim: true)
  }

  /// Writes what stands for something that the author wrote there.
  mutating func write(_ text: some StringProtocol, line: Int, offset: Int) {
    add(text, line: line, offset: offset, isVerbatim: false)
  }

  private mutating func add(
    _ text: some StringProtocol, line: Int, offset: Int, isVerbatim: Bool
  ) {
    guard !text.isEmpty else { return }
    segments.append(
      Segment(
        column: scalars + 1, line: line, authorsColumn: offset + 1, isVerbatim: isVerbatim))
    self.text += text
    scalars += text.unicodeScalars.count
  }

  /// Where a column of it stands in the author's page: the line and the column.
  func original(ofColumn column: Int) -> (line: Int, column: Int)? {
    guard let segment = segments.last(where: { $0.column <= column }) ?? segments.first else {
      return nil
    }
    let inside = segment.isVerbatim ? max(0, column - segment.column) : 0
    return (segment.line, segment.authorsColumn + inside)
  }
}
