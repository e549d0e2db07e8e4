import Desk
import Mustache
import Phrases
import SalesMethod

/// `collections`: what customers owe and is due by the period’s end, the longest overdue first, with the
/// telephone number to call and room for what came of it.
struct CollectionsBlock: PlanView {
  static let name = "collections"
  static let form = BlockForm.leaf

  let source: ViewSource
  private let limit: Int?

  init(_ options: inout AttributeReader) {
    source = ViewSource(&options)
    limit = options.integer("limit", in: 1...100_000)
  }

  func fields(of plan: MonthlyPlan, in scene: Scene) -> [(String, Value)] {
    let customers = plan.customers.byId
    let shown = plan.receivables.prefix(limit ?? .max)
    return [
      ("end", .day(plan.period.range.end)),
      ("rows", .list(shown.map { $0.fields(customers[$0.customer]) })),
      ("late", plan.receivables.filter(\.isLate).sums), ("total", plan.receivables.sums),
      ("rest", Array(plan.receivables.dropFirst(shown.count)).sums),
    ]
  }

  func notes(of plan: MonthlyPlan) -> [PlanNote] { [] }
}
