import Diagnostics
import Markdown
import Phrases

/// Figures that show nothing: a caption between lines of `:::` with nothing below it.
enum EmptyFigures {
  /// The empty figures of a page.
  static func check(_ content: [Content]) -> [Diagnostic] {
    content.flatMap { block -> [Diagnostic] in
      guard case .directive(let directive) = block.kind, directive.form == .container,
        directive.name == FigureBlock.name, block.children.isEmpty
      else { return check(block.children) }
      return [.emptyFigure(at: directive.place)]
    }
  }
}

extension Diagnostic {
  static func emptyFigure(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "block.is-empty", severity: .warning, at: place,
      Phrase(zh: "“figure”里什么也没有", en: "“figure” holds nothing"),
      expected: Phrase(
        zh: "在两行“:::”之间写上图或表", en: "a picture or a table between its two lines of “:::”"),
      fix: Phrase(zh: "补上内容，或去掉这一块", en: "write it, or take the block out"))
  }
}
