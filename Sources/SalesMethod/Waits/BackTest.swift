/// What the rule would have said of the months before a day, on the first day of each, and what came.
struct BackTest: Sendable {
  /// A month of a member.
  struct PersonMonth: Sendable {
    let month: DayRange
    let member: Int
    /// What came, in hundredths.
    let actual: Int
    /// What might have arrived, as it was known on the first day; whoever first appeared in the month
    /// is a new contact of that day.
    let arrivals: Arrivals
    /// Its mean and variance before any scaling.
    let expected: Arrivals.Moments
    /// What the member sold in a usual month by then, in hundredths; nil where too few months are on
    /// record.
    let usual: Rational?
  }

  /// By member, months from the oldest on.
  private let months: [[PersonMonth]]
  /// Whether the months of all members are judged together.
  let isPooled: Bool
  /// What open deals’ chances go by, today and in the months tested.
  let deals: DealTest

  /// At most so many months are tested.
  static let mostMonths = 6

  /// Tests the complete calendar months before the day the rows are known at: those by whose first day
  /// enough events were on record.
  init(_ known: KnownWaits, _ sales: MonthlySales) throws(MethodFailure) {
    let rows = known.rows
    let owners = known.book.waits.flatMap { $0.map(\.owner) }
    isPooled = Pooling.allows(owners, members: rows.memberCount)
    var months = [[PersonMonth]](repeating: [], count: rows.memberCount)
    var before: [(month: DayRange, known: KnownWaits)] = []
    for month in known.book.day.monthsBefore(Self.mostMonths).reversed() {
      before.append((month, try KnownWaits(rows, before: month.start)))
    }
    deals = DealTest(known, before)
    for (month, earlier) in before {
      let ended = Self.ended(earlier.book, members: rows.memberCount)
      let enough = ended.map { $0 >= LifeTable.leastEvents }
      let together = ended.reduce(0, +) >= LifeTable.leastEvents
      let newcomers = Self.newcomers(rows, in: month)
      for member in 0..<rows.memberCount where isPooled ? together : enough[member] {
        let arrivals = earlier.arrivals(
          of: member, through: month.end, newContacts: newcomers[member],
          by: deals.choice(for: member).used)
        months[member].append(
          PersonMonth(
            month: month, member: member,
            actual: sales.sold(by: member, inMonthOf: month.start), arrivals: arrivals,
            expected: arrivals.moments,
            usual: try sales.usualMonth(of: member, before: month.start)))
      }
    }
    self.months = months
  }

  /// The months that say something of a member: everybody's, or the member's own where few would be
  /// judged together.
  func judged(for member: Int) -> [PersonMonth] {
    isPooled ? months.flatMap { $0 } : months[member]
  }

  /// A member's own months.
  func months(of member: Int) -> [PersonMonth] { months[member] }

  /// How many waits of every member have ended.
  private static func ended(_ book: WaitBook, members: Int) -> [Int] {
    var ended = [Int](repeating: 0, count: members)
    for waits in book.waits {
      for wait in waits where wait.end != nil {
        if let owner = wait.owner { ended[owner] += 1 }
      }
    }
    return ended
  }

  /// The days on which customers of every member first appear in a month.
  private static func newcomers(_ rows: WaitRows, in month: DayRange) -> [[(day: Day, count: Int)]]
  {
    var result = [[(day: Day, count: Int)]](repeating: [], count: rows.memberCount)
    for customer in rows.customers {
      guard let owner = customer.owner, let first = customer.firstDay, month.contains(first) else {
        continue
      }
      result[owner].append((first, 1))
    }
    return result
  }
}
