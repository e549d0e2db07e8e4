/// What a team shares of its waits as of a day, made once: the counts, the months tested, and what they
/// taught.
///
///     let waits = try TeamWaits(WaitRows(records), before: today) { _, _ in nil }
///     let arrivals = waits.arrivals(of: 0, through: end)
package struct TeamWaits: Sendable {
  let known: KnownWaits
  /// The first day of what arrives: the day the rows are known on, or one to come.
  private let start: Day
  let sales: MonthlySales
  private let test: TestedMonths

  /// Reads, counts and tests the rows as they are known before a day; what arrives is counted from there on,
  /// or from a later day.
  ///
  /// Targets are asked for by a member's number and a month. Of months that were tested before, `tests` says what they
  /// taught.
  package init(
    _ rows: WaitRows, before day: Day, from start: Day? = nil, tests: MonthTests = MonthTests(),
    target: (_ member: Int, _ month: DayRange) throws(MethodFailure) -> Money?
  ) throws(MethodFailure) {
    let known = try KnownWaits(rows, before: day)
    let sales = try MonthlySales(rows, known.book)
    self.start = start ?? day
    (self.known, self.sales) = (known, sales)
    test = try tests.tested(rows.memberCount) { () throws(MethodFailure) in
      try TestedMonths(known, sales, target: target)
    }
  }

  /// What past months taught of a member.
  package func adjustment(of member: Int) -> Adjustment {
    test.adjustments[test.isPooled ? 0 : member]
  }

  /// What was said in past months, and what came.
  package func record(of member: Int) -> ChanceRecord {
    test.records[test.isPooled ? 0 : member]
  }

  /// What a member sells in a usual month, in hundredths: nil where too few months are on record.
  package func usualMonth(of member: Int) throws(MethodFailure) -> Rational? {
    try sales.usualMonth(of: member, before: known.book.day)
  }

  /// What may arrive for a member from the day through another; customers who are given up are left out.
  func arrivals(
    of member: Int, through end: Day, newContacts: [(day: Day, count: Int)] = [],
    isGivenUp: (Int) -> Bool = { _ in false }
  ) -> Arrivals {
    known.arrivals(
      of: member, from: start, through: end, newContacts: newContacts,
      by: dealRefinement(of: member).used, isGivenUp: isGivenUp)
  }

  /// What the chances of a member's open deals go by.
  func dealRefinement(of member: Int) -> DealRefinement.Choice { test.deals.choice(for: member) }

  /// First contacts of coming days, with their chances for a first order by a day.
  func newContacts(
    of member: Int, through end: Day, days: [(day: Day, count: Int)]
  ) -> [Arrivals.NewContacts] {
    known.newContacts(of: member, through: end, days: days)
  }

  /// How many first orders so many first contacts on days bring by a day, through a deal or without one, at
  /// the member's pace and before any scaling; nil where too little is known.
  func firstOrders(of member: Int, on days: [(day: Day, count: Int)], by end: Day) -> Double? {
    guard let first = known.counts.firstOrders(of: member) else { return nil }
    return days.reduce(0) { sum, contacts in
      let left = max(0, contacts.day.days(to: end) + 1)
      return sum + Double(contacts.count) * first.chance(from: 0, days: left)
    }
  }

  /// Whether the waits of a kind are counted for everybody together.
  func isPooled(_ kind: Wait.Kind) -> Bool { known.counts.isPooled[kind.number] }

  /// The age in days from which first contacts are old enough to be judged; nil where too few first orders
  /// are known.
  func leastAge(of member: Int) -> Int? {
    known.counts.maturity(of: member)?.age(bringing: Maturity.whole)
  }

  /// The share of a member's first contacts that order within a year, through a deal or without one, to
  /// the millionth; nil where too few first orders are known.
  func conversionWithinYear(of member: Int) -> Rational? {
    known.counts.conversion(of: member).flatMap {
      Rational(
        Int(($0.chance(from: 0, days: Maturity.horizon + 1) * 1_000_000).rounded()),
        over: 1_000_000)
    }
  }

  /// What a customer waits for.
  func standing(of customer: Int) -> WaitBook.Standing { known.book.standings[customer] }

  /// How many of a member's customers were met before anything is on record, and have neither an order nor an
  /// open deal.
  func unseen(of member: Int) -> Int {
    zip(known.rows.customers, known.book.standings).count { $0.owner == member && $1 == .unseen }
  }

  /// The first day that an activity or an order is recorded for.
  var recordsBegin: Day? { known.rows.recordsBegin }

  /// Whether a member's won deals stand in for orders.
  func wonDealsStandIn(for member: Int) -> Bool { known.book.dealsStandIn[member] }

  /// Whether a deal is open on the day, as the table says it or because it closed later.
  func isOpen(_ position: Int) -> Bool {
    let deal = known.rows.deals[position]
    guard deal.created.map({ $0 <= known.book.day }) ?? true else { return false }
    return deal.status == .open || deal.closed.map { $0 >= known.book.day } ?? false
  }

  /// What is counted of every kind that is known of a member.
  func evidence(of member: Int) -> [WaitEvidence] {
    Wait.Kind.allCases.compactMap { kind in
      known.counts.tables(kind, of: member).map { tables in
        WaitEvidence(
          kind: kind, since: known.counts.window(kind, of: member),
          isPooled: known.counts.isPooled[kind.number], tables: tables,
          pace: known.counts.pace(kind, of: member))
      }
    }
  }

  /// The kinds with ends enough of a member that nothing can be expected of, and why.
  func silent(of member: Int) -> [Wait.Kind: Wait.Silence] {
    var silent: [Wait.Kind: Wait.Silence] = [:]
    for kind in Wait.Kind.allCases where known.counts.tables(kind, of: member) == nil {
      let (all, won) = known.counts.events(kind, of: member)
      if all >= LifeTable.leastEvents { silent[kind] = won == 0 ? .neverWell : .recordTooShort }
    }
    return silent
  }

  /// Rows of a member's customers that contradict themselves and were not used.
  func unused(of member: Int) -> [UnusedWait] {
    known.book.unused.filter { known.rows.customers[$0.customer].owner == member }
  }
}
