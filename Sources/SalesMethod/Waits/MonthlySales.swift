/// What every member sold in each of the months before a day, as it is known on that day.
struct MonthlySales: Sendable {
  /// The number of the month that the day lies in: 12 × year + month − 1.
  private let current: Int
  /// By member, in hundredths: the thirteen months up to the current one, oldest first.
  private let sales: [[Int]]
  /// By member: the first day on record.
  private let firstDays: [Day?]

  private static let kept = 13
  /// A usual month is the mean of so many, or of fewer, but of two at least.
  private static let usual = 6
  private static let leastUsual = 2

  /// Adds up lines in the month of their own day, returns taken off, as what a period brought is counted
  /// everywhere; those of nobody's customers count as their owner's.
  init(_ rows: WaitRows, _ book: WaitBook) throws(MethodFailure) {
    let current = Self.number(ofMonth: book.day)
    var sales = Array(
      repeating: [Int](repeating: 0, count: Self.kept), count: rows.memberCount)
    var firstDays = [Day?](repeating: nil, count: rows.memberCount)
    func add(_ amount: Int, on day: Day, _ member: Int) throws(MethodFailure) {
      let position = Self.number(ofMonth: day) - current + kept - 1
      guard position >= 0, position < kept else { return }
      sales[member][position] = try sum(sales[member][position], amount)
    }
    let kept = Self.kept
    for (customer, orders) in zip(rows.customers, book.orders) {
      guard let owner = customer.owner else { continue }
      if let first = customer.firstDay { firstDays[owner] = min(firstDays[owner] ?? first, first) }
      if book.dealsStandIn[owner] {
        for order in orders { try add(order.amount, on: order.day, owner) }
      } else {
        for line in customer.lines where line.date < book.day {
          try add(line.amount, on: line.date, owner)
        }
      }
    }
    for (member, lines) in rows.nameless.enumerated() {
      for line in lines where line.date < book.day { try add(line.amount, on: line.date, member) }
      if let first = lines.first?.date {
        firstDays[member] = min(firstDays[member] ?? first, first)
      }
    }
    for (deal, owner) in zip(rows.deals, rows.dealOwners) {
      guard let owner, let created = deal.created else { continue }
      firstDays[owner] = min(firstDays[owner] ?? created, created)
    }
    (self.current, self.sales, self.firstDays) = (current, sales, firstDays)
  }

  /// What a member sold in the month of a day, in hundredths.
  func sold(by member: Int, inMonthOf day: Day) -> Int {
    let position = Self.number(ofMonth: day) - current + Self.kept - 1
    return sales[member].indices.contains(position) ? sales[member][position] : 0
  }

  /// What a member sells in a usual month: the mean of the two to six months before that of a day, from
  /// the first whole month on record; nil with fewer than two.
  func usualMonth(of member: Int, before day: Day) throws(MethodFailure) -> Rational? {
    guard let first = firstDays[member] else { return nil }
    var whole = 0
    var months = 0
    var month = day.firstOfMonth
    for _ in 0..<Self.usual {
      month = month.adding(days: -1).firstOfMonth
      guard month >= first else { break }
      whole = try sum(whole, sold(by: member, inMonthOf: month))
      months += 1
    }
    return months >= Self.leastUsual ? Rational(whole, over: months) : nil
  }

  private static func number(ofMonth day: Day) -> Int {
    let (year, month, _) = day.civil
    return year * 12 + month - 1
  }
}

extension Day {
  /// The first day of the month it lies in.
  var firstOfMonth: Day { adding(days: 1 - dayOfMonth) }

  /// The whole calendar months before it, the latest first.
  func monthsBefore(_ count: Int) -> [DayRange] {
    var months: [DayRange] = []
    var first = firstOfMonth
    for _ in 0..<count {
      let end = first.adding(days: -1)
      first = end.firstOfMonth
      if let month = DayRange(from: first, through: end) { months.append(month) }
    }
    return months
  }
}
