import SalesMethod
import Synchronization

/// The plans that pages asked for last: as many pages as a member has customers show the same one, and the
/// folders of all managers above.
///
/// Only a few are kept, so that memory does not grow with the members.
final class RecentPlans: Sendable {
  /// A plan, and how customers stand in it.
  struct Key: Hashable {
    let plan: FiguresKey
    let isCoded: Bool
  }

  private struct Kept {
    let key: Key
    let plan: Result<MonthlyPlan, PlanProblem>
  }

  private static let most = 8

  private let kept = Mutex<[Kept]>([])

  /// A plan that was made lately, else a new one.
  func plan(
    _ key: Key, _ make: () -> Result<MonthlyPlan, PlanProblem>
  ) -> Result<MonthlyPlan, PlanProblem> {
    if let known = kept.withLock({ kept in kept.first { $0.key == key } }) { return known.plan }
    let plan = make()
    kept.withLock { kept in
      if kept.contains(where: { $0.key == key }) { return }
      if kept.count == Self.most { kept.removeFirst() }
      kept.append(Kept(key: key, plan: plan))
    }
    return plan
  }
}
