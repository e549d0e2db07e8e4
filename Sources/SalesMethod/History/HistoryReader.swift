/// Reads customers' histories as they were known on a day.
struct HistoryReader: Sendable {
  /// Nothing on this day or later is seen.
  let day: Day
  private let asked: CohortWindow
  private let funnel: [FunnelStage]
  private let months: Int

  init(_ settings: MethodSettings, before day: Day) {
    self.day = day
    months = settings.estimate.months
    asked = CohortWindow(
      window: EstimationWindow(months: settings.estimate.months, before: day), reach: .asked,
      leastAge: 0)
    funnel = settings.funnel
  }

  /// A cohort of nobody, in a window; in the settings' without one.
  func nobody(in window: CohortWindow? = nil) -> Cohort {
    Cohort(stages: funnel.count, window ?? asked)
  }

  /// The histories of one member's customers.
  func histories(ofMember number: Int, in index: RecordIndex) -> [CustomerHistory] {
    index.customersOfMember[number].map { CustomerHistory($0, in: index, before: day) }
  }

  /// The least window that holds twenty customers who are old enough; where none does, the least that
  /// holds all of those that are; nil where nobody is.
  ///
  /// It begins with the settings' months, then looks at 12 and 24 months, then at everything.
  func window(for firsts: [Day], leastAge: Int) -> CohortWindow? {
    let old = firsts.filter { $0.days(to: day) >= leastAge }
    guard let first = old.min() else { return nil }
    var candidates = [CohortWindow(window: asked.window, reach: .asked, leastAge: leastAge)]
    for wider in [12, 24] where wider > months {
      candidates.append(
        CohortWindow(
          window: EstimationWindow(months: wider, before: day), reach: .months(wider),
          leastAge: leastAge))
    }
    candidates.append(
      CohortWindow(
        window: EstimationWindow(from: first, before: day), reach: .everything, leastAge: leastAge))
    let counts = candidates.map { candidate in
      old.count { candidate.window.month(of: $0) != nil }
    }
    let wanted = min(CohortWindow.leastCustomers, counts.max() ?? 0)
    guard wanted > 0, let least = counts.firstIndex(where: { $0 >= wanted }) else { return nil }
    return candidates[least]
  }

  /// The cohort of a window among customers.
  func cohort(
    _ histories: [CustomerHistory], in window: CohortWindow
  ) throws(MethodFailure) -> Cohort {
    var cohort = nobody(in: window)
    for history in histories {
      guard let first = history.firstActivity else { continue }
      if let month = window.month(of: first, before: day) {
        try cohort.add(history, from: first, month: month, funnel: funnel)
      } else if window.isTooYoung(first, before: day) {
        cohort.leftOut += 1
      }
    }
    return cohort
  }

  /// Those of some customers that a window counts.
  func counted(_ histories: [CustomerHistory], in window: CohortWindow) -> [CustomerHistory] {
    histories.filter { history in
      history.firstActivity.map { window.month(of: $0, before: day) != nil } ?? false
    }
  }
}
