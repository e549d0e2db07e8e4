/// A member's plan for the last whole month as it would have been made on its first day.
struct PastPlan {
  let basis: MemberBasis
  /// What its first day would have expected of it.
  let outlook: MemberOutlook
  /// The parts of the target of that time.
  let target: Streams
  let workload: Workload

  /// Plans the last whole month for a member; nil where it had no target, no history to plan with, or
  /// nothing tells what came of it.
  init?(_ basis: MemberBasis, in lastMonth: PlanBasis?) throws(MethodFailure) {
    guard let lastMonth, basis.plan.index.tellsSales else { return nil }
    let known = try MemberBasis(basis.number, in: lastMonth, histories: basis.histories)
    let outlook = try MemberOutlook(
      known, beside: try CustomerClassifier(known, nil).customers())
    guard let target = outlook.streams, let workload = outlook.workload else { return nil }
    self.basis = known
    self.outlook = outlook
    self.target = target
    self.workload = workload
  }
}

extension PlanBasis {
  /// What the last whole month before a day would have been planned by when it began: nothing later is
  /// known; nil where that month has no goal, or its calendar is not known.
  static func lastMonth(
    _ index: RecordIndex, _ settings: MethodSettings, before day: Day,
    tests: MonthTests?
  ) throws(MethodFailure) -> PlanBasis? {
    let last = day.adding(days: -day.dayOfMonth)
    guard let period = Period.month(last.month, of: last.year),
      index.records.goals.contains(where: {
        $0.metric == .amount && $0.start <= period.range.end && $0.end >= period.range.start
      }),
      (try? WorkCalendar(settings.calendar, overlay: index.records.calendar)
        .status(of: period.range)) != nil
    else { return nil }
    return try PlanBasis(
      index, settings: settings, period: period, asOf: period.range.start,
      tests: tests)
  }
}
