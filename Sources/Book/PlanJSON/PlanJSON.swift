package import OrderedJSON
package import SalesMethod

/// A plan as data: everything its pages show, under keys that stay as they are.
///
/// What cannot be computed from the data has no key, and `notes` says in the given language what
/// would be needed. Amounts have at most two decimals, shares and hours at most six.
///
///     planJSON(plan, settings: settings.method, language: .chinese).text(indented: true)
package func planJSON(
  _ plan: MonthlyPlan, settings: MethodSettings, language: Language
) -> JSON {
  let writer = PlanWriter(plan: plan, settings: settings, language: language)
  return .object([
    ("schema", "salesbook.plan/1"), ("person", .string(plan.member.id)),
    ("team", plan.member.team.map(JSON.string)), ("asOf", .day(plan.asOf)),
    ("period", writer.period), ("goals", .array(plan.goals.map(writer.goal))),
    ("customers", .array(plan.customers.map(writer.customer))), ("funnel", writer.funnel),
    ("factors", writer.factors), ("streams", writer.streams), ("workload", writer.workload),
    ("forecast", writer.forecast), ("lag", writer.lag), ("layout", writer.layout),
    ("pareto", writer.pareto), ("attention", writer.attention), ("variance", writer.variance),
    ("notes", .array(plan.notes.map { .string($0.text(in: language)) })),
  ])
}

/// Writes the parts of a plan one by one.
struct PlanWriter {
  let plan: MonthlyPlan
  let settings: MethodSettings
  let language: Language

  var period: JSON {
    .object([
      ("start", .day(plan.period.range.start)), ("end", .day(plan.period.range.end)),
      ("workdays", .integer(plan.calendar.workdays)),
      ("calendar", .string(plan.calendar.status.rawValue)),
    ])
  }

  func goal(_ planned: PlannedGoal) -> JSON {
    let goal = planned.goal
    return .object([
      ("id", .string(goal.id)), ("dimension", .string(goal.dimension.rawValue)),
      ("metric", .string(goal.metric.rawValue)),
      ("target", .amount(Money(hundredths: goal.targetHundredths))),
      ("unit", goal.unit.map(JSON.string)), ("checks", .array(planned.checks.map(check))),
    ])
  }

  private func check(_ check: GoalCheck) -> JSON {
    .object([
      ("id", .string(check.id.rawValue)), ("letter", .string(check.id.letter)),
      ("status", .string(check.status.rawValue)),
      ("message", .string(check.finding.text(in: language))),
      (
        "values",
        .object(
          check.values.map { value in
            (
              value.name,
              isAmount(value.name, of: check.finding) ? .amount(value.number) : .share(value.number)
            )
          })
      ),
    ])
  }

  /// Whether a number of a finding is an amount; the others are counts, hours and shares.
  private func isAmount(_ name: String, of finding: GoalFinding) -> Bool {
    if case .priceTimesQuantity = finding { return true }
    return ["baseline", "due", "floor", "fromSales", "price", "sum", "target"].contains(name)
  }

  func customer(_ planned: PlannedCustomer) -> JSON {
    let classification = planned.classification
    return .object([
      ("id", .string(planned.customer.id)), ("name", .string(planned.customer.name)),
      ("class", .string(classification.customerClass.rawValue)),
      ("base", .string(classification.base.rawValue)),
      ("potential", .string(classification.potential.rawValue)),
      (
        "state",
        .object(
          classification.readings.all.map { ($0.letter.rawValue, .string($0.state.rawValue)) })
      ),
      ("missing", .array(classification.missing.map { .string($0.rawValue) })),
      ("closeDate", planned.customer.closeDate.map(JSON.day)),
      ("reason", .string(classification.reason.text(in: language))),
      ("next", .string(classification.nextStep.text(in: language))),
      ("valueTier", planned.valueTier.map(tier)),
    ])
  }

  private func tier(_ tier: ValueTier) -> JSON {
    .object([
      ("rank", .integer(tier.rank)), ("share", .share(tier.share)),
      ("inTop20", .bool(tier.isInTop20)),
    ])
  }

  var funnel: JSON {
    .object([
      ("stages", .array(plan.stages.map(JSON.string))),
      ("rates", plan.rates.map { .array($0.rates.map(rate)) }),
    ])
  }

  private func rate(_ rate: StageRate) -> JSON {
    .object([
      ("from", .string(rate.from)), ("to", .string(rate.to)),
      ("successes", .integer(rate.rate.successes)), ("trials", .integer(rate.rate.trials)),
      ("wilson95", Interval(wilson95: rate.rate).flatMap(interval)),
      ("jeffreys80", Interval(jeffreys: rate.rate, confidence: 0.8).flatMap(interval)),
    ])
  }

  private func interval(_ interval: Interval) -> JSON? {
    guard let low = JSON.share(interval.low), let high = JSON.share(interval.high) else {
      return nil
    }
    return .array([low, high])
  }

  var factors: JSON? {
    guard plan.rates != nil || plan.factors != nil else { return nil }
    let developed = plan.cohort.reached.first ?? 0
    return .object([
      ("developed", developed > 0 ? .integer(developed) : nil),
      ("conversion", plan.rates.map { conversion($0.conversion) }),
      ("dealSize", plan.factors.map { .amount(Money(hundredths: $0.dealSize.rounded)) }),
      ("repeat", plan.factors.map { .share($0.ordersPerBuyer) }),
    ])
  }

  /// The pair where the whole way was counted; steps from different sources have a product only.
  private func conversion(_ conversion: Conversion) -> JSON {
    switch conversion {
    case .counted(let rate):
      .object([("successes", .integer(rate.successes)), ("trials", .integer(rate.trials))])
    case .composed(let share): .object([("share", .share(share))])
    }
  }

  var streams: JSON? {
    plan.streams.map {
      .object([
        ("openPipeline", .amount($0.openPipeline)), ("repeat", .amount($0.repeats)),
        ("gap", .amount($0.gap)),
      ])
    }
  }
}
