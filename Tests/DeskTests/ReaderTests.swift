import Diagnostics
import Pages
import Rulebook
import SalesMethod
import Testing

@testable import Desk

/// Every audience against everything that may be asked of the desk, so that a rule that changes for one
/// audience changes one line; what no line here grants an audience, a new one among them, is refused.
@Suite struct `A reader` {
  private static func tree(_ audience: Audience) -> Tree {
    Tree(name: "t", edition: nil, audience: audience)
  }

  private static let files = [
    "Content/data/team.csv": "member,name,team\nlin,林,east\nbai,白,east\n",
    "Content/data/teams.csv": "team,name\neast,华东\n",
    "Content/data/customers.csv": "customer_id,name,owner\nc1,云杉,lin\nc2,白桦,bai\n",
    "Content/data/products.csv": "product,list_price\n甲,100\n",
  ]

  private func desk(_ files: [String: String] = Self.files) throws -> PlanDesk {
    let sources = DeskSources(
      data: files.sorted { $0.key < $1.key }.map { SourceFile(path: $0, text: $1) })
    let request = DeskRequest(
      period: try #require(Period("2026-05")), asOf: try #require(Day("2026-05-06")))
    let read = try PlanDesk.read(sources, Settings(), request) { _ in Parsed([]) }
    #expect(read.diagnostics.filter { $0.severity == .error } == [])
    return read.value
  }

  @Test func `of a person's folder sees that person's plan and no other's`() throws {
    let desk = try desk()
    let lin = Reader(of: Self.tree(.own), person: "lin")
    let own = try desk.plan(.own, of: "lin", on: FrontMatter(), for: lin).get()
    #expect(own.customers.map(\.customer.name) == ["云杉"])
    let other = ViewSource(data: nil, member: "bai", period: nil)
    #expect(desk.plan(other, of: "lin", on: FrontMatter(), for: lin).problem == .anotherPersonsPlan)
    // Whichever way the other person is named.
    #expect(desk.plan(.own, of: "bai", on: FrontMatter(), for: lin).problem == .anotherPersonsPlan)
  }

  @Test(arguments: Audience.allCases)
  func `sees telephone numbers in the owner's place alone, unless the settings say else`(
    audience: Audience
  ) {
    let reader = Reader(of: Self.tree(audience), person: "lin")
    func asked(_ shown: Set<Audience>, _ member: String = "lin") -> Bool {
      let subject = Subject(member, managers: ["lin"])
      var settings = Settings()
      settings.contactDetails = shown
      let forms = settings.forms(for: audience)
      return reader.refusal(of: .field(.phone, of: subject, forms)) == nil
    }
    #expect(asked([.own]) == (audience == .own))
    #expect(asked([.own, .manager]) == audience.maySeeCustomers)
    #expect(!asked([]))
    // Nor are another's customers reached from one's own folder.
    #expect(asked([.own, .manager], "bai") == (audience == .manager))
  }

  @Test(arguments: Audience.allCases.filter { ![.own, .manager].contains($0) })
  func `who may see no customer gets no plan and no product`(audience: Audience) throws {
    let desk = try desk()
    let reader = Reader(of: Self.tree(audience), person: "lin")
    let refused = PlanProblem.notForAudience(audience, meantFor: .own)
    #expect(desk.plan(.own, of: "lin", on: FrontMatter(), for: reader).problem == refused)
    #expect(desk.products(.own, for: reader).isEmpty)
    #expect(reader.refusal(of: .customer) == refused)
  }

  @Test func `knows the names of those above, and of nobody beside`() throws {
    var files = Self.files
    files["Content/data/team.csv"] =
      "member,name,team,manager\nlin,林,east,wang\nbai,白,east,wang\nwang,王,east,\n"
    let desk = try desk(files)
    let lin = Reader(of: Self.tree(.own), person: "lin")
    #expect(desk.name(of: "wang", for: lin) == "王")
    #expect(desk.managerName(of: "lin", for: lin) == "王")
    #expect(desk.name(of: "bai", for: lin) == "bai")
    #expect(desk.name(of: "bai", for: .holder) == "白")
    #expect(desk.managerName(of: "lin", for: Reader(of: Self.tree(.team))) == nil)
    let all = desk.memberPlan("bai", in: Settings().language, for: lin).value
    #expect(throws: PlanProblem.anotherPersonsPlan) { try all.get() }
    let record = desk.record(of: nil, months: 1, for: lin)
    #expect(record.problem == .notForAudience(.own, meantFor: .manager))
  }

  @Test func `in the manager's place sees any plan, and whose is meant must be said`() throws {
    let desk = try desk()
    let manager = Reader(of: Self.tree(.manager))
    let bai = ViewSource(data: nil, member: "bai", period: nil)
    let plan = try desk.plan(bai, of: nil, on: FrontMatter(), for: manager).get()
    #expect(plan.customers.map(\.customer.name) == ["白桦"])
    #expect(
      desk.plan(.own, of: nil, on: FrontMatter(), for: manager).problem
        == .whichMember(known: ["lin", "bai"]))
    #expect(desk.products(.own, for: manager).map(\.id) == ["甲"])
  }

  @Test(arguments: Audience.allCases)
  func `sees who is in the teams in the manager's place alone`(audience: Audience) throws {
    let reader = Reader(of: Self.tree(audience))
    let team = try #require(try desk().team("east", on: FrontMatter(), [:], for: reader))
    let names = (try? team.roster.get()).map { $0.flatMap { $0.members.map(\.name) } }
    let sums = (try? team.sums.get()).map(\.summary.members.count)
    let people = audience == .manager ? ["林", "白"] : []
    #expect(names == (audience == .everybody ? nil : people))
    #expect(sums == (audience == .everybody ? nil : people.count))
  }

  @Test func `sees the report of the import where all its rows are theirs`() {
    let (lin, bai) = (Subject("lin", managers: ["chen"]), Subject("bai", managers: ["chen"]))
    let person = Reader(of: Self.tree(.own), person: "lin")
    #expect(person.refusal(of: .importReport(of: [lin])) == nil)
    #expect(person.refusal(of: .importReport(of: [lin, bai])) != nil)
    #expect(Reader(of: Self.tree(.manager)).refusal(of: .importReport(of: [lin, bai])) == nil)
    let chen = Reader(of: Self.tree(.manager), person: "chen")
    #expect(chen.refusal(of: .importReport(of: [lin, bai])) == nil)
    #expect(chen.refusal(of: .importReport(of: [lin, bai, Subject("wu")])) != nil)
    for audience in Audience.allCases where ![.own, .manager].contains(audience) {
      #expect(Reader(of: Self.tree(audience)).refusal(of: .importReport(of: [lin])) != nil)
    }
  }

  @Test func `who manages sees those below at any depth, and nobody beside`() throws {
    var files = Self.files
    files["Content/data/team.csv"] =
      "member,name,team,manager\nwang,王,,\nchen,陈,east,wang\nlin,林,east,chen\nbai,白,west,wang\n"
    files["Content/data/teams.csv"] = "team,name\neast,华东\nwest,华西\n"
    let desk = try desk(files)
    func open(_ person: String) -> [String] {
      desk.memberRows(for: Reader(of: Self.tree(.manager), person: person)).map(\.id)
    }
    #expect(open("wang") == ["wang", "chen", "lin", "bai"])
    #expect(open("chen") == ["chen", "lin"])
    #expect(open("lin") == ["lin"])
    #expect(desk.managerRows.map(\.id) == ["wang", "chen"])
    let chen = Reader(of: Self.tree(.manager), person: "chen")
    #expect(desk.teamRows(for: chen).map(\.id) == ["east"])
    let west = try #require(desk.team("west", on: FrontMatter(), [:], for: chen))
    #expect(try west.roster.get().flatMap(\.members) == [])
    #expect(try west.sums.get().coverage.limits?.people == 0)
    let bai = ViewSource(data: nil, member: "bai", period: nil)
    #expect(desk.plan(bai, of: nil, on: FrontMatter(), for: chen).problem == .anotherPersonsPlan)
  }
}

extension Result where Failure == PlanProblem {
  /// Why there is nothing.
  fileprivate var problem: PlanProblem? {
    if case .failure(let problem) = self { problem } else { nil }
  }
}
