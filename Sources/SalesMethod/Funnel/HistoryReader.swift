/// Reads one member's history as it was known on a day.
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

  /// The lags of one member's customers.
  func lags(ofMember number: Int, in index: RecordIndex) -> [Int] {
    index.customersOfMember[number].compactMap {
      CustomerHistory($0, in: index, before: day).lag
    }
  }

  /// The cohort of one member: customers first contacted in the window, but for those the usual
  /// sales cycle is not over for.
  func cohort(ofMember number: Int, lag: LagDistribution?, in index: RecordIndex) -> Cohort {
    var cohort = nobody
    let cycle = lag?.days(toReach: 9, of: 10) ?? 0
    for customer in index.customersOfMember[number] {
      let history = CustomerHistory(customer, in: index, before: day)
      guard let first = history.firstActivity, let month = window.month(of: first) else { continue }
      guard first.days(to: day) >= cycle else {
        cohort.leftOut += 1
        continue
      }
      cohort.add(history, from: first, month: month, funnel: funnel)
    }
    return cohort
  }
}
