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

  /// What is wrong with the settings for this plan.
  func problems(of plan: MonthlyPlan, in scene: Scene) -> [Diagnostic]
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
      return Parsed(common + fields(of: plan, in: scene), problems(of: plan, in: scene))
    case .failure(let problem): return Parsed(nil, [problem.diagnostic(at: scene.place)])
    case nil: return Parsed(nil, [PlanProblem.noData.diagnostic(at: scene.place)])
    }
  }

  func problems(of plan: MonthlyPlan, in scene: Scene) -> [Diagnostic] { [] }
}
