extension Verdict {
  /// The first standing that fits; nil without a target.
  init?(
    _ outlook: PeriodOutlook, _ member: MemberOutlook, _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) {
    guard let chance = outlook.chance else { return nil }
    let settings = member.basis.settings
    let hours = try member.hours(beside: customers)
    if let hours, hours.fit == .infeasible {
      self.init(
        standing: .overCapacity,
        reason: .hours(needed: hours.needed, available: hours.available),
        help: member.shortfall?.strongestLever.map(Help.lever))
      return
    }
    guard case .said(let said) = chance else {
      self.init(standing: .cannotSay, reason: .unsaid(chance), help: nil)
      return
    }
    if said < Self.even {
      self.init(
        standing: said < Self.late ? .tooLate : .atRisk, reason: .chance(said),
        help: Help(outlook, member))
      return
    }
    if let workload = member.workload, workload.hours.fit == .tight,
      let load = workload.hours.utilisation
    {
      let lever = try Shortfall.lowClassLever(workload, customers, settings.cadence)
      self.init(
        standing: .atRisk, reason: .load(load),
        help: lever.closes && lever.effect != .frees(.zero) ? .lever(lever) : nil)
      return
    }
    let isReached = outlook.target.map { outlook.won >= $0 } ?? false
    self.init(standing: .onTrack, reason: isReached ? .reached : .chance(said), help: nil)
  }
}

extension Verdict.Help {
  /// What raises the chance most: to win the open deal that is most to win, or a tenth more contacts; where
  /// neither raises it by a point, the amount that has an even chance.
  fileprivate init?(_ outlook: PeriodOutlook, _ member: MemberOutlook) {
    var best: (help: Verdict.Help, chance: Double)?
    let arrivals = member.arrivals
    let open = arrivals.deals.indices.max {
      arrivals.deals[$0].stillToWin < arrivals.deals[$1].stillToWin
    }
    if let open {
      var won = arrivals
      let deal = won.deals.remove(at: open)
      won.deals.insert(
        Arrivals.DealChance(deal: deal.deal, amount: deal.amount, chance: 1), at: open)
      let chance = member.chance(of: won)
      best = (.win(member.basis.index.records.deals[deal.deal], chance: chance), chance)
    }
    if member.contactsThatFit > 0 {
      let more = (member.contactsThatFit + 9) / 10
      let chance = member.chance(of: arrivals.multiplyingContacts(by: 1.1))
      if chance > best?.chance ?? 0 { best = (.contacts(more, chance: chance), chance) }
    }
    if let best, best.chance - (outlook.saidChance ?? 0) >= Verdict.leastHelp {
      self = best.help
    } else if let even = outlook.quantiles.first(where: { $0.share == 0.5 })?.amount,
      even > .zero
    {
      self = .talk(even: even)
    } else {
      return nil
    }
  }
}

extension Arrivals.DealChance {
  /// What winning it would add to what is expected of it.
  fileprivate var stillToWin: Double { Double(amount) * (1 - chance) }
}

extension Shortfall {
  /// The lever that makes the hours suffice with the least change: the smallest factor, else a later
  /// end, else visits left out; nil where none does alone.
  var strongestLever: Lever? {
    var best: (lever: Lever, factor: Rational)?
    for lever in levers {
      guard case .times(let factor) = lever.effect else { continue }
      if best.map({ factor < $0.factor }) ?? true { best = (lever, factor) }
    }
    return best?.lever ?? levers.first(where: \.closes)
  }
}
