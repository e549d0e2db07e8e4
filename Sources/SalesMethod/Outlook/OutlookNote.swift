/// Something a reader should know about what a period is expected to bring: what is left out, and why.
package enum OutlookNote: Hashable, Sendable {
  /// The person has no orders: won deals count as what was sold.
  case wonDealsStandIn
  /// Sold on the day of planning: not yet counted.
  case today(Money)
  /// So many orders are dated after the day of planning: they are not known yet.
  case laterOrders(count: Int)
  /// So many deals are dated after the day of planning: created or closed on a day that is not yet.
  case laterDeals(count: Int)
  /// Fewer than five waits of a kind have ended: nothing is expected of it.
  case tooFewEvents(Wait.Kind)
  /// Every wait of a kind that has ended did so within the last four weeks: nothing is expected of it.
  case recordTooShort(Wait.Kind)
  /// Enough waits of a kind have ended, none of them well: nothing is expected of it.
  case neverWell(Wait.Kind)
  /// So many customers without an order were met before anything is on record, on a day: they may have ordered
  /// unseen, and nothing is expected of them.
  case metBeforeRecords(count: Int, begin: Day)
  /// So many open deals have no day they were created: nothing is expected of them.
  case dealsWithoutChance(count: Int)
  /// So many open deals were created on the day of planning or later: they wait from then on.
  case dealsTooNew(count: Int)
  /// The chances of open deals go by their age alone: too few have closed to try their stage or expected date.
  case dealsByAge
  /// Stage or expected date say more of open deals than their age alone, or were tried and do not.
  case dealsRefined(DealRefinement.Choice)
  /// So many open deals are past their expected date.
  case dealsOverdue(count: Int)
  /// So many won deals have no order of their customer within 30 days of closing.
  case wonWithoutOrder(count: Int)
  /// So many rows contradict themselves and were not used.
  case unusedRows(UnusedWait.Reason, count: Int)
  /// Fewer orders of one’s own than a mean can be told from: the outlook goes by the team’s, so many of them.
  case sizesOfTeam(orders: Int)
  /// Why no chance is said.
  case chanceUnsaid(PeriodOutlook.Chance)
  /// No month could be tested: how months differ is an assumption.
  case spreadAssumed
  /// What past months would have said goes by today’s owners, stages and amounts.
  case recordIsOfToday
  /// What past months taught multiplies everything expected by this.
  case scaled(Double)
}

extension OutlookNote {
  /// Everything there is to say of an outlook; a kind whose table is missing is not named again.
  static func all(_ outlook: PeriodOutlook, in index: RecordIndex) -> [OutlookNote] {
    var notes: [OutlookNote] = []
    if outlook.wonDealsStandIn { notes.append(.wonDealsStandIn) }
    if outlook.today != .zero { notes.append(.today(outlook.today)) }
    if outlook.laterOrders > 0 { notes.append(.laterOrders(count: outlook.laterOrders)) }
    if !outlook.laterDeals.isEmpty {
      notes.append(.laterDeals(count: outlook.laterDeals.count))
    }
    notes += outlook.unknown.filter { index.has($0 == .deal ? "deals" : "orders") }
      .map { kind in
        switch outlook.silent[kind] {
        case nil: .tooFewEvents(kind)
        case .recordTooShort: .recordTooShort(kind)
        case .neverWell: .neverWell(kind)
        }
      }
    if outlook.unseen > 0, let begin = outlook.recordsBegin {
      notes.append(.metBeforeRecords(count: outlook.unseen, begin: begin))
    }
    let without = outlook.openDeals.count { $0.chance == nil && $0.age == nil }
    if without > 0 { notes.append(.dealsWithoutChance(count: without)) }
    if !outlook.unknown.contains(.deal) {
      let tooNew = outlook.openDeals.count { $0.chance == nil && ($0.age.map { $0 <= 0 } ?? false) }
      if tooNew > 0 { notes.append(.dealsTooNew(count: tooNew)) }
    }
    if !outlook.openDeals.isEmpty, outlook.dealRefinement.brier != nil {
      notes.append(.dealsRefined(outlook.dealRefinement))
    } else if outlook.openDeals.contains(where: { $0.chance != nil }) {
      notes.append(.dealsByAge)
    }
    if !outlook.overdueDeals.isEmpty {
      notes.append(.dealsOverdue(count: outlook.overdueDeals.count))
    }
    if !outlook.wonWithoutOrder.isEmpty {
      notes.append(.wonWithoutOrder(count: outlook.wonWithoutOrder.count))
    }
    for reason in UnusedWait.Reason.allCases where reason != .noCreatedDay {
      let count = outlook.unused.count { $0.reason == reason }
      if count > 0 { notes.append(.unusedRows(reason, count: count)) }
    }
    let ofOrders = outlook.existing + outlook.inProgress + outlook.newContacts
    if let size = outlook.orderSize, size.isTeams, ofOrders > .zero {
      notes.append(.sizesOfTeam(orders: size.orders))
    }
    switch outlook.chance {
    case .tooFewMonths(let months): notes.append(.chanceUnsaid(.tooFewMonths(months)))
    case .worseThanShare: notes.append(.chanceUnsaid(.worseThanShare))
    case .nothingKnown: notes.append(.chanceUnsaid(.nothingKnown))
    case .said, nil: break
    }
    if outlook.adjustment.months == 0 { notes.append(.spreadAssumed) }
    if !outlook.record.entries.isEmpty { notes.append(.recordIsOfToday) }
    let isExpected = outlook.expected - outlook.won - outlook.other > .zero
    if isExpected, abs(outlook.scale - 1) >= 0.005 { notes.append(.scaled(outlook.scale)) }
    return notes
  }
}
