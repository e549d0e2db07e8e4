/// What a member has to reach, what will come of itself, and the gap that is left.
struct MemberGap {
  /// The parts of the target; nil without an amount goal.
  let streams: Streams?
  /// The goal of which the target is only a share, by working days.
  let shareOf: String?
  /// The open deals that have a chance.
  let openDeals: [OpenDeal]
  /// How many open deals have none.
  let dealsWithoutChance: Int
  let repeatOrders: [RepeatOrder]

  /// Sets what is sold, open and due again against the goals of the period.
  init(_ basis: MemberBasis) throws(MethodFailure) {
    (openDeals, dealsWithoutChance) = Self.openDeals(basis)
    repeatOrders = Self.repeatOrders(basis, busy: Set(openDeals.map(\.deal.customer)))
    let target = try MemberTarget(basis.goals, period: basis.period, calendar: basis.calendar)
    shareOf = target?.shareOf
    guard let target else {
      streams = nil
      return
    }
    var open = 0.0
    for deal in openDeals { open += deal.chanceInPeriod * Double(deal.deal.amount.hundredths) }
    var repeats = 0.0
    for order in repeatOrders { repeats += order.chanceInPeriod * order.size.double }
    streams = try Streams(
      target: target.amount,
      achieved: basis.netOrders(in: basis.period.range),
      openPipeline: money(hundredths: open), repeats: money(hundredths: repeats))
  }

  /// The open deals that have a chance, and how many have none.
  private static func openDeals(
    _ basis: MemberBasis
  ) -> (deals: [OpenDeal], withoutChance: Int) {
    let index = basis.index
    let all = index.dealsOfMember[basis.number].map { index.records.deals[$0] }
    let aging = DealAging(all, lag: basis.lag, before: basis.asOf)
    let end = basis.period.range.end
    let horizon = max(0, basis.asOf.days(to: end))
    var deals: [OpenDeal] = []
    var withoutChance = 0
    for deal in all where basis.plan.wasOpen(deal) {
      guard let chance = basis.plan.chance(of: deal) else {
        withoutChance += 1
        continue
      }
      let age = deal.created.map { $0.days(to: basis.asOf) }
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
    _ basis: MemberBasis, busy: Set<String>
  ) -> [RepeatOrder] {
    let horizon = max(0, basis.asOf.days(to: basis.period.range.end))
    var result: [RepeatOrder] = []
    for history in basis.histories {
      let customer = history.customer
      guard customer.flags.isEmpty, !busy.contains(customer.id), let last = history.lastPurchase
      else { continue }
      let own = history.gaps
      let gaps = own.count >= 2 ? own.sorted() : basis.pool.segments[customer.segment]?.gaps ?? []
      let purchases = history.net.sizes
      guard !gaps.isEmpty, let size = mean(purchases), size > .zero else { continue }
      let (chance, isOlder) = RepeatOrder.chance(
        gaps: gaps, age: last.days(to: basis.asOf), horizon: horizon)
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

extension PlanBasis {
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
