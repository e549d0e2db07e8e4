import Testing

@testable import SalesMethod

/// What a build rests on that makes plans again only for those whose customers' rows changed.
@Suite struct `Whatever is told of colleagues' customers` {
  /// Three persons, each with random rows of their own, and a deal of the second with a customer of the first.
  private func company(_ random: inout SeededGenerator) -> SalesRecords {
    var company = SalesRecords()
    for member in ["zhang", "li", "wang"] {
      let own = randomRecords(&random)
      func named(_ id: String) -> String { member + "-" + id }
      company.members.append(Member(id: member, name: member, team: "east", row: row))
      company.customers += own.customers.map { customer in
        var customer = customer
        (customer.id, customer.owner) = (named(customer.id), member)
        return customer
      }
      company.orders += own.orders.map { order in
        var order = order
        order.customer = order.customer.map(named)
        return order
      }
      company.activities += own.activities.map { activity in
        var activity = activity
        activity.customer = named(activity.customer)
        return activity
      }
      company.deals += own.deals.map { deal in
        var deal = deal
        deal.customer = named(deal.customer)
        return deal
      }
      company.goals += own.goals.map { goal in
        var goal = goal
        (goal.id, goal.owner) = (named(goal.id), member)
        return goal
      }
      company.receivables.append(
        Receivable(
          customer: company.customers[company.customers.count - 1].id, amount: Money(units: 900),
          due: day("2026-04-20"), row: row))
      company.presentTables = own.presentTables
    }
    company.teams = [Team(id: "east", name: "东", row: row)]
    return company
  }

  @Test(arguments: 0..<12) func `changes no plan and no record`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let company = company(&random)
    for member in ["zhang", "wang"] {
      var changed = company
      for place in changed.customers.indices where changed.customers[place].owner != member {
        changed.customers[place].name = "别的"
        changed.customers[place].purchasingPower = .score(thousandths: 1000)
        changed.customers[place].decisionPower = .yes
        changed.customers[place].need = .no
        changed.customers[place].closeDate = day("2026-05-20")
        changed.customers[place].valueHint = Money(units: 77_000)
        changed.customers[place].lastContact = day("2026-05-01")
        changed.customers[place].contact = "某某"
        changed.customers[place].phone = "021-0000-0000"
        changed.customers[place].address = "示例路1号"
        changed.customers[place].note = "先问"
        changed.contacts.append(
          Contact(
            customer: changed.customers[place].id, name: "某某", role: .decision, isReachable: true,
            row: row))
      }
      // A table more would be said in the notes of everybody.
      let (before, after) = (try samplePlanner(company), try samplePlanner(changed))
      #expect(try before.plan(for: member) == after.plan(for: member))
      let months = try before.pastMonths(6)
      #expect(
        try before.record(of: [member], in: months)
          == after.record(of: [member], in: after.pastMonths(6)))
    }
  }
}
