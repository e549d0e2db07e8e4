import Desk
import Diagnostics
import Markdown
import Mustache
import Pages

/// All that one file of a page is made of: its text, the numbers its reader may see, the templates, words,
/// menus and link targets that it uses.
///
/// Nothing else reaches its bytes: two files of equal parts are the same bytes.
struct PageParts: Sendable {
  /// The page's text and what was understood of its blocks.
  let page: PreparedPage
  /// The file it becomes.
  let instance: PageInstance
  /// Where its links lead.
  let links: LinkTargets
  /// What the workspace decides about every page.
  let rules: PageRules
  /// What stands around its text.
  let frame: PageFrame
  /// The templates of its language.
  let templates: TemplateSet?
  /// What every template of its tree and language sees: the words, the edition, the mark of the currency.
  let common: Value
  /// The plans it shows.
  let plans: PagePlans

  /// The page in the outline.
  var entry: Outline.Entry { page.entry }
  /// The tree it stands in.
  var tree: Tree { instance.tree }

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

  /// The templates that the page names: its own and those of the blocks that its tree shows, each once and
  /// sorted.
  ///
  ///     // A plan page with ::goal and ::customers
  ///     parts.templateNames  // ["blocks/customers", "blocks/goal", "pages/plan"]
  var templateNames: [String] {
    Set(page.document.directives.map { "blocks/" + $0.name } + [template]).sorted()
  }
}
