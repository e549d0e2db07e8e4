package import Formula
package import SalesMethod

/// The names that formulas know from a plan: `goal.amount`, `history.contacts`, `customers.class`.
///
/// Units are those of the settings as far as they are there: 元 for money, 家 for customers, 单 for
/// orders, 次 for visits, 小时 and 天 for time; what has another unit has none. A name is known even
/// where the data cannot tell its value yet.
package struct DataNames {
  private let plan: MonthlyPlan?
  private let method: MethodSettings
  private let units: DataUnits
  private var scope: Scope

  /// Puts the names of a plan to a scope; `method` is the settings'.
  ///
  /// Without a plan there are the same names, and no values.
  package static func scope(
    _ scope: Scope, adding plan: MonthlyPlan?, method: MethodSettings, _ units: Units
  ) -> Scope {
    var names = DataNames(
      plan: plan, method: method,
      units: DataUnits(units, currency: plan?.currency ?? method.currency), scope: scope)
    names.addTarget()
    names.addHistory()
    names.addWork()
    names.addStages()
    names.addTables()
    return names.scope
  }

  private mutating func define(
    _ name: String, _ number: Formula.Rational?, _ unit: Formula.Unit = .none,
    _ style: Style = .plain
  ) {
    if let number {
      scope.define(name, number: number, unit: unit, style: style)
    } else {
      scope.define(name, missing: unit, style: style)
    }
  }

  private mutating func define(_ name: String, _ amount: Money?) {
    define(name, amount.map { Formula.Rational(hundredths: $0.hundredths) }, units.money)
  }

  private mutating func define(_ name: String, _ count: Int?, _ unit: Formula.Unit = .none) {
    define(name, count.map { Formula.Rational($0) }, unit)
  }

  private mutating func addTarget() {
    let streams = plan?.streams
    define("goal.amount", streams?.target)
    define("goal.achieved", streams?.achieved)
    define("goal.pipeline", streams?.openPipeline)
    define("goal.repeat", streams?.repeats)
    define("goal.started", streams.map { $0.inProgress + $0.other })
    define("goal.gap", streams?.gap)
  }

  private mutating func addHistory() {
    let cohort = plan?.cohort
    define("history.contacts", cohort.map { $0.reached.first ?? 0 }, units["家"])
    define("history.buyers", cohort?.buyers, units["家"])
    define("history.orders", cohort?.orders, units["单"])
    define("history.amount", cohort.map { Money(hundredths: $0.orderSizes.reduce(0, +)) })
    define("history.conversion", plan?.rates?.conversion.share.exact, .none, .percent)
    let size = plan?.factors.flatMap { try? $0.dealSize / SalesMethod.Rational(100) }
    define("history.deal_size", size?.exact, units.money(per: "单"))
    define("history.repeat", plan?.factors?.ordersPerBuyer.exact, units["单/家"])
  }

  private mutating func addWork() {
    define("plan.workdays", plan?.calendar.remainingWorkdays, units["天"])
    let workload = plan?.workload
    define("plan.customers", workload?.customers, units["家"])
    define("plan.contacts", workload.map { $0.stages.first?.mean ?? 0 }, units["家"])
    define("plan.hours", workload?.hours.needed.hours.exact, units["小时"])
    define("plan.hours_cadence", cadence, units["小时"])
    define("plan.available", available, units["小时"])
  }

  /// The hours that visits to known customers take, which need no target; nil where they are too many to
  /// be computed exactly.
  private var cadence: Formula.Rational? {
    guard let plan else { return nil }
    let sum = plan.customers.reduce(Optional(WorkingTime.zero)) { sum, customer in
      let each = method.cadence[customer.classification.customerClass].time
      return sum.flatMap { try? $0 + each * customer.wantedVisits }
    }
    return sum?.hours.exact
  }

  /// The hours there are, which need no target either.
  private var available: Formula.Rational? {
    guard let plan else { return nil }
    let sum = plan.workedDays.reduce(Optional(WorkingTime.zero)) { sum, day in
      sum.flatMap { try? $0 + day.cap }
    }
    return sum?.hours.exact
  }

  /// How many customers reached each stage of the funnel, how many it needs, what of them goes on to
  /// the next, and the time it takes.
  private mutating func addStages() {
    for (index, key) in stageKeys(method.funnel.map(\.name)).enumerated() {
      let needed = plan?.workload.flatMap { workload in
        workload.stages.indices.contains(index) ? workload.stages[index].mean : nil
      }
      define("plan.need_\(key)", needed, units["家"])
      let reached = plan.flatMap { plan in
        plan.cohort.reached.indices.contains(index) ? plan.cohort.reached[index] : nil
      }
      define("history.reached_\(key)", reached, units["家"])
      define("plan.hours_each_\(key)", method.funnel[index].time.hours.exact, units["小时/家"])
      guard index + 1 < method.funnel.count else { continue }
      let rate = plan?.rates.flatMap { rates in
        rates.rates.indices.contains(index) ? rates.rates[index].working.share : nil
      }
      define("plan.rate_\(key)", rate?.exact, .none, .percent)
    }
  }

  private mutating func addTables() {
    for name in [DataTable.Name.customers, .deals] {
      let table = plan.map { DataTable(name, of: $0, [], units) } ?? DataTable(empty: name, units)
      scope.define(name, table.fields)
    }
  }
}

extension SalesMethod.Rational {
  /// The same fraction as formulas compute with it.
  package var exact: Formula.Rational { Formula.Rational(numerator, over: denominator) }
}
