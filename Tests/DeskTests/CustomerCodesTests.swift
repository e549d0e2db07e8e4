import Diagnostics
import Pages
import Phrases
import Rulebook
import SalesMethod
import Testing

@testable import Desk

@Suite struct CustomerCodesTests {
  private static let hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

  private func key(digits: Int = 2) throws -> CodeKey {
    try #require(CodeKey(Array("salesbook-codes \(digits) \(Self.hex)\n".utf8)))
  }

  // Computed with Python's hmac: the first 16 bytes as a number; its remainder by 20 is the letter, the rest
  // the digits.
  @Test func `a code is the digest of the id with the key, cut short`() throws {
    let codes = CustomerCodes(["C0101", "C0102", "客户"], try key())
    #expect(codes["C0101"] == "H26" && codes["C0102"] == "M34" && codes["客户"] == "X15")
    #expect(CustomerCodes(["C0101"], try key(digits: 6))["C0101"] == "H262997")
    #expect(codes["C0103"] == nil)
    #expect(CustomerCodes.name("H26", in: .chinese) == "客户-H26")
  }

  @Test func `whoever else is in the table changes no code but one that would be alike`() throws {
    let ids = (0..<3_000).map { "K\($0)" }
    let few = CustomerCodes(Array(ids.prefix(40)), try key(digits: 4))
    let many = CustomerCodes(ids.reversed(), try key(digits: 4))
    let codes = ids.compactMap { many[$0] }
    #expect(codes.count == 3_000 && Set(codes).count == 3_000)
    #expect(codes.contains { $0.utf8.count > 5 }, "some are alike in four digits")
    for id in ids.prefix(40) {
      let (before, after) = (try #require(few[id]), try #require(many[id]))
      #expect(after.hasPrefix(before))
    }
  }

  @Test func `no code is an id of the tables`() throws {
    let codes = CustomerCodes(["C0101"], besides: ["h26", "x"], try key())
    #expect(codes["C0101"] == "H262")
  }

  @Test func `a key's file is read as it was written, and nothing else is a key`() throws {
    let made = CodeKey.made(from: (0..<32).map { UInt8($0) }, customers: 12)
    #expect(made.text == "salesbook-codes 3 \(Self.hex)\n")
    #expect(CodeKey(Array(made.text.utf8)) == made)
    #expect(
      CodeKey.made(from: [UInt8](repeating: 7, count: 32), customers: 300).text.contains(" 6 "))
    for text in [
      "", "salesbook-codes 2", "salesbook-codes 2 00", "salesbook-codes 1 \(Self.hex)",
      "other 2 \(Self.hex)", "salesbook-codes 2 \(Self.hex) x",
    ] {
      #expect(CodeKey(Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test(arguments: [
    ("138 1234 5678", "138****5678"), ("+86 138-1234-5678", "861****5678"),
    ("021-5550-1234", "021****1234"), ("１３８１２３４５６７８", "138****5678"),
    ("5550 123", "****23"), ("110", "****"), ("z.li@example.cn", "z***@example.cn"),
  ])
  func `a telephone number is masked`(number: String, masked: String) {
    #expect(Masks.phone(number) == masked)
  }

  @Test(arguments: [
    ("张三丰", "张*"), ("Li Hua", "L***"), ("zhang@example.cn", "z***@example.cn"), ("", ""),
  ])
  func `a name is masked`(name: String, masked: String) { #expect(Masks.name(name) == masked) }
}

/// What a reader of codes is given holds no name, and the same numbers.
@Suite struct `A group of readers` {
  private static let files = [
    "Content/data/team.csv": "member,name,team\nlin,林,east\nbai,白,south\nwu,吴,deep\n",
    "Content/data/teams.csv": "team,name,parent\neast,华东,\nsouth,华南,\ndeep,深圳,south\n",
    "Content/data/customers.csv":
      "customer_id,name,owner,M,A,N,close_date,contact,phone,address,note\n"
      + "c1,云杉贸易,lin,5,5,5,2026-05-20,赵采购,13912345678,示例路一号,爱喝茶\n",
    "Content/data/orders.csv":
      "order_id,customer,date,amount\nO1,c1,2026-03-03,30000\nO1,c1,2026-03-05,20000\n",
    "Content/data/deals.csv":
      "deal_id,customer_id,stage,amount,expected_close,created\nD1,c1,proposal,40000,2026-05-15,2026-04-01\n",
    "Content/data/goals.yaml":
      "- {id: g, owner: lin, dimension: performance, metric: amount, target: 350000, start: 2026-05-01, end: 2026-05-31, why: 为云杉贸易}\n",
  ]

  private func desk(_ settings: Settings, hasKey: Bool = true) throws -> Parsed<PlanDesk> {
    var sources = DeskSources(
      data: Self.files.sorted { $0.key < $1.key }.map { SourceFile(path: $0, text: $1) })
    if hasKey {
      sources.codeKey = CodeKey.made(from: (0..<32).map { UInt8($0) }, customers: 1)
    }
    let request = DeskRequest(
      period: try #require(Period("2026-05")), asOf: try #require(Day("2026-05-06")))
    return try PlanDesk.read(sources, settings, request) { _ in Parsed([]) }
  }

  private func settings(_ text: String) -> Settings {
    readSettings(SourceFile(path: "salesbook.yaml", text: text)).value
  }

  private func reader(_ settings: Settings) throws -> Reader {
    Reader(of: Tree(of: try #require(settings.groups.first)))
  }

  private let lin = ViewSource(data: nil, member: "lin", period: nil)

  @Test func `sees codes where nothing else is said, and nothing by which a person is known`()
    throws
  {
    let settings = settings("groups: {auditors: {readers: [zhao]}}\n")
    let desk = try desk(settings).value
    let coded = try desk.plan(lin, of: nil, on: FrontMatter(), for: try reader(settings)).get()
    let own = try desk.plan(lin, of: nil, on: FrontMatter(), for: .holder).get()
    let said = String(reflecting: coded)
    for text in ["云杉", "赵采购", "13912345678", "示例路", "爱喝茶", "\"c1\"", "D1", "O1"] {
      #expect(!said.contains(text), "\(text)")
      #expect(
        text == "O1" || text == "赵采购" || text.first == "1" || text.first == "示"
          || String(reflecting: own).contains(text), "\(text) is there to be hidden")
    }
    #expect(coded.customers.map(\.customer.name).first?.hasPrefix("客户-") == true)
    #expect(coded.outlook.won == own.outlook.won && coded.target == own.target)
    #expect(coded.workload == own.workload && coded.verdict == own.verdict)
    #expect(coded.classCounts == own.classCounts)
    #expect(desk.reports(for: try reader(settings)).isEmpty)
    #expect(desk.customerRows(of: "lin", for: try reader(settings)).map(\.id) != ["c1"])
  }

  @Test func `sees the plans of its teams and of those inside, and no others`() throws {
    let settings = settings("groups: {south: {readers: [zhao], teams: [south]}}\n")
    let desk = try desk(settings).value
    let reader = try reader(settings)
    #expect(desk.memberRows(for: reader).map(\.id) == ["bai", "wu"])
    #expect(
      desk.plan(lin, of: nil, on: FrontMatter(), for: reader).problem == .anotherPersonsPlan)
    #expect(desk.teamRows(for: reader).map(\.id) == ["south", "deep"])
  }

  @Test func `sees each field in the form that the settings give it`() throws {
    let settings = settings(
      "groups: {a: {readers: [zhao], fields: {customer: full, contact: masked, phone: masked, note: full}}}\n"
        + "fields: {phone: {manager: masked}, address: {manager: full}, contact: {self: none}}\n")
    let desk = try desk(settings).value
    let group = try desk.plan(lin, of: nil, on: FrontMatter(), for: try reader(settings)).get()
    let seen = try #require(group.customers.first)
    #expect(seen.customer.name == "云杉贸易" && seen.customer.note == "爱喝茶")
    #expect(seen.details?.name == "赵*" && seen.details?.phone == "139****5678")
    #expect(seen.details?.address == nil && seen.customer.address == nil)
    let manager = Reader(of: Tree(name: "m", edition: nil, audience: .manager))
    let above = try desk.plan(lin, of: nil, on: FrontMatter(), for: manager).get()
    let details = try #require(above.customers.first?.details)
    #expect(details.phone == "139****5678" && details.address == "示例路一号" && details.name == nil)
    let person = Reader(of: Tree(name: "p", edition: nil, audience: .own), person: "lin")
    let own = try desk.plan(lin, of: nil, on: FrontMatter(), for: person).get()
    let own1 = try #require(own.customers.first?.details)
    #expect(own1.phone == "13912345678" && own1.name == nil)
  }

  @Test func `codes without a key are a mistake where they are asked for`() throws {
    let settings = settings("\ngroups:\n  auditors: {readers: [zhao]}\n")
    let found = try desk(settings, hasKey: false).diagnostics.filter { $0.id == "codes.no-key" }
    #expect(found.map(\.place.line) == [3])
    #expect(try desk(Settings(), hasKey: false).diagnostics.allSatisfy { $0.id != "codes.no-key" })
  }
}

extension Result {
  fileprivate var problem: Failure? {
    if case .failure(let problem) = self { problem } else { nil }
  }
}
