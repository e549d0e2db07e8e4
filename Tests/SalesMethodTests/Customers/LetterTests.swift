import Testing

@testable import SalesMethod

@Suite struct `A letter` {
  @Test(arguments: [
    (0, 1, 1), (0, 3, 2), (0, 4, 3), (1, 5, 4), (0, 10, 7),
  ])
  func `is a yes from five eighths of the scale on`(low: Int, high: Int, first: Int) throws {
    let scale = try #require(LetterScale(low, through: high))
    for score in low...high {
      let reading = LetterReading(.need, entered: .score(thousandths: score * 1000), on: scale)
      #expect(reading.state == (score >= first ? .yes : .no))
    }
    #expect(scale.lowestYes == first)
  }

  @Test(arguments: [
    (LetterEntry.unknown, LetterState.unknown), (.yes, .yes), (.no, .no), (.level(.high), .yes),
    (.level(.middle), .no), (.level(.low), .no),
  ])
  func `reads words before numbers`(entry: LetterEntry, state: LetterState) {
    #expect(LetterReading(.money, entered: entry, on: .oneToFive).state == state)
  }

  @Test func `has no scale without two ends in order`() {
    #expect(LetterScale(5, through: 5) == nil)
    #expect(LetterScale(1, through: 5, thresholdThousandths: 1001) == nil)
  }

  static let people: [([(Contact.Role, Bool?)], LetterState)] = [
    ([(.decision, true)], .yes), ([(.decision, false)], .unknown), ([(.decision, nil)], .unknown),
    ([(.influence, true), (.user, true)], .no), ([(.influence, true), (.unknown, true)], .unknown),
    ([], .unknown), ([(.user, nil), (.decision, true)], .yes),
  ]

  @Test(arguments: people)
  func `A follows the contacts`(people: [(Contact.Role, Bool?)], state: LetterState) {
    let contacts = people.map { Contact(customer: "c", role: $0.0, isReachable: $0.1, row: row) }
    #expect(LetterReading(contacts: contacts).state == state)
  }

  @Test func `A that was entered wins over the contacts`() {
    let customer = Customer(id: "c", name: "c", decisionPower: .no, row: row)
    let evidence = CustomerEvidence(
      contacts: [Contact(customer: "c", role: .decision, isReachable: true, row: row)])
    #expect(letters(customer, evidence).authority.state == .no)
  }

  @Test func `M is a no where a receivable is overdue too long, whatever was entered`() {
    let customer = Customer(id: "c", name: "c", purchasingPower: .yes, row: row)
    #expect(letters(customer, CustomerEvidence(overdueDays: 60)).money.state == .yes)
    let late = letters(customer, CustomerEvidence(overdueDays: 61)).money
    #expect(late == LetterReading(.money, .no, from: .overdue(days: 61)))
    let off = ManRule(overdueDays: nil)
    #expect(letters(customer, CustomerEvidence(overdueDays: 900), off).money.state == .yes)
  }

  @Test func `is presumed from orders only where asked for, and only where blank`() {
    let customer = Customer(id: "c", name: "c", need: .no, row: row)
    let orders = ["2026-01-10", "2026-02-09", "2026-03-11"].map {
      Order(customer: "c", date: day($0), amount: Money(units: 10), contact: "李", row: row)
    }
    let evidence = CustomerEvidence(
      contacts: [Contact(customer: "c", name: "李", row: row)], orders: orders)
    #expect(letters(customer, evidence).letters(.unknown) == [.money, .authority])
    let presuming = letters(customer, evidence, ManRule(presumes: true))
    #expect(presuming.money == LetterReading(.money, .yes, from: .presumed))
    #expect(presuming.authority == LetterReading(.authority, .yes, from: .presumed))
    #expect(presuming.need.state == .no)
  }

  @Test(arguments: [
    ("2026-04-10", LetterState.yes), ("2026-03-11", .yes), ("2026-03-10", .unknown),
  ])
  func `N is presumed where the next order is due soon`(today: String, state: LetterState) {
    let orders = ["2026-01-10", "2026-02-09", "2026-03-11"].map {
      Order(customer: "c", date: day($0), amount: Money(units: 10), row: row)
    }
    let result = LetterReadings(
      of: Customer(id: "c", name: "c", row: row), CustomerEvidence(orders: orders),
      rule: ManRule(presumes: true), asOf: day(today), periodEnd: day("2026-04-30"))
    #expect(result.need.state == state)
  }

  private func letters(
    _ customer: Customer, _ evidence: CustomerEvidence, _ rule: ManRule = ManRule()
  ) -> LetterReadings {
    LetterReadings(
      of: customer, evidence, rule: rule, asOf: day("2026-04-01"), periodEnd: day("2026-04-30"))
  }
}
