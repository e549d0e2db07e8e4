/// The records, grouped by who they belong to and sorted by date: built once for a workspace, so
/// that planning for one member reads that member's rows only.
///
/// It never changes, and is shared, not copied: everything that plans holds it.
///
/// A customer belongs to its owner, and its activities, deals and orders with it. An order that
/// names another owner counts as that owner's sales.
package final class RecordIndex: Sendable {
  /// The records themselves; won deals may stand among the orders.
  package let records: SalesRecords
  /// The records as the tables have them.
  let recorded: SalesRecords
  /// The members; a workspace without a team has one, with the id `me`.
  package let members: [Member]

  let goals: GoalIndex
  let given: GivenIndex
  let memberNumbers: [String: Int]
  let customerNumbers: [String: Int]
  let customersOfMember: Grouping
  let ordersOfMember: Grouping
  let dealsOfMember: Grouping
  let contactsOfCustomer: Grouping
  let activitiesOfCustomer: Grouping
  let dealsOfCustomer: Grouping
  let ordersOfCustomer: Grouping
  let receivablesOfCustomer: Grouping

  /// Groups and sorts the records.
  package convenience init(_ records: SalesRecords) { self.init(records, recorded: records) }

  /// Groups records that were made of those of the tables.
  init(_ records: SalesRecords, recorded: SalesRecords) {
    self.records = records
    self.recorded = recorded
    let members = records.members.isEmpty ? [Self.me] : records.members
    self.members = members
    goals = GoalIndex(records.goals)
    given = GivenIndex(records)
    let memberNumbers = Self.numbers(members.map(\.id))
    let customerNumbers = Self.numbers(records.customers.map(\.id))
    self.memberNumbers = memberNumbers
    self.customerNumbers = customerNumbers
    let ownerOfCustomer = records.customers.map { customer in
      members.count == 1 ? 0 : customer.owner.flatMap { memberNumbers[$0] }
    }
    func owner(_ explicit: String?, _ customer: String?) -> Int? {
      if members.count == 1 { return 0 }
      if let explicit, let number = memberNumbers[explicit] { return number }
      return customer.flatMap { customerNumbers[$0] }.flatMap { ownerOfCustomer[$0] }
    }
    func byCustomer(_ ordered: [Int], _ customer: (Int) -> String?) -> Grouping {
      Grouping(ordered, into: records.customers.count) { position in
        customer(position).flatMap { customerNumbers[$0] }
      }
    }
    let orders = Self.sorted(records.orders.map(\.date))
    let activities = Self.sorted(records.activities.map(\.date))
    let deals = Array(records.deals.indices)
    customersOfMember = Grouping(Array(records.customers.indices), into: members.count) {
      ownerOfCustomer[$0]
    }
    ordersOfMember = Grouping(orders, into: members.count) {
      owner(records.orders[$0].owner, records.orders[$0].customer)
    }
    dealsOfMember = Grouping(deals, into: members.count) {
      owner(records.deals[$0].owner, records.deals[$0].customer)
    }
    contactsOfCustomer = byCustomer(Array(records.contacts.indices)) {
      records.contacts[$0].customer
    }
    activitiesOfCustomer = byCustomer(activities) { records.activities[$0].customer }
    dealsOfCustomer = byCustomer(deals) { records.deals[$0].customer }
    ordersOfCustomer = byCustomer(orders) { records.orders[$0].customer }
    receivablesOfCustomer = byCustomer(Array(records.receivables.indices)) {
      records.receivables[$0].customer
    }
  }

  /// Whether the workspace has a table of this name.
  package func has(_ table: String) -> Bool { records.presentTables.contains(table) }

  /// Whether anything tells what was sold: a table of orders, or won deals that stand in for one.
  ///
  /// Where nothing does, what was reached is unknown, not 0.
  var tellsSales: Bool { has("orders") || !records.orders.isEmpty }

  /// The members of a team and of the teams below it, in the order of the members table.
  package func members(ofTeam team: String) -> [Member] {
    let inside = teams(below: team)
    return members.filter { $0.team.map(inside.contains) ?? false }
  }

  /// A team and all teams below it.
  func teams(below team: String) -> Set<String> {
    var inside: Set<String> = [team]
    var children: [String: [String]] = [:]
    for child in records.teams {
      if let parent = child.parent { children[parent, default: []].append(child.id) }
    }
    var waiting = [team]
    while let next = waiting.popLast() {
      for child in children[next] ?? [] where inside.insert(child).inserted {
        waiting.append(child)
      }
    }
    return inside
  }

  /// The net orders of a member on the days of a range before a day.
  func netOrders(
    ofMember number: Int, in range: DayRange, before asOf: Day
  ) throws(MethodFailure) -> Money {
    var hundredths = 0
    for position in ordersOfMember[number] {
      let order = records.orders[position]
      guard order.date < asOf else { break }
      if range.contains(order.date) { hundredths = try sum(hundredths, order.amount.hundredths) }
    }
    return Money(hundredths: hundredths)
  }

  /// The number of a member by id.
  func number(ofMember id: String) throws(MethodFailure) -> Int {
    guard let number = memberNumbers[id] else { throw .unknownMember(id) }
    return number
  }

  private static let me = Member(id: "me", name: "", row: Row(path: "", line: 0))

  private static func numbers(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func sorted(_ dates: [Day]) -> [Int] {
    dates.indices.sorted { (dates[$0], $0) < (dates[$1], $1) }
  }
}
