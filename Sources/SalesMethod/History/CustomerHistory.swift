/// What happened with one customer before a day: nothing on that day or later is seen.
struct CustomerHistory: Sendable {
  /// The customer's number in the records.
  let number: Int
  /// The customer.
  let customer: Customer
  /// The activities that were done, by date.
  let activities: ArraySlice<Activity>
  /// The orders and returns, by date.
  let orders: ArraySlice<Order>
  /// What the orders are worth after returns.
  let net: NetPurchases

  init(_ number: Int, in index: RecordIndex, before day: Day) {
    self.number = number
    customer = index.records.customers[number]
    let activities = index.activitiesOfCustomer[number].prefix {
      index.records.activities[$0].date < day
    }
    self.activities =
      activities.filter { index.records.activities[$0].isDone != false }
      .map { index.records.activities[$0] }[...]
    orders =
      index.ordersOfCustomer[number].prefix { index.records.orders[$0].date < day }
      .map { index.records.orders[$0] }[...]
    net = NetPurchases(orders)
  }

  private init(
    _ number: Int, _ customer: Customer, _ activities: ArraySlice<Activity>,
    _ orders: ArraySlice<Order>, _ net: NetPurchases
  ) {
    self.number = number
    self.customer = customer
    self.activities = activities
    self.orders = orders
    self.net = net
  }

  /// The same as it was known on an earlier day.
  func before(_ day: Day) -> CustomerHistory {
    let known = orders.prefix { $0.date < day }
    return CustomerHistory(
      number, customer, activities.prefix { $0.date < day }, known,
      known.count == orders.count ? net : NetPurchases(known))
  }

  /// The day of the first activity ever.
  var firstActivity: Day? { activities.first?.date }

  /// The last day anybody was in touch: the last activity or what the customer's row says.
  func lastTouch(before day: Day) -> Day? {
    let entered = customer.lastContact.flatMap { $0 < day ? $0 : nil }
    guard let last = activities.last?.date else { return entered }
    return max(last, entered ?? last)
  }

  /// The orders that are not returns.
  var purchases: some Sequence<Order> { orders.lazy.filter { $0.amount > .zero } }

  /// The day of the first order ever.
  var firstPurchase: Day? { orders.first { $0.amount > .zero }?.date }

  /// The days between the dates of one order and the next.
  var gaps: [Int] {
    var gaps: [Int] = []
    var last: Day?
    for order in purchases {
      if let last, order.date > last { gaps.append(last.days(to: order.date)) }
      last = order.date
    }
    return gaps
  }

  /// The days from the first activity to the first order, where the order came after.
  var lag: Int? {
    guard let first = firstActivity, let order = firstPurchase, order >= first else { return nil }
    return first.days(to: order)
  }
}
