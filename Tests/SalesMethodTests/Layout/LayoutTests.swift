import Testing

@testable import SalesMethod

@Suite struct `The layout` {
  @Test func `spreads 160 contacts evenly over the 19 days of May 2026`() throws {
    let days = try ContactLayout.daily(160, days: 19, LayoutSettings())
    #expect(days == [8, 9, 8, 9, 8, 9, 8, 8, 9, 8, 9, 8, 8, 9, 8, 9, 8, 9, 8])
  }

  @Test func `front-loads from three to one`() throws {
    let days = try ContactLayout.daily(160, days: 19, LayoutSettings(shape: .front))
    #expect(days == [13, 12, 11, 12, 10, 11, 10, 9, 9, 8, 8, 8, 7, 6, 6, 6, 5, 5, 4])
    #expect(ContactLayout.weights(days: 1, LayoutSettings(shape: .front)) == [1])
  }

  @Test func `keeps the buffer free but never every day`() throws {
    #expect(
      try ContactLayout.daily(6, days: 4, LayoutSettings(buffer: 1)) == [2, 2, 2, 0])
    #expect(try ContactLayout.daily(6, days: 2, LayoutSettings(buffer: 9)) == [6, 0])
    #expect(try ContactLayout.daily(6, days: 0, LayoutSettings()) == [])
  }

  @Test func `lays the visits of twelve customers on nineteen days`() throws {
    let layout = try VisitLayout(
      demands(3, 4, 5), loads: Array(repeating: .zero, count: 19),
      caps: Array(repeating: hours(3000), count: 19))
    #expect(
      layout.placed == [
        [0, 5, 10, 15], [2, 7, 11, 16], [3, 8, 13, 18], [4, 10], [3, 13], [5, 15], [8, 17],
        [1], [6], [9], [12], [17],
      ])
    #expect(layout.unplaced.isEmpty)
    #expect(try layout.loads.reduce(WorkingTime.zero) { try $0 + $1 } == hours(32_500))
  }

  @Test func `lists what finds no day in a full period`() throws {
    let layout = try VisitLayout(
      demands(4, 5, 5), loads: Array(repeating: .zero, count: 12),
      caps: Array(repeating: hours(3000), count: 12))
    #expect(layout.unplaced.map(\.customer) == ["B3", "B4", "B5", "C4", "C5"])
    #expect(layout.unplaced.allSatisfy { $0.missing == 1 })
  }

  @Test func `keeps gaps and caps, and loses no visit, whatever is asked`() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let days = Int.random(in: 0...23, using: &random)
      let loads = (0..<days).map { _ in hours(Int.random(in: 0...6, using: &random) * 500) }
      let demands = (0..<Int.random(in: 0...40, using: &random)).map { number in
        VisitDemand(
          customer: "\(number)",
          customerClass: CustomerClass.allCases[Int.random(in: 0...3, using: &random)],
          visits: Int.random(in: 0...5, using: &random),
          gap: Int.random(in: 0...8, using: &random),
          time: hours(Int.random(in: 0...4, using: &random) * 500),
          lastContact: Bool.random(using: &random)
            ? -Int.random(in: 1...9, using: &random) : nil)
      }
      let layout = try VisitLayout(demands, loads: loads, caps: loads.map { _ in hours(4000) })
      var missing: [String: Int] = [:]
      for unplaced in layout.unplaced { missing[unplaced.customer] = unplaced.missing }
      var expected = loads
      for (demand, placed) in zip(demands, layout.placed) {
        #expect(placed.count + missing[demand.customer, default: 0] == demand.visits)
        var last = demand.lastContact
        for day in placed {
          if let last { #expect(day - last >= demand.gap) }
          last = day
          expected[day] = try expected[day] + demand.time
        }
      }
      #expect(layout.loads == expected)
      for (before, after) in zip(loads, layout.loads) where after != before {
        #expect(after <= hours(4000))
      }
      #expect(
        try VisitLayout(demands, loads: loads, caps: loads.map { _ in hours(4000) }) == layout)
    }
  }

  private func hours(_ thousandths: Int) -> WorkingTime {
    WorkingTime(thousandthsOfHour: thousandths)
  }

  @Test func `keeps no gap to a contact that never was`() throws {
    // Two visits in ten days fall ideally on days 2 and 7: 10 · 1 / 4 and 10 · 3 / 4.
    func days(_ last: Int?) throws -> [Int] {
      let demand = VisitDemand(
        customer: "c", customerClass: .a, visits: 2, gap: 5, time: WorkingTime(minutes: 60),
        lastContact: last)
      let layout = try VisitLayout(
        [demand], loads: Array(repeating: .zero, count: 10),
        caps: Array(repeating: WorkingTime(minutes: 240), count: 10))
      return layout.placed[0]
    }
    #expect(try days(nil) == [2, 7])
    // The day before the first: not before day 4, and the second five later.
    #expect(try days(-1) == [4, 9])
  }

  @Test func `visits a customer nobody was in touch with on the ideal day`() throws {
    func first(_ lastContact: String?) throws -> Day? {
      // One customer's work: where there is more than fits, B finds no day.
      var records = WorkedExample.given(target: 43_750)
      records.customers = [
        Customer(
          id: "b", name: "b", owner: "zhang", purchasingPower: .yes, decisionPower: .yes, need: .no,
          lastContact: lastContact.map(day), row: row)
      ]
      let customer = try #require(try samplePlan(records).customers.first)
      #expect(customer.classification.customerClass == .b)
      #expect(customer.lastTouch == lastContact.map(day))
      return customer.visits.first
    }
    // The first of two visits in 19 working days: 19 · 1 / 4 is the fifth day, 11 May after the
    // make-up Saturday; six working days after 30 April, the last before the holidays, is the sixth.
    #expect(try first(nil) == day("2026-05-11"))
    #expect(try first("2026-04-30") == day("2026-05-12"))
  }

  private func demands(_ a: Int, _ b: Int, _ c: Int) -> [VisitDemand] {
    let cadence = Cadence()
    func customers(_ customerClass: CustomerClass, _ count: Int) -> [VisitDemand] {
      (1...count).map { number in
        let visits = cadence[customerClass]
        let id = "\(customerClass.rawValue)\(number)"
        return VisitDemand(
          customer: id, customerClass: customerClass, visits: visits.perMonth, gap: visits.gap,
          time: visits.time, lastContact: ["A2": -1, "B1": -2][id])
      }
    }
    return customers(.a, a) + customers(.b, b) + customers(.c, c)
  }

  @Test func `counts the days since the last contact that the person worked`() throws {
    var records = WorkedExample.given()
    records.customers = [
      Customer(
        id: "c1", name: "甲", owner: "zhang", purchasingPower: .yes, decisionPower: .yes, need: .yes,
        closeDate: day("2026-05-20"), lastContact: day("2026-05-07"), row: row)
    ]
    records.goals = []
    // On 11 May a gap of three days is over, counted over 7, 8 and (a working Saturday) 9 May.
    let plan = try samplePlan(records, now: "2026-05-11")
    #expect(plan.customers[0].visits.first == day("2026-05-12"))
    // With the 8th and 9th off only the 7th counts: two more days to wait.
    records.members[0].daysOff = [day("2026-05-08"), day("2026-05-09")]
    let off = try samplePlan(records, now: "2026-05-11")
    #expect(off.customers[0].visits.first == day("2026-05-13"))
  }
}
