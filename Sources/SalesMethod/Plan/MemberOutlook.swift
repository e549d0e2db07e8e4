/// What a member's plan leads to: the forecast, the sales cycle, what to do where hours lack.
struct MemberOutlook {
  let workload: Workload?
  let forecast: Forecast?
  let lag: LagReport?
  let shortfall: Shortfall?
  let notes: [PlanNote]
}

extension Planner {
  func outlook(
    _ basis: MemberBasis, _ streams: MemberStreams, _ workload: Workload?,
    _ customers: [ClassifiedCustomer]
  ) throws(MethodFailure) -> MemberOutlook {
    let lag = try lagReport(basis, workload)
    let shortfall = try shortfall(basis, streams.streams, workload, customers)
    var notes: [PlanNote] = []
    if lag == nil { notes.append(.lagUnknown) }
    var forecast: Forecast?
    var confident: [Int]?
    if let input = try forecastInput(basis, streams, workload, shortfall) {
      forecast = try Forecast(input)
      if forecast == nil { notes.append(.forecastTooLarge) }
      if input.overdispersion.months < Overdispersion.leastMonths {
        notes.append(.fewMonths(input.overdispersion.months))
      }
      if input.factors.orderSizes.isEmpty { notes.append(.orderSizesUnknown) }
      if let contacts = forecast?.contactsForConfidence, let rates = basis.rates {
        confident = try BackSolving.forward(contacts, rates: rates.rates.map(\.working))
      } else if forecast != nil {
        notes.append(.confidenceOutOfReach)
      }
    }
    return MemberOutlook(
      workload: workload?.confident(confident), forecast: forecast, lag: lag,
      shortfall: shortfall, notes: notes)
  }

  func forecastInput(
    _ basis: MemberBasis, _ streams: MemberStreams, _ workload: Workload?, _ shortfall: Shortfall?
  ) throws(MethodFailure) -> ForecastInput? {
    guard let workload, let target = streams.streams, let rates = basis.rates,
      let factors = basis.factors
    else { return nil }
    let overdispersion = Overdispersion(
      rates.rates.allSatisfy { $0.source == .own } ? basis.cohort.months : [])
    let remaining = Money(
      hundredths: try sum(target.target.hundredths, product(target.achieved.hundredths, -1)))
    let groups = basis.lag.map { lag in
      ClosingSchedule(workload.stages[0].perDay, on: basis.worked, lag: lag)
        .groups(by: period.range.end)
    }
    let deals = streams.openDeals.map { deal in
      ForecastInput.OtherPart(
        amount: Rational(deal.deal.amount.hundredths), inPeriod: deal.chanceInPeriod,
        ever: deal.chanceEver)
    }
    let repeats = streams.repeatOrders.map { order in
      ForecastInput.OtherPart(
        amount: order.size, inPeriod: order.chanceInPeriod, ever: order.chanceInPeriod)
    }
    return ForecastInput(
      rate: rates.conversion.share,
      belief: ConversionBelief(rates.conversion, overdispersion: overdispersion),
      overdispersion: overdispersion, factors: factors, target: max(remaining, .zero),
      wholeTarget: target.target,
      contacts: workload.stages[0].mean, groups: groups, others: deals + repeats,
      confidence: Double(settings.estimate.confidenceThousandths) / 1000,
      feasibleContacts: shortfall?.feasibleCounts.first, time: workload.hours.funnel)
  }
}
