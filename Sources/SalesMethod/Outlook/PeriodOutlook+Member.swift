extension PeriodOutlook {
  /// What a member's outlook says, in whole units that add up.
  init(_ member: MemberOutlook) throws(MethodFailure) {
    let (basis, scaled) = (member.basis, member.dated.scaled)
    let (waits, arrivals) = (basis.plan.waits, member.arrivals)
    let record = waits.record(of: basis.number)
    let evidence = waits.evidence(of: basis.number)
    self.init(
      asOf: basis.asOf, end: basis.period.range.end, target: member.target, won: member.won,
      tellsWon: basis.index.tellsSales,
      today: try basis.soldToday(), laterOrders: basis.laterOrders,
      laterDeals: basis.laterDeals,
      deals: .wholeUnits(scaled.deals),
      existing: .wholeUnits(scaled.existing), inProgress: .wholeUnits(scaled.inProgress),
      newContacts: .wholeUnits(scaled.newContacts), other: .wholeUnits(scaled.other),
      contactsThatFit: member.contactsThatFit,
      contactsAsked: member.workload?.stages.first?.mean,
      quantiles: Self.quantiles(member.dated, !evidence.isEmpty),
      spread: evidence.isEmpty && member.dated.other <= 0 ? nil : member.dated.spread,
      chance: Chance(member, record),
      record: record,
      ownRecord: record.entries.filter { $0.member == basis.number },
      adjustment: scaled.adjustment, scale: scaled.scale,
      scaleBasis: ScaleBasis(expected: scaled.moments.mean, share: basis.shareOfMonth),
      orderSize: arrivals.sizes.map {
        OrderSize(mean: $0.mean, orders: $0.sizes.count, isTeams: $0.isTeams)
      },
      newOrders: arrivals.firstOrdersOfNew.mean,
      usualMonth: try waits.usualMonth(of: basis.number).map { .wholeUnits($0.double) },
      openDeals: Self.openDeals(basis, arrivals, scale: scaled.scale),
      dealRefinement: waits.dealRefinement(of: basis.number),
      customers: Self.customers(basis, arrivals, scale: scaled.scale),
      contacts: Self.contacts(basis, arrivals, scale: scaled.scale), unknown: arrivals.unknown,
      silent: waits.silent(of: basis.number),
      evidence: evidence,
      wonDealsStandIn: waits.wonDealsStandIn(for: basis.number) && !basis.wonDeals.isEmpty,
      wonWithoutOrder: basis.wonWithoutOrder,
      unseen: waits.unseen(of: basis.number), recordsBegin: waits.recordsBegin,
      unused: waits.unused(of: basis.number))
  }

  /// None where nothing is on record to expect anything by.
  private static func quantiles(_ dated: DatedOutlook, _ isKnown: Bool) -> [Quantile] {
    guard isKnown || dated.other > 0 else { return [] }
    return [0.1, 0.25, 0.5, 0.75, 0.9].map {
      Quantile(share: $0, amount: .wholeUnits(dated.quantile($0)))
    }
  }

  private static func openDeals(
    _ basis: MemberBasis, _ arrivals: Arrivals, scale: Double
  ) -> [DealOutlook] {
    let chances = Dictionary(
      arrivals.deals.map { ($0.deal, $0.chance) }, uniquingKeysWith: { first, _ in first })
    let open = basis.index.dealsOfMember[basis.number].filter { basis.plan.waits.isOpen($0) }
    let amounts = open.map { position in
      scale * (chances[position] ?? 0)
        * Double(basis.index.records.deals[position].amount.hundredths) / 100
    }
    return zip(open, Apportionment.wholeParts(of: amounts)).map { position, units in
      let deal = basis.index.records.deals[position]
      return DealOutlook(
        deal: deal, age: deal.created.map { $0.days(to: basis.today) },
        chance: chances[position], expected: Money(units: units),
        isOverdue: deal.expectedClose.map { $0 < basis.today } ?? false,
        isWonToday: deal.status == .won && deal.closed == basis.today)
    }
  }

  private static func customers(
    _ basis: MemberBasis, _ arrivals: Arrivals, scale: Double
  ) -> [CustomerOutlook] {
    let size = scale * (arrivals.sizes?.mean ?? 0) / 100
    let units = Apportionment.wholeParts(of: arrivals.existing.map { size * $0.mean })
    return zip(arrivals.existing, units).compactMap { customer, units in
      guard
        case .reorder(let number, let since) = basis.plan.waits.standing(of: customer.customer)
      else { return nil }
      return CustomerOutlook(
        customer: basis.index.records.customers[customer.customer].id, since: since,
        orders: number, chance: customer.chance, expectedOrders: customer.mean,
        expected: Money(units: units))
    }
  }

  private static func contacts(
    _ basis: MemberBasis, _ arrivals: Arrivals, scale: Double
  ) -> [CustomerOutlook] {
    let size = scale * (arrivals.sizes?.mean ?? 0) / 100
    let units = Apportionment.wholeParts(of: arrivals.inProgress.map { size * $0.chance })
    return zip(arrivals.inProgress, units).compactMap { contact, units in
      guard case .firstOrder(let since) = basis.plan.waits.standing(of: contact.customer)
      else { return nil }
      return CustomerOutlook(
        customer: basis.index.records.customers[contact.customer].id, since: since, orders: 0,
        chance: contact.chance, expectedOrders: contact.chance, expected: Money(units: units))
    }
  }
}

extension MemberOutlook {
  /// Whether nothing on record tells what may still come.
  fileprivate var isSilent: Bool {
    arrivals.unknown.count == Wait.Kind.allCases.count && arrivals.newContacts.isEmpty
      && dated.other == 0
  }
}

extension PeriodOutlook.Chance {
  /// The chance, where past months bear it; what is won already is no question of chance.
  fileprivate init?(_ member: MemberOutlook, _ record: ChanceRecord) {
    guard let target = member.target else { return nil }
    if member.won >= target {
      self = .said(1)
    } else if record.allowsChance, !member.isSilent {
      self = .said(member.dated.chance(toReach: target.hundredths))
    } else if record.months >= ChanceRecord.leastMonths, record.brier != nil {
      self = member.isSilent ? .nothingKnown : .worseThanShare
    } else {
      self = .tooFewMonths(record.entries.isEmpty ? 0 : record.months)
    }
  }
}

extension MemberBasis {
  /// Deals won within the last year without an order of that customer within 30 days of closing.
  fileprivate var wonWithoutOrder: [Deal] {
    guard !plan.waits.wonDealsStandIn(for: number) else { return [] }
    let (reach, first) = (30, known.adding(days: -365))
    return wonDeals.filter { deal in
      guard let closed = deal.closed, first <= closed, closed.adding(days: reach) < known,
        let customer = index.customerNumbers[deal.customer]
      else { return false }
      return !index.ordersOfCustomer[customer].contains { position in
        let order = index.records.orders[position]
        return order.amount > .zero && abs(closed.days(to: order.date)) <= reach
      }
    }
  }
}
