/// Reads customers' histories as they were known on a day.
struct HistoryReader: Sendable {
  /// Nothing on this day or later is seen.
  let day: Day
  private let window: EstimationWindow
  private let funnel: [FunnelStage]

  init(_ settings: MethodSettings, before day: Day) {
    self.day = day
    window = EstimationWindow(months: settings.estimate.months, before: day)
    funnel = settings.funnel
  }

  /// A cohort of nobody.
  var nobody: Cohort { Cohort(stages: funnel.count, months: window.months.count) }

  /// The histories of one member's customers.
  func histories(ofMember number: Int, in index: RecordIndex) -> [CustomerHistory] {
    index.customersOfMember[number].map { CustomerHistory($0, in: index, before: day) }
  }

  /// The cohort among customers: those first contacted in the window, but for those the usual sales
  /// cycle is not over for.
  func cohort(
    _ histories: [CustomerHistory], lag: LagDistribution?
  ) throws(MethodFailure) -> Cohort {
    var cohort = nobody
    for history in histories {
      guard let first = history.firstActivity, let month = window.month(of: first) else { continue }
      guard isOldEnough(first, lag: lag) else {
        cohort.leftOut += 1
        continue
      }
      try cohort.add(history, from: first, month: month, funnel: funnel)
    }
    return cohort
  }

  /// Those of some customers that a cohort counts.
  func counted(_ histories: [CustomerHistory], lag: LagDistribution?) -> [CustomerHistory] {
    histories.filter { history in
      history.firstActivity.map { window.month(of: $0) != nil && isOldEnough($0, lag: lag) }
        ?? false
    }
  }

  /// Whether the usual sales cycle is over for customers first contacted on a day.
  private func isOldEnough(_ first: Day, lag: LagDistribution?) -> Bool {
    first.days(to: day) >= lag?.days(toReach: 9, of: 10) ?? 0
  }
}
