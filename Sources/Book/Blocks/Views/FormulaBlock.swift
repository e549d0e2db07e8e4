import Desk
import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `formula`: the four factors, the funnel and the back-solving, with the numbers put in.
struct FormulaBlock: PlanView {
  static let name = "formula"
  static let form = BlockForm.leaf

  let source: ViewSource

  init(_ options: inout AttributeReader) { source = ViewSource(&options) }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    [
      ("factors", factors(of: plan, scene)),
      ("stages", .list((plan.rates?.rates ?? []).map { stage($0, in: scene.language) })),
      ("steps", .list(steps(of: plan, in: scene.language))),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { plan.notes.filter { $0.view == .formula } }

  private func factors(of plan: MonthlyPlan, _ scene: Scene) -> Value {
    guard let factors = plan.factors, let rates = plan.rates,
      let value = try? factors.customerValue()
    else { return .nothing }
    let months =
      rates.cohort?.window.window.months
      ?? EstimationWindow(months: scene.estimationMonths, before: plan.known).months
    let isOwn = factors.source == .own
    return .record([
      "months": .integer(months.count),
      "start": .day(months.first?.start ?? plan.known),
      "end": .day(months.last?.end ?? plan.known),
      "isGiven": .bool(isGiven(factors.source)),
      "developed": .integer(rates.developed), "rate": rate(of: rates),
      "dealSize": .money(factors.dealSize),
      "orders": isOwn ? .integer(factors.orderSizes.count) : .nothing,
      "buyers": isOwn ? .integer(factors.buyersByOrders.reduce(0, +)) : .nothing,
      "repeat": .text(Digits.decimal(factors.ordersPerBuyer, places: 2)),
      "repeatWorking": .text(Self.working(ofRepeat: factors.ordersPerBuyer)),
      "perCustomer": .money(value),
      "revenue": .optional(revenue(of: rates, perCustomer: value), Value.money),
    ])
  }

  /// The orders of a buyer as they are multiplied with: a decimal where one says it whole (`1.875`), else the
  /// division (`11 ÷ 6`), so that who works it out again gets what is printed.
  static func working(ofRepeat orders: Rational) -> String {
    1_000_000.isMultiple(of: orders.denominator)
      ? Digits.decimal(orders, places: 6) : "\(orders.numerator) ÷ \(orders.denominator)"
  }

  /// The product of the four factors: what the customers of the window have brought.
  private func revenue(of rates: FunnelRates, perCustomer: Rational) -> Rational? {
    let share: Rational? =
      switch rates.conversion {
      case .counted(let counted): counted.share
      case .composed(let share): share
      }
    return share.flatMap { try? Rational(rates.developed) * $0 * perCustomer }
  }

  private func isGiven(_ source: EstimateSource) -> Bool {
    if case .given = source { true } else { false }
  }

  private func rate(of rates: FunnelRates) -> Value {
    switch rates.conversion {
    case .counted(let counted): rate(counted, isWithoutSuccess: counted.successes == 0)
    case .composed(let share):
      .record([
        "successes": .integer(share.numerator), "trials": .integer(share.denominator),
        "value": .percent(share),
        "isWithoutSuccess": .bool(rates.rates.contains(where: \.isWithoutSuccess)),
      ])
    }
  }

  private func rate(_ rate: Rate, isWithoutSuccess: Bool) -> Value {
    .record([
      "successes": .integer(rate.successes), "trials": .integer(rate.trials),
      "value": .percent(rate.share ?? .zero), "isWithoutSuccess": .bool(isWithoutSuccess),
    ])
  }

  private func stage(_ stage: StageRate, in language: Language) -> Value {
    .record([
      "from": .text(StageName(stage.from).text(in: language)),
      "to": .text(StageName(stage.to).text(in: language)),
      "rate": rate(stage.rate, isWithoutSuccess: stage.isWithoutSuccess),
      "bar": .text(barLength(stage.working.share ?? .zero)),
    ])
  }

  /// The back-solving in the order a person does it: from the gap to the customers, then stage by
  /// stage back to the first contact.
  private func steps(of plan: MonthlyPlan, in language: Language) -> [Value] {
    guard let workload = plan.workload, let streams = plan.streams, let rates = plan.rates,
      let value = try? plan.factors?.customerValue(), let last = workload.stages.last
    else { return [] }
    let money = Money(hundredths: value.rounded)
    var steps = [
      step(
        last.stage, "⌈\(Digits.money(streams.gap)) ÷ \(Digits.money(money))⌉", workload.customers,
        language)
    ]
    for (position, rate) in rates.rates.enumerated().reversed() {
      let after = workload.stages[position + 1].mean
      let expression = "⌈\(after) × \(rate.working.trials) ÷ \(rate.working.successes)⌉"
      steps.append(step(rate.from, expression, workload.stages[position].mean, language))
    }
    return steps
  }

  private func step(
    _ stage: String, _ expression: String, _ result: Int, _ language: Language
  ) -> Value {
    .record([
      "name": .text(StageName(stage).needed.text(in: language)), "expression": .text(expression),
      "result": .integer(result), "unit": .text(StageName(stage).unit.text(in: language)),
    ])
  }
}
