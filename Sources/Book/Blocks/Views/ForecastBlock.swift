import Desk
import Mustache
import Phrases
import SalesMethod
import Wording

/// `forecast`: how sure it is that the target is reached, what the planned contacts can be expected to
/// bring, what would change it most, until when a first contact still pays off in the period, and how the
/// forecast of the month before held.
struct ForecastBlock: PlanView {
  static let name = "forecast"
  static let form = BlockForm.leaf

  let source: ViewSource

  init(_ options: inout AttributeReader) { source = ViewSource(&options) }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    [
      ("period", plan.periodFields(in: scene.language)),
      ("forecast", .optional(plan.forecast) { forecast($0, of: plan, in: scene.language) }),
      ("lag", .optional(plan.lag) { lag($0, in: scene.language) }),
      ("past", .optional(plan.pastForecast) { past($0, in: scene.language) }),
      ("review", .optional(plan.review) { review($0, in: scene.language) }),
    ]
  }

  private func past(_ past: PastForecast, in language: Language) -> Value {
    .record([
      "text": .text(past.text(in: language)),
      "quantiles": .list(
        past.quantiles.map { .record(["share": share($0.share), "amount": .money($0.amount)]) }),
    ])
  }

  private func review(_ review: PeriodReview, in language: Language) -> Value {
    let variance = review.variance
    return .record([
      "period": .text(review.period.title(in: language)), "plan": .money(variance.planned),
      "actual": .money(variance.reached), "difference": .money(variance.difference),
      "effects": .list(
        zip(Factor.allCases, variance.shown).map { factor, amount in
          .record(["factor": .text(factor.text(in: language)), "amount": .money(amount)])
        }),
    ])
  }

  private func forecast(
    _ forecast: Forecast, of plan: MonthlyPlan, in language: Language
  ) -> Value {
    .record([
      "contacts": .integer(forecast.contacts), "target": .money(forecast.target),
      "inPeriod": .optional(plan.outlook.saidChance, share),
      "ever": share(forecast.probabilityEver),
      "mean": .integer(Int((forecast.mean * 100).rounded())),
      "confidence": share(plan.confidence),
      "contactsForConfidence": .optional(forecast.contactsForConfidence, Value.integer),
      "quantiles": .list(
        forecast.quantiles.map {
          .record(["share": share($0.share), "amount": .money($0.amount)])
        }), "drawing": .optional(drawing(forecast), { $0 }),
      "changes": .list(forecast.sensitivity.map { change($0, in: language) }),
    ])
  }

  private func share(_ value: Double) -> Value { .integer(Int((value * 1_000_000).rounded())) }

  /// The places of the quantiles and of the target on one line that begins at nothing; nil where there
  /// are fewer than five quantiles.
  private func drawing(_ forecast: Forecast) -> Value? {
    let amounts = forecast.quantiles.map(\.amount)
    guard amounts.count == 5, let high = amounts.last else { return nil }
    let longest = max(high, forecast.target).hundredths
    guard longest > 0 else { return nil }
    func place(_ hundredths: Int) -> Value {
      .text(barLength(Rational(hundredths, over: longest) ?? .zero))
    }
    return .record([
      "low": place(amounts[0].hundredths),
      "width": place(high.hundredths - amounts[0].hundredths),
      "innerLow": place(amounts[1].hundredths),
      "innerWidth": place(amounts[3].hundredths - amounts[1].hundredths),
      "middle": place(amounts[2].hundredths), "target": place(forecast.target.hundredths),
    ])
  }

  private func change(_ change: FactorSensitivity, in language: Language) -> Value {
    let points = Digits.decimal(change.probability * 100, places: 1)
    return .record([
      "factor": .text(change.factor.text(in: language)), "amount": .money(change.amount),
      "minutes": .minutes(change.time),
      "points": .text(change.probability >= 0 ? "+" + points : points),
    ])
  }

  private func lag(_ lag: LagReport, in language: Language) -> Value {
    .record([
      "text": .text(lag.text(in: language)),
      "closings": .list(
        lag.closesBy.map {
          .record(["date": .day($0.date), "deals": .text(Digits.decimal($0.deals, places: 1))])
        }),
      "starts": .list(
        lag.lastUsefulStart.compactMap { start in
          start.day.map {
            .record(["share": .integer(start.shareThousandths * 1000), "day": .day($0)])
          }
        }),
    ])
  }
}
