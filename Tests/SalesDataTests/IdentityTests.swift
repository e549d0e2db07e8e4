import Diagnostics
import Phrases
import SalesMethod
import Tables
import Testing

@testable import SalesData

/// What a deal's customer comes to: an id, or the id of a diagnostic.
private func customer(_ text: String, among customers: String) -> String {
  let data = load(
    ("customers.csv", customers), ("deals.csv", "customer,amount\n\"\(text)\",1\n"))
  return data.value.records.deals.first?.customer
    ?? data.diagnostics.map(\.id).joined(separator: " ")
}

/// A text never becomes another id by luck.
@Suite struct `What a row names` {
  @Test(arguments: [
    // Bracketed numbers: HubSpot's company only where id and name agree.
    ("customer_id,name\n123,Acme\n", "Acme (123)", "123"),
    ("customer_id,name\n123,Oak\n", "Acme (123)", "data.unknown-customer"),
    ("name\nAcme\n", "Acme (2)", "data.unknown-customer"),
    // Letter case, width, spaces: the same only where no two could be meant.
    ("customer_id,name\nk1,Oak\n", "K1", "k1"), ("customer_id,name\nk1,Oak\nK1,Elm\n", "K1", "K1"),
    ("customer_id,name\nk1,Oak\nK1,Elm\n", "Ｋ1", "data.ambiguous-name"),
    ("customer_id,name\n1,Oak\n", "OAK", "1"), ("customer_id,name\n1,Oak\n", "Oak\u{A0}", "1"),
    ("customer_id,name\n1,Oak Trading\n", "Oak\u{A0}Trading", "1"),
    ("customer_id,name\n1,华东(上海)\n", "华东（上海）", "1"),
    ("customer_id,name\n1,Oak Trading\n", "Oak", "data.unknown-customer"),
    // Spaces that only stretch a short Chinese name.
    ("customer_id,name\n1,王芳\n", "王 芳", "1"), ("customer_id,name\n1,王　芳\n", "王芳", "1"),
    ("customer_id,name\n1,云杉 Hotels\n", "云杉Hotels", "data.unknown-customer"),
    ("customer_id,name\n1,王芳\n2,王 芳\n", "王 芳", "2"),
    ("customer_id,name\n1,王芳\n2,王 芳\n", "王　芳", "data.ambiguous-name data.shared-name"),
    ("customer_id,name\n1,Oak\n2,Oak\n", "Oak", "data.ambiguous-name data.shared-name"),
    // Numbers of other programs.
    ("customer_id,name\n1001,Oak\n", "1001.0", "1001"),
    ("customer_id,name\n1001.0,Oak\n", "1001", "1001.0"),
    ("customer_id,name\n138001234,Oak\n", "1.38001234E8", "138001234"),
    ("customer_id,name\n1001,Oak\n1001.0,Elm\n", "1001.0", "1001.0"),
    ("customer_id,name\n1001,Oak\n", "1001.5", "data.unknown-customer"),
    // Leading zeros count.
    ("customer_id,name\n00124,Oak\n", "124", "data.unknown-customer"),
    ("customer_id,name\n124,Oak\n", "00124", "data.unknown-customer"),
    ("customer_id,name\n00124,Oak\n", "=\"\"00124\"\"", "00124"),
    ("customer_id,name\n'00124,Oak\n", "00124", "00124"),
    ("customer_id,name\n\"=\"\"00124\"\"\",Oak\n", "00124", "00124"),
    // Words for nothing can be names.
    ("customer_id,name\nK1,None\nK2,NA\nK3,Null\nK4,无\n", "NA", "K2"),
    ("customer_id,name\nK1,None\nK2,NA\nK3,Null\nK4,无\n", "None", "K1"),
    ("customer_id,name\nK1,None\nK2,NA\nK3,Null\nK4,无\n", "无", "K4"),
    ("customer_id,name\nNull,Oak\n", "null", "Null"),
    // An id wins over a name.
    ("customer_id,name\nA,B\nB,C\n", "B", "B"),
  ])
  func `is the customer`(customers: String, text: String, expected: String) {
    #expect(customer(text, among: customers) == expected)
  }

  @Test func `is listed where it was matched loosely`() {
    let data = load(
      ("customers.csv", "customer_id,name\nk1,Oak\n"),
      ("deals.csv", "customer,amount\nOAK,1\nOAK,2\nOak,3\nk1,4\n"))
    let report = data.value.reports.first { $0.table == .deals }
    #expect(
      report?.loose == [LooseMatch(column: "customer", written: "OAK", meant: "k1", rows: 2)])
    #expect(report?.text(in: .chinese).contains("OAK → k1 (2)") == true)
  }

  @Test func `is a team called NA, and blank only where nothing is called so`() {
    let data = load(
      ("team.csv", "member,name,team,manager\nben,Sample Ben,NA,无\ncleo,Sample Cleo,NA,ben\n"),
      ("customers.csv", "customer_id,name,owner,segment\nK1,None,ben,NA\n"))
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(data.value.records.teams.map(\.id) == ["NA"])
    #expect(data.value.records.members.map(\.team) == ["NA", "NA"])
    #expect(data.value.records.members.map(\.manager) == [nil, "ben"])
    #expect(data.value.records.customers.map(\.name) == ["None"])
    #expect(data.value.records.customers.map(\.segment) == ["NA"])
  }

  @Test func `and words that were taken for blank are listed`() {
    let data = load(("customers.csv", "name,note\n甲,无\n乙,None\n丙,-\n"))
    #expect(
      data.value.reports[0].blanks == [
        BlankWord(column: "note", word: "None", cells: 1),
        BlankWord(column: "note", word: "无", cells: 1),
      ])
  }

  @Test func `stays the same id through a guard and back`() {
    for id in ["'00125", "=1+1", "-A1", "'t Hof", "00125", "1001.0", "=\"x\"", "'=x", "''7"] {
      let file = SourceFile(path: "customers.csv", bytes: csvOf(id))
      let data = loadRecords(files: [file], settings: DataSettings())
      #expect(data.value.records.customers.map(\.id) == [id])
    }
  }

  /// Ids at random, some of them alike but for zeros, points and case; a reference in any notation is
  /// the very id that was written.
  @Test(arguments: 0..<40)
  func `is the id that was meant, in any notation`(seed: Int) {
    var random = TestRandom(seed: UInt64(seed))
    let kinds = ["0123456789", "0123456789ABCabc", "0123456789-._/", "甲乙丙一二三0123"]
    let signs = Array(random.one(of: kinds))
    var ids: [String] = []
    while ids.count < 12 {
      let id = String((0...random.next(below: 9)).map { _ in random.one(of: signs) })
      // What differs in case or width alone, or is `0.0` beside `0`, is only its own very text.
      let isPlain = id.first.map { $0.isLetter || $0.isNumber } == true && id.last != "."
      if isPlain, !ids.contains(where: { $0.lowercased() == id.lowercased() }) { ids.append(id) }
    }
    let others = Dictionary(
      grouping: ids,
      by: { plainDecimal(Array($0.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? $0 })
    let references = ids.flatMap { id -> [(text: String, id: String)] in
      let isNumber = id.allSatisfy(\.isNumber) && id.utf8.allSatisfy { $0 < 0x80 }
      var texts = [id, " \(id)", "\(id)\u{A0}", "=\"\(id)\""]
      if id.utf8.first.map({ (48...57).contains($0) }) == true { texts.append("'\(id)") }
      if isNumber, id.first != "0", others[id]?.count ?? 1 == 1 { texts.append(id + ".0") }
      return texts.map { ($0, id) }
    }
    let customers = csv([["customer_id", "name"]] + ids.enumerated().map { [$1, "客户\($0)号"] })
    let rows = references.map { "\"" + $0.text.replacing("\"", with: "\"\"") + "\",1\n" }.joined()
    let data = loadRecords(
      files: [
        SourceFile(path: "customers.csv", bytes: customers),
        SourceFile(path: "deals.csv", text: "customer,amount\n" + rows),
      ], settings: DataSettings())
    #expect(data.value.records.deals.map(\.customer) == references.map(\.id), "\(ids)")
  }
}

/// Rows that say the same of one customer.
@Suite struct `One customer in two rows` {
  @Test func `with two ids and nothing else that differs is one, and both ids are known`() {
    let data = load(
      ("customers.csv", "customer_id,name,M,N\nK1,甲公司,4,5\nK2,乙,1,1\nK3,甲公司 ,4,5\n"),
      ("deals.csv", "customer,amount\n甲公司,1\nK3,2\nK1,3\n"))
    #expect(found(data) == ["data.same-customer customers.csv:4"])
    #expect(data.value.records.customers.map(\.id) == ["K1", "K2"])
    #expect(data.value.records.deals.map(\.customer) == ["K1", "K1", "K1"])
  }

  @Test func `that differ in anything are two, and their name is a question`() {
    let data = load(
      ("customers.csv", "customer_id,name,M,N\nK1,甲公司,4,5\nK3,甲公司,4,4\n"),
      ("deals.csv", "customer,amount\n甲公司,1\n"))
    #expect(
      found(data) == ["data.ambiguous-name deals.csv:2:1", "data.shared-name customers.csv:3"])
  }

  @Test func `of which one has no id is the one whose name is the same`() {
    let data = load(
      ("customers.csv", "customer_id,name,M\nK1,甲公司,4\n,甲公司,\n"),
      ("deals.csv", "customer,amount\n甲公司,1\n"))
    #expect(found(data) == ["data.merged-row customers.csv:3"])
    #expect(data.value.records.deals.map(\.customer) == ["K1"])
  }
}

/// Whoever owns rows and is in no table of people.
@Suite struct `An owner nobody knows` {
  private let rows = "customer_id,name,owner\nC1,甲,张伟\nC2,乙,张伟\n"
  private let deals = "customer,amount,owner\nC1,1,张伟\nC2,2,张伟\nC1,3,张伟\n"

  @Test func `is one message for all tables, with the setting that mends it`() {
    let data = load(("team.csv", "member\nme\n"), ("customers.csv", rows), ("deals.csv", deals))
    #expect(found(data) == ["data.unknown-member customers.csv:2:6"])
    let said = data.diagnostics[0]
    #expect(said.message.english.hasPrefix("5 rows name “张伟” as the owner"))
    #expect(said.fix?.english.contains("person: 张伟") == true)
  }

  @Test func `is the only member where the settings say so`() {
    var settings = DataSettings()
    settings.person = "张伟"
    let data = load(
      ("team.csv", "member\nme\n"), ("customers.csv", rows), ("deals.csv", deals),
      settings: settings)
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(data.value.records.customers.map(\.owner) == ["me", "me"])
    #expect(data.value.records.deals.map(\.owner) == ["me", "me", "me"])
    let alone = load(("customers.csv", rows), ("deals.csv", deals), settings: settings)
    #expect(alone.diagnostics.isEmpty)
    #expect(alone.value.records.members.map(\.id) == ["张伟"])
    #expect(alone.value.records.deals.map(\.owner) == ["张伟", "张伟", "张伟"])
  }

  @Test func `and tables without customers are one message`() {
    let data = load(
      ("deals.csv", "customer,amount\nC1,1\n"),
      ("orders.csv", "customer,date,amount\nC1,2026-01-01,1\n"))
    #expect(found(data) == ["data.no-customers deals.csv:1:1"])
  }

  @Test func `and a table of strangers is one message`() {
    let names = (1...30).map { "X\($0),1\n" }.joined()
    let data = load(twoCustomers, ("deals.csv", "customer,amount\n" + names))
    #expect(
      found(data) == ["data.unknown-customer deals.csv:2:1", "data.rows-left-out deals.csv"])
    #expect(data.diagnostics[0].message.english.hasPrefix("30 of 30 rows name 30 customers"))
  }
}
