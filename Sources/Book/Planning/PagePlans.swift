import Mustache
import SalesMethod

/// The plans that the views of one page show, each computed once.
struct PagePlans: Sendable {
  private let plans: [ViewSource: Result<MonthlyPlan, PlanProblem>]
  /// The summaries of members' plans, for team pages.
  let team: TeamDesk?

  init(plans: [ViewSource: Result<MonthlyPlan, PlanProblem>], team: TeamDesk?) {
    self.plans = plans
    self.team = team
  }

  /// The plan a view asked for.
  subscript(source: ViewSource) -> Result<MonthlyPlan, PlanProblem>? { plans[source] }
}
