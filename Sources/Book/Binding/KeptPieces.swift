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
    let left = pieces.flatMap { kept($0) }
    return left.contains(where: \.isDirective) ? left : []
  }

  private func kept(_ piece: Piece) -> [Piece] {
    switch piece {
    case .element(.heading(let level, let id), let heading):
      guard keepsOutline, (2...3).contains(level) else { return [] }
      return [.element(.heading(level: level, id: id), body: heading + Self.pageMark(of: id))]
    case .directive(let directive, let body):
      if whole.contains(directive.name) { return [piece] }
      let inner = body.flatMap { inside($0) }
      guard Self.tasks.contains(directive.name) else { return inner }
      return keepsOutline || !inner.isEmpty ? [.directive(directive, body: inner)] : []
    case .html, .element, .data, .formula: return []
    }
  }

  /// What is kept of a piece inside a task.
  private func inside(_ piece: Piece) -> [Piece] {
    guard case .directive(let directive, let body) = piece else { return [] }
    if whole.contains(directive.name) { return [piece] }
    return body.flatMap { inside($0) }
  }

  /// Where the page of the workbook that a heading stands on will be put.
  private static func pageMark(of id: String?) -> [Piece] {
    guard let id else { return [] }
    var html = HTMLWriter()
    html.markup(" <span class=\"workbook-page\" data-workbook=\"")
    html.text(id)
    html.markup("\"></span>")
    return [.html(html.bytes)]
  }
}

extension Piece {
  fileprivate var isDirective: Bool {
    if case .directive = self { true } else { false }
  }
}
