/// Where a member's target comes from.
struct MemberStreams {
  let streams: Streams?
  let openDeals: [OpenDeal]
  let repeatOrders: [RepeatOrder]
  private(set) var notes: [PlanNote] = []

  init(_ basis: MemberBasis, in planner: Planner) throws(MethodFailure) {
    let (deals, withoutChance) = Self.openDeals(basis, planner)
    openDeals = deals
    repeatOrders = Self.repeatOrders(basis, planner, busy: Set(deals.map(\.deal.customer)))
    if withoutChance > 0 { notes.append(.dealsWithoutChance(count: withoutChance)) }
    let oldDeals = deals.count { $0.isOlderThanHistory }
    if oldDeals > 0 { notes.append(.dealsOlderThanHistory(count: oldDeals)) }
    let oldCustomers = repeatOrders.count { $0.isOlderThanHistory }
    if oldCustomers > 0 { notes.append(.customersOlderThanHistory(count: oldCustomers)) }
    guard
      let target = try MemberTarget(
        basis.goals, period: planner.period, calendar: planner.calendar)
    else {
      streams = nil
      notes.append(.noAmountGoal)
      return
    }
    if let goal = target.shareOf { notes.append(.targetIsShare(of: goal)) }
    var open = 0.0
    for deal in deals { open += deal.chanceInPeriod * Double(deal.deal.amount.hundredths) }
    var repeats = 0.0
    for order in repeatOrders { repeats += order.chanceInPeriod * order.size.double }
    streams = try Streams(
      target: target.amount,
      achieved: planner.netOrders(ofMember: basis.number, in: planner.period.range),
      openPipeline: money(hundredths: open), repeats: money(hundredths: repeats))
  }

  /// The open deals that have a chance, and how many have none.
  private static func openDeals(
    _ basis: MemberBasis, _ planner: Planner
  ) -> (deals: [OpenDeal], withoutChance: Int) {
    let index = planner.index
    let all = index.dealsOfMember[basis.number].map { index.records.deals[$0] }
    let aging = DealAging(all, lag: basis.lag, before: planner.asOf)
    let end = planner.period.range.end
    let horizon = max(0, planner.asOf.days(to: end))
    var deals: [OpenDeal] = []
    var withoutChance = 0
    for deal in all where planner.wasOpen(deal) {
      guard let chance = planner.chance(of: deal) else {
        withoutChance += 1
        continue
      }
      let age = deal.created.map { $0.days(to: planner.asOf) }
      if let aged = age.flatMap({ aging.chance(chance, age: $0, horizon: horizon) }) {
        deals.append(
          OpenDeal(
            deal: deal, chanceInPeriod: aged.within, chanceEver: aged.ever,
            isOlderThanHistory: aged.isOlder))
      } else {
        let closesLater = deal.expectedClose.map { $0 > end } ?? false
        deals.append(
          OpenDeal(
            deal: deal, chanceInPeriod: closesLater ? 0 : chance, chanceEver: chance,
            isOlderThanHistory: false))
      }
    }
    return (deals, withoutChance)
  }

  /// Existing customers without an open deal: an order that is being talked about is not counted
  /// twice.
  private static func repeatOrders(
    _ basis: MemberBasis, _ planner: Planner, busy: Set<String>
  ) -> [RepeatOrder] {
    let horizon = max(0, planner.asOf.days(to: planner.period.range.end))
    var result: [RepeatOrder] = []
    for history in basis.histories {
      let customer = history.customer
      guard customer.flags.isEmpty, !busy.contains(customer.id), let last = history.lastPurchase
      else { continue }
      let own = history.gaps
      let gaps = own.count >= 2 ? own.sorted() : planner.pool.segments[customer.segment]?.gaps ?? []
      let purchases = history.netPurchases
      guard !gaps.isEmpty, let size = mean(purchases), size > .zero else { continue }
      let (chance, isOlder) = RepeatOrder.chance(
        gaps: gaps, age: last.days(to: planner.asOf), horizon: horizon)
      result.append(
        RepeatOrder(
          customer: customer.id, chanceInPeriod: chance, size: size, isOlderThanHistory: isOlder))
    }
    return result
  }

  private static func mean(_ amounts: [Int]) -> Rational? {
    var whole = 0
    for amount in amounts {
      guard let next = try? sum(whole, amount) else { return nil }
      whole = next
    }
    return Rational(whole, over: amounts.count)
  }
}

extension Planner {
  /// Whether a deal is open on the day of planning.
  ///
  /// Looking back, a deal counts that is known to have been open then; today, what the table says.
  fileprivate func wasOpen(_ deal: Deal) -> Bool {
    guard hindsight != nil else {
      return deal.status == .open && deal.created ?? asOf <= asOf
    }
    guard let created = deal.created, created < asOf else { return false }
    return deal.status == .open || deal.closed.map { $0 >= asOf } ?? false
  }

  /// The chance to win a deal as it was known on the day of planning; nil where none was.
  fileprivate func chance(of deal: Deal) -> Double? {
    guard let hindsight else {
      return deal.probabilityMillionths.map { Double($0) / 1_000_000 }
    }
    return hindsight.wonShare
  }
}
