import Desk
import Mustache
import Pages
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `pareto`: where the revenue came from and where the time went, customer by customer, largest revenue
/// first.
struct ParetoBlock: PlanView {
  static let name = "pareto"
  static let form = BlockForm.leaf

  let source: ViewSource
  private let limit: Int

  private static let standardLimit = 10

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    limit = options.integer("limit", in: 1...100_000) ?? Self.standardLimit
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let window = EstimationWindow(months: scene.estimationMonths, before: plan.known)
    return [
      ("start", .day(window.months.first?.start ?? plan.known)),
      ("end", .day(plan.known.adding(days: -1))),
      ("pareto", .optional(plan.pareto) { pareto($0, of: plan) }),
      ("attention", .optional(plan.attention, attention)),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { plan.notes.filter { $0.view == .pareto } }

  private func pareto(_ pareto: Pareto, of plan: MonthlyPlan) -> Value {
    let shown = Array(pareto.entries.prefix(limit))
    let rest = pareto.entries.dropFirst(limit)
    return .record([
      "count": .integer(pareto.entries.count), "base": .money(pareto.base),
      "hasStatement": .bool(pareto.hasStatement), "topCount": .integer(pareto.topCount),
      "topShare": .percent(pareto.topShare), "atExactly20": .percent(pareto.shareAtExactly20),
      "countFor80": .integer(pareto.countFor80),
      "shareFor80": .percent(Rational(pareto.countFor80, over: pareto.entries.count) ?? .zero),
      "gini": .text(Digits.decimal(pareto.gini, places: 2)),
      "negativeCount": .integer(pareto.negativeCount),
      "negativeSum": .money(pareto.negativeSum),
      "withoutCustomer": .integer(pareto.ordersWithoutCustomer),
      "withoutCustomerSum": .money(pareto.sumWithoutCustomer),
      "rows": .list(rows(shown, in: pareto, of: plan)), "restCount": .integer(rest.count),
    ])
  }

  private func rows(
    _ shown: [Pareto.Entry], in pareto: Pareto, of plan: MonthlyPlan
  ) -> [Value] {
    let customers = Dictionary(
      plan.customers.map { ($0.customer.id, $0) }, uniquingKeysWith: { first, _ in first })
    let times = Dictionary(
      (plan.attention?.entries ?? []).map { ($0.customer, $0.timeShare) },
      uniquingKeysWith: { first, _ in first })
    let longest = shown.reduce(0) { longest, entry in
      max(longest, Self.millionths(entry.share), times[entry.customer].map(Self.millionths) ?? 0)
    }
    func bar(_ share: Int) -> Value { .text(barLength(Rational(share, over: longest) ?? .zero)) }
    var sum = 0
    return shown.enumerated().map { position, entry in
      sum += max(0, entry.revenue.hundredths)
      let customer = customers[entry.customer]
      let time = times[entry.customer]
      return .record([
        "rank": .integer(position + 1),
        "name": .text(customer?.customer.name ?? entry.customer),
        "class": .optional(customer?.classification.customerClass.rawValue, Value.text),
        "revenue": .money(entry.revenue), "share": .percent(entry.share),
        "sum": .percent(Rational(sum, over: pareto.base.hundredths) ?? .zero),
        "bar": bar(Self.millionths(entry.share)),
        "time": .optional(time.flatMap(Self.exact), Value.percent),
        "timeBar": .optional(time) { bar(Self.millionths($0)) },
        "isTop": .bool(entry.isInTop20), "isTied": .bool(entry.isTied),
      ])
    }
  }

  private func attention(_ attention: Attention) -> Value {
    .record([
      "mismatch": .optional(Self.exact(attention.mismatch), Value.percent)
    ])
  }

  /// A share to millionths.
  private static func exact(_ share: Double) -> Rational? {
    Rational(millionths(share), over: 1_000_000)
  }

  private static func millionths(_ share: Double) -> Int { Int((share * 1_000_000).rounded()) }

  /// A share of revenue, below 0 where returns outweigh: a picture's length needs no more of it.
  private static func millionths(_ share: Rational) -> Int { millionths(share.double) }
}
