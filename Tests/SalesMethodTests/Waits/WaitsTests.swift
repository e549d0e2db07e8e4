import Testing

@testable import SalesMethod

@Suite struct `Orders after returns` {
  private func orders(_ lines: [(String?, String, Int)], before: String = "2026-07-01") throws
    -> [String]
  {
    var records = SalesRecords()
    records.customers = [Customer(id: "c", name: "c", row: row)]
    records.orders = lines.map { id, date, units in
      Order(id: id, customer: "c", date: day(date), amount: Money(units: units), row: row)
    }
    let rows = WaitRows(records)
    return try DatedOrder.orders(of: rows.customers[0].lines, before: day(before)).map {
      "\($0.day) \($0.amount / 100)"
    }
  }

  @Test func `are the lines of an id together, and of a day`() throws {
    let lines: [(String?, String, Int)] = [
      ("o1", "2026-05-02", 10), ("o1", "2026-05-02", 20), ("o2", "2026-05-02", 5),
      ("o3", "2026-06-01", 7), ("o3", "2026-06-04", 3),
    ]
    #expect(try orders(lines) == ["2026-05-02 35", "2026-06-01 10"])
  }

  @Test func `are reduced by what is returned later, not below nothing`() throws {
    let lines: [(String?, String, Int)] = [
      (nil, "2026-01-01", 100), (nil, "2026-02-01", 50), (nil, "2026-03-01", -20),
      (nil, "2026-04-01", -60), (nil, "2026-05-01", -10),
    ]
    #expect(try orders(lines, before: "2026-04-01") == ["2026-01-01 100", "2026-02-01 30"])
    #expect(try orders(lines, before: "2026-05-01") == ["2026-01-01 100"])
    #expect(try orders(lines) == ["2026-01-01 90"])
  }

  @Test func `never come from a day that comes to nothing`() throws {
    #expect(try orders([(nil, "2026-01-01", 40), (nil, "2026-01-01", -40)]).isEmpty)
    #expect(try orders([(nil, "2026-01-01", -40)]).isEmpty)
    #expect(try orders([(nil, "2026-07-01", 40), (nil, "2026-08-01", 40)]).isEmpty)
  }
}

@Suite struct `Waits from rows` {
  @Test func `stand in one stream by the day`() throws {
    var records = SalesRecords()
    records.customers = [
      Customer(id: "c", name: "c", firstContact: day("2026-03-01"), row: row)
    ]
    records.activities = [
      Activity(customer: "c", date: day("2026-03-01"), type: "contact", row: row)
    ]
    records.orders = [
      order("c", "2026-04-10", 10), order("c", "2026-05-10", 10), order("c", "2026-06-05", 10),
    ]
    records.deals = [
      Deal(
        customer: "c", amount: Money(units: 9), status: .won, created: day("2026-05-01"),
        closed: day("2026-05-10"), row: row)
    ]
    let book = try WaitBook(WaitRows(records), before: day("2026-07-01"))
    #expect(book.waits.map(\.count) == [1, 3, 1])
    var tally = AgeTally()
    for wait in book.waits[1] {
      tally.count(
        wait, from: day("2026-01-01"), before: book.day, pauses: book.pauses[wait.customer])
    }
    // From 11 to 30 April, the deal's days left out; from 11 May to 5 June; from 6 to 30 June.
    let days = tally.bins.reduce(0) { $0 + $1.days }
    #expect(days == 71)
    // The order of 10 May is the deal's; that of 5 June ended a wait of 26 days.
    #expect(tally.bins.map(\.won) == [0, 0, 1, 0, 0, 0, 0, 0, 0])
    #expect(book.standings == [.reorder(number: 3, since: day("2026-06-05"))])
  }

  @Test func `list what contradicts itself and do not use it`() throws {
    var records = SalesRecords()
    records.customers = ["a", "b", "c"].map {
      Customer(id: $0, name: $0, firstContact: day("2026-03-01"), row: row)
    }
    records.orders = [order("a", "2026-02-01", 10), order("b", "2026-08-01", 10)]
    records.deals = [
      Deal(
        customer: "c", amount: Money(units: 9), status: .won, created: day("2026-05-01"),
        closed: day("2026-04-01"), row: row),
      Deal(customer: "c", amount: Money(units: 9), row: row),
      Deal(
        customer: "c", amount: Money(units: 9), status: .lost, created: day("2026-05-01"), row: row),
    ]
    let book = try WaitBook(WaitRows(records), before: day("2026-07-01"))
    #expect(
      book.unused.map(\.reason)
        == [.contactAfterOrder, .closedBeforeCreated, .noCreatedDay, .noClosedDay])
    #expect(book.waits[0].isEmpty)
    #expect(
      book.standings == [
        .reorder(number: 1, since: day("2026-02-01")), .firstOrder(since: day("2026-03-01")),
        .firstOrder(since: day("2026-03-01")),
      ])
  }

  @Test func `of deals on the day stand open whatever came later`() throws {
    var records = SalesRecords()
    records.customers = [Customer(id: "c", name: "c", row: row)]
    records.deals = [
      Deal(
        customer: "c", amount: Money(units: 9), status: .lost, created: day("2026-05-01"),
        closed: day("2026-07-01"), row: row),
      Deal(customer: "c", amount: Money(units: 9), created: day("2026-07-01"), row: row),
    ]
    let book = try WaitBook(WaitRows(records), before: day("2026-07-01"))
    #expect(book.openDeals[0].map(\.deal) == [0])
    #expect(book.standings == [.deals])
  }

  @Test func `take won deals for orders only where a member has none`() throws {
    var records = SalesRecords()
    records.members = ["x", "y"].map { Member(id: $0, name: $0, row: row) }
    records.customers = [("a", "x"), ("b", "y"), ("c", "y")].map { id, owner in
      Customer(id: id, name: id, owner: owner, row: row)
    }
    records.deals = ["a", "b"].map {
      Deal(
        customer: $0, amount: Money(units: 9), status: .won, created: day("2026-05-01"),
        closed: day("2026-05-20"), row: row)
    }
    records.orders = [order("c", "2026-03-01", 5)]
    let book = try WaitBook(WaitRows(records), before: day("2026-07-01"))
    #expect(book.dealsStandIn == [true, false])
    #expect(book.orders.map(\.count) == [1, 0, 1])
  }
}

@Suite struct `A life table` {
  @Test func `lets a stratum with few events take the one before`() throws {
    func tally(events: Int) -> AgeTally {
      var tally = AgeTally()
      for number in 0..<events {
        tally.count(
          Wait(
            .reorder, customer: number, owner: 0, from: day("2026-01-01"), to: day("2026-01-11"),
            .event, orderNumber: 1), from: day("2026-01-01"), before: day("2026-07-01"), pauses: [])
      }
      return tally
    }
    func won(_ events: [Int]) -> [Int]? {
      LifeTable.tables(of: events.map(tally))?.map { $0.groups.reduce(0) { $0 + $1.won } }
    }
    #expect(won([5, 4, 6]) == [5, 5, 6])
    #expect(won([5, 4, 4]) == [5, 5, 5])
    #expect(won([4, 9, 4]) == [17, 9, 9])
    #expect(won([2, 2, 2]) == [6, 6, 6])
    #expect(won([2, 1, 1]) == nil)
  }

  @Test func `counts the waits of merged ages once`() {
    var tally = AgeTally()
    for (start, end) in [("2026-01-01", "2026-01-20"), ("2026-01-01", "2026-03-20")] {
      tally.count(
        Wait(.deal, customer: 0, owner: 0, from: day(start), to: day(end), .event),
        from: day("2026-01-01"), before: day("2026-07-01"), pauses: [])
    }
    #expect(LifeTable(tally).groups.map(\.waits) == [2])
    let table = LifeTable(tally, leastEvents: 1)
    #expect(table.groups.map(\.from) == [0, 31])
    #expect(table.groups.map(\.waits) == [2, 1])
  }

  @Test func `never shares out more than a certainty`() {
    var tally = AgeTally()
    for cause in [Wait.Cause.event, .event, .event, .lost, .lost] {
      tally.count(
        Wait(
          .deal, customer: 0, owner: 0, from: day("2026-01-01"), to: day("2026-01-01"), cause),
        from: day("2025-01-01"), before: day("2026-07-01"), pauses: [])
    }
    let table = LifeTable(tally)
    let pace = OwnPace([tally], against: [table])
    let chance = DailyHazards(table, pace).chance(from: 0, days: 10)
    #expect(isClose(chance, 0.6, 1e-12))
  }
}

@Suite struct `Orders that follow each other` {
  private func hazards(_ won: Int, of days: Int) throws -> DailyHazards {
    var tally = AgeTally()
    for number in 0..<won {
      tally.count(
        Wait(
          .deal, customer: number, owner: 0, from: day("2026-01-01"), to: day("2026-01-01"), .event),
        from: day("2026-01-01"), before: day("2026-07-01"), pauses: [])
    }
    for number in 0..<days - won {
      tally.count(
        Wait(.deal, customer: number, owner: 0, from: day("2026-06-30")), from: day("2026-01-01"),
        before: day("2026-07-01"), pauses: [])
    }
    return DailyHazards(LifeTable(tally))
  }

  @Test func `are the days of a binomial where every day is alike`() throws {
    let alike = try hazards(1, of: 4)
    let counts = RenewedOrders([alike, alike, alike], days: 5).counts(afterOrder: 1, age: 9)
    // 5 days of ¼: 243, 405, 270, 90, 15, 1 in 1,024.
    let expected = [243.0, 405, 270, 90, 15, 1, 0].map { $0 / 1024 }
    for (count, chance) in zip(counts, expected) { #expect(isClose(count, chance, 1e-14)) }
  }

  @Test func `go on in the next stratum`() throws {
    let renewed = RenewedOrders(
      [try hazards(1, of: 2), try hazards(1, of: 4), try hazards(1, of: 10)], days: 2)
    // After the first: ½, then ¼; after the third: ¼, then 1/10.
    #expect(isClose(renewed.counts(afterOrder: 1, age: 3)[2], 0.125, 1e-14))
    #expect(isClose(renewed.counts(afterOrder: 2, age: 3)[2], 1.0 / 16, 1e-14))
    #expect(isClose(renewed.counts(afterOrder: 3, age: 3)[2], 0.025, 1e-14))
    #expect(isClose(renewed.counts(afterOrder: 9, age: 3)[2], 0.01, 1e-14))
  }

  @Test func `leave out what falls before the period, and wait on from it`() throws {
    // A day without counting, then two days that count; after the first order ½ a day, then ¼.
    let renewed = RenewedOrders(
      [try hazards(1, of: 2), try hazards(1, of: 4), try hazards(1, of: 4)], days: 3, lead: 1)
    let counts = renewed.counts(afterOrder: 1, age: 3)
    // An order before (½), then two days of ¼: 9/16, 6/16, 1/16. None before (½): none in two days of ½ (¼),
    // one on the first and none of ¼ (⅜), one on the second (¼), two (⅛).
    #expect(isClose(counts[0], 0.5 * 9 / 16 + 0.5 / 4, 1e-14))
    #expect(isClose(counts[1], 0.5 * 6 / 16 + 0.5 * 5 / 8, 1e-14))
    #expect(isClose(counts[2], 0.5 / 16 + 0.5 / 8, 1e-14))
    #expect(isClose(counts.reduce(0, +), 1, 1e-14))
  }

  @Test func `end with the sixth`() throws {
    let every = try hazards(5, of: 5)
    let counts = RenewedOrders([every, every, every], days: 30).counts(afterOrder: 1, age: 1)
    #expect(counts == [0, 0, 0, 0, 0, 0, 1])
  }
}
