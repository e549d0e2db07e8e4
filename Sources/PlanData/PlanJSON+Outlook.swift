import OrderedJSON
import Phrases
import SalesMethod
import Wording

extension PlanJSON {
  var forecast: JSON? {
    plan.forecast.map { forecast in
      .object([
        ("contacts", .integer(forecast.contacts)),
        (
          "probability",
          .object([
            ("inPeriod", plan.outlook.saidChance.map(number)),
            ("ever", number(forecast.probabilityEver)),
          ])
        ),
        ("mean", money(units: forecast.mean)),
        ("sd", money(units: forecast.standardDeviation)),
        (
          "quantiles",
          .object(
            forecast.quantiles.map { (Digits.decimal($0.share, places: 2), money($0.amount)) })
        ),
        ("grid", money(forecast.grid)),
        ("maxRoundingError", money(forecast.largestRoundingError)),
        ("overdispersion", number(forecast.overdispersion.rho)),
        ("contactsForConfidence", forecast.contactsForConfidence.map { .integer($0) }),
        ("sensitivity", .array(forecast.sensitivity.map(sensitivity))),
      ])
    }
  }

  private func sensitivity(_ change: FactorSensitivity) -> JSON {
    .object([
      ("factor", .string(name(change.factor))), ("amount", money(change.amount)),
      ("hours", number(change.time.hours)), ("probability", number(change.probability)),
    ])
  }

  private func name(_ factor: Factor) -> String {
    factor == .repeats ? "repeat" : factor.rawValue
  }

  var lag: JSON? {
    plan.lag.map { lag in
      .object([
        (
          "closesBy",
          .array(
            lag.closesBy.map {
              .object([("date", .string($0.date.description)), ("deals", number($0.deals))])
            })
        ),
        (
          "lastUsefulStart",
          .object(
            lag.lastUsefulStart.map { start in
              (
                Digits.decimal(Double(start.shareThousandths) / 1000, places: 3),
                start.day.map { .string($0.description) }
              )
            })
        ),
        ("median", number(lag.lag.median)),
      ])
    }
  }

  var layout: JSON {
    .object([
      ("days", .array(plan.workedDays.map(day))),
      (
        "unplaced",
        .array(
          plan.unplaced.map { visits in
            .object([
              ("customer", .string(visits.customer)), ("missing", .integer(visits.missing)),
              ("reason", .string(visits.reason.text(in: language))),
            ])
          })
      ),
    ])
  }

  private func day(_ day: PlanDay) -> JSON {
    .object([
      ("date", .string(day.day.description)),
      ("newContacts", .integer(day.newContacts)),
      (
        "visits",
        .array(
          day.visits.map { visit in
            .object([
              ("customer", .string(visit.customer)),
              ("class", .string(visit.customerClass.rawValue)),
              ("hours", number(visit.time.hours)),
            ])
          })
      ),
      ("load", number(day.load.hours)),
      ("cap", number(day.cap.hours)),
    ])
  }

  var pareto: JSON? {
    plan.pareto.map { pareto in
      .object([
        ("base", money(pareto.base)),
        ("customers", .integer(pareto.entries.count)),
        (
          "top20",
          !pareto.hasStatement
            ? nil
            : .object([
              ("k", .integer(pareto.topCount)), ("share", number(pareto.topShare)),
              ("atExactly20", number(pareto.shareAtExactly20)),
            ])
        ),
        (
          "for80",
          !pareto.hasStatement
            ? nil
            : .object([
              ("k", .integer(pareto.countFor80)),
              (
                "customerShare",
                Rational(pareto.countFor80, over: pareto.entries.count).map(number)
              ),
            ])
        ),
        (
          "negative",
          .object([
            ("count", .integer(pareto.negativeCount)), ("sum", money(pareto.negativeSum)),
          ])
        ),
        (
          "withoutCustomer",
          .object([
            ("count", .integer(pareto.ordersWithoutCustomer)),
            ("sum", money(pareto.sumWithoutCustomer)),
          ])
        ),
      ])
    }
  }

  var attention: JSON? {
    plan.attention.map { attention in
      .object([
        ("mismatch", number(attention.mismatch)),
        ("mismatchExpected", attention.expectedMismatch.map(number)),
        ("gini", plan.pareto.map { number($0.gini) }),
      ])
    }
  }

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
        (
          "probability",
          .object([
            ("inPeriod", past.probabilityInPeriod.map(number))
          ])
        ),
        (
          "quantiles",
          past.quantiles.isEmpty
            ? nil
            : .object(
              past.quantiles.map { (Digits.decimal($0.share, places: 2), money($0.amount)) })
        ),
        ("actual", money(past.actual)), ("reached", .bool(past.isReached)),
        ("band", past.band.map { .array([number($0.low), number($0.high)]) }),
      ])
    }
  }
}
