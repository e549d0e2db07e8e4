import Desk
import Diagnostics
import Markdown
import Mustache
import Pages

/// All that one file of a page is made of: its text, the numbers its reader may see, the templates, words,
/// menus and link targets that it uses.
///
/// Nothing else reaches its bytes: two files of equal parts are the same bytes. So a build that kept the
/// parts of a file knows whether the file is still right.
struct PageParts: Hashable, Sendable {
  /// The page's text and what was understood of its blocks.
  let page: PreparedPage
  /// The file it becomes.
  let instance: PageInstance
  /// Its text as its tree shows it.
  let body: Body
  /// Where its links lead.
  let links: LinkTargets
  /// What the workspace decides about every page.
  let rules: PageRules
  /// What stands around its text.
  let frame: PageFrame
  /// The templates and words that print it.
  let look: PageLook
  /// The plans it shows.
  let plans: PagePlans

  /// The page in the outline.
  var entry: Outline.Entry { page.entry }
  /// The tree it stands in.
  var tree: Tree { instance.tree }
  /// The template of the page as a whole.
  var template: String { page.template }
}

extension PreparedPage {
  /// The template of the page as a whole.
  var template: String {
    if let named = entry.head.template { return "pages/" + named }
    switch entry.head.each {
    case .member: return "pages/plan"
    case .team: return "pages/team"
    case .customer: return "pages/page"
    case nil: return entry.output == "index.html" ? "pages/home" : "pages/page"
    }
  }

  /// The templates that the page names: its own, those of the blocks that its tree shows, and that of
  /// calculations in its text where it has any; each once and sorted.
  ///
  ///     // A plan page with ::goal and ::customers
  ///     page.templateNames  // ["blocks/customers", "blocks/goal", "pages/plan"]
  func templateNames(for body: Body) -> [String] {
    let blocks = document.directives.map { "blocks/" + $0.name }
    return Set(blocks + (body.pieces.contains(where: \.isData) ? ["blocks/calc"] : []) + [template])
      .sorted()
  }
}

extension Piece {
  /// Whether it is a fenced calculation, or holds one.
  fileprivate var isData: Bool {
    switch self {
    case .data(let kind, info: _, text: _, _): kind == DataFence.calculation
    case .element(_, let inner), .directive(_, let inner): inner.contains(where: \.isData)
    case .html, .formula: false
    }
  }
}
