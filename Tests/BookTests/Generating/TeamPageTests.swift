import Book
import Testing

/// What a manager opens every Monday, and what of it everybody else sees.
@Suite struct TeamPageTests {
  /// A company of a manager above two teams of four, with histories, goals and open deals.
  private static func company() -> MemorySite {
    var site = MemorySite()
    var team = "member,name,team,role,manager\nboss,王总监,hq,manager,\n"
    var goals = """
      - {id: co, owner: company, dimension: performance, metric: amount, target: 1000000, start: 2026-05-01, end: 2026-05-31}
      - {id: ea, owner: east, dimension: performance, metric: amount, target: 600000, parent: co, start: 2026-05-01, end: 2026-05-31}
      - {id: so, owner: south, dimension: performance, metric: amount, target: 400000, parent: co, start: 2026-05-01, end: 2026-05-31}

      """
    var customers = "customer_id,name,owner,M,A,N,close_date,first_contact\n"
    var orders = "customer,date,amount\n"
    var deals = "deal_id,customer,amount,stage,status,created,expected_close,owner\n"
    var activities = "customer,date,type,hours\n"
    for (place, lead) in ["chen", "liu"].enumerated() {
      let group = ["east", "south"][place]
      team += "\(lead),\(["陈经理", "刘经理"][place]),\(group),manager,boss\n"
      for number in 0..<3 {
        team += "\(group)\(number),员\(group)\(number),\(group),member,\(lead)\n"
      }
      for member in [lead] + (0..<3).map({ "\(group)\($0)" }) {
        goals +=
          "- {id: g-\(member), owner: \(member), dimension: performance, metric: amount, target: \(place == 0 ? 150_000 : 110_000), start: 2026-05-01, end: 2026-05-31}\n"
        for customer in 0..<6 {
          let id = "\(member)-c\(customer)"
          customers +=
            "\(id),客户\(id),\(member),5,5,5,2026-05-2\(customer),2025-11-0\(customer + 1)\n"
          activities += "\(id),2025-11-0\(customer + 1),contact,0.5\n\(id),2026-05-04,visit,1\n"
          for month in 1...4 {
            orders += "\(id),2026-0\(month)-1\(customer),\(9_137 + 7 * customer)\n"
          }
          orders += "\(id),2026-05-05,\(4_321 + customer)\n"
          deals +=
            "d\(id),\(id),\(51_234 + 1_117 * customer),proposal,open,2026-0\(1 + customer % 4)-20,2026-0\(4 + customer % 3)-15,\(member)\n"
        }
      }
    }
    let tables = [
      "team.csv": team, "teams.csv": "team,name,parent\nhq,总部,\neast,华东,hq\nsouth,华南,hq\n",
      "goals.yaml": goals, "customers.csv": customers, "orders.csv": orders, "deals.csv": deals,
      "activities.csv": activities,
    ]
    for (name, text) in tables { site.files["Content/data/" + name] = text }
    site.files["Content/team.md"] =
      "---\ntitle: 团队\neach: team\npath: \"{team}/{month}\"\naudience: [team, manager]\n---\n::team\n\n::members\n"
    site.files["Content/plans/monthly.md"] =
      "---\ntitle: 计划\neach: member\npath: \"{month}\"\naudience: [self, manager]\n---\n::goal\n\n::team{show=\"sums,people\"}\n"
    site.settings =
      "trees: {plans: {audience: self}, managers: {audience: manager}, team: {audience: team}}\n"
    site.now = "2026-05-11"
    site.hasKey = true
    return site
  }

  @Test func `goals lead from the company over the teams to each person, with their sums`()
    async throws
  {
    let made = try await Self.company().generate()
    try #require(made.problems == [])
    let goals = try Printed(made["managers/boss/hq/2026-05.html"], "goal-steps")
    #expect(goals.rows.map { $0[0] }.prefix(3) == ["公司", "华东", "陈经理"])
    #expect(goals.rows.count == 11)
    // 600,000 of four times 150,000; 400,000 of four times 110,000.
    #expect(goals.rows[0][1...] == ["¥1,000,000", "¥1,000,000", "100%"])
    #expect(goals.rows[1][1...] == ["¥600,000", "¥600,000", "100%"])
    #expect(goals.rows[2][1...] == ["¥150,000", "", "25%"])
    #expect(goals.rows[6][1...] == ["¥400,000", "¥440,000", "110%"])
  }

  @Test func `subtotals of the teams add up to the whole, in each column`() async throws {
    let made = try await Self.company().generate()
    let table = try Printed(made["managers/boss/hq/2026-05.html"], "team-table", hasFooter: true)
    let teams = table.rows.filter { $0[0].hasPrefix("华") }
    let people = table.rows.filter { !$0[0].hasPrefix("华") }
    #expect(teams.count == 2 && people.count == 9)
    for column in [1, 2, 3, 4] {
      let sum = amount(table.footer[column])
      #expect(people.reduce(0) { $0 + amount($1[column]) } == sum, "\(column)")
      #expect(teams.reduce(0) { $0 + amount($1[column]) } == sum, "\(column)")
    }
    // East has four of the company's eight salespeople, each with the same sales of May.
    #expect(amount(teams[0][2]) == 4 * 6 * 4_321 + 4 * 15)
  }

  @Test func `a manager sees weeks, hours, deals by age and days; everybody sums without names`()
    async throws
  {
    let made = try await Self.company().generate()
    let manager = made["managers/chen/east/2026-05.html"]
    for table in ["team-weeks", "heat", "pipeline", "ages", "visit-days", "listed-deals"] {
      #expect(PrintedPage(html: manager).tables(table).count == 1, "\(table)")
    }
    // Six customers with each of four people were visited on 4 May, a Monday.
    let weeks = try Printed(manager, "team-weeks", headers: 2)
    #expect(weeks.rows.map { $0[4] }.contains("24"), "\(weeks.rows)")
    // Expected on 15 April, May and June: eight deals each; April's are past their date.
    #expect(try Printed(manager, "pipeline").rows.map { $0[1] } == ["8", "8", "8"])
    #expect(try Printed(manager, "ages", hasFooter: true).footer[3] == "8")
    let text = made["team/east/2026-05.html"]
    let everybody = PrintedPage(html: text)
    #expect(everybody.tables("team-table").isEmpty && everybody.tables("pipeline").isEmpty)
    #expect(everybody.tables("team-weeks").count == 1 && everybody.tables("visit-days").count == 1)
    #expect(try Printed(text, "listed-deals").rows.count == 20)
    #expect(text.contains("客户-") && text.contains("5万到20万"))
    for name in ["陈经理", "员east0", "客户east0", "east0-c1", "51,234", "52,351"] {
      #expect(!text.contains(name), "\(name)")
    }
  }

  @Test
  func `the range of a team is narrower than its people's ranges together, around the same middle`()
    async throws
  {
    let page = try await Self.company().generate()["managers/boss/hq/2026-05.html"]
    let range = try #require(page.firstMatch(of: /<p class="range">[^¥]*¥([0-9,]+)–¥([0-9,]+)/))
    let (low, high) = (amount(String(range.output.1)), amount(String(range.output.2)))
    let expected = amount(try Printed(page, "team-table", hasFooter: true).footer[3])
    #expect(low < expected && expected < high)
  }

  @Test func `a page of members has the team of whom leads one, for managers alone`() async throws {
    let made = try await Self.company().generate()
    #expect(made["managers/boss/chen/2026-05.html"].contains("class=\"view team\""))
    #expect(made["managers/boss/chen/2026-05.html"].contains("员east1"))
    #expect(!made["managers/boss/east1/2026-05.html"].contains("class=\"view team\""))
    #expect(!made["plans/chen/2026-05.html"].contains("员east1"))
    #expect(!made["managers/chen/boss/2026-05.html"].contains("王总监"))
  }

  @Test func `a list of 230 people goes on over three pages of less than 300 KB`() async throws {
    var site = Self.company()
    site.files["Content/data/team.csv"] =
      "member,name,team,manager\nboss,王总监,all,\n"
      + (0..<229).map { "m\($0),员第\($0)人,all,boss\n" }.joined()
    site.files["Content/data/teams.csv"] = "team,name\nall,全体\n"
    site.files["Content/data/goals.yaml"] = (0..<229).map {
      "- {id: g\($0), owner: m\($0), dimension: performance, metric: amount, target: 100000, start: 2026-05-01, end: 2026-05-31}\n"
    }.joined()
    for table in ["customers", "orders", "deals", "activities"] {
      site.files["Content/data/\(table).csv"] = nil
    }
    site.files["Content/data/customers.csv"] = "customer_id,name,owner\nk1,某客户甲,m1\n"
    site.files["Content/plans/monthly.md"] = nil
    site.settings = "trees: {managers: {audience: manager}, team: {audience: team}}\n"
    let made = try await site.generate()
    try #require(made.problems == [])
    let paths = ["", "-2", "-3"].map { "managers/boss/all/2026-05\($0).html" }
    let pages = paths.map { made[$0] }
    #expect(made.pages.keys.filter { $0.hasPrefix("managers/boss/all/") }.count == 3)
    #expect(!made.pages.keys.contains("team/all/2026-05-2.html"))
    let rows = try pages.map { page in
      try Printed(page, "team-table", hasFooter: true).rows.map { $0[0] }
    }
    #expect(rows.map(\.count) == [100, 100, 30])
    #expect(Set(rows.joined()).count == 230)
    #expect(
      pages[0].contains("href=\"2026-05-2.html\"") && pages[1].contains("href=\"2026-05.html\""))
    for (path, page) in made.pages where path.hasSuffix(".html") {
      #expect(page.utf8.count < 300_000, "\(path) \(page.utf8.count)")
    }
  }

  @Test func `every page with data says of which day they are, and until when it is kept`()
    async throws
  {
    var site = Self.company()
    site.settings += "retention: 30d\narchive: Archive\n"
    site.files["Archive/team/east/2026-04.html"] = "<p>四月</p>"
    site.files["Archive/team/east/2026-03.html"] = "<p>三月</p>"
    let made = try await site.generate()
    try #require(made.problems == [])
    for (path, page) in made.pages
    where path.hasSuffix(".html") && path.contains("/") && !page.hasPrefix("<p>") {
      #expect(page.contains("数据截至 2026年5月11日") && page.contains("保留到 2026年6月10日"), "\(path)")
    }
  }

  /// Each purchase is a power of two, so that every sum on a page says of which purchases it is; some customers buy
  /// of several people.
  @Test(arguments: UInt64(0)..<16)
  func `whoever solves for what was sold in each week finds what no two customers bought`(
    seed: UInt64
  ) async throws {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    var team = "member,name,team\n"
    var (customers, orders) = ("customer_id,name,owner\n", "customer,date,amount,owner\n")
    let purchases = 18 + next(8)
    var people: [String] = []
    for group in ["hq", "east", "south", "shanghai"] {
      for number in 0..<(group == "hq" ? next(3) : 2 + next(3)) {
        people.append("\(group)\(number)")
        team += "\(group)\(number),某\(group)\(number),\(group)\n"
      }
    }
    let buyers = (0..<purchases).map { max(0, $0 - next(4)) }
    for purchase in 0..<purchases {
      customers += "c\(purchase),公司\(purchase),\(people[next(people.count)])\n"
      let date = "2026-05-\(String(104 + next(14)).dropFirst())"
      let seller = people[next(people.count)]
      orders += "c\(buyers[purchase]),\(date),\(10_000 << purchase),\(seller)\n"
    }
    var site = MemorySite()
    site.files = [
      "Content/data/team.csv": team, "Content/data/customers.csv": customers,
      "Content/data/orders.csv": orders,
      "Content/data/teams.csv":
        "team,name,parent\nhq,总部,\neast,华东,hq\nsouth,华南,hq\nshanghai,上海,east\n",
      "Content/team.md":
        "---\ntitle: 团队\neach: team\npath: \"{team}\"\naudience: [team]\n---\n::team\n",
    ]
    site.settings = "trees: {team: {audience: team}}\n"
    site.now = "2026-05-20"
    let made = try await site.generate()
    try #require(made.problems.filter { $0.hasPrefix("proof") } == [])
    var told: [[Double]] = []
    for group in ["hq", "east", "south", "shanghai"] {
      let page = made["team/\(group).html"]
      let table = PrintedPage(html: page).tables("team-weeks").first ?? []
      var sums = table.dropFirst(2).compactMap { $0.count > 5 ? PrintedPage.amount($0[5]) : nil }
      // Nothing more is expected of anybody, so that this too is a sum of purchases.
      for sum in page.matches(of: /(?:已成交|预计到[^<]*)<\/dt><dd>¥([0-9,]+)/) {
        sums.append(try #require(PrintedPage.amount(String(sum.output.1))))
      }
      for sum in sums {
        #expect(sum % 1_000_000 == 0)
        let row = (0..<purchases).map { Double((sum / 1_000_000) >> $0 & 1) }
        #expect(row.contains(1) || sum == 0)
        told.append(row)
      }
    }
    let known = rank(told)
    for first in Set(buyers) {
      for second in Set(buyers) {
        // Something of the two is known where what the others bought alone says less.
        let others = buyers.indices.filter { ![first, second].contains(buyers[$0]) }
        let rest = rank(told.map { row in others.map { row[$0] } })
        #expect(rest == known, "\(seed): \(first), \(second)")
      }
    }
  }

  /// How many rows of a matrix say something of their own.
  private func rank(_ matrix: [[Double]]) -> Int {
    var rows = matrix
    var rank = 0
    for column in (rows.first ?? []).indices {
      guard let pivot = (rank..<rows.count).first(where: { abs(rows[$0][column]) > 1e-9 }) else {
        continue
      }
      rows.swapAt(rank, pivot)
      for other in rows.indices where other != rank && rows[other][column] != 0 {
        let factor = rows[other][column] / rows[rank][column]
        for place in rows[other].indices { rows[other][place] -= factor * rows[rank][place] }
      }
      rank += 1
    }
    return rank
  }

  @Test(arguments: ["{show=sum}", "{show=\"\"}", "{show=\"sums,,goals,x\"}"])
  func `only known parts can be asked for`(options: String) async throws {
    var site = Self.company()
    site.files["Content/team.md"] =
      "---\ntitle: 团队\neach: team\npath: \"{team}/{month}\"\naudience: [team, manager]\n---\n::team\(options)\n"
    #expect(try await site.generate().problems.contains("block.wrong-option"))
  }

  private func amount(_ text: String) -> Int { Int(text.filter(\.isNumber)) ?? 0 }
}

/// A table of a page by its class: what stands between its head and its last line.
private struct Printed {
  let rows: [[String]]
  let footer: [String]

  init(_ page: String, _ name: String, headers: Int = 1, hasFooter: Bool = false) throws {
    let table = try #require(PrintedPage(html: page).tables(name).first)
    rows = Array(table.dropFirst(headers).dropLast(hasFooter ? 1 : 0))
    footer = table.last ?? []
  }
}
