import Formula
import SalesMethod

/// The names that formulas know from a plan: `goal.amount`, `history.contacts`, `customers.class`.
///
/// Units are those of the settings as far as they are there: 元 for money, 家 for customers, 单 for
/// orders, 次 for visits, 小时 and 天 for time; what has another unit has none.
struct DataNames {
  private let plan: MonthlyPlan
  private let units: Units
  private let money: Formula.Unit
  private var scope: Scope

  /// Puts the names of a plan to a scope.
  static func scope(_ scope: Scope, adding plan: MonthlyPlan, _ units: Units) -> Scope {
    var names = DataNames(plan: plan, units: units, scope: scope)
    names.addTarget()
    names.addHistory()
    names.addWork()
    names.addCustomers()
    names.addDeals()
    return names.scope
  }

  private init(plan: MonthlyPlan, units: Units, scope: Scope) {
    self.plan = plan
    self.units = units
    self.scope = scope
    let word = plan.currency == "CNY" ? "元" : plan.currency
    money = units.unit(named: word) ?? .none
  }

  private func unit(_ name: String) -> Formula.Unit { units.unit(named: name) ?? .none }

  /// Money for each of something: 元/单.
  private func money(per name: String) -> Formula.Unit {
    money.isNone ? .none : units.unit(named: "\(money.description)/\(name)") ?? .none
  }

  private mutating func define(_ name: String, _ amount: Money) {
    scope.define(name, number: Formula.Rational(hundredths: amount.hundredths), unit: money)
  }

  private mutating func define(_ name: String, _ count: Int, _ unit: Formula.Unit = .none) {
    scope.define(name, number: Formula.Rational(count), unit: unit)
  }

  private mutating func addTarget() {
    guard let streams = plan.streams else { return }
    define("goal.amount", streams.target)
    define("goal.achieved", streams.achieved)
    define("goal.pipeline", streams.openPipeline)
    define("goal.repeat", streams.repeats)
    define("goal.gap", streams.gap)
  }

  private mutating func addHistory() {
    let cohort = plan.cohort
    define("history.contacts", cohort.reached.first ?? 0, unit("家"))
    define("history.buyers", cohort.buyers, unit("家"))
    define("history.orders", cohort.orders, unit("单"))
    define("history.amount", Money(hundredths: cohort.orderSizes.reduce(0, +)))
    if let share = plan.rates?.conversion.share {
      scope.define("history.conversion", number: share.exact, style: .percent)
    }
    guard let factors = plan.factors else { return }
    let size = (try? factors.dealSize / SalesMethod.Rational(100)) ?? .zero
    scope.define("history.deal_size", number: size.exact, unit: money(per: "单"))
    scope.define(
      "history.repeat", number: factors.ordersPerBuyer.exact,
      unit: units.unit(named: "单/家") ?? .none)
  }

  private mutating func addWork() {
    define("plan.workdays", plan.calendar.remainingWorkdays, unit("天"))
    guard let workload = plan.workload else { return }
    define("plan.customers", workload.customers, unit("家"))
    define("plan.contacts", workload.stages.first?.mean ?? 0, unit("家"))
    scope.define("plan.hours", number: workload.hours.needed.hours.exact, unit: unit("小时"))
    scope.define("plan.available", number: workload.hours.available.hours.exact, unit: unit("小时"))
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
