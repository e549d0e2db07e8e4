/// Everything that a day knows of waits: the waits, their counts and what orders are worth, for all
/// members together.
struct KnownWaits: Sendable {
  let rows: WaitRows
  let book: WaitBook
  let counts: WaitCounts
  /// How deals end by stage, and how their dates are kept.
  let habits: DealHabits
  /// By member: how deals end by age alone; nil where too few are known.
  let dealHazards: [DailyHazards?]
  private let sizes: [OrderSizes?]
  /// Positions of every member's customers.
  private let customers: [[Int]]

  /// Reads and counts the rows as they were known before a day.
  init(_ rows: WaitRows, before day: Day) throws(MethodFailure) {
    self.rows = rows
    book = try WaitBook(rows, before: day)
    let counts = WaitCounts(book, members: rows.memberCount)
    self.counts = counts
    habits = DealHabits(book, counts, rows.deals, members: rows.memberCount)
    dealHazards = (0..<rows.memberCount).map { counts.hazards(.deal, of: $0)?.first }
    sizes = try OrderSizes.byMember(rows, book)
    customers = rows.customersOfMember
  }

  /// What may arrive for a member from a day through another; what arrives in the days before, which nobody
  /// knows yet, is left out.
  ///
  /// Customers who are given up are left out; new contacts are given with their days. Open deals go by
  /// their age and what else has proved to say more.
  func arrivals(
    of member: Int, from start: Day? = nil, through end: Day,
    newContacts: [(day: Day, count: Int)] = [], by refinement: DealRefinement = .none,
    isGivenUp: (Int) -> Bool = { _ in false }
  ) -> Arrivals {
    let lead = max(0, book.day.days(to: start ?? book.day))
    let days = max(lead, book.day.days(to: end) + 1)
    let eve = book.day.adding(days: lead - 1)
    var arrivals = Arrivals(sizes: sizes[member])
    if dealHazards[member] == nil { arrivals.unknown.append(.deal) }
    for deal in book.openDeals[member] {
      guard let chance = chance(of: deal, member, through: end, by: refinement),
        let earlier = self.chance(of: deal, member, through: eve, by: refinement)
      else { continue }
      arrivals.deals.append(
        Arrivals.DealChance(deal: deal.deal, amount: deal.amount, chance: max(0, chance - earlier)))
    }
    let reorders = counts.hazards(.reorder, of: member)
    let renewed = reorders.map { RenewedOrders($0, days: days, lead: lead) }
    if renewed == nil { arrivals.unknown.append(.reorder) }
    let first = counts.hazards(.firstOrder, of: member)?.first
    if first == nil { arrivals.unknown.append(.firstOrder) }
    guard arrivals.sizes != nil else { return arrivals }
    for customer in customers[member] where !isGivenUp(customer) {
      switch book.standings[customer] {
      case .nothing, .deals, .unseen: break
      case .reorder(let number, let since):
        guard let renewed else { continue }
        arrivals.existing.append(
          Arrivals.ExistingCustomer(
            customer: customer,
            counts: renewed.counts(afterOrder: number, age: since.days(to: book.day))))
      case .firstOrder(let since):
        guard let first else { continue }
        let age = since.days(to: book.day)
        let chance = first.chance(from: age, days: days) - first.chance(from: age, days: lead)
        arrivals.inProgress.append(
          Arrivals.ContactInProgress(customer: customer, chance: max(0, chance)))
      }
    }
    arrivals.newContacts = self.newContacts(of: member, through: end, days: newContacts)
    return arrivals
  }

  /// First contacts of coming days with their chances for a first order by a day, through a deal or without
  /// one; none where too little is known.
  func newContacts(
    of member: Int, through end: Day, days: [(day: Day, count: Int)]
  ) -> [Arrivals.NewContacts] {
    guard sizes[member] != nil, let first = counts.firstOrders(of: member) else { return [] }
    return days.map { contacts in
      Arrivals.NewContacts(
        count: contacts.count,
        chance: first.chance(from: 0, days: max(0, contacts.day.days(to: end) + 1)))
    }
  }
}

extension WaitRows {
  /// The numbers of every member's customers, in the order of the table.
  var customersOfMember: [[Int]] {
    var result = [[Int]](repeating: [], count: memberCount)
    for (number, customer) in customers.enumerated() {
      if let owner = customer.owner { result[owner].append(number) }
    }
    return result
  }
}
