import Desk
import Mustache
import Phrases
import Rulebook
import SalesMethod
import Wording

/// `deals`: the open deals, those that carry the target first, those past their date apart, with what
/// managers ask of them together.
struct DealsBlock: PlanView {
  static let name = "deals"
  static let form = BlockForm.leaf

  let source: ViewSource
  private let limit: Int?

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    limit = options.integer("limit", in: 1...100_000)
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let outlook = plan.outlook
    let ordered = outlook.openDeals.byWeight
    let lines = DealLines(plan, in: scene.language)
    let groups = [
      ("open", ordered.filter { !$0.isOverdue }), ("slipped", ordered.filter(\.isOverdue)),
    ].filter { !$0.1.isEmpty }
    return [
      ("period", plan.periodFields(in: scene.language)), ("asOf", .day(outlook.asOf)),
      ("end", .day(outlook.end)), ("known", .day(plan.known)), ("count", .integer(ordered.count)),
      ("groups", .list(groups.map { lines.group($0.0, $0.1, limit: limit) })),
      ("total", .optional(ordered.isEmpty ? nil : ordered, lines.sums)),
      ("together", .optional(ordered.isEmpty ? nil : outlook, together)),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }

  /// What managers ask: do the open deals cover what is still to go, and what comes if the likely ones,
  /// or all that are due, are won.
  private func together(_ outlook: PeriodOutlook) -> Value {
    .record([
      "stillToGo": .optional(outlook.target.map { max($0 - outlook.won, .zero) }, Value.money),
      "coverage": .optional(
        outlook.coverage.map { Digits.decimal($0, places: 2) }, Value.text),
      "commit": .money(outlook.commit), "expected": .optional(outlook.toldExpected, Value.money),
      "bestCase": .money(outlook.bestCase),
    ])
  }
}

/// The lines of open deals as templates know them.
private struct DealLines {
  private let language: Language
  private let customers: [String: PlannedCustomer]

  init(_ plan: MonthlyPlan, in language: Language) {
    self.language = language
    customers = plan.customers.byId
  }

  /// Some deals under one heading; the sums are those of all, shown or not.
  func group(_ kind: String, _ deals: [DealOutlook], limit: Int?) -> Value {
    let shown = deals.prefix(limit ?? .max)
    let rest = Array(deals.dropFirst(shown.count))
    return .record([
      "kind": .text(kind), "deals": .list(shown.map(line)),
      "rest": .optional(rest.isEmpty ? nil : rest, sums), "sum": sums(deals),
    ])
  }

  /// How many, for how much, and what of it is expected by the period’s end.
  func sums(_ deals: [DealOutlook]) -> Value {
    .record([
      "count": .integer(deals.count),
      "amount": .money(deals.reduce(.zero) { $0 + $1.deal.amount }),
      "expected": .money(deals.reduce(.zero) { $0 + $1.expected }),
    ])
  }

  /// What to do next; of a deal won on the day of planning, that it is.
  private func step(_ open: DealOutlook, _ customer: PlannedCustomer?) -> String? {
    if open.isWonToday {
      return language.say(zh: "今天赢下，明天起计入", en: "won today, counted from tomorrow on")
    }
    return customer.map { open.step($0.nextStep).text(in: language) }
  }

  private func line(_ open: DealOutlook) -> Value {
    let deal = open.deal
    let customer = customers[deal.customer]
    return .record([
      "name": .text(customer?.customer.name ?? deal.customer),
      "id": .optional(deal.id, Value.text),
      "class": .optional(customer?.classification.customerClass.rawValue, Value.text),
      "amount": .money(deal.amount),
      "stage": .optional(deal.stage.map { StageName($0).text(in: language) }, Value.text),
      "age": .optional(open.age, Value.integer), "close": .optional(deal.expectedClose, Value.day),
      "isOverdue": .bool(open.isOverdue), "chance": .optional(open.chance, Value.chance),
      "expected": .optional(open.toldExpected, Value.money),
      "reach": .optional(customer?.details, \.fields),
      "step": .optional(step(open, customer), Value.text),
    ])
  }
}
