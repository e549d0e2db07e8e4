import Diagnostics
import Mustache
import Phrases
import SalesMethod
import Wording

/// Whose numbers a view shows, as its options say: `data=`, `member=`, `month=`.
struct ViewSource: Hashable, Sendable {
  /// The example; nil for the workspace's own data.
  let data: String?
  /// The member; nil for the page's own, or the only one.
  let member: String?
  /// The period; nil for the page's own.
  let period: Period?

  /// The page's own plan.
  static let own = ViewSource(data: nil, member: nil, period: nil)

  /// The plan that formulas of a page mean.
  static func formulas(of head: FrontMatter) -> ViewSource {
    head.data.map { ViewSource(data: $0, member: nil, period: nil) } ?? .own
  }

  private init(data: String?, member: String?, period: Period?) {
    self.data = data
    self.member = member
    self.period = period
  }

  init(_ options: inout AttributeReader) {
    data = options.text("data")
    member = options.text("member")
    period = options.read("month", expected: "a month or a quarter, as 2026-05 or 2026-Q2") {
      Period($0)
    }
  }
}

/// A block that shows numbers of a plan.
protocol PlanView: BlockKind {
  /// Whose numbers it shows.
  var source: ViewSource { get }

  /// The values the template prints of a plan.
  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)]

  /// What is wrong with the settings for this plan.
  func problems(of plan: MonthlyPlan, in scene: Scene) -> [Diagnostic]
}

extension PlanView {
  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
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

  /// What a reader of this view should know; each note stands at one view of the page.
  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }
}
