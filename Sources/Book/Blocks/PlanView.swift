import Desk
import Diagnostics
import Mustache
import Phrases
import SalesMethod
import Wording

/// A block that shows numbers of a plan.
protocol PlanView: BlockKind {
  /// Whose numbers it shows.
  var source: ViewSource { get }

  /// The values the template prints of a plan.
  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)]

  /// What a reader of this view should know; each note stands at one view of the page.
  ///
  /// A requirement without a default, so that no view is silent by oversight.
  func notes(of plan: MonthlyPlan) -> [PlanNote]

  /// The same values, with what is wrong with the settings for this plan.
  func checkedFields(of plan: MonthlyPlan, in scene: Scene) -> Parsed<[(String, Value)]>
}

extension PlanView {
  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> { planFields(in: scene) }

  /// The values of the plan that the view asks for, or why it has none.
  func planFields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    switch scene.plans[source] {
    case .success(let plan):
      let common: [(String, Value)] = [
        ("example", .optional(source.data, Value.text)),
        ("notes", .list(notes(of: plan).map { .text($0.text(in: scene.language)) })),
      ]
      let own = checkedFields(of: plan, in: scene)
      return Parsed(common + own.value, own.diagnostics)
    case .failure(let problem): return Parsed(nil, [problem.diagnostic(at: scene.place)])
    case nil: return Parsed(nil, [PlanProblem.noData.diagnostic(at: scene.place)])
    }
  }

  func checkedFields(of plan: MonthlyPlan, in scene: Scene) -> Parsed<[(String, Value)]> {
    Parsed(fields(of: plan, in: scene))
  }
}
