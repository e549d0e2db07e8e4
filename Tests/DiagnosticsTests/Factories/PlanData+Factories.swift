import Diagnostics
import Phrases

@testable import PlanData

extension Factories {
  /// Every diagnostic of `PlanData`.
  static let planData: [Diagnostic] = list1

  private static let list1: [Diagnostic] = [
    .emptyKeptPlan(at: place),
    .notAKeptPlan(at: place),
    .keptCustomerWithoutClass(at: place),
  ]
}
