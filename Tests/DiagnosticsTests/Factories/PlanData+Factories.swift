import Diagnostics
import Phrases

@testable import PlanData

extension Factories {
  /// Every diagnostic of `PlanData`.
  static let planData: [Diagnostic] = list1

  private static let list1: [Diagnostic] = [
    .emptyKeptPlan(at: place),
    .answersOfOtherForm("q1", expected: "q2", at: place),
    .answersAsWhat(at: place),
    .unknownField("q1", known: ["q2"], at: place),
    .notAKeptPlan(at: place),
    .keptCustomerWithoutClass(at: place),
  ]
}
