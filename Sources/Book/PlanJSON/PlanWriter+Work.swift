import OrderedJSON
import SalesMethod

/// What there is to do, how surely it suffices, and on which days it is done.
extension PlanWriter {
  var workload: JSON? {
    guard let workload = plan.workload else { return nil }
    let hours = workload.hours
    return .object([
      (
        "confidence",
        Rational(settings.estimate.confidenceThousandths, over: 1000).map { .share($0) }
      ),
      ("stages", .array(workload.stages.map(stage))),
      (
        "hours",
        .object([
          ("needed", .hours(hours.needed)), ("available", .hours(hours.available)),
          ("utilisation", hours.utilisation.map { .share($0) }),
        ])
      ),
      ("feasible", .bool(workload.isFeasible)),
      ("largestFeasibleTarget", plan.shortfall.map { .amount($0.largestFeasibleTarget) }),
      ("levers", plan.shortfall.map { .array($0.levers.map(lever)) }),
    ])
  }

  private func stage(_ stage: StageWorkload) -> JSON {
    .object([
      ("stage", .string(stage.stage)), ("mean", .integer(stage.mean)),
      ("confident", stage.confident.map(JSON.integer)),
      ("perWeek", .array(stage.perWeek.map { .integer($0.count) })),
    ])
  }

  private func lever(_ lever: Lever) -> JSON {
    var members: [(String, JSON?)] =
      switch lever.kind {
      case .dealSize: [("lever", "dealSize")]
      case .repeats: [("lever", "repeat")]
      case .conversion(let from, let to):
        [("lever", "conversion"), ("from", .string(from)), ("to", .string(to))]
      case .hours: [("lever", "hours")]
      case .endDate: [("lever", "endDate")]
      case .lowClassVisits: [("lever", "lowClassVisits")]
      }
    switch lever.effect {
    case .times(let factor): members.append(("factor", .share(factor)))
    case .until(let day): members.append(("until", .day(day)))
    case .frees(let time): members.append(("frees", .hours(time)))
    case .insufficient: members.append(("closes", false))
    }
    return .object(members)
  }

  var forecast: JSON? {
    guard let forecast = plan.forecast else { return nil }
    return .object([
      ("contacts", .integer(forecast.contacts)),
      (
        "probability",
        .object([
          ("inPeriod", forecast.probabilityInPeriod.flatMap { .share($0) }),
          ("ever", .share(forecast.probabilityEver)),
        ])
      ),
      ("mean", .amount(forecast.mean)), ("sd", .amount(forecast.standardDeviation)),
      (
        "quantiles",
        .object(
          forecast.quantiles.map { (Digits.decimal($0.share, places: 6), .amount($0.amount)) })
      ),
      ("grid", .amount(forecast.grid)),
      ("maxRoundingError", .amount(forecast.largestRoundingError)),
      ("overdispersion", .share(forecast.overdispersion.rho)),
    ])
  }

  var lag: JSON? {
    guard let lag = plan.lag else { return nil }
    let starts = lag.lastUsefulStart.map { start in
      (Digits.decimal(Double(start.shareThousandths) / 1000, places: 3), start.day.map(JSON.day))
    }
    return .object([
      (
        "closesBy",
        .array(
          lag.closesBy.map { .object([("date", .day($0.date)), ("deals", .share($0.deals))]) })
      ),
      ("lastUsefulStart", .object(starts)),
    ])
  }

  var layout: JSON {
    .object([
      ("days", .array(plan.workedDays.map(day))), ("unplaced", .array(plan.unplaced.map(unplaced))),
    ])
  }

  private func day(_ day: PlanDay) -> JSON {
    .object([
      ("date", .day(day.day)),
      ("newContacts", day.quotas.first.map(JSON.integer)),
      ("visits", .array(day.visits.map(visit))), ("load", .hours(day.load)),
    ])
  }

  private func visit(_ visit: PlannedVisit) -> JSON {
    .object([
      ("customer", .string(visit.customer)), ("class", .string(visit.customerClass.rawValue)),
      ("hours", .hours(visit.time)),
    ])
  }

  private func unplaced(_ visits: UnplacedVisits) -> JSON {
    .object([
      ("customer", .string(visits.customer)), ("missing", .integer(visits.missing)),
      ("reason", .string(visits.reason.text(in: language))),
    ])
  }
}
