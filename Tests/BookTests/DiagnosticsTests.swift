import Book
import Diagnostics
import Phrases
import Rulebook
import Testing

/// A wrong workspace, the id of what is wrong, and where.
struct Mistake: CustomTestStringConvertible, Sendable {
  let id: String
  let place: String
  let site: MemorySite

  init(_ id: String, at place: String, _ site: MemorySite) {
    self.id = id
    self.place = place
    self.site = site
  }

  var testDescription: String { "\(id) at \(place)" }
}

extension MemorySite {
  /// The same site with other settings.
  fileprivate func with(settings: String) -> MemorySite {
    var site = self
    site.settings = settings
    return site
  }

  /// The same site with one file more, or another one in its place.
  fileprivate func with(_ path: String, _ text: String) -> MemorySite {
    var site = self
    site.files[path] = text
    return site
  }

  /// The same site after a change.
  fileprivate func changed(_ change: (inout MemorySite) -> Void) -> MemorySite {
    var site = self
    change(&site)
    return site
  }

  /// A page that managers see of two members' data.
  fileprivate static func managers(_ text: String) -> MemorySite {
    MemorySite.plan("")
      .with(settings: "trees: {chief: {audience: manager}}")
      .with("Content/data/team.csv", "member,name\nlin,林\nb,白\n")
      .with("Content/data/customers.csv", "name,owner\n云杉公司,lin\n")
      .with("Content/chief.md", "---\naudience: [manager]\n---\n\(text)\n")
  }
}

@Suite struct `A mistake in a workspace` {
  private static let pages = [
    Mistake(
      "block.unknown-option", at: "Content/index.md:1:13",
      .page(":::exercise{fill=customers}\n问\n:::\n")),
    Mistake("page.unclosed-front-matter", at: "Content/index.md:1:1", .page("---\ntitle: 页\n")),
    Mistake(
      "page.where-without-each", at: "Content/index.md:2:9",
      .page("---\nwhere: {team: 一组}\n---\n")),
    Mistake(
      "page.no-row", at: "Content/a.md:4:3",
      .plan("").with("Content/a.md", "---\neach: member\nwhere:\n  member: lim\n---\n")),
    Mistake(
      "page.no-rows", at: "Content/a.md:1:1",
      .plan("").with("Content/a.md", "---\neach: team\n---\n")),
    Mistake(
      "page.path-without-each", at: "Content/index.md:1:1", .page("---\npath: a\n---\n")),
    Mistake(
      "page.unknown-path-word", at: "Content/plans/monthly.md:1:1",
      .plan().with(
        "Content/plans/monthly.md", "---\neach: member\npath: \"{monht}\"\n---\n")),
    Mistake(
      "page.unknown-column", at: "Content/plans/monthly.md:3:9",
      .plan().with(
        "Content/plans/monthly.md", "---\neach: member\nwhere: {colour: red}\n---\n")),
    Mistake(
      "page.same-output", at: "Content/b.md",
      .page("正文").with("Content/a.md", "一").with("Content/b.md", "---\nslug: A\n---\n二")),
    Mistake(
      "template.word", at: "Templates/locales/en.yaml:1:7",
      .page("正文").changed { $0.templates["locales/en.yaml"] = "home: [a]\n" }),
  ]

  private static let links = [
    Mistake("link.broken", at: "Content/index.md:1:1", .page("[一](nope.md)")),
    Mistake(
      "link.broken-fragment", at: "Content/index.md:1:1",
      .page("[一](#nope)").changed { $0.trees = ["participant"] }),
    Mistake("link.outside", at: "Content/index.md:1:1", .page("[一](../salesbook.yaml)")),
    Mistake("link.empty", at: "Content/index.md:1:1", .page("[一]()")),
    Mistake(
      "link.other-tree", at: "Content/index.md:1:1",
      .page("[一](notes.md)").with("Content/notes.md", "---\nedition: [facilitator]\n---\n")),
    Mistake(
      "link.to-rows", at: "Content/team.md:4:1",
      .plan().with("Content/plans/monthly.md", "---\neach: member\naudience: [self, team]\n---\n")
        .with("Content/team.md", "---\naudience: [team]\n---\n[一](plans/monthly.md)")),
  ]

  private static let settings = [
    Mistake(
      "settings.tree-name", at: "salesbook.yaml:1:9",
      .page("正文").with(settings: "trees: {a b: {audience: public}}")),
    Mistake(
      "settings.funnel", at: "salesbook.yaml:1:9", .page("正文").with(settings: "funnel: [a, a]")),
    Mistake(
      "settings.date-order", at: "salesbook.yaml:1:27",
      .page("正文").with(settings: "date_order: {orders.date: dd}")),
    Mistake(
      "settings.mapping", at: "salesbook.yaml:1:22",
      .page("正文").with(settings: "mapping: {customers: 公司}")),
    Mistake(
      "settings.incomplete-query", at: "salesbook.yaml:1:7",
      .page("正文").with(settings: "sql: {orders: {url_env: DB, seconds: 3}}")),
    Mistake(
      "settings.not-a-variable", at: "salesbook.yaml:1:25",
      .page("正文").with(settings: "sql: {orders: {url_env: \"sqlite:a.db\", query: SELECT 1}}")),
    Mistake(
      "request.unknown-tree", at: "--tree", .page("正文").changed { $0.trees = ["participants"] }),
    Mistake("request.unknown-person", at: "--person", .plan().changed { $0.person = "lim" }),
  ]

  private static let blocks = [
    Mistake("block.unknown", at: "Content/index.md:1:1", .page("::line\n")),
    Mistake("block.unknown-option", at: "Content/index.md:1:9", .page("::lines{m=3}\n")),
    Mistake("block.wrong-option", at: "Content/index.md:1:9", .page("::lines{n=none}\n")),
    Mistake("block.unknown-option", at: "Content/index.md:1:9", .page("::deals{months=3}\n")),
    Mistake("block.wrong-option", at: "Content/index.md:1:9", .page("::deals{limit=0}\n")),
    Mistake("block.wrong-option", at: "Content/index.md:1:9", .page("::deals{limit=all}\n")),
    Mistake("block.unknown-option", at: "Content/index.md:1:10", .page("::record{months=3}\n")),
    Mistake("block.missing-option", at: "Content/index.md:1:1", .page("::table{rows=3}\n")),
    Mistake("block.is-leaf", at: "Content/index.md:1:1", .page(":::lines{n=3}\n一\n:::\n")),
    Mistake("block.is-container", at: "Content/index.md:1:1", .page("::note\n")),
    Mistake(
      "block.unknown-objective", at: "Content/index.md:1:1",
      .page(":::exercise{objective=nope}\n一\n:::\n")),
  ]

  private static let views = [
    Mistake("view.no-data", at: "Content/index.md:1:1", .page("::goal\n")),
    Mistake("view.unknown-example", at: "Content/index.md:1:1", .page("::goal{data=nope}\n")),
    Mistake("view.unknown-example", at: "Content/index.md:1:1", .page("::record{data=nope}\n")),
    Mistake(
      "block.unknown-option", at: "Content/index.md:1:10", .page("::record{month=2026-05}\n")),
    Mistake("view.no-data", at: "Content/index.md:1:1", .page("::record\n")),
    Mistake("view.no-data", at: "Content/index.md:1:1", .page("::deals\n")),
    Mistake("view.unknown-member", at: "Content/chief.md:4:1", .managers("::goal{member=lim}")),
    Mistake("view.which-member", at: "Content/chief.md:4:1", .managers("::goal")),
    Mistake(
      "view.another-person", at: "Content/plans/monthly.md:6:1",
      .plan("::goal{member=b}\n").with("Content/data/team.csv", "member,name\nlin,林\nb,白\n")
        .with("Content/data/customers.csv", "name,owner\n云杉公司,lin\n")),
    Mistake(
      "view.no-calendar", at: "Content/data", .plan().changed { $0.month = "2048-01" }),
    Mistake(
      "view.method", at: "Content/plans/monthly.md:1:1",
      .plan("").with(settings: "funnel: [contact]")),
  ]

  private static let audiences = [
    Mistake(
      "view.audience", at: "Content/index.md:1:1", .plan("").with("Content/index.md", "::goal\n")),
    Mistake(
      "view.audience", at: "Content/index.md:1:1",
      .plan("").with("Content/index.md", "::members\n")),
    Mistake(
      "view.audience", at: "Content/index.md:1:1", .plan("").with("Content/index.md", "::team\n")),
    Mistake(
      "view.audience", at: "Content/c.md:1:1",
      .plan("").with("Content/c.md", "---\neach: customer\naudience: [team]\n---\n正文")),
  ]

  @Test(arguments: pages + links + settings + blocks + views + audiences)
  func `is told once, with its place`(mistake: Mistake) async throws {
    let report = try await mistake.site.generate().report
    let found = report.diagnostics.filter { $0.id == mistake.id }
    #expect(found.map(\.place.description) == [mistake.place], "\(report.diagnostics)")
  }
}

@Suite struct `The files of rows` {
  @Test func `that would be one file are an error of their page`() async throws {
    var site = MemorySite.plan("")
    site.files["Content/data/customers.csv"] = "customer_id,name\nc1,云杉\nc2,白桦\n"
    site.files["Content/c.md"] = "---\neach: customer\npath: \"c/{month}\"\n---\n正文"
    let found = try await site.generate().report.diagnostics
    #expect(found.map(\.id) == ["page.same-output"])
    #expect(found.first?.place.description == "Content/c.md:1:1")
    #expect(found.first?.fix?.english == "put {customer} into “path”")
  }

  @Test func `of two pages that would be one file are an error`() async throws {
    var site = MemorySite.plan("")
    site.files["Content/z.md"] = "---\neach: member\npath: \"{month}\"\n---\n正文"
    let found = try await site.generate().report.diagnostics
    #expect(found.map(\.id) == ["page.same-output"])
    #expect(found.first?.place.path == "Content/z.md")
  }

  @Test func `are linked from the other pages of a person's folder`() async throws {
    var site = MemorySite.plan("")
    site.files["Content/index.md"] = "---\naudience: [self]\n---\n[计划](plans/monthly.md)"
    let made = try await site.generate()
    #expect(made.problems == [])
    #expect(made["plans/lin/index.html"].contains("href=\"2026-05.html\""))
  }
}

@Suite struct `The settings` {
  @Test func `take every key of the documented sample`() async throws {
    let sample = """
      title: 华东团队销售计划
      language: zh-Hans            # zh-Hans | en
      content: Content
      data: Content/data
      templates: Templates
      output: Output
      trees:
        participant: { edition: participant, audience: public }
        facilitator: { edition: facilitator, audience: public }
        plans: { audience: self }
        team: { audience: team }
      contact_details: [self]
      sheets: { days: all, weeks: all }
      currency: CNY
      time_zone: Asia/Shanghai
      calendar: { country: CN, allow_provisional: true }
      man: { scale: [1, 5], threshold: 0.625, near: 30d, mid: 90d, presume: false, overdue_days: 60, table: standard-1331 }
      cadence: { A: {visits: 4, gap: 3, hours: 1.5}, B: {visits: 2, gap: 6, hours: 1.5}, C: {visits: 1, gap: 12, hours: 0.5}, D: {visits: 0} }
      funnel: [contact, visit, proposal, deal]
      hours: { contact: 0.25, visit: 2, proposal: 3, deal: 2 }
      layout: { shape: even, buffer: 0 }
      estimate: { months: 6, confidence: 0.8 }
      goals: { assigned_at_least: 1, assigned_at_most: 1.15, price_tolerance: 0.05, largest_discount: 0.1, comfortable_load: 0.85 }
      markdown: { raw_html: [] }
      mapping: {}
      stages: {}
      date_order: {}
      sql: {}
      units: [元, 家, 单, 次, 小时, 天]
      """
    var site = MemorySite.plan()
    let standard = try await site.generate()
    site.settings = sample.replacing("title: 华东团队销售计划\n", with: "")
    let made = try await site.generate()
    #expect(made.problems == [])
    #expect(made.pages == standard.pages)
    #expect(readSettings(SourceFile(path: "salesbook.yaml", text: sample)).diagnostics == [])
  }

  @Test func `say up to which load a plan has room`() async throws {
    var site = MemorySite.plan()
    // 256 h of work, 552 h there are: a load of 46 %.
    site.files["Content/data/team.csv"] = "member,name,hours_per_day,selling_share\nlin,林,24,1\n"
    let roomy = try await site.generate()
    site.settings = "goals: {comfortable_load: 0.4}"
    let tight = try await site.generate()
    #expect(roomy.problems == [] && tight.problems == [])
    #expect(roomy.pages != tight.pages)
    #expect(tight.pages.values.contains { $0.contains("所需工时已超过可用工时的 40%，几乎没有余地。") })
    #expect(!roomy.pages.values.contains { $0.contains("几乎没有余地") })
  }
}
