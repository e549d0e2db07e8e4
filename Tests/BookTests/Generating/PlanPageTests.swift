import Book
import Diagnostics
import Testing

@Suite struct `A plan page` {
  @Test(arguments: ["::workload", "::calendar", "::daysheet", "一"])
  func `says that the holidays of 2027 may still change, whatever it shows`(view: String)
    async throws
  {
    var site = MemorySite.plan(view)
    site.month = "2027-02"
    site.now = "2027-01-05"
    site.settings = "calendar: {allow_provisional: true}\n"
    let page = try await site.generate()["plans/lin/2027-02.html"]
    let body = page.firstRange(of: "class=\"content\"").map { page[$0.upperBound...] } ?? ""
    #expect(view == "一" ? page.contains("暂定") : body.contains("暂定"), "\(view)")
  }

  @Test func `shows the back-solved workload of the worked example`() async throws {
    let site = try await MemorySite.plan().generate()
    #expect(site.problems == [])
    let page = site["plans/lin/2026-05.html"]
    for expected in [
      "350,000", "35,000", "1.25", "⌈350,000 ÷ 43,750⌉", "⌈8 × 36 ÷ 12⌉", "⌈24 × 96 ÷ 36⌉",
      "⌈64 × 240 ÷ 96⌉", "160", "云杉公司", "白桦公司",
    ] {
      #expect(page.contains(expected), "\(expected)")
    }
  }

  @Test func `is written once for each member, in a folder of their own`() async throws {
    var site = MemorySite.plan("::goal\n")
    site.files["Content/data/team.csv"] =
      "member,name\nlin,林\n../../etc/passwd,坏\n王 芳,王芳\n"
    site.files["Content/data/customers.csv"] = nil
    let made = try await site.generate()
    #expect(made.problems == ["plan.no-customers"])
    let folders = Set(
      made.pages.keys.filter { $0.hasPrefix("plans/") && $0.hasSuffix("2026-05.html") })
    #expect(folders.count == 3)
    #expect(folders.contains("plans/lin/2026-05.html"))
    #expect(folders.allSatisfy { !$0.contains("..") && !$0.contains(" ") })
  }

  @Test func `follows one changed cell in class, workload and calendar`() async throws {
    let before = try await MemorySite.plan().generate()["plans/lin/2026-05.html"]
    var site = MemorySite.plan()
    site.files["Content/data/customers.csv"] =
      MemorySite.workedExample["customers.csv"]?.replacing("2026-05-20", with: "2027-05-20")
    let later = try await site.generate()["plans/lin/2026-05.html"]
    #expect(before.contains("class-A\">A</b>") && !later.contains("group-A"))
    #expect(count("云杉公司", in: calendar(before)) == 4)
    #expect(count("云杉公司", in: calendar(later)) == 1)
    site = MemorySite.plan()
    site.files["Content/data/goals.yaml"] =
      MemorySite.workedExample["goals.yaml"]?.replacing("350000", with: "300000")
    let smaller = try await site.generate()["plans/lin/2026-05.html"]
    #expect(smaller.contains("⌈300,000 ÷ 43,750⌉") && smaller.contains("140"))
  }

  @Test func `escapes whatever the tables say`() async throws {
    var site = MemorySite.plan()
    site.files["Content/data/customers.csv"] =
      "customer_id,name,M,A,N,close_date\nc1,<script>alert(1)</script>,5,4,5,2026-05-20\nc2,\"a\"\"b'&c\",5,,5,\n"
    let made = try await site.generate()
    let page = made["plans/lin/2026-05.html"]
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!page.contains("\"b'&c"))
  }

  @Test func `can be asked for one person alone`() async throws {
    var site = MemorySite.plan("::goal\n")
    site.files["Content/data/team.csv"] = "member,name\nlin,林\nb,白\n"
    site.files["Content/data/customers.csv"] = nil
    site.person = "b"
    let made = try await site.generate()
    #expect(made.pages.keys.contains { $0.hasPrefix("plans/b/") })
    #expect(!made.pages.keys.contains { $0.hasPrefix("plans/lin/") })
    site.person = "bb"
    #expect(try await site.generate().problems.contains("request.unknown-person"))
  }

  @Test func `is the same with any number of jobs`() async throws {
    var site = MemorySite.plan()
    for number in 0..<40 {
      site.files["Content/course/p\(number).md"] = "# 第\(number)页\n\n**重点。**后面 ~~删~~\n"
    }
    let one = try await site.generate()
    site.jobs = 4
    let four = try await site.generate()
    #expect(one.pages == four.pages)
  }

  private func calendar(_ page: String) -> Substring {
    guard let start = page.firstRange(of: "<div class=\"view calendar-view"),
      let end = page.firstRange(of: "<div class=\"daysheet")
    else { return "" }
    return page[start.lowerBound..<end.lowerBound]
  }

  private func count(_ text: String, in page: Substring) -> Int {
    page.ranges(of: text).count
  }
}

@Suite struct `A team's page` {
  private func site() -> MemorySite {
    var site = MemorySite.plan("::goal\n")
    site.files["Content/data/teams.csv"] = "team,name\neast,华东组\n"
    site.files["Content/data/team.csv"] =
      "member,name,team,hours_per_day,selling_share\nlin,林,east,8,0.5\nbai,白,east,8,0.5\n"
    site.files["Content/data/customers.csv"] =
      "customer_id,name,owner,M,A,N,close_date\nc1,云杉公司,lin,5,4,5,2026-05-20\nc2,白桦公司,bai,5,,5,\n"
    site.files["Content/data/goals.yaml"] = """
      - {id: t, owner: east, dimension: performance, metric: amount, target: 500000, start: 2026-05-01, end: 2026-05-31}
      - {id: a, owner: lin, dimension: performance, metric: amount, target: 350000, start: 2026-05-01, end: 2026-05-31}
      - {id: b, owner: bai, dimension: performance, metric: amount, target: 100000, start: 2026-05-01, end: 2026-05-31}
      """
    site.files["Content/team/index.md"] =
      "---\ntitle: 团队\neach: team\npath: \"{team}\"\n---\n::team\n\n::members\n"
    site.settings = "trees: {plans: {audience: self}, team: {audience: manager}}\n"
    return site
  }

  @Test func `sums its members' goals against its own and names no customer`() async throws {
    let made = try await site().generate()
    #expect(made.problems == [])
    let page = made["team/east.html"]
    for expected in ["500,000", "450,000", "90%", "林", "白"] {
      #expect(page.contains(expected), "\(expected)")
    }
    // 450,000 holds these signs too: the gap stands by itself.
    #expect(page.contains(/[^0-9,]50,000/))
    #expect(!page.contains("云杉公司") && !page.contains("白桦公司"))
    #expect(page.contains("href=\"lin/2026-05.html\""))
  }

  @Test func `shows gaps with their cents, so that they add up to their sum`() async throws {
    var site = site()
    site.files["Content/data/goals.yaml"] = site.files["Content/data/goals.yaml"]?
      .replacing("350000", with: "350000.40").replacing("100000", with: "100000.40")
    let page = try await site.generate()["team/east.html"]
    for shown in ["350,000.40", "100,000.40", "450,000.80"] {
      #expect(page.contains("¥\(shown)</td>"), "\(shown)")
    }
  }

  @Test func `is the same whether or not the plans are made in the same run`() async throws {
    var only = site()
    only.trees = ["team"]
    let alone = try await only.generate()["team/east.html"]
    let together = try await site().generate()["team/east.html"]
    // Links lead to the plans in the readers' own tree, whichever other trees are made.
    let plan = /<a href="(?:lin|bai)\/2026-05.html">([^<]*)<\/a>/
    #expect(Set(together.matches(of: plan).map(\.output.1)) == ["林", "白"])
    #expect(alone == together)
  }

  // May: 350,000 + 100,000 = 450,000 of 500,000. The quarter: 900,000 + 300,000 = 1,200,000 of
  // 1,500,000.
  @Test func `takes the figures of its own period where another page has plans of another`()
    async throws
  {
    var site = site()
    site.files["Content/data/goals.yaml"]? += """

      - {id: tq, owner: east, dimension: performance, metric: amount, target: 1500000, start: 2026-04-01, end: 2026-06-30}
      - {id: aq, owner: lin, dimension: performance, metric: amount, target: 900000, start: 2026-04-01, end: 2026-06-30}
      - {id: bq, owner: bai, dimension: performance, metric: amount, target: 300000, start: 2026-04-01, end: 2026-06-30}
      """
    site.files["Content/team/quarter.md"] =
      "---\ntitle: 季度\neach: team\npath: \"{team}-quarter\"\nperiod: quarter\n---\n::team\n"
    let made = try await site.generate()
    #expect(made.problems == [])
    func sums(_ page: String) -> [Substring] {
      page.matches(of: /<dd>¥([0-9,]+)<\/dd>/).map(\.output.1)
    }
    #expect(sums(made["team/east.html"]) == ["500,000", "450,000"])
    #expect(sums(made["team/east-quarter.html"]) == ["1,500,000", "1,200,000"])
  }
}

@Suite struct `The customers of a plan page` {
  @Test func `are those of the classes asked for, with the others counted`() async throws {
    let page = try await MemorySite.plan("::customers{class=\"A,C\"}\n").generate()[
      "plans/lin/2026-05.html"]
    #expect(page.contains("云杉公司") && !page.contains("白桦公司"))
    #expect(page.contains("class-B\">B</b> 1 家未列出"))
  }

  @Test(arguments: ["E", "A,,B", "A,A"])
  func `are of known classes only`(classes: String) async throws {
    let made = try await MemorySite.plan("::customers{class=\"\(classes)\"}\n").generate()
    #expect(made.problems == ["block.wrong-option"])
  }
}
