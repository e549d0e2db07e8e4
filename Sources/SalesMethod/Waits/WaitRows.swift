/// What the records say of customers' deals, orders and first contacts, grouped once: whatever day is
/// looked at later, nothing is sorted again.
package struct WaitRows: Sendable {
  /// A line of an order, on the day the whole order counts for.
  struct Line {
    let date: Day
    let orderDay: Day
    let amount: Int
  }

  /// What happened with one customer.
  struct CustomerRows {
    let owner: Int?
    var contact: Day?
    var lines: [Line] = []
    /// Positions in the deals table.
    var deals: [Int] = []
    /// The day of the first row of any kind.
    var firstDay: Day?
    let row: Row

    mutating func note(_ day: Day) { firstDay = min(firstDay ?? day, day) }
  }

  let memberCount: Int
  /// The first day that an activity or an order is recorded for: whoever was met before may have ordered
  /// unseen.
  private(set) var recordsBegin: Day?
  private(set) var customers: [CustomerRows]
  let deals: [Deal]
  /// The member a deal belongs to, by its position.
  private(set) var dealOwners: [Int?] = []
  /// Lines of orders whose customer nobody wrote down, by member: they are sales, and in no wait.
  private(set) var nameless: [[Line]]

  /// Groups the rows of a workspace.
  package init(_ records: SalesRecords) {
    let memberCount = max(1, records.members.count)
    let members = Self.numbers(records.members.map(\.id))
    self.memberCount = memberCount
    func member(_ id: String?) -> Int? { memberCount == 1 ? 0 : id.flatMap { members[$0] } }
    customers = records.customers.map { customer in
      CustomerRows(
        owner: member(customer.owner), contact: customer.firstContact,
        firstDay: customer.firstContact, row: customer.row)
    }
    let numbers = Self.numbers(records.customers.map(\.id))
    deals = records.deals
    nameless = Array(repeating: [], count: memberCount)
    for activity in records.activities where activity.isDone != false {
      guard let number = numbers[activity.customer] else { continue }
      customers[number].contact = min(customers[number].contact ?? activity.date, activity.date)
      customers[number].note(activity.date)
      recordsBegin = min(recordsBegin ?? activity.date, activity.date)
    }
    for (position, deal) in deals.enumerated() {
      let number = numbers[deal.customer]
      let owner = deal.owner.flatMap { members[$0] } ?? number.flatMap { customers[$0].owner }
      dealOwners.append(memberCount == 1 ? 0 : owner)
      guard let number else { continue }
      customers[number].deals.append(position)
      if let created = deal.created { customers[number].note(created) }
    }
    addOrders(records.orders, numbers, member)
  }

  private mutating func addOrders(
    _ orders: [Order], _ numbers: [String: Int], _ member: (String?) -> Int?
  ) {
    struct OrderKey: Hashable {
      let customer: Int
      let id: String
    }
    var firstDays: [OrderKey: Day] = [:]
    for order in orders {
      guard let id = order.id, let number = order.customer.flatMap({ numbers[$0] }) else {
        continue
      }
      firstDays[OrderKey(customer: number, id: id), default: order.date] = min(
        firstDays[OrderKey(customer: number, id: id)] ?? order.date, order.date)
    }
    let sorted = orders.indices.sorted { (orders[$0].date, $0) < (orders[$1].date, $1) }
    for order in sorted.lazy.map({ orders[$0] }) {
      let amount = order.amount.hundredths
      if let number = order.customer.flatMap({ numbers[$0] }) {
        let day = order.id.flatMap { firstDays[OrderKey(customer: number, id: $0)] } ?? order.date
        customers[number].lines.append(Line(date: order.date, orderDay: day, amount: amount))
        customers[number].note(order.date)
        recordsBegin = min(recordsBegin ?? order.date, order.date)
      } else if order.customer == nil, let number = member(order.owner) {
        nameless[number].append(Line(date: order.date, orderDay: order.date, amount: amount))
      }
    }
  }

  private static func numbers(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
