import Desk
import Mustache
import Phrases
import SalesMethod
import Wording

/// `summary`: the sheet that says it all: the target and what is expected, this week's visits, whom to
/// call first, what is past its date, and the period day by day.
struct SummaryBlock: PlanView {
  static let name = "summary"
  static let form = BlockForm.leaf

  let source: ViewSource

  /// How many customers are named to be called first, and how many deals past their date.
  private static let first = 3
  private static let overdue = 5

  init(_ options: inout AttributeReader) { source = ViewSource(&options) }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let customers = Dictionary(
      plan.customers.map { ($0.customer.id, $0) }, uniquingKeysWith: { first, _ in first })
    let late = DealsBlock.byWeight(plan.openDeals.filter(\.isOverdue))
    return [
      ("period", plan.periodFields(in: scene.language)),
      ("outlook", plan.outlook.fields(in: scene.language)),
      ("week", .optional(plan.workedDays.first) { week(from: $0, plan, customers, scene) }),
      ("first", .list(Self.toCall(plan, customers).map { call($0, plan, in: scene.language) })),
      (
        "overdue", .optional(late.isEmpty ? nil : late) { overdue($0, customers) }
      ),
      ("days", .list(plan.days.enumerated().map { day($1, isFirst: $0 == 0) })),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }

  /// Whom to call first: whose open deal brings most by the period's end, then the rest of A and B in
  /// the order of the plan; nobody who is not to be visited.
  private static func toCall(
    _ plan: MonthlyPlan, _ customers: [String: PlannedCustomer]
  ) -> [PlannedCustomer] {
    let carrying = DealsBlock.byWeight(plan.openDeals.filter { $0.expected > .zero })
      .compactMap { customers[$0.deal.customer] }
    let likely = plan.customers(of: .a) + plan.customers(of: .b)
    var seen: Set<String> = []
    let worth = (carrying + likely).filter {
      $0.classification.customerClass != .d && seen.insert($0.customer.id).inserted
    }
    return Array(worth.prefix(first))
  }

  private func call(
    _ planned: PlannedCustomer, _ plan: MonthlyPlan, in language: Language
  ) -> Value {
    let found = planned.classification
    let deals = plan.openDeals.filter { $0.deal.customer == planned.customer.id }
    let amount = deals.reduce(Money.zero) { $0 + $1.deal.amount }
    return .record([
      "name": .text(planned.customer.name), "class": .text(found.customerClass.rawValue),
      "amount": .optional(deals.isEmpty ? nil : amount, Value.money),
      "question": .optional(found.questions.first?.text(in: language), Value.text),
      "step": .text(found.nextStep.text(in: language)),
    ])
  }

  /// The days of the week that the work begins in.
  private func week(
    from first: PlanDay, _ plan: MonthlyPlan, _ customers: [String: PlannedCustomer],
    _ scene: Scene
  ) -> Value {
    let week = ISOWeek(of: first.day)
    let days = plan.workedDays.filter { ISOWeek(of: $0.day) == week }
    return .record([
      "number": .integer(week.week), "start": .day(first.day),
      "end": .day(days.last?.day ?? first.day),
      "days": .list(
        days.map { day in
          .record([
            "date": .day(day.day), "newContacts": .integer(day.newContacts),
            "visits": .list(
              day.visits.map { visit in
                let step = customers[visit.customer]?.classification.nextStep
                return .record([
                  "name": .text(visit.name), "class": .text(visit.customerClass.rawValue),
                  "step": .optional(step?.text(in: scene.language), Value.text),
                ])
              }),
          ])
        }),
    ])
  }

  private func overdue(_ late: [DealOutlook], _ customers: [String: PlannedCustomer]) -> Value {
    .record([
      "count": .integer(late.count),
      "amount": .money(late.reduce(Money.zero) { $0 + $1.deal.amount }),
      "rest": .integer(late.count - min(late.count, Self.overdue)),
      "deals": .list(
        late.prefix(Self.overdue).map { open in
          .record([
            "name": .text(customers[open.deal.customer]?.customer.name ?? open.deal.customer),
            "amount": .money(open.deal.amount),
            "close": .optional(open.deal.expectedClose, Value.day),
          ])
        }),
    ])
  }

  private func day(_ day: PlanDay, isFirst: Bool) -> Value {
    .record([
      "date": .day(day.day), "dayOfMonth": .integer(day.day.dayOfMonth),
      "weekdayNumber": .integer(day.day.weekday), "kind": .text(day.kind),
      "isFirst": .bool(isFirst), "isPast": .bool(day.isPast),
      "newContacts": .integer(day.newContacts), "visits": .integer(day.visits.count),
    ])
  }
}
