import Diagnostics
import Mustache
import Phrases
import SalesMethod

/// The plans that the views of one page show, each computed once.
struct PagePlans: Sendable {
  /// The plans by who asked for them.
  let plans: [ViewSource: Result<MonthlyPlan, PlanProblem>]
  /// What team pages see; nil where no view asks for it.
  let team: TeamDesk?
  /// The name of the manager of the page's own member, if there is one.
  var managerName: String?

  /// The plan a view asked for.
  subscript(source: ViewSource) -> Result<MonthlyPlan, PlanProblem>? { plans[source] }

  /// The plan of the page's own member, if the page has one and it could be computed.
  var own: MonthlyPlan? { try? plans[.own]?.get() }

  /// What a page that is written for rows prints at its head; why it has nothing to print is a
  /// diagnostic.
  func head(of entry: Outline.Entry, _ instance: PageInstance) -> Parsed<Value> {
    let place = Place(path: entry.path, line: 1, column: 1)
    let audience = instance.tree.audience
    if entry.head.each == .customer, !audience.maySeeCustomers {
      let problem = PlanProblem.notForAudience(audience, meantFor: .own)
      return Parsed([:], [problem.diagnostic(at: place)])
    }
    switch (entry.head.each, plans[.own], team?.summary) {
    case (.member, .success(let plan), _): return Parsed(head(of: plan, in: entry.language))
    case (.team, _, .success(let summary)):
      return Parsed(head(of: summary, workdays: team?.workdays ?? 0, in: entry.language))
    case (.member, .failure(let problem), _), (.team, _, .failure(let problem)):
      return Parsed([:], [problem.diagnostic(at: place)])
    default: return Parsed([:])
    }
  }

  private func head(of plan: MonthlyPlan, in language: Language) -> Value {
    .record([
      "person": .record([
        "name": .text(plan.member.name.isEmpty ? plan.member.id : plan.member.name),
        "team": .optional(plan.team?.name, Value.text),
        "manager": .optional(managerName, Value.text),
      ]),
      "period": plan.periodFields(in: language), "asOf": .day(plan.asOf),
      "feasible": .optional(plan.workload?.isFeasible, Value.bool),
    ])
  }

  private func head(of summary: TeamSummary, workdays: Int, in language: Language) -> Value {
    .record([
      "teamName": .text(summary.team?.name ?? ""),
      "period": periodFields(summary, workdays, in: language), "asOf": .day(summary.asOf),
    ])
  }
}
