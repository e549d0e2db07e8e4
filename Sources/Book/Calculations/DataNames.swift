import Formula
import SalesMethod

/// The names that formulas know from a plan: `goal.amount`, `history.contacts`, `customers.class`.
///
/// Units are those of the settings as far as they are there: 元 for money, 家 for customers, 单 for
/// orders, 次 for visits, 小时 and 天 for time; what has another unit has none. A name is known even
/// where the data cannot tell its value yet.
struct DataNames {
  private let plan: MonthlyPlan
  private let method: MethodSettings
  private let units: Units
  private let money: Formula.Unit
  private var scope: Scope

  /// Puts the names of a plan to a scope; `method` is the settings'.
  static func scope(
    _ scope: Scope, adding plan: MonthlyPlan, method: MethodSettings, _ units: Units
  ) -> Scope {
    var names = DataNames(plan: plan, method: method, units: units, scope: scope)
    names.addTarget()
    names.addHistory()
    names.addWork()
    names.addStages()
    names.addCustomers()
    names.addDeals()
    return names.scope
  }

  private init(plan: MonthlyPlan, method: MethodSettings, units: Units, scope: Scope) {
    self.plan = plan
    self.method = method
    self.units = units
    self.scope = scope
    let word = plan.currency == "CNY" ? "元" : plan.currency
    money = units.unit(named: word) ?? .none
  }

  private func unit(_ name: String) -> Formula.Unit { units.unit(named: name) ?? .none }

  /// Money for each of something: 元/单.
  private func money(per name: String) -> Formula.Unit {
    money.isNone ? .none : unit("\(money.description)/\(name)")
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
    define(name, amount.map { Formula.Rational(hundredths: $0.hundredths) }, money)
  }

  private mutating func define(_ name: String, _ count: Int?, _ unit: Formula.Unit = .none) {
    define(name, count.map { Formula.Rational($0) }, unit)
  }

  private mutating func addTarget() {
    let streams = plan.streams
    define("goal.amount", streams?.target)
    define("goal.achieved", streams?.achieved)
    define("goal.pipeline", streams?.openPipeline)
    define("goal.repeat", streams?.repeats)
    define("goal.gap", streams?.gap)
  }

  private mutating func addHistory() {
    let cohort = plan.cohort
    define("history.contacts", cohort.reached.first ?? 0, unit("家"))
    define("history.buyers", cohort.buyers, unit("家"))
    define("history.orders", cohort.orders, unit("单"))
    define("history.amount", Money(hundredths: cohort.orderSizes.reduce(0, +)))
    define("history.conversion", plan.rates?.conversion.share.exact, .none, .percent)
    let size = plan.factors.flatMap { try? $0.dealSize / SalesMethod.Rational(100) }
    define("history.deal_size", size?.exact, money(per: "单"))
    define("history.repeat", plan.factors?.ordersPerBuyer.exact, unit("单/家"))
  }

  private mutating func addWork() {
    define("plan.workdays", plan.calendar.remainingWorkdays, unit("天"))
    let workload = plan.workload
    define("plan.customers", workload?.customers, unit("家"))
    define("plan.contacts", workload.map { $0.stages.first?.mean ?? 0 }, unit("家"))
    define("plan.hours", workload?.hours.needed.hours.exact, unit("小时"))
    define("plan.hours_cadence", cadence, unit("小时"))
    define("plan.available", available, unit("小时"))
  }

  /// The hours that visits to known customers take, which need no target.
  private var cadence: Formula.Rational? {
    let times = plan.customers.map { customer in
      (try? method.cadence[customer.classification.customerClass].time * customer.wantedVisits)
        ?? .zero
    }
    let sum = times.reduce(Optional(WorkingTime.zero)) { sum, time in
      sum.flatMap { try? $0 + time }
    }
    return sum?.hours.exact
  }

  /// The hours there are, which need no target either.
  private var available: Formula.Rational? {
    let perDay = plan.member.minutesPerDay.multipliedReportingOverflow(
      by: plan.member.sellingShareThousandths)
    guard !perDay.overflow else { return nil }
    return (try? WorkingTime(milliminutes: perDay.partialValue) * plan.workedDays.count)?.hours
      .exact
  }

  /// What each stage of the funnel needs, what of it goes on to the next, and the time it takes.
  private mutating func addStages() {
    for (index, key) in stageKeys(method.funnel.map(\.name)).enumerated() {
      let needed = plan.workload.flatMap { workload in
        workload.stages.indices.contains(index) ? workload.stages[index].mean : nil
      }
      define("plan.need_\(key)", needed, unit("家"))
      define("plan.hours_each_\(key)", method.funnel[index].time.hours.exact, unit("小时/家"))
      guard index + 1 < method.funnel.count else { continue }
      let rate = plan.rates.flatMap { rates in
        rates.rates.indices.contains(index) ? rates.rates[index].working.share : nil
      }
      define("plan.rate_\(key)", rate?.exact, .none, .percent)
    }
  }

  private mutating func addCustomers() {
    let customers = plan.customers
    var revenues: [String: Money] = [:]
    for entry in plan.pareto?.entries ?? [] { revenues[entry.customer] = entry.revenue }
    scope.define("customers.name", texts: customers.map { $0.customer.name })
    scope.define(
      "customers.class", texts: customers.map { $0.classification.customerClass.rawValue })
    scope.define(
      "customers.amount",
      numbers: customers.map { customer in
        revenues[customer.customer.id].map { Formula.Rational(hundredths: $0.hundredths) }
      }, unit: money)
    scope.define(
      "customers.expected",
      numbers: customers.map { Formula.Rational(hundredths: $0.expectedValue.value.hundredths) },
      unit: money)
    scope.define(
      "customers.visits", numbers: customers.map { Formula.Rational($0.wantedVisits) },
      unit: unit("次"))
  }

  private mutating func addDeals() {
    let deals = plan.openDeals.map(\.deal)
    scope.define("deals.customer", texts: deals.map(\.customer))
    scope.define("deals.stage", texts: deals.map(\.stage))
    scope.define(
      "deals.amount", numbers: deals.map { Formula.Rational(hundredths: $0.amount.hundredths) },
      unit: money)
    scope.define(
      "deals.probability",
      numbers: deals.map { deal in
        deal.probabilityMillionths.map { Formula.Rational($0, over: 1_000_000) }
      })
  }
}

extension SalesMethod.Rational {
  /// The same fraction as formulas compute with it.
  var exact: Formula.Rational { Formula.Rational(numerator, over: denominator) }
}
