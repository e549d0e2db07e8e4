import Mustache
import SalesMethod

/// What would make a plan feasible whose hours do not suffice; nil where they do.
struct Remedy {
  private let hours: HoursBalance

  init?(_ plan: MonthlyPlan) {
    guard let workload = plan.workload, !workload.isFeasible else { return nil }
    hours = workload.hours
  }

  /// The remedy as templates know it.
  func fields(in language: Language) -> Value {
    .nothing
  }
}
