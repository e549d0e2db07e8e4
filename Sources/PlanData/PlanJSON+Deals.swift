import OrderedJSON
import Phrases
import SalesMethod
import Wording

extension PlanJSON {
  /// The plan in one word, why, and what would help most.
  var verdict: JSON? {
    plan.verdict.map { verdict in
      .object([
        ("standing", .string(verdict.standing.rawValue)),
        ("reason", .string(verdict.reason.text(in: language))),
        ("help", plan.help.map { .string($0.text(in: language)) }),
      ])
    }
  }

  /// Every open deal by the period's end, and what managers ask of them together.
  var deals: JSON {
    let outlook = plan.outlook
    let overdue = outlook.overdueDeals
    let next = plan.nextSteps
    return .object([
      (
        "open",
        .array(
          zip(plan.dealKeys, outlook.openDeals).map { key, open in
            deal(open, as: key, next: next[open.deal.customer].map(open.step))
          })
      ),
      (
        "overdue",
        .object([
          ("count", .integer(overdue.count)),
          ("amount", money(overdue.reduce(.zero) { $0 + $1.deal.amount })),
        ])
      ),
      ("coverage", outlook.coverage.map(number)),
      ("commit", money(outlook.commit)), ("bestCase", money(outlook.bestCase)),
    ])
  }

  private func deal(_ open: DealOutlook, as key: String, next: NextStep?) -> JSON {
    let deal = open.deal
    return .object([
      ("key", .string(key)), ("id", deal.id.map { .string($0) }),
      ("customer", .string(deal.customer)), ("amount", money(deal.amount)),
      ("stage", deal.stage.map { .string($0) }), ("age", open.age.map { .integer($0) }),
      ("expectedDate", deal.expectedClose.map { .string($0.description) }),
      ("overdue", .bool(open.isOverdue)), ("chance", open.chance.map(number)),
      ("expected", open.toldExpected.map(money)),
      ("next", next.map { .string($0.text(in: language)) }),
    ])
  }
}
