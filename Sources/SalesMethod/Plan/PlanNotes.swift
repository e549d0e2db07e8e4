extension PlanNote {
  /// Everything a reader should know of a plan's numbers, in the order of the method.
  static func all(_ basis: MemberBasis, _ parts: PlanParts) -> [PlanNote] {
    calendar(basis) + tables(basis.index) + rates(basis.funnel) + factors(basis) + recent(basis)
      + gap(parts.gap) + OutlookNote.all(parts.outlook, in: basis.index).map(PlanNote.outlook)
      + layout(parts.layout, parts.outlook) + outlook(parts) + pareto(parts.pareto)
  }

  private static func calendar(_ basis: MemberBasis) -> [PlanNote] {
    let range = basis.period.range
    var notes = (range.start.year...range.end.year).filter {
      (try? basis.calendar.status(ofYear: $0)) == .provisional
    }.map(PlanNote.provisionalCalendar)
    if basis.days.worked.isEmpty { notes.append(.noWorkdayLeft) }
    return notes
  }

  private static func tables(_ index: RecordIndex) -> [PlanNote] {
    let wanted: [(table: String, part: Part)] = [
      ("goals", .goal), ("customers", .customers), ("deals", .openPipeline),
      ("orders", .repeatOrders), ("receivables", .collections), ("contacts", .authority),
      ("activities", .attention),
    ]
    return wanted.filter { !index.has($0.table) }.map { .missingTable($0.table, without: $0.part) }
  }

  private static func rates(_ estimate: FunnelEstimate) -> [PlanNote] {
    var notes = estimate.unknown.map { PlanNote.noRate(from: $0.from, to: $0.to) }
    for rate in estimate.rates?.rates ?? [] {
      switch rate.source {
      case .own, .lifeTable: break
      case .given: notes.append(.rateGiven(from: rate.from, to: rate.to))
      case .pooled(let team): notes.append(.ratePooled(from: rate.from, to: rate.to, team: team))
      }
      if rate.isWithoutSuccess {
        notes.append(.noSuccess(from: rate.from, to: rate.to, working: rate.working))
      }
      if rate.rate.successes > rate.rate.trials {
        notes.append(.stageSkipped(from: rate.from, to: rate.to))
      }
    }
    return notes
  }

  /// What there is to say of deal size and repeats: where they are from, and what they leave out.
  private static func factors(_ basis: MemberBasis) -> [PlanNote] {
    let cohort = basis.cohort
    var notes: [PlanNote] = []
    switch basis.factors?.source {
    case nil: notes.append(.noFactors)
    case .own:
      let orders = basis.factors?.orderSizes.count ?? 0
      if orders < Factors.leastOrders { notes.append(.fewOrders(orders)) }
    case .lifeTable: break
    case .given: notes.append(.factorsGiven)
    case .pooled(let team): notes.append(.factorsPooled(team: team, ownOrders: cohort.orders))
    }
    if cohort.customersWithExcessReturns > 0 {
      notes.append(
        .returnsBeyondOrders(
          customers: cohort.customersWithExcessReturns,
          amount: Money(hundredths: cohort.excessReturns)))
    }
    return notes
  }

  /// Who was counted, and who is too young for it.
  private static func recent(_ basis: MemberBasis) -> [PlanNote] {
    let leastAge = basis.plan.waits.leastAge(of: basis.number) ?? 0
    if let rates = basis.rates, let share = rates.withinYear {
      return [
        rates.isLimitedByStages
          ? .conversionByStages(share: share, days: leastAge)
          : .conversionByLifeTable(share: share, days: leastAge)
      ]
    }
    guard let cohort = basis.rates?.cohort ?? basis.cohorts.mature else { return [] }
    var notes: [PlanNote] = []
    switch cohort.window.reach {
    case .asked: break
    case .months(let months):
      notes.append(.windowWidened(months: months, customers: cohort.reached[0]))
    case .everything: notes.append(.windowWidened(months: nil, customers: cohort.reached[0]))
    }
    if cohort.leftOut > 0 { notes.append(.recentLeftOut(count: cohort.leftOut, days: leastAge)) }
    return notes
  }

  private static func gap(_ gap: MemberOutlook) -> [PlanNote] {
    var notes: [PlanNote] = []
    if gap.streams == nil {
      let (goals, range) = (gap.basis.goals, gap.basis.period.range)
      let missing = MemberTarget.missingMonths(goals, of: range)
      notes += missing.isEmpty ? [.noAmountGoal] : missing.map { .goalMissing(month: $0) }
    }
    if let goal = gap.shareOf { notes.append(.targetIsShare(of: goal)) }
    return notes
  }

  /// Where the days hold more than there is time for, or more than the outlook counts.
  private static func layout(_ layout: DayLayout, _ outlook: PeriodOutlook) -> [PlanNote] {
    var notes: [PlanNote] = []
    if !layout.daysOverCap.isEmpty { notes.append(.daysOverCap(layout.daysOverCap)) }
    let (asked, fit) = (outlook.contactsAsked ?? 0, outlook.contactsThatFit)
    if asked > fit, !layout.perDay.isEmpty { notes.append(.allWorkLaidOut(asked: asked, fit: fit)) }
    return notes
  }

  private static func outlook(_ parts: PlanParts) -> [PlanNote] {
    var notes: [PlanNote] = []
    if parts.lag == nil { notes.append(.lagUnknown) }
    guard let outlook = parts.forecast else { return notes }
    if outlook.forecast == nil { notes.append(.forecastTooLarge) }
    let months = outlook.input.overdispersion.months
    if months < Overdispersion.leastMonths { notes.append(.fewMonths(months)) }
    if outlook.input.factors.orderSizes.isEmpty { notes.append(.orderSizesUnknown) }
    if outlook.forecast != nil, outlook.confidentCounts == nil {
      notes.append(.confidenceOutOfReach)
    }
    return notes
  }

  private static func pareto(_ pareto: Pareto?) -> [PlanNote] {
    guard let pareto, !pareto.hasStatement else { return [] }
    return [.fewCustomers(pareto.entries.count)]
  }
}
