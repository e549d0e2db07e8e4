import Pages
import SalesMethod
import Testing

@testable import Desk

private let row = Row(path: "a.csv", line: 2)
private let day = Day(number: 20_000)

/// One record of each kind, of three members.
private func records() -> SalesRecords {
  var records = SalesRecords()
  records.members = ["lin", "bai", "che"].map { Member(id: $0, name: $0, row: row) }
  records.teams = [Team(id: "east", name: "东", row: row)]
  records.customers = [
    Customer(id: "c1", name: "甲", owner: "lin", row: row),
    Customer(id: "c2", name: "乙", owner: "bai", row: row),
    Customer(id: "c3", name: "丙", owner: nil, row: row),
  ]
  records.contacts = [Contact(customer: "c1", row: row)]
  records.deals = [Deal(customer: "c1", amount: Money(units: 1), owner: "bai", row: row)]
  records.orders = [Order(customer: "c1", date: day, amount: Money(units: 1), row: row)]
  records.activities = [Activity(customer: "c1", date: day, type: "visit", row: row)]
  records.receivables = [
    Receivable(customer: "c1", amount: Money(units: 1), due: day, row: row)
  ]
  records.products = [Product(id: "p", row: row)]
  records.goals = [
    Goal(
      id: "g", owner: "lin", dimension: .performance, metric: .amount, targetHundredths: 1,
      start: day, end: day, row: row)
  ]
  records.calendar = [CalendarEntry(date: day, kind: .off, name: "年会", status: .official)]
  records.givenRates = [GivenRate(from: "a", to: "b", successes: 1, trials: 2, row: row)]
  records.givenFactors = [
    GivenFactors(dealSize: Money(units: 1), repeatThousandths: 1, row: row)
  ]
  records.participants = [Participant(name: "丁", row: row)]
  records.presentTables = ["team"]
  return records
}

/// What changed between two states of the tables: `shared`, and the numbers of members.
private func differences(_ before: SalesRecords, _ after: SalesRecords) -> Set<String> {
  func digests(_ records: SalesRecords) -> (shared: SHA256Digest, own: [SHA256Digest]) {
    let tellings = RecordIndex(records).tellings()
    var shared = DigestOfValues()
    shared.add(records)
    shared.add(tellings.nobodys)
    return (shared.result(), tellings.ofMembers)
  }
  let (one, other) = (digests(before), digests(after))
  let members = zip(before.members, zip(one.own, other.own)).filter { $1.0 != $1.1 }.map(\.0.id)
  return Set(members + (one.shared == other.shared ? [] : ["shared"]))
}

@Suite struct `Digests of the tables` {
  private typealias Change = (field: String, change: (inout SalesRecords) -> Void)

  /// Every field of a kind of record, with another value; the kind's own fields are compared with these.
  private func check<Record>(
    _ kind: WritableKeyPath<SalesRecords, [Record]>, tellings: Set<String> = [],
    _ changes: [(String, (inout Record) -> Void)]
  ) throws {
    let before = records()
    let first = try #require(before[keyPath: kind].first)
    let fields = Mirror(reflecting: first).children.compactMap(\.label)
    #expect(Set(changes.map(\.0)) == Set(fields), "\(Record.self)")
    for (field, change) in changes {
      var after = before
      change(&after[keyPath: kind][0])
      let found = differences(before, after)
      if tellings.contains(field) {
        // Bai has a deal with Lin's customer.
        #expect(found == ["lin", "bai"], "\(Record.self).\(field)")
      } else {
        #expect(found.contains("shared"), "\(Record.self).\(field)")
      }
    }
  }

  @Test func `tell every field of people and teams`() throws {
    try check(
      \.members,
      [
        ("id", { $0.id = "x" }), ("name", { $0.name = "x" }), ("team", { $0.team = "x" }),
        ("role", { $0.role = .manager }), ("manager", { $0.manager = "x" }),
        ("minutesPerDay", { $0.minutesPerDay = 1 }),
        ("sellingShareThousandths", { $0.sellingShareThousandths = 1 }),
        ("daysOff", { $0.daysOff = [day] }), ("halfDaysOff", { $0.halfDaysOff = [day] }),
        ("start", { $0.start = day }), ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
    try check(
      \.teams,
      [
        ("id", { $0.id = "x" }), ("name", { $0.name = "x" }), ("parent", { $0.parent = "x" }),
        ("row", { $0.row = Row(path: "b.csv", line: 2) }),
      ])
    try check(
      \.participants,
      [
        ("name", { $0.name = "x" }), ("department", { $0.department = "" }),
        ("attended", { $0.attended = false }), ("row", { $0.row = Row(path: "b.csv", line: 2) }),
      ])
  }

  @Test func `tell every field of customers, some of them to whoever works there alone`() throws {
    try check(
      \.customers,
      tellings: [
        "name", "purchasingPower", "decisionPower", "need", "closeDate", "valueHint",
        "lastContact", "contact", "phone", "address", "note",
      ],
      [
        ("id", { $0.id = "x" }), ("name", { $0.name = "x" }), ("owner", { $0.owner = "bai" }),
        ("purchasingPower", { $0.purchasingPower = .level(.low) }),
        ("decisionPower", { $0.decisionPower = .no }),
        ("need", { $0.need = .score(thousandths: 2000) }), ("closeDate", { $0.closeDate = day }),
        ("segment", { $0.segment = "x" }), ("valueHint", { $0.valueHint = .zero }),
        ("flags", { $0.flags = [.merged] }), ("firstContact", { $0.firstContact = day }),
        ("lastContact", { $0.lastContact = day }), ("contact", { $0.contact = "x" }),
        ("phone", { $0.phone = "x" }), ("address", { $0.address = "x" }),
        ("note", { $0.note = "" }),
        ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
    try check(
      \.contacts,
      tellings: ["name", "title", "role", "isReachable", "phone", "address", "row"],
      [
        ("customer", { $0.customer = "c2" }), ("name", { $0.name = "x" }),
        ("title", { $0.title = "x" }), ("role", { $0.role = .user }),
        ("isReachable", { $0.isReachable = false }), ("phone", { $0.phone = "x" }),
        ("address", { $0.address = "x" }), ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
  }

  @Test func `tell every field of what was sold and done`() throws {
    try check(
      \.deals,
      [
        ("id", { $0.id = "x" }), ("customer", { $0.customer = "c2" }),
        ("amount", { $0.amount = .zero }), ("stage", { $0.stage = "x" }),
        ("status", { $0.status = .won }), ("created", { $0.created = day }),
        ("expectedClose", { $0.expectedClose = day }), ("closed", { $0.closed = day }),
        ("owner", { $0.owner = "lin" }), ("product", { $0.product = "x" }),
        ("probabilityMillionths", { $0.probabilityMillionths = 0 }),
        ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
    try check(
      \.orders,
      [
        ("id", { $0.id = "x" }), ("customer", { $0.customer = nil }),
        ("date", { $0.date = day.adding(days: 1) }), ("amount", { $0.amount = .zero }),
        ("product", { $0.product = "x" }), ("quantityThousandths", { $0.quantityThousandths = 0 }),
        ("contact", { $0.contact = "x" }), ("owner", { $0.owner = "bai" }),
        ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
    try check(
      \.activities,
      [
        ("customer", { $0.customer = "c2" }), ("date", { $0.date = day.adding(days: 1) }),
        ("type", { $0.type = "x" }), ("owner", { $0.owner = "bai" }),
        ("minutes", { $0.minutes = 0 }),
        ("isDone", { $0.isDone = false }), ("goal", { $0.goal = "x" }),
        ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
    try check(
      \.receivables,
      [
        ("customer", { $0.customer = "c2" }), ("amount", { $0.amount = .zero }),
        ("due", { $0.due = day.adding(days: 1) }), ("paid", { $0.paid = .zero }),
        ("paidDate", { $0.paidDate = day }), ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
  }

  @Test func `tell every field of all else`() throws {
    try check(
      \.products,
      [
        ("id", { $0.id = "x" }), ("kind", { $0.kind = .new }),
        ("listPrice", { $0.listPrice = .zero }),
        ("floorPrice", { $0.floorPrice = .zero }), ("promotionStart", { $0.promotionStart = day }),
        ("promotionEnd", { $0.promotionEnd = day }),
        ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
    try check(
      \.goals,
      [
        ("id", { $0.id = "x" }), ("owner", { $0.owner = "x" }),
        ("dimension", { $0.dimension = .organisation }), ("metric", { $0.metric = .quantity }),
        ("targetHundredths", { $0.targetHundredths = 2 }), ("unit", { $0.unit = "x" }),
        ("counted", { $0.counted = .orders }), ("better", { $0.better = .less }),
        ("start", { $0.start = day.adding(days: -1) }), ("end", { $0.end = day.adding(days: 1) }),
        ("parent", { $0.parent = "x" }), ("scope", { $0.scope = "x" }), ("why", { $0.why = "x" }),
        ("payableShareThousandths", { $0.payableShareThousandths = 0 }),
        ("milestones", { $0.milestones = [.init(date: day, targetHundredths: 1)] }),
        ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
    try check(
      \.calendar,
      [
        ("date", { $0.date = day.adding(days: 1) }), ("kind", { $0.kind = .work }),
        ("name", { $0.name = "x" }), ("status", { $0.status = .provisional }),
        ("saysStatus", { $0.saysStatus = true }), ("row", { $0.row = row }),
      ])
    try check(
      \.givenRates,
      [
        ("owner", { $0.owner = "x" }), ("from", { $0.from = "x" }), ("to", { $0.to = "x" }),
        ("successes", { $0.successes = 0 }), ("trials", { $0.trials = 1 }),
        ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
    try check(
      \.givenFactors,
      [
        ("owner", { $0.owner = "x" }), ("dealSize", { $0.dealSize = .zero }),
        ("repeatThousandths", { $0.repeatThousandths = 2 }),
        ("row", { $0.row = Row(path: "a.csv", line: 3) }),
      ])
    let tables = Mirror(reflecting: SalesRecords()).children.compactMap(\.label)
    #expect(
      tables == [
        "members", "teams", "customers", "contacts", "deals", "orders", "activities",
        "receivables", "products", "goals", "calendar", "givenRates", "givenFactors",
        "participants", "presentTables",
      ])
    var after = records()
    after.presentTables = ["orders", "team"]
    #expect(differences(records(), after) == ["shared"])
  }

  @Test func `count what is told of a customer of nobody for everybody`() {
    var after = records()
    after.customers[2].name = "别的"
    #expect(differences(records(), after) == ["shared"])
  }
}
