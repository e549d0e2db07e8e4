import Diagnostics
import Markdown
import Phrases

/// Figures that show nothing: a caption between lines of `:::` with nothing below it; and those that do not say
/// what they show.
enum EmptyFigures {
  /// The figures of a page that are empty or without a caption.
  static func check(_ content: [Content]) -> [Diagnostic] {
    content.flatMap { block -> [Diagnostic] in
      guard case .directive(let directive) = block.kind, directive.form == .container,
        directive.name == FigureBlock.name
      else { return check(block.children) }
      if block.children.isEmpty { return [.emptyFigure(at: directive.place)] }
      let hasCaption = directive.title?.text.isEmpty == false
      return hasCaption ? [] : [.figureWithoutCaption(at: directive.place)]
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

  static func figureWithoutCaption(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "figure.no-caption", severity: .warning, at: place,
      Phrase(zh: "图没有题注，读者只看到“图1”", en: "the figure has no caption: readers see “Figure 1” alone"),
      expected: Phrase(
        zh: "方括号里写它说明什么：“:::figure[三个阶段]”",
        en: "what it shows in square brackets: “:::figure[Three stages]”"),
      fix: Phrase(zh: "补上题注", en: "write the caption"))
  }
}
