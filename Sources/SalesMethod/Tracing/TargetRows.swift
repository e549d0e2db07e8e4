/// The rows that the target and its parts, the goals and the look back were computed from.
extension PlanSources {
  /// The goals the target may be taken from.
  package var targetRows: SourceRows {
    SourceRows(plan.goals.map(\.goal).filter { $0.metric == .amount }.map(\.row))
  }

  /// The orders and returns of the period before the day of planning, by date.
  package var ordersOfPeriod: [Order] {
    guard let number = index.memberNumbers[plan.member.id] else { return [] }
    return index.ordersOfMember[number].map { index.records.orders[$0] }
      .filter { plan.period.range.contains($0.date) && $0.date < plan.known }
  }

  /// Their rows.
  package var achievedRows: SourceRows { SourceRows(ordersOfPeriod.map(\.row)) }

  /// The open deals and the decided ones whose age tells how deals end.
  package var pipelineRows: SourceRows {
    guard let number = index.memberNumbers[plan.member.id] else { return SourceRows() }
    let decided = index.dealsOfMember[number].map { index.records.deals[$0] }
      .filter { deal in
        deal.status != .open && deal.created != nil && deal.closed.map { $0 < plan.known } ?? false
      }
    return SourceRows((plan.openDeals.map(\.deal) + decided).map(\.row))
  }

  /// The first activities and the orders of those met or won in the month looked back at, and the
  /// goals it was planned for.
  package func reviewRows(_ review: PeriodReview) -> SourceRows {
    guard let number = index.memberNumbers[plan.member.id] else { return SourceRows() }
    let range = review.period.range
    var rows = index.goals.owned(by: plan.member.id, touching: range)
      .filter { $0.metric == .amount }.map(\.row)
    for whole in basis.pool.reader.histories(ofMember: number, in: index) {
      let history = whole.before(range.end.adding(days: 1))
      let isMet = history.firstActivity.map(range.contains) ?? false
      guard isMet || history.firstPurchase.map(range.contains) ?? false else { continue }
      rows += history.activities.prefix(1).map(\.row) + history.orders.map(\.row)
    }
    return SourceRows(rows)
  }

  /// The rows that were counted towards a goal.
  package func actualRows(_ planned: PlannedGoal) -> SourceRows {
    let goal = planned.goal
    guard planned.actualHundredths != nil,
      let range = DayRange(from: goal.start, through: goal.end)
    else { return SourceRows() }
    return SourceRows(
      GoalActual(goal: goal, members: members(of: goal), index: index, asOf: plan.known)
        .rows(in: range))
  }

  /// The row of a goal, with those of the goals that a check adds up.
  package func rows(of goal: Goal, check: GoalCheck.ID) -> SourceRows {
    let parts =
      check == .c1 || check == .c4
      ? index.goals.parts(of: goal.id) + (goal.parent.map(index.goals.parts) ?? []) : []
    return SourceRows([goal.row] + parts.map(\.row))
  }

  /// The numbers of the members whose records count towards a goal.
  private func members(of goal: Goal) -> [Int] {
    if let number = index.memberNumbers[goal.owner] { return [number] }
    let inside = goal.owner == Goal.company ? index.members : index.members(ofTeam: goal.owner)
    return inside.compactMap { index.memberNumbers[$0.id] }
  }
}
