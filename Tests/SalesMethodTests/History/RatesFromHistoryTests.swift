import Testing

@testable import SalesMethod

/// Days are counted back from 6 May 2026; the settings look at November 2025 to April 2026.
@Suite struct `Rates from history` {
  /// Customers of whom each was first contacted on a day, and ordered so many days later or not at all;
  /// all had a visit and a proposal on that day.
  private func records(_ customers: [(first: String, orderedAfter: Int?)]) -> SalesRecords {
    var records = SalesRecords()
    records.members = [Member(id: "zhang", name: "张", row: row)]
    records.goals = [goal("g1", 350_000)]
    records.presentTables = ["activities", "customers", "goals", "orders", "team"]
    for (number, customer) in customers.enumerated() {
      let id = "c\(number)"
      records.customers.append(Customer(id: id, name: id, owner: "zhang", row: row))
      for stage in ["contact", "visit", "proposal"] {
        records.activities.append(
          Activity(customer: id, date: day(customer.first), type: stage, row: row))
      }
      if let days = customer.orderedAfter {
        let date = day(customer.first).adding(days: days)
        records.orders.append(order(id, date.description, 1000))
      }
    }
    return records
  }

  /// So many first contacts on a day, the first few of whom ordered after five days.
  private func contacts(_ count: Int, on day: String, ordered: Int) -> [(String, Int?)] {
    (0..<count).map { (day, $0 < ordered ? 5 : nil) }
  }

  @Test func `stay with the months of the settings where twenty are old enough`() throws {
    let plan = try samplePlan(
      records(
        contacts(20, on: "2025-12-01", ordered: 5) + contacts(30, on: "2025-08-01", ordered: 2)))
    #expect(plan.rates?.conversion == .counted(Rate(successes: 5, trials: 20)))
    #expect(!plan.notes.contains { if case .windowWidened = $0 { true } else { false } })
  }

  @Test func `look at twelve months, at two years, at everything where fewer are`() throws {
    func widened(_ more: [(String, Int?)]) throws -> (Conversion?, [PlanNote]) {
      let plan = try samplePlan(records(contacts(19, on: "2025-12-01", ordered: 5) + more))
      let notes = plan.notes.filter { if case .windowWidened = $0 { true } else { false } }
      return (plan.rates?.conversion, notes)
    }
    let year = try widened(contacts(1, on: "2025-08-01", ordered: 1))
    #expect(year.0 == .counted(Rate(successes: 6, trials: 20)))
    #expect(year.1 == [.windowWidened(months: 12, customers: 20)])
    let years = try widened(contacts(1, on: "2024-08-01", ordered: 1))
    #expect(years.1 == [.windowWidened(months: 24, customers: 20)])
    let all = try widened(contacts(1, on: "2021-08-01", ordered: 1))
    #expect(all.1 == [.windowWidened(months: nil, customers: 20)])
    // Nothing is gained by going back where nobody is.
    let none = try widened([])
    #expect(none.0 == .counted(Rate(successes: 5, trials: 19)))
    #expect(none.1 == [])
  }

  @Test func `leave out those who are too young, and say how many`() throws {
    // From the first order on, 10 January: 6 orders in 6 + 24 × 3 + 10 × 6 = 138 days at 0–7, none after.
    // (22/23)⁸ = .701 stay; nine tenths of .299 have come with the eighth day. 30 April is six days ago.
    let plan = try samplePlan(
      records(
        contacts(30, on: "2026-01-05", ordered: 6) + contacts(10, on: "2026-04-30", ordered: 0)))
    #expect(plan.rates?.conversion == .counted(Rate(successes: 6, trials: 30)))
    #expect(plan.cohort.leftOut == 10)
    #expect(plan.notes.contains(.recentLeftOut(count: 10, days: 7)))
  }

  @Test func `are what the life table expects in a year where nobody is old enough`() throws {
    // Thirty contacts on 6 April, orders on days 5, 10, 15, 20, 25 and 29 after: counted from the first
    // order on, on days 5 to 29, 80 days of those who ordered and 24 × 25 of the others. 6 in 680.
    let after = [5, 10, 15, 20, 25, 29]
    let plan = try samplePlan(
      records((0..<30).map { ("2026-04-06", $0 < after.count ? after[$0] : nil) }))
    // 1 − (337/340)³⁶⁶
    let share = try #require(Rational(960_982, over: 1_000_000))
    let rates = try #require(plan.rates)
    #expect(rates.rates.map(\.source) == [.own, .own, .lifeTable])
    #expect(rates.rates[0].rate == Rate(successes: 30, trials: 30))
    #expect(rates.conversion == .composed(share))
    #expect(rates.developed == 30)
    // By their own ages 1/88, 1/199 and 4/393 a day: nine tenths of a year's orders by day 208.
    #expect(plan.notes.contains(.conversionByLifeTable(share: share, days: 208)))
    // Six orders of 1,000 each.
    #expect(plan.factors?.source == .own)
    #expect(plan.factors?.dealSize == Rational(100_000))
  }

  @Test func `are no more than the stages let through, which is said`() throws {
    // As above, 96 of 100 would order within a year; but proposals are on record for three of thirty alone.
    let after = [5, 10, 15, 20, 25, 29]
    var few = records((0..<30).map { ("2026-04-06", $0 < after.count ? after[$0] : nil) })
    few.activities.removeAll { $0.type == "proposal" && !["c0", "c1", "c2"].contains($0.customer) }
    let plan = try samplePlan(few)
    let rates = try #require(plan.rates)
    #expect(rates.rates.last?.source == .lifeTable)
    #expect(rates.rates.last?.rate == Rate(successes: 1, trials: 1))
    let share = rates.conversion.share
    #expect(share <= Rational(6, over: 30) ?? .zero)
    #expect(plan.notes.contains(.conversionByStages(share: share, days: 208)))
    #expect(!plan.notes.contains { if case .conversionByLifeTable = $0 { true } else { false } })
  }
}

@Suite struct `When first contacts are old enough` {
  private func tally(_ waits: [(days: Int, ordered: Bool)]) -> AgeTally {
    var tally = AgeTally()
    let start = day("2026-01-01")
    for (number, wait) in waits.enumerated() {
      let end = start.adding(days: wait.days)
      tally.count(
        Wait(
          .firstOrder, customer: number, owner: 0, from: start, to: wait.ordered ? end : nil,
          wait.ordered ? .event : nil), from: start, before: start.adding(days: 61), pauses: [])
    }
    return tally
  }

  @Test func `is by their own ages, so that a long silence ends the wait`() {
    // 10 of 40 ordered on day 3, 30 have waited 60 days: 10 in 280 days at 0–7, none in 1,590 after.
    // (27/28)⁸ = .747 stay; nine tenths of .253 have come with the eighth day.
    let waits = (0..<40).map { (days: $0 < 10 ? 3 : 0, ordered: $0 < 10) }
    #expect(Maturity(tally(waits))?.age(bringing: 0.9) == 7)
  }

  @Test func `is not known with fewer than five first orders`() {
    let waits = (0..<40).map { (days: $0 < 4 ? 3 : 0, ordered: $0 < 4) }
    #expect(Maturity(tally(waits)) == nil)
  }

  @Test func `goes on as the oldest ages that anybody has reached`() throws {
    // Five orders on day 50, twenty waits without: 5 in 5 × 20 + 20 × 30 days at 31–60, and so it goes on
    // at 1/140 a day; nothing before.
    let waits = (0..<25).map { (days: $0 < 5 ? 50 : 0, ordered: $0 < 5) }
    let age = try #require(Maturity(tally(waits))?.age(bringing: 0.9))
    // 1 − (139/140)³³⁵ = .9094; nine tenths of it with the 239th of these days.
    #expect(age == 269)
  }
}
