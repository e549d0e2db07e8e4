import Mustache
import Phrases
import SalesMethod
import Wording

extension Value {
  /// A chance as it is said everywhere: `43%`.
  static func chance(_ chance: Double) -> Value { .text(Digits.chance(chance)) }

  /// A share of a whole that is not exact, in millionths.
  static func share(_ share: Double) -> Value { .integer(Int((share * 1_000_000).rounded())) }
}

extension PeriodOutlook {
  /// How the gap comes about: what is asked less what is there and on its way, all by the period’s end;
  /// nothing without a target.
  ///
  /// What a usual month brings besides is what is left between the two, so that the lines add up.
  var bridgeFields: Value {
    guard let target, let gap else { return .nothing }
    let left = target - won - deals - existing - inProgress
    return .record([
      "end": .day(end), "target": .money(target), "won": .optional(toldWon, Value.money),
      "deals": .optional(toldDeals, Value.money),
      "existing": .optional(toldExisting, Value.money),
      "inProgress": .optional(toldInProgress, Value.money),
      "other": .money(left - (gap - surplus)), "gap": .money(gap), "surplus": .money(surplus),
    ])
  }

  /// What the period is expected to bring by its end, how far that may be off, and how sure the target
  /// is.
  func fields(in language: Language) -> Value {
    .record([
      "asOf": .day(asOf), "end": .day(end), "target": .optional(target, Value.money),
      "won": .optional(toldWon, Value.money), "deals": .optional(toldDeals, Value.money),
      "existing": .optional(toldExisting, Value.money),
      "inProgress": .optional(toldInProgress, Value.money),
      "newContacts": .optional(toldNewContacts, Value.money),
      "other": .money(other), "expected": .optional(toldExpected, Value.money),
      "contactsThatFit": .integer(contactsThatFit),
      "chance": .optional(saidChance, Value.chance),
      "whyUnsaid": .optional(whyUnsaid?.text(in: language), Value.text),
      "record": .optional(saidChance.flatMap { recordLine(beside: $0, in: language) }, Value.text),
      "interval80": range(interval80), "interval50": range(interval50),
      "quantiles": .list(
        quantiles.map { .record(["share": .share($0.share), "amount": .money($0.amount)]) }),
      "drawing": drawing,
    ])
  }

  /// How often a chance like the one said came true.
  func recordLine(beside chance: Double, in language: Language) -> String? {
    record.sentence(beside: chance)?.text(in: language)
  }

  private var whyUnsaid: Chance? {
    guard let chance, saidChance == nil else { return nil }
    return chance
  }

  private func range(_ ends: (low: Money, high: Money)?) -> Value {
    .optional(ends) { .record(["low": .money($0.low), "high": .money($0.high)]) }
  }

  /// The places of the quantiles and of the target on one line that begins at nothing; nothing where
  /// there are fewer than five quantiles, or no amount to draw.
  private var drawing: Value {
    let amounts = quantiles.map { max($0.amount.hundredths, 0) }
    guard amounts.count == 5, let high = amounts.last else { return .nothing }
    let longest = max(high, target?.hundredths ?? 0)
    guard longest > 0 else { return .nothing }
    func place(_ hundredths: Int) -> Value {
      .text(barLength(Rational(hundredths, over: longest) ?? .zero))
    }
    return .record([
      "low": place(amounts[0]), "width": place(high - amounts[0]),
      "innerLow": place(amounts[1]), "innerWidth": place(amounts[3] - amounts[1]),
      "middle": place(amounts[2]), "target": .optional(target?.hundredths, place),
    ])
  }
}

extension MonthlyPlan {
  /// The one word for the plan, why, and what would help most; nothing without an amount goal.
  func verdictFields(in language: Language) -> Value {
    .optional(verdict) { verdict in
      .record([
        "standing": .text(verdict.standing.rawValue),
        "name": .text(verdict.standing.text(in: language)),
        "reason": .text(verdict.reason.text(in: language)),
        "help": .optional(help(in: language), Value.text),
      ])
    }
  }

  /// What would help most, a customer by name.
  private func help(in language: Language) -> String? {
    guard case .win(var deal, let chance) = verdict?.help else {
      return verdict?.help?.text(in: language)
    }
    deal.customer =
      customers.first { $0.customer.id == deal.customer }?.customer.name
      ?? deal.customer
    return Verdict.Help.win(deal, chance: chance).text(in: language)
  }
}
