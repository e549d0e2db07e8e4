import OrderedJSON
import Phrases
import SalesMethod
import Wording

extension PlanJSON {
  var funnel: JSON {
    .object([
      ("stages", .array(plan.stages.map { .string($0) })),
      ("rates", plan.rates.map { .array($0.rates.map(rate)) }),
    ])
  }

  private func rate(_ rate: StageRate) -> JSON {
    let isCounted = rate.source != .lifeTable
    return .object([
      ("from", .string(rate.from)),
      ("to", .string(rate.to)),
      ("successes", .integer(rate.rate.successes)),
      ("trials", .integer(rate.rate.trials)),
      ("source", .string(source(rate.source))),
      ("wilson95", isCounted ? Interval(wilson95: rate.rate).map(interval) : nil),
      (
        "jeffreys80",
        isCounted ? Interval(jeffreys: rate.rate, confidence: 0.8).map(interval) : nil
      ),
    ])
  }

  private func source(_ source: EstimateSource) -> String {
    switch source {
    case .own: "own"
    case .given: "given"
    case .pooled: "pooled"
    case .lifeTable: "life_table"
    }
  }

  var factors: JSON? {
    guard let factors = plan.factors, let rates = plan.rates else { return nil }
    return .object([
      ("developed", .integer(rates.developed)),
      ("conversion", conversion(rates)),
      ("dealSize", money(hundredths: factors.dealSize)),
      ("repeat", number(factors.ordersPerBuyer)),
      ("source", .string(source(factors.source))),
    ])
  }

  /// The share of first contacts that become customers: a pair where it was counted as one, else the
  /// product of the stages, each with its own pair and source.
  private func conversion(_ rates: FunnelRates) -> JSON {
    switch rates.conversion {
    case .counted(let rate):
      .object([("successes", .integer(rate.successes)), ("trials", .integer(rate.trials))])
    case .composed(let share):
      .object([
        ("product", true), ("share", number(share)),
        (
          "stages",
          .array(
            rates.rates.map { stage in
              .object([
                ("from", .string(stage.from)), ("to", .string(stage.to)),
                ("successes", .integer(stage.working.successes)),
                ("trials", .integer(stage.working.trials)),
                ("source", .string(source(stage.source))),
              ])
            })
        ),
      ])
    }
  }

  /// The workload, with the confidence its second column aims at.
  var workload: JSON? {
    guard let workload = plan.workload else { return nil }
    return .object([
      ("confidence", number(plan.confidence)),
      ("customers", .integer(workload.customers)),
      ("stages", .array(workload.stages.map(stage))),
      ("hours", hours(workload.hours)),
      ("feasible", .bool(workload.isFeasible)),
      ("largestFeasibleTarget", plan.shortfall.map { money($0.largestFeasibleTarget) }),
      ("levers", plan.shortfall.map { .array($0.levers.map(lever)) }),
      ("sensitivity", plan.forecast.map { .array($0.sensitivity.map(sensitivity)) }),
      ("managerMessage", plan.managerMessage.map { .string($0.text(in: language)) }),
    ])
  }

  private func sensitivity(_ change: FactorSensitivity) -> JSON {
    .object([
      ("factor", .string(name(change.factor))), ("amount", money(change.amount)),
      ("hours", number(change.time.hours)), ("probability", number(change.probability)),
    ])
  }

  private func stage(_ stage: StageWorkload) -> JSON {
    .object([
      ("stage", .string(stage.stage)),
      ("mean", .integer(stage.mean)),
      ("confident", stage.confident.map { .integer($0) }),
      ("perWeek", .array(stage.perWeek.map { .integer($0.count) })),
    ])
  }

  private func hours(_ hours: HoursBalance) -> JSON {
    .object([
      ("needed", number(hours.needed.hours)), ("available", number(hours.available.hours)),
      ("funnel", number(hours.funnel.hours)), ("cadence", number(hours.cadence.hours)),
      ("utilisation", hours.utilisation.map(number)),
    ])
  }

  private func lever(_ lever: Lever) -> JSON {
    let (name, from, to) = parts(of: lever.kind)
    let head: [(String, JSON?)] = [
      ("lever", .string(name)), ("from", from.map { .string($0) }), ("to", to.map { .string($0) }),
    ]
    switch lever.effect {
    case .times(let factor): return .object(head + [("factor", sufficient(factor))])
    case .until(let day): return .object(head + [("until", .string(day.description))])
    case .frees(let time): return .object(head + [("hours", number(time.hours))])
    case .insufficient: return .object(head + [("closes", false)])
    }
  }

  private func parts(of kind: Lever.Kind) -> (name: String, from: String?, to: String?) {
    switch kind {
    case .dealSize: ("dealSize", nil, nil)
    case .repeats: ("repeat", nil, nil)
    case .conversion(let from, let to): ("conversion", from, to)
    case .hours: ("hours", nil, nil)
    case .endDate: ("endDate", nil, nil)
    case .lowClassVisits: ("lowClassVisits", nil, nil)
    }
  }
}
