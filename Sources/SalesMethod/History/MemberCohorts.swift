/// One member's customers, counted: what the funnel's rates and the worth of an order are taken from.
struct MemberCohorts: Sendable {
  /// Those who are old enough; nil where nobody is, or where they are fewer than twenty and fewer than
  /// those who are too young: these say more by how long they have waited.
  let mature: Cohort?
  /// Whoever was contacted, whatever their age.
  let young: Cohort

  /// What is shown of the member's own.
  var shown: Cohort { mature ?? young }

  /// Counts a member's customers, of whom those of an age are old enough.
  init(
    _ histories: [CustomerHistory], leastAge: Int, _ reader: HistoryReader
  ) throws(MethodFailure) {
    let firsts = histories.compactMap(\.firstActivity)
    let window = reader.window(for: firsts, leastAge: leastAge)
    let old = firsts.count { $0.days(to: reader.day) >= leastAge }
    let isEnough = old >= CohortWindow.leastCustomers || old >= firsts.count - old
    mature =
      try isEnough
      ? window.map { window throws(MethodFailure) in
        try reader.cohort(histories, in: window)
      } : nil
    if leastAge == 0, let mature {
      young = mature
    } else {
      let window = reader.window(for: firsts, leastAge: 0)
      young =
        try window.map { window throws(MethodFailure) in
          try reader.cohort(histories, in: window)
        } ?? reader.nobody()
    }
  }
}
