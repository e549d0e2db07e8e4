import OrderedJSON
import SalesMethod

extension PlanJSON {
  var variance: JSON? {
    plan.review.map { review in
      .object([
        ("period", .string(review.period.description)),
        ("plan", money(review.variance.planned)),
        ("actual", money(review.variance.reached)),
        ("difference", money(review.variance.difference)),
        (
          "effects",
          .object(
            zip(Factor.allCases, review.variance.shown).map { (name($0), money($1)) })
        ),
        ("expectedDeals", review.expectedDeals.map(number)),
        ("actualDeals", .integer(review.actualDeals)),
        ("actualOverExpected", review.actualOverExpected.map(number)),
      ])
    }
  }

  /// What the month before was expected to bring on its first day, beside what it did.
  var pastForecast: JSON? {
    plan.pastForecast.map { past in
      .object([
        ("period", .string(past.period.description)), ("target", money(past.target)),
        ("contacts", .integer(past.contacts)),
        ("chance", past.probabilityInPeriod.map(number)),
        ("quantiles", past.quantiles.isEmpty ? nil : quantiles(past.quantiles)),
        ("actual", money(past.actual)), ("reached", .bool(past.isReached)),
        ("band", past.band.map { .array([number($0.low), number($0.high)]) }),
      ])
    }
  }

  private func quantiles(_ quantiles: [Forecast.Quantile]) -> JSON {
    .object(quantiles.map { (share($0.share), money($0.amount)) })
  }

  /// The name of a factor in the plan as data.
  func name(_ factor: Factor) -> String { factor == .repeats ? "repeat" : factor.rawValue }
}
