import Desk
import Mustache
import Phrases
import SalesMethod
import Wording

/// The open deals of a team: by month, by age, and the largest under codes.
struct TeamPipeline {
  private let sums: TeamFigures.Sums
  private let scene: Scene

  init(_ sums: TeamFigures.Sums, _ scene: Scene) {
    self.sums = sums
    self.scene = scene
  }

  /// The values of the open deals; where people are not named, of the list under codes alone.
  func fields(showing isShown: Bool) -> [(String, Value)] {
    guard isShown else {
      return [("pipeline", []), ("ages", []), ("listedDeals", []), ("overdue", .nothing)]
    }
    let ages = sums.summary.ages.ranges
    let overdue = ages.reduce(0) { $0 + $1.overdue }
    let most = sums.summary.pipeline.map(\.amount.hundredths).max() ?? 1
    return [
      (
        "pipeline",
        .list(
          sums.summary.pipeline.map { month in
            let share = Rational(max(0, month.amount.hundredths), over: max(1, most)) ?? .zero
            return .record([
              "month": .optional(month.month, Value.day), "deals": .integer(month.deals),
              "amount": .money(month.amount), "expected": .money(month.expected),
              "isPast": .bool(month.month.map { isPast($0) } ?? false),
              "bar": .text(barLength(share)),
            ])
          })
      ),
      (
        "ages",
        .list(
          ages.map { range in
            .record([
              "from": .optional(range.from, Value.integer),
              "through": .optional(range.through, Value.integer), "deals": .integer(range.deals),
              "amount": .money(range.amount), "overdue": .integer(range.overdue),
              "overdueAmount": .money(range.overdueAmount),
            ])
          })
      ),
      (
        "overdue",
        .optional(overdue > 0 ? overdue : nil) { count in
          .record([
            "deals": .integer(count),
            "amount": .money(ages.reduce(.zero) { $0 + $1.overdueAmount }),
          ])
        }
      ), ("listedDeals", .list(sums.listedDeals.map(listed))),
    ]
  }

  /// Whether a month was over before the day of planning.
  private func isPast(_ month: Day) -> Bool {
    (month.year, month.month) < (sums.summary.asOf.year, sums.summary.asOf.month)
  }

  private func listed(_ deal: ListedDeal) -> Value {
    .record([
      "customer": .text(deal.customer),
      "class": .optional(deal.customerClass?.rawValue, Value.text),
      "band": .text(text(deal.band)), "month": .optional(deal.month, Value.day),
      "isOverdue": .bool(deal.isOverdue),
    ])
  }

  private func text(_ band: AmountBand) -> String {
    switch (band.from, band.below) {
    case (let from?, let below?):
      scene.language.say(
        zh: "\(round(from))到\(round(below))", en: "\(round(from)) to \(round(below))")
    case (nil, let below?):
      scene.language.say(zh: "\(round(below))以下", en: "below \(round(below))")
    case (let from?, nil):
      scene.language.say(zh: "\(round(from))以上", en: "\(round(from)) and more")
    case (nil, nil): ""
    }
  }

  /// An edge in words: it is no amount of anybody's, and is not to look like one.
  private func round(_ amount: Money) -> String {
    let units = amount.hundredths / 100
    func scaled(_ by: Int, _ word: String) -> String {
      Digits.decimal(Rational(units, over: by) ?? .zero, places: 4) + word
    }
    switch scene.language {
    case .chinese: return units >= 10_000 ? scaled(10_000, "万") : scaled(1, "")
    case .english:
      if units >= 1_000_000 { return scaled(1_000_000, " million") }
      return units >= 1_000 ? scaled(1_000, " thousand") : scaled(1, "")
    }
  }
}
