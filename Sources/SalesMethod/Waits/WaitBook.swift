/// Everybody's waits as they were known before a day, and where every customer stands on it.
struct WaitBook: Sendable {
  /// What a customer waits for: one thing at a time.
  enum Standing: Hashable, Sendable {
    case nothing
    /// One or more deals are open.
    case deals
    /// The next order, after the latest one.
    case reorder(number: Int, since: Day)
    /// The first order.
    case firstOrder(since: Day)
    /// Nothing that could be told: it was met before anything is on record, and may have ordered unseen.
    case unseen
  }

  /// A deal that is open.
  struct OpenWait: Hashable, Sendable {
    /// Its position in the deals table.
    let deal: Int
    let since: Day
    /// Its amount in hundredths.
    let amount: Int
  }

  /// The day: nothing on it or later is seen.
  let day: Day
  /// The waits of each kind.
  private(set) var waits: [[Wait]] = [[], [], []]
  /// By customer.
  private(set) var standings: [Standing] = []
  /// By member, in the order of the table.
  private(set) var openDeals: [[OpenWait]]
  /// By customer.
  private(set) var orders: [[DatedOrder]] = []
  /// By customer: the days with an open deal.
  private(set) var pauses: [[Pause]] = []
  /// By member: whether won deals stand in for orders, because there are none.
  private(set) var dealsStandIn: [Bool]
  private(set) var unused: [UnusedWait] = []

  /// How far back orders are looked at.
  static let reach = 365

  /// Reads the rows as they were known before a day.
  init(_ rows: WaitRows, before day: Day) throws(MethodFailure) {
    self.day = day
    openDeals = Array(repeating: [], count: rows.memberCount)
    for customer in rows.customers {
      orders.append(try DatedOrder.orders(of: customer.lines, before: day))
    }
    dealsStandIn = Self.withoutOrders(rows, orders, before: day)
    for (number, customer) in rows.customers.enumerated() {
      if let owner = customer.owner, dealsStandIn[owner] {
        orders[number] = try DatedOrder.orders(
          of: customer.deals.compactMap { Self.line(rows.deals[$0]) }
            .sorted { $0.date < $1.date }, before: day)
      }
      addDeals(of: number, customer, rows)
      addOrders(of: number, customer, recordsBegin: rows.recordsBegin)
    }
    for member in openDeals.indices { openDeals[member].sort { $0.deal < $1.deal } }
  }

  /// Whether a member has no order within a year before a day.
  private static func withoutOrders(
    _ rows: WaitRows, _ orders: [[DatedOrder]], before day: Day
  ) -> [Bool] {
    let first = day.adding(days: -reach)
    var without = rows.nameless.map { lines in
      !lines.contains { first <= $0.date && $0.date < day }
    }
    for (customer, orders) in zip(rows.customers, orders) {
      if let owner = customer.owner, let last = orders.last, last.day >= first {
        without[owner] = false
      }
    }
    return without
  }

  private static func line(_ deal: Deal) -> WaitRows.Line? {
    guard deal.status == .won, deal.amount > .zero, let closed = deal.closed else { return nil }
    return WaitRows.Line(date: closed, orderDay: closed, amount: deal.amount.hundredths)
  }

  private mutating func addDeals(
    of number: Int, _ customer: WaitRows.CustomerRows, _ rows: WaitRows
  ) {
    var pauses: [Pause] = []
    for position in customer.deals {
      let deal = rows.deals[position]
      let reason = Self.contradiction(deal)
      guard reason == nil, let created = deal.created else {
        if let reason {
          unused.append(UnusedWait(reason: reason, customer: number, row: deal.row))
        }
        continue
      }
      guard created < day else { continue }
      let owner = rows.dealOwners[position]
      if let closed = deal.closed, deal.status != .open, closed < day {
        waits[0].append(
          Wait(
            .deal, customer: number, owner: owner, from: created, to: closed,
            deal.status == .won ? .event : .lost, deal: position))
        pauses.append(Pause(first: created.number, last: closed.number))
      } else {
        waits[0].append(
          Wait(.deal, customer: number, owner: owner, from: created, deal: position))
        pauses.append(Pause(first: created.number, last: .max - 1))
        if let owner {
          openDeals[owner].append(
            OpenWait(deal: position, since: created, amount: deal.amount.hundredths))
        }
      }
    }
    self.pauses.append(Pause.joined(pauses))
  }

  private static func contradiction(_ deal: Deal) -> UnusedWait.Reason? {
    guard let created = deal.created else { return .noCreatedDay }
    guard deal.status != .open else { return nil }
    guard let closed = deal.closed else { return .noClosedDay }
    return closed < created ? .closedBeforeCreated : nil
  }

  /// A first contact before anything is on record begins no wait: what looks like the first order since may be
  /// any.
  private mutating func addOrders(
    of number: Int, _ customer: WaitRows.CustomerRows, recordsBegin: Day?
  ) {
    let orders = orders[number]
    let contact = customer.contact.flatMap { $0 < day ? $0 : nil }
    let isSeen = contact.map { contact in recordsBegin.map { $0 <= contact } ?? true } ?? true
    if let contact, isSeen, orders.first.map({ contact <= $0.day }) ?? true {
      let first = orders.first
      waits[2].append(
        Wait(
          .firstOrder, customer: number, owner: customer.owner, from: contact, to: first?.day,
          first.map { _ in .event }))
    } else if let contact, orders.first.map({ $0.day < contact }) ?? false {
      unused.append(
        UnusedWait(reason: .contactAfterOrder, customer: number, row: customer.row))
    }
    for (position, order) in orders.enumerated() {
      let next = position + 1 < orders.count ? orders[position + 1].day : nil
      waits[1].append(
        Wait(
          .reorder, customer: number, owner: customer.owner, from: order.day, to: next,
          next.map { _ in .event }, orderNumber: position + 1))
    }
    standings.append(standing(number, contact, isSeen: isSeen))
  }

  private func standing(_ number: Int, _ contact: Day?, isSeen: Bool) -> Standing {
    if let last = pauses[number].last, last.last >= day.number { return .deals }
    if let last = orders[number].last {
      return .reorder(number: orders[number].count, since: last.day)
    }
    guard isSeen else { return .unseen }
    return contact.map { .firstOrder(since: $0) } ?? .nothing
  }
}
