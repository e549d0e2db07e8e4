import Markdown

/// What of a page stands in a document that is not the workbook itself: the facilitator's guide, the
/// answer key.
///
/// Blocks of some kinds stand in it whole; tasks stand in it by their heads, with such blocks inside
/// them; headings where they are wanted. All else the reader finds in the workbook.
struct KeptPieces: Sendable {
  /// The blocks that stand in it whole.
  let whole: Set<String>
  /// Whether headings, and tasks with nothing to keep inside, stand in it.
  let keepsOutline: Bool

  /// The facilitator's guide: what to do and say, the tasks with their times, the answers.
  static let guide = KeptPieces(
    whole: [
      "objectives", "facilitator", "say", "do", "watch", "solution", "answer", "quiz", "time",
      "agenda", "materials",
      "attendance", "cards",
      "certificate", "feedback", "glossary",
    ], keepsOutline: true)
  /// The answer key: tasks by their titles, with the answers.
  static let key = KeptPieces(whole: ["solution", "answer", "quiz"], keepsOutline: false)

  /// The blocks that ask something of the reader.
  static let tasks = BlockKinds.tasks

  /// What of the pieces is kept; empty where nothing but headings would be.
  func pieces(of pieces: [Piece]) -> [Piece] {
    var isInHeading = false
    let left = pieces.flatMap { piece in kept(piece, &isInHeading) }
    return left.contains(where: \.isDirective) ? left : []
  }

  private func kept(_ piece: Piece, _ isInHeading: inout Bool) -> [Piece] {
    switch piece {
    case .html(let html):
      guard keepsOutline else { return [] }
      let kept = headings(in: html, &isInHeading)
      return kept.isEmpty ? [] : [.html(kept)]
    case .directive(let directive, let body):
      if whole.contains(directive.name) { return [piece] }
      let inner = body.flatMap { inside($0) }
      guard Self.tasks.contains(directive.name) else { return inner }
      return keepsOutline || !inner.isEmpty ? [.directive(directive, body: inner)] : []
    case .data, .formula: return isInHeading ? [piece] : []
    }
  }

  /// What is kept of a piece inside a task.
  private func inside(_ piece: Piece) -> [Piece] {
    guard case .directive(let directive, let body) = piece else { return [] }
    if whole.contains(directive.name) { return [piece] }
    return body.flatMap { inside($0) }
  }

  /// The headings of level two and three in a run of HTML; one may go on behind a piece.
  private func headings(in html: [UInt8], _ isOpen: inout Bool) -> [UInt8] {
    var kept: [UInt8] = []
    var index = 0
    while index < html.count {
      if !isOpen {
        guard let start = Self.heading(in: html[index...]) else { break }
        index = start
        isOpen = true
      }
      let end = Self.headingEnd(in: html[index...])
      kept += html[index..<((end ?? html.count) - (end == nil ? 0 : Self.endTag))]
      if let end {
        kept += Self.pageMark(of: html[index..<end])
        kept += html[(end - Self.endTag)..<end]
      }
      index = end ?? html.count
      isOpen = end == nil
    }
    return kept
  }

  /// The length of `</h2>`.
  private static let endTag = 5

  /// Where the page of the workbook that a heading stands on will be put.
  private static func pageMark(of heading: ArraySlice<UInt8>) -> [UInt8] {
    guard let start = heading.firstRange(ofText: "id=\"")?.upperBound,
      let end = heading[start...].firstIndex(of: 34)
    else { return [] }
    return Array(" <span class=\"workbook-page\" data-workbook=\"".utf8) + heading[start..<end]
      + Array("\"></span>".utf8)
  }

  /// Where the next heading begins.
  private static func heading(in html: ArraySlice<UInt8>) -> Int? {
    html.indices.first { index in
      html[index] == 60
        && (html[index...].starts(with: "<h2".utf8) || html[index...].starts(with: "<h3".utf8))
    }
  }

  /// Where the open heading's end tag ends.
  private static func headingEnd(in html: ArraySlice<UInt8>) -> Int? {
    for index in html.indices where html[index] == 60 {
      if html[index...].starts(with: "</h2>".utf8) || html[index...].starts(with: "</h3>".utf8) {
        return index + endTag
      }
    }
    return nil
  }
}

extension Piece {
  fileprivate var isDirective: Bool {
    if case .directive = self { true } else { false }
  }
}
