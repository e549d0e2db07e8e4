/// What plans of past months said on their first day, and what came.
package struct PlanRecord: Codable, Hashable, Sendable {
  /// A month of a person.
  package struct Entry: Codable, Hashable, Sendable {
    /// What was said.
    package let said: KeptOutlook
    /// The net orders of the month.
    package let actual: Money

    package init(said: KeptOutlook, actual: Money) {
      self.said = said
      self.actual = actual
    }

    /// Whether what came fell into the interval.
    package var isInside: Bool { said.low <= actual && actual <= said.high }
    /// Whether the target was reached; nil without one.
    package var isReached: Bool? { said.target.map { actual >= $0 } }
  }

  /// The months, the oldest first, members in the order asked for.
  package let entries: [Entry]
  /// Months in which too little was on record to expect anything, or of which the calendar is not
  /// known.
  package let unsaid: [DayRange]

  package init(entries: [Entry], unsaid: [DayRange]) {
    self.entries = entries
    self.unsaid = unsaid
  }

  /// How many fell into their interval.
  package var inside: Int { entries.count { $0.isInside } }

  /// What came over what was expected: above 1 plans said too little; nil where nothing was expected.
  ///
  ///     // 90 and 60 came of 100 and 100 expected
  ///     record.bias  // 3/4
  package var bias: Rational? {
    let expected = entries.reduce(0.0) { $0 + Double($1.said.expected.hundredths) }
    let actual = entries.reduce(0.0) { $0 + Double($1.actual.hundredths) }
    guard expected.magnitude < 9e15, actual.magnitude < 9e15, expected > 0 else { return nil }
    return Rational(Int(actual), over: Int(expected))
  }

  /// The records of several members, month by month in their order.
  package init(together records: [PlanRecord]) {
    let entries = records.flatMap(\.entries).enumerated().sorted {
      ($0.element.said.month.start, $0.offset) < ($1.element.said.month.start, $1.offset)
    }
    self.entries = entries.map(\.element)
    let said = Set(self.entries.map(\.said.month.start))
    unsaid = (records.first?.unsaid ?? []).filter { !said.contains($0.start) }
  }

  /// The entries of one member.
  package func of(_ member: String) -> PlanRecord {
    PlanRecord(entries: entries.filter { $0.said.member == member }, unsaid: unsaid)
  }
}

/// A month that is over, as its first day would have planned it: made once for all members.
package struct PastMonth: Sendable {
  package let month: DayRange
  /// Nil where the calendar of the month is not known.
  fileprivate let planner: Planner?
}

extension Planner {
  /// The last complete months before today, the oldest first, each with nothing known but what was known
  /// when it began.
  package func pastMonths(_ count: Int) throws(MethodFailure) -> [PastMonth] {
    let recorded = RecordIndex(index.recorded)
    var months: [PastMonth] = []
    for month in now.monthsBefore(count).reversed() {
      months.append(PastMonth(month: month, planner: try planner(for: month, recorded)))
    }
    return months
  }

  /// What plans of past months would have said of members on the first day of each, and what came; kept
  /// plans stand in for those they were made for.
  ///
  /// Nothing is said where nothing tells what came.
  ///
  ///     try planner.record(of: ["zhang"], in: planner.pastMonths(6)).inside  // 5
  package func record(
    of members: [String], in months: [PastMonth], kept: [KeptOutlook] = []
  ) throws(MethodFailure) -> PlanRecord {
    var entries: [PlanRecord.Entry] = []
    var unsaid: [DayRange] = []
    for past in months {
      var found: [PlanRecord.Entry] = []
      for member in members where index.tellsSales && isKnown(member, by: past.month.end) {
        var said = kept.first { $0.member == member && $0.month == past.month }
        if said == nil, let planner = past.planner {
          said = KeptOutlook(try planner.outlook(of: member), of: member, in: past.month)
        }
        guard let said else { continue }
        found.append(
          PlanRecord.Entry(said: said, actual: try sold(by: member, in: past.month)))
      }
      if found.isEmpty { unsaid.append(past.month) }
      entries += found
    }
    return PlanRecord(entries: entries, unsaid: unsaid)
  }

  /// Whether somebody was there by a day, as far as the tables say: nothing is held against plans of months
  /// before.
  private func isKnown(_ id: String, by day: Day) -> Bool {
    guard let number = try? index.number(ofMember: id) else { return true }
    return index.members[number].start.map { $0 <= day } ?? true
  }

  /// The planner of a month’s first day; nil where the calendar of the month is not known.
  private func planner(
    for month: DayRange, _ recorded: RecordIndex
  ) throws(MethodFailure) -> Planner? {
    guard let period = Period.month(month.start.month, of: month.start.year),
      (try? calendar.status(of: month)) != nil
    else { return nil }
    return try Planner(
      recorded, settings: settings, period: period, now: month.start, looksBack: false,
      tests: tests?.named("record"))
  }

  /// What a member sold in a range before the day of planning.
  private func sold(by member: String, in range: DayRange) throws(MethodFailure) -> Money {
    try index.netOrders(ofMember: index.number(ofMember: member), in: range, before: asOf)
  }
}
