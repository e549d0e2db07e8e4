import Diagnostics
import Markdown
import Pages
import Phrases
import Rulebook
import SalesMethod

/// What a block may see while it is shown: the page, the tree, the row, and the plans that the
/// page's views asked for.
struct Scene: Sendable {
  /// The page in the outline.
  let page: Outline.Entry
  /// The file it becomes.
  let instance: PageInstance
  /// Where the directive stands.
  var place: Place { directive.place }
  /// Which of its kind on the page it is.
  let number: Int
  /// The plans that the page's views show, computed once for all of them.
  let plans: PagePlans

  /// The pages with minutes of class, in order.
  var sessions: [CourseSession] { around.sessions }
  /// The words that the pages explain.
  var terms: [CourseTerm] { around.terms }
  /// The pages of the folder.
  var siblings: [CoursePage] { around.pages }

  /// What stands inside the block, as a tree: what its author wrote, not its HTML.
  ///
  ///     // :::checklist
  ///     // - [x] 报价
  ///     // :::
  ///     scene.children.first?.children.map(\.kind)  // [.item(isDone: true)]
  var children: [Content] { document.content(of: directive) }
  /// The page as its tree shows it.
  let document: Document
  /// The directive.
  let directive: Directive

  /// What the page computes.
  let calculations: PageCalculations

  /// The company's own checks.
  let checks: CompanyChecks

  /// What the workspace decides about the method.
  let method: MethodSettings

  /// Which sheets to write on stand behind a plan.
  let sheets: SheetSettings
  /// What the page says of the pages beside it.
  let around: CourseAround

  /// How often each class is met.
  var cadence: Cadence { method.cadence }
  /// The months that rates are counted over.
  var estimationMonths: Int { method.estimate.months }
  /// The language the page is written in.
  var language: Language { page.language }
  /// The tree the page stands in.
  var tree: Tree { instance.tree }
}
