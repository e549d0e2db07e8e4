import Desk
import Mustache
import Phrases
import SalesMethod
import Wording

/// `forecast`: what the period is expected to bring by its end and how surely, until when a first contact
/// still pays off in it, and how the forecast of the month before held.
struct ForecastBlock: PlanView {
  static let name = "forecast"
  static let form = BlockForm.leaf

  let source: ViewSource

  init(_ options: inout AttributeReader) { source = ViewSource(&options) }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    [
      ("period", plan.periodFields(in: scene.language)),
      ("outlook", plan.outlook.fields(in: scene.language)),
      ("lag", .optional(plan.lag) { lag($0, in: scene.language) }),
      ("past", .optional(plan.pastForecast) { past($0, in: scene.language) }),
      ("review", .optional(plan.review) { review($0, in: scene.language) }),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { plan.notes.filter { $0.view == .forecast } }

  private func past(_ past: PastForecast, in language: Language) -> Value {
    .record([
      "text": .text(past.text(in: language)),
      "quantiles": .list(
        past.quantiles.map { .record(["share": .share($0.share), "amount": .money($0.amount)]) }),
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
