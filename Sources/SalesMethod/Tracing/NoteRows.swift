/// The rows that a note of the plan is about: a person's own.
extension PlanSources {
  /// The rows behind a note; none where it is about tables, settings or what others did.
  ///
  ///     sources.rows(behind: .outlook(.unusedRows(.noClosedDay, count: 1))).rows  // deals.csv, line 7
  package func rows(behind note: PlanNote) -> SourceRows {
    guard case .outlook(let note) = note else { return SourceRows() }
    let outlook = plan.outlook
    switch note {
    case .unusedRows(let reason, count: _):
      return SourceRows(outlook.unused.filter { $0.reason == reason }.map(\.row))
    case .laterOrders: return SourceRows(orders { $0 > basis.today })
    case .laterDeals: return SourceRows(outlook.laterDeals.map(\.row))
    case .today: return SourceRows(orders { $0 == outlook.asOf })
    case .dealsWithoutChance:
      return rows { $0.chance == nil && $0.age == nil }
    case .dealsTooNew:
      return rows { $0.chance == nil && ($0.age.map { $0 <= 0 } ?? false) }
    case .dealsOverdue: return SourceRows(outlook.overdueDeals.map(\.deal.row))
    case .wonWithoutOrder: return SourceRows(outlook.wonWithoutOrder.map(\.row))
    case .wonDealsStandIn, .metBeforeRecords, .neverWell, .dealsByAge, .tooFewEvents,
      .recordTooShort, .dealsRefined, .sizesOfTeam, .chanceUnsaid,
      .spreadAssumed, .recordIsOfToday, .scaled:
      return SourceRows()
    }
  }

  private func rows(_ isMeant: (DealOutlook) -> Bool) -> SourceRows {
    SourceRows(plan.outlook.openDeals.filter(isMeant).map(\.deal.row))
  }

  private func orders(_ isMeant: (Day) -> Bool) -> [Row] {
    guard let number = index.memberNumbers[plan.member.id] else { return [] }
    return index.ordersOfMember[number].map { index.records.orders[$0] }
      .filter { isMeant($0.date) }.map(\.row)
  }
}
