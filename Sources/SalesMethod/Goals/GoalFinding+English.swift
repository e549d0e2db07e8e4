package import Phrases

/// The findings in English: a sentence with its numbers, and a way to mend what is wrong.
struct EnglishFinding {
  let finding: GoalFinding

  private func n(_ value: Double) -> String { Digits.decimal(value, places: 2) }
  private func money(_ value: Double) -> String {
    value.magnitude < 9e13
      ? Digits.money(Money(hundredths: Int(value * 100 + (value < 0 ? -0.5 : 0.5)))) : n(value)
  }

  var text: String { smart ?? consistency }

  private var smart: String? {
    switch finding {
    case .complete: "metric, number, unit and scope are there"
    case .missingFields(let fields):
      "no \(fields.map(\.rawValue).joined(separator: ", ")): without it nothing can be measured"
    case .noVagueWords: "no vague words"
    case .vague(let word): "“\(word)” without a number: say how much and by when"
    case .measurable(let table): "the actual can be computed from the \(table) table"
    case .noSource(let table): "no \(table) table, so no actual: add it"
    case .noRecentRows(let table):
      "the \(table) table has no row in the last 6 periods: check that it is complete"
    case .baseline(let amount, let periods):
      "baseline \(money(amount)): the mean of \(periods) periods per working day × the days now"
    case .noBaseline: "nothing comparable in the last 6 periods: no baseline yet"
    case .againstHistory(let ratio, let rank, let count, let isLargest, let isSpread):
      "\(n(ratio)) times the baseline, rank \(rank) among the last \(count)"
        + (isLargest ? ", above the highest ever" : "")
        + (isSpread ? ", beyond the usual spread" : "")
        + (isLargest || isSpread ? ": say what makes it possible" : "")
    case .probability(let chance, let isInPeriod):
      "chance to reach it \(isInPeriod ? "in the period" : "in the end") "
        + "\(Digits.percent(chance)): \(band(chance))"
    case .noForecast: "not enough data for a probability"
    case .capacity(let needed, let available):
      "\(n(needed)) hours needed, \(n(available)) available"
        + (available > 0 ? " (\(Digits.percent(needed / available)))" : "")
        + (needed > available
          ? ": not feasible, lower the target, add people or sell more each" : "")
    case .noWorkload: "no workload was derived, so hours cannot be compared"
    case .otherPeriod(let start, let end):
      "its dates are not the plan's: see a plan with --period \(start)..\(end)"
    case .parent(let id): "serves the goal “\(id)”"
    case .parentByDriver(let id): "serves the goal “\(id)” through a factor of the formula"
    case .noParent: "no parent goal: say which one it serves"
    case .unknownParent(let id): "there is no goal “\(id)”: correct the id"
    case .unrelatedParent(let id):
      "measures something else than “\(id)” and is no factor of it: explain how they belong together"
    case .plannedHours(let hours): "the plan spends \(n(hours)) hours on it"
    case .noPlannedHours: "the plan spends no time on it: plan activities and name the goal"
    case .whyAsked(let why):
      "ask the owner: why does this goal matter?" + (why.map { " (written: \($0))" } ?? "")
    case .dates: "the dates hold, and the last is a working day"
    case .startAfterEnd: "it does not start before it ends: correct the dates"
    case .endOutside(let day): "it ends \(day), outside the period: move it or split it"
    case .endIsNoWorkday(let day): "it ends \(day), no working day: take the working day before"
    case .milestones(let count): "\(count) milestones add up to the target, in order"
    case .noMilestones: "no milestones: set two dated ones at least"
    case .milestonesDiffer(let sum, let target):
      "the milestones add up to \(n(sum)), not \(n(target)): \(n(target - sum)) apart"
    case .milestonesUnordered: "the milestones are not in order of date, or lie outside: rearrange"
    default: nil
    }
  }

  private func band(_ chance: Double) -> String {
    chance >= 0.9
      ? "safe, perhaps too low"
      : chance >= 0.5 ? "achievable" : chance >= 0.1 ? "challenging" : "unrealistic"
  }

  private var consistency: String {
    switch finding {
    case .closesInTime(let expected, let needed):
      "\(n(expected)) deals expected in the period, \(n(needed)) needed"
    case .closesLate(let expected, let needed, let last):
      "only \(n(expected)) deals expected in the period, \(n(needed)) needed"
        + (last.map { ": half of them must have been met by \($0); the rest are earlier deals" }
          ?? ": the rest must be earlier deals")
    case .assignment(let ratio, let low, let high):
      "the personal goals are \(Digits.percent(ratio)) of the goal above "
        + "(\(Digits.percent(low)) to \(Digits.percent(high)) is right)"
    case .priceTimesQuantity(let amount, let expected, let price):
      "amount \(money(amount)), quantity × mean price \(n(price)) = \(money(expected)), "
        + "\(Digits.percent(amount > 0 ? (amount - expected).magnitude / amount : 0)) apart"
    case .noPriceToCompare: "please check: no quantity goal or mean price to compare with"
    case .priceAboveFloor(let price, let floor):
      "the implied price \(n(price)) is not below the floor \(n(floor))"
    case .priceBelowFloor(let price, let floor):
      "the implied price \(n(price)) is below the floor \(n(floor)): fewer units or more money"
    case .discount(let share, let largest):
      "the implied discount \(Digits.percent(share)) exceeds \(Digits.percent(largest)): "
        + "have it approved or change it"
    case .noPricePolicy: "please check the price: the products table has no floor for it"
    case .partsAdd(let sum, _): "the shorter periods add up to \(n(sum)), the target"
    case .partsDiffer(let sum, let target):
      "the shorter periods add up to \(n(sum)), not \(n(target)): \(n(target - sum)) apart"
    case .collectable(let target, let due, let sales):
      "\(money(target)) to collect is within \(money(due)) due and \(money(sales)) from sales"
    case .notCollectable(let target, let due, let sales):
      "\(money(target)) to collect exceeds \(money(due)) due and \(money(sales)) from sales: "
        + "check the terms"
    case .goalsFit(let needed, let available):
      "all goals together need \(n(needed)) hours of \(n(available))"
    case .goalsCompete(let needed, let available):
      "all goals together need \(n(needed)) hours of only \(n(available)): set an order"
    case .cadenceKept(let customers):
      "the visits of all \(customers) A customers have a day, D has none"
    case .cadenceBroken(let visits): "\(visits) visits to A customers found no day: make room"
    case .promotionInPeriod(let product): "\(product) is promoted within the period"
    case .promotionOutside(let product):
      "\(product) is not promoted in the period: move it or choose another"
    case .strategyAsked: "please check: does it fit the lead and new products?"
    default: ""
    }
  }
}

extension GoalFinding: Worded {
  package func text(in language: Language) -> String {
    language == .chinese ? ChineseFinding(finding: self).text : EnglishFinding(finding: self).text
  }
}
