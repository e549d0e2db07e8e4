/// The forecast of a member's plan, with what it was computed from.
struct MemberForecast {
  let input: ForecastInput
  /// Nil where it would take too long to count exactly.
  let forecast: Forecast?
  /// What each stage needs for the confidence asked for; nil where no number of first contacts reaches
  /// it.
  let confidentCounts: [Int]?

  /// Forecasts what the planned contacts bring; nil where there is no target, or no history to plan
  /// with.
  init?(
    _ basis: MemberBasis, _ gap: MemberGap, _ workload: Workload?, _ shortfall: Shortfall?
  ) throws(MethodFailure) {
    guard let input = try ForecastInput(basis, gap, workload, shortfall) else { return nil }
    self.input = input
    forecast = try Forecast(input)
    guard let contacts = forecast?.contactsForConfidence, let rates = basis.rates else {
      confidentCounts = nil
      return
    }
    confidentCounts = try BackSolving.forward(contacts, rates: rates.rates.map(\.working))
  }
}

extension ForecastInput {
  /// What a member's plan asks the forecast; nil where there is no target, or no history to plan with.
  init?(
    _ basis: MemberBasis, _ gap: MemberGap, _ workload: Workload?, _ shortfall: Shortfall?
  ) throws(MethodFailure) {
    guard let workload, let target = gap.streams, let rates = basis.rates,
      let factors = basis.factors
    else { return nil }
    let overdispersion = Overdispersion(
      rates.rates.allSatisfy { $0.source == .own } ? basis.cohort.months : [])
    let remaining = Money(
      hundredths: try sum(target.target.hundredths, product(target.achieved.hundredths, -1)))
    let groups = basis.lag.map { lag in
      ClosingSchedule(workload.stages[0].perDay, on: basis.days.worked, lag: lag)
        .groups(by: basis.period.range.end)
    }
    let deals = gap.openDeals.map { deal in
      ForecastInput.OtherPart(
        amount: Rational(deal.deal.amount.hundredths), inPeriod: deal.chanceInPeriod,
        ever: deal.chanceEver)
    }
    let repeats = gap.repeatOrders.map { order in
      ForecastInput.OtherPart(
        amount: order.size, inPeriod: order.chanceInPeriod, ever: order.chanceInPeriod)
    }
    self.init(
      rate: rates.conversion.share,
      belief: ConversionBelief(rates.conversion, overdispersion: overdispersion),
      overdispersion: overdispersion, factors: factors, target: max(remaining, .zero),
      wholeTarget: target.target,
      contacts: workload.stages[0].mean, groups: groups, others: deals + repeats,
      confidence: Double(basis.settings.estimate.confidenceThousandths) / 1000,
      feasibleContacts: shortfall?.feasibleCounts.first, time: workload.hours.funnel)
  }
}
