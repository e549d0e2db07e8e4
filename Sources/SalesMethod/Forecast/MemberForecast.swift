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
  init?(_ outlook: MemberOutlook) throws(MethodFailure) {
    guard let input = try ForecastInput(outlook) else { return nil }
    self.input = input
    forecast = try Forecast(input)
    guard let contacts = forecast?.contactsForConfidence, let rates = outlook.basis.rates else {
      confidentCounts = nil
      return
    }
    let counts = try BackSolving.forward(contacts, rates: rates.rates.map(\.working))
    // To be sure takes no less than to reach it on average, however counts were rounded.
    let mean = outlook.workload?.stages.map(\.mean) ?? []
    confidentCounts = zip(counts, mean).map { max($0, $1) }
  }
}

extension ForecastInput {
  /// What a member's plan asks the forecast; nil where there is no target, or no history to plan with.
  init?(_ outlook: MemberOutlook) throws(MethodFailure) {
    let basis = outlook.basis
    guard let workload = outlook.workload, let target = outlook.streams, let rates = basis.rates,
      let factors = basis.factors
    else { return nil }
    let overdispersion = Overdispersion(
      rates.rates.allSatisfy { $0.source == .own } ? basis.cohort.months : [])
    let remaining = Money(
      hundredths: try sum(target.target.hundredths, product(target.achieved.hundredths, -1)))
    self.init(
      rate: rates.conversion.share,
      belief: ConversionBelief(rates.conversion, overdispersion: overdispersion),
      overdispersion: overdispersion, factors: factors, target: max(remaining, .zero),
      wholeTarget: target.target, contacts: workload.stages[0].mean,
      others: Self.others(outlook.dated.scaled),
      confidence: Double(basis.settings.estimate.confidenceThousandths) / 1000,
      feasibleContacts: outlook.shortfall?.feasibleCounts.first, time: workload.hours.funnel)
  }

  /// What the outlook expects beside new contacts, by the end of the period: the same that the gap was
  /// found with.
  private static func others(_ scaled: ScaledArrivals) -> [OtherPart] {
    let arrivals = scaled.arrivals
    let size = scaled.scale * (arrivals.sizes?.mean ?? 0)
    func part(_ hundredths: Double, _ chance: Double) -> OtherPart {
      OtherPart(
        amount: Rational(Int(min(max(0, hundredths), 9e15).rounded())), chance: chance)
    }
    let deals = arrivals.deals.map { part(scaled.scale * Double($0.amount), $0.chance) }
    let customers = arrivals.existing.filter { $0.chance > 0 }.map {
      part(size * $0.mean / $0.chance, $0.chance)
    }
    let contacts = arrivals.inProgress.map { part(size, $0.chance) }
    return deals + customers + contacts + (scaled.other > 0 ? [part(scaled.other, 1)] : [])
  }
}
