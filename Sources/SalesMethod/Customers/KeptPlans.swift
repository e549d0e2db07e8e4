/// The plans that were kept, of everybody: what the chances of the classes are measured by.
///
/// Each plan is turned into counts as it is added; of each member the classes of the latest plan stay, without
/// names, and of one member the latest plan whole. Of each member one plan a month counts, the earliest: a plan
/// made again in the middle of a month looks at the same customers once more.
///
///     var kept = KeptPlans(index, near: rule.near, today: today, latestOf: "lin")
///     for plan in plans { kept.add(plan) }
///     kept.chances.calibration(of: "lin")?.measured(.a)  // 12 of 36
package struct KeptPlans: Sendable {
  private struct Month: Hashable {
    let person: String
    let year: Int
    let month: Int
  }

  private let index: RecordIndex
  private let near: ManRule.Horizon
  private let today: Day
  private let person: String?
  private var counted: [Month: (asOf: Day, outcome: ClassOutcome)] = [:]
  private var said: [Month: KeptOutlook] = [:]
  /// How many plans say nothing of a whole month by its end: those of the first version, or of another period.
  package private(set) var undated = 0
  /// The latest plan of the member asked for that was made before today; nil where there is none.
  package private(set) var latest: RecordedPlan?

  /// The latest plan of each member that was made before today, without the customers' names, by the member's id.
  package private(set) var latestClasses: [String: RecordedPlan] = [:]

  /// No plan kept yet.
  package init(
    _ index: RecordIndex, near: ManRule.Horizon, today: Day, latestOf person: String? = nil
  ) {
    self.index = index
    self.near = near
    self.today = today
    self.person = person
  }

  /// Adds a plan, in any order.
  package mutating func add(_ plan: RecordedPlan) {
    if plan.person == person, plan.asOf < today, latest.map({ $0.asOf < plan.asOf }) ?? true {
      latest = plan
    }
    if plan.asOf < today, latestClasses[plan.person].map({ $0.asOf < plan.asOf }) ?? true {
      latestClasses[plan.person] = plan.withoutNames
    }
    if let outlook = plan.outlook { add(outlook) } else { undated += 1 }
    let month = Month(person: plan.person, year: plan.asOf.year, month: plan.asOf.month)
    if let known = counted[month], known.asOf <= plan.asOf { return }
    if let outcome = ClassOutcome(of: plan, near: near, in: index, before: today) {
      counted[month] = (plan.asOf, outcome)
    }
  }

  private mutating func add(_ outlook: KeptOutlook) {
    let first = outlook.month.start
    let month = Month(person: outlook.member, year: first.year, month: first.month)
    if let known = said[month], known.asOf <= outlook.asOf { return }
    said[month] = outlook
  }

  /// What plans said of their months, of each the earliest; the oldest month first.
  package var outlooks: [KeptOutlook] {
    said.values.sorted { ($0.month.start, $0.member) < ($1.month.start, $1.member) }
  }

  /// Of each class those who bought, over all plans whose horizon is over.
  package var chances: MeasuredChances {
    MeasuredChances(counted.map { (person: $0.key.person, outcome: $0.value.outcome) })
  }
}
