import Desk
import Diagnostics
import Mustache
import Pages
import Phrases
import SalesMethod
import Wording

/// The plans that one file of a page shows, each computed once.
struct PagePlans: Hashable, Sendable {
  /// The plans by who asked for them.
  var plans: [ViewSource: Result<MonthlyPlan, PlanProblem>] = [:]
  /// The products that stand in tables of the page, by whose they are.
  var products: [ViewSource: [Product]] = [:]
  /// What team pages see; nil where no view asks for it.
  var team: TeamFigures?
  /// What was said of past months, by whose plan the view shows.
  var records: [ViewSource: Result<PlanRecord, PlanProblem>] = [:]
  /// The same of a team's members together; nil where no view asks for it.
  var teamRecord: Result<PlanRecord, PlanProblem>?
  /// The relative link from the page to each member's plan that it names, by the member's id; absent where
  /// the build makes none.
  var links: [String: String] = [:]
  /// The relative link from the page to the page of each team that it names, by the team's id; absent where the
  /// reader has none.
  var teamLinks: [String: String] = [:]
  /// The links to the pages that the list of a team's people takes, in order; none where it is one.
  var partLinks: [String] = []
  /// The name of the manager of the page's own member, if there is one.
  var managerName: String?

  /// Whether the page shows numbers of the workspace's own tables.
  var showsOwnNumbers: Bool {
    team != nil || (plans.keys.map(\.data) + products.keys.map(\.data)).contains(nil)
  }

  /// The plan a view asked for.
  subscript(source: ViewSource) -> Result<MonthlyPlan, PlanProblem>? { plans[source] }

  /// What a page that is written for rows prints at its head; why it has nothing to print is a
  /// diagnostic.
  func head(of entry: Outline.Entry, _ instance: PageInstance) -> Parsed<Value> {
    let place = Place(path: entry.path, line: 1, column: 1)
    switch (entry.head.each, plans[.own], team?.sums) {
    case (.customer, _, _):
      let refusal = instance.reader.refusal(of: .customer)
      return Parsed([:], refusal.map { [$0.diagnostic(at: place)] } ?? [])
    case (.member, .success(let plan), _): return Parsed(head(of: plan, in: entry.language))
    case (.team, _, .success(let sums)): return Parsed(head(of: sums, in: entry.language))
    case (.member, .failure(let problem), _), (.team, _, .failure(let problem)):
      return Parsed([:], [problem.diagnostic(at: place)])
    case (.member, nil, _), (.team, _, nil), (nil, _, _): return Parsed([:])
    }
  }

  private func head(of plan: MonthlyPlan, in language: Language) -> Value {
    .record([
      "person": .record([
        "id": .text(plan.member.id),
        "name": .text(plan.member.name.isEmpty ? plan.member.id : plan.member.name),
        "team": .optional(plan.team?.name, Value.text),
        "manager": .optional(managerName, Value.text),
      ]),
      "period": plan.periodFields(in: language), "asOf": .day(plan.asOf),
      "verdict": plan.verdictFields(in: language),
      "kinds": .list(kinds(of: plan, in: language)),
    ])
  }

  /// What can be done with a customer: the stages of the funnel before the deal, and a call.
  private func kinds(of plan: MonthlyPlan, in language: Language) -> [Value] {
    plan.stages.dropLast().map {
      .record(["name": .text($0), "word": .text(StageName($0).text(in: language))])
    } + [.record(["name": "call", "word": .text(language.say(zh: "电话", en: "call"))])]
  }

  private func head(of sums: TeamFigures.Sums, in language: Language) -> Value {
    .record([
      "teamName": .text(sums.summary.team?.name ?? ""),
      "period": periodFields(sums, in: language), "asOf": .day(sums.summary.asOf),
    ])
  }
}

/// The period of a summary as templates know it.
func periodFields(_ sums: TeamFigures.Sums, in language: Language) -> Value {
  let summary = sums.summary
  return .record([
    "title": .text(summary.period.title(in: language)),
    "start": .day(summary.period.range.start), "end": .day(summary.period.range.end),
    "workdays": .integer(sums.workdays),
    "isProvisional": .bool(summary.calendarStatus == .provisional),
  ])
}
