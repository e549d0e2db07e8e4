import Diagnostics
import Foundation
import OrderedJSON
import PlanData
import SalesData
import SalesMethod
import Testing

@testable import Workspace

/// A key of the settings, and two settings that differ in it alone.
private struct Change: CustomTestStringConvertible, Sendable {
  let key: String
  let before: String
  let after: String
  /// What the workspace holds beside its tables.
  var files: [String: String] = [:]
  var period = "2026-05"
  /// Whether the workspace cannot be planned without the key.
  var startsRefused = false

  init(_ key: String, _ after: String, from before: String = "") {
    self.key = key
    self.before = before
    self.after = after
  }

  var testDescription: String { key }
}

/// Fourteen customers in every state that a table of letters tells apart, and what became of them.
private let tables = [
  "team.csv": "member,name,hours_per_day,selling_share\nlin,林,8,0.5\n",
  "factors.csv": "deal_size,repeat\n35000,1.25\n",
  "goals.yaml":
    "- {id: g, owner: lin, dimension: performance, metric: amount, target: 350000, start: 2026-05-01, end: 2026-05-31}\n",
  "customers.csv": """
  customer_id,name,M,A,N,close_date,拍板日
  a,甲,5,5,5,2026-05-20,
  b,乙,5,5,5,2026-07-20,
  c,丙,5,,5,2026-05-25,
  d,丁,1,1,1,,
  e,戊,3,5,5,2026-05-22,
  f,己,4,5,1,2026-06-10,
  g,庚,5,5,5,2026-05-28,
  h,辛,5,5,1,2026-05-20,
  i,壬,5,1,5,2026-05-20,
  j,癸,1,5,5,2026-05-20,
  k,子,1,1,5,2026-05-20,
  l,丑,1,5,1,2026-05-20,
  m,寅,5,1,1,2026-05-20,
  n,卯,1,,1,2026-05-20,
  o,辰,,5,5,2026-05-24,
  p,巳,5,5,5,,2026-05-27

  """,
  "activities.csv": "customer_id,date,type\n"
    + [2, 3, 4].flatMap { month in
      ["a,contact", "b,contact", "a,visit", "b,visit", "a,proposal", "c,contact", "c,visit"]
        .enumerated().map { day, row in
          let parts = row.split(separator: ",")
          return "\(parts[0]),2026-0\(month)-1\(day),\(parts[1])\n"
        }
    }.joined(),
  "orders.csv":
    "customer_id,date,amount\na,2026-04-20,30000\nb,2026-03-25,20000\nb,2026-04-26,22000\no,2026-04-15,30000\n",
  "deals.csv":
    "deal_id,customer_id,stage,amount,expected_close,created\nq,c,proposal,40000,2026-05-15,2026-04-01\n",
  "receivables.csv": "customer_id,amount,due\ng,1000,2026-02-01\nf,500,2026-04-20\n",
]

private let man: [Change] =
  [
    Change("man.preset", "man: {preset: variant-5tier}"),
    Change("man.scale", "man: {scale: [1, 9]}"), Change("man.threshold", "man: {threshold: 0.9}"),
    Change("man.near", "man: {near: 3d}"), Change("man.mid", "man: {mid: 40d}"),
    Change("man.presume", "man: {presume: true}"),
    Change("man.overdue_days", "man: {overdue_days: 5}"),
    Change("man.unknown", "man: {unknown: D}"),
    Change("man.rule", "man: {rule: 'IF(M = \"yes\", \"A\", \"D\")'}"),
    Change("man.table.preset", "man: {table: {preset: variant-5tier}}"),
  ]
  + ["A", "B", "C"].map { letter in
    let bounds = ["A", "B", "C"].map {
      $0 + ": " + (["A": "0.8", "B": "0.5", "C": "0.25"][$0] ?? "")
    }
    let changed = ["A": "A: 0.95", "B": "B: 0.75", "C": "C: 0.45"][letter] ?? ""
    return Change(
      "man.table.sum.\(letter)",
      "man: {table: {sum: {\(bounds.map { $0.hasPrefix(letter) ? changed : $0 }.joined(separator: ", "))}}}",
      from: "man: {table: {sum: {\(bounds.joined(separator: ", "))}}}")
  }
  + [
    "MAN: B", "MAn: C", "MaN: C", "mAN: C", "maN: B", "mAn: D", "Man: D", "man: C",
  ].map { row in
    Change("man.table.\(row.prefix(3))", "man: {table: {\(row)}}")
  }
  + ["A", "B", "C", "D"].map { Change("man.chances.\($0)", "man: {chances: {\($0): 0.9}}") }

private let cadence: [Change] =
  [Change("cadence.preset", "cadence: {preset: pharma-cn}")]
  + ["A", "B", "C", "D"].flatMap { letter in
    let base = "cadence: {\(letter): {visits: 3, gap: 2, hours: 1}}"
    return [
      ("visits", "visits: 4, gap: 2, hours: 1"), ("gap", "visits: 3, gap: 11, hours: 1"),
      ("hours", "visits: 3, gap: 2, hours: 2"),
    ].map { key, values in
      var change = Change(
        "cadence.\(letter).\(key)", "cadence: {\(letter): {\(values)}}", from: base)
      // A target that leaves the days room for visits to every class.
      change.files["Content/data/goals.yaml"] =
        "- {id: g, owner: lin, dimension: performance, metric: amount, target: 40000, start: 2026-05-01, end: 2026-05-31}\n"
      return change
    }
  }

private let method: [Change] = {
  var provisional = Change("calendar.allow_provisional", "calendar: {allow_provisional: false}")
  provisional.period = "2027-05"
  var kept = Change("kept_plans", "kept_plans: Plans")
  kept.files["Plans/a.json"] =
    "{\"schema\": \"salesbook.plan/1\", \"person\": \"lin\", \"asOf\": \"2026-03-01\","
    + " \"period\": {\"end\": \"2026-03-31\"}, \"customers\": [{\"id\": \"a\", \"class\": \"A\"}]}"
  var order = Change(
    "date_order", "date_order: {orders.date: dmy}", from: "date_order: {orders.date: mdy}")
  order.files["Content/data/orders.csv"] = "customer_id,date,amount\na,03/04/2026,30000\n"
  return [
    Change("funnel", "funnel: [contact, visit, deal]"), Change("hours", "hours: {contact: 3}"),
    Change("layout.shape", "layout: {shape: front}"),
    Change("layout.buffer", "layout: {buffer: 9}"),
    Change("estimate.months", "estimate: {months: 1}"),
    Change("estimate.confidence", "estimate: {confidence: 0.55}"),
    Change("calendar.country", "calendar: {country: XX}"), provisional, kept, order,
    Change("mapping", "mapping: {customers: {拍板日: close_date}}"),
    Change("stages", "stages: {proposal: {status: lost}}"),
    Change("tables", "tables: {orders.csv: null}"),
    Change("sql", "sql: {products: {url_env: NO_SUCH_VARIABLE_AT_ALL, query: SELECT 1}}"),
    Change("currency", "currency: USD"),
    Change("checks", "checks: [{id: k, if: goal.gap > 1 元, say: 缺, level: fail}]"),
    Change("data", "data: Daten"), Change("time_zone", "time_zone: America/New_York"),
    Change("language", "language: en"),
  ]
}()

/// A member's goal of 350,000 below the company's of 400,000, and a goal of seven of the product that the
/// first is about; 480 hours there are.
private let goals: [Change] = {
  let days = "start: 2026-05-01, end: 2026-05-31"
  let files = [
    "goals.yaml": """
    - {id: t, owner: company, dimension: performance, metric: amount, target: 400000, \(days)}
    - {id: g, owner: lin, dimension: performance, metric: amount, scope: 软件, target: 350000, parent: t, \(days)}
    - {id: n, owner: lin, dimension: performance, metric: quantity, scope: 软件, unit: 套, target: 7, \(days)}

    """,
    "products.csv": "product,list_price,floor_price\n软件,60000,30000\n",
    "orders.csv":
      "customer_id,date,amount,product,quantity\na,2026-04-20,30000,软件,1\nb,2026-04-21,32000,软件,1\n",
    "team.csv": "member,name,hours_per_day,selling_share\nlin,林,24,1\n",
  ]
  return [
    Change("goals.assigned_at_least", "goals: {assigned_at_least: 0.5}"),
    Change(
      "goals.assigned_at_most", "goals: {assigned_at_least: 0.1, assigned_at_most: 1}",
      from: "goals: {assigned_at_least: 0.1, assigned_at_most: 0.5}"),
    Change("goals.price_tolerance", "goals: {price_tolerance: 0.9}"),
    Change("goals.largest_discount", "goals: {largest_discount: 0.3}"),
    Change(
      "goals.comfortable_load", "goals: {comfortable_load: 1}",
      from: "goals: {comfortable_load: 0.001}"),
  ].map { change in
    var change = change
    for (name, text) in files { change.files["Content/data/" + name] = text }
    return change
  }
}()

private let reading: [Change] = {
  let orders = "Content/data/orders.csv"
  var format = Change(
    "number_format", "number_format: {orders.amount: \"1.234,5\"}",
    from: "number_format: {orders.amount: \"1,234.5\"}")
  format.files[orders] = "customer_id,date,amount\na,2026-04-20,1.234\nb,2026-04-21,2.345\n"
  var rates = Change("exchange_rates", "exchange_rates: {USD: 8}", from: "exchange_rates: {USD: 7}")
  rates.files[orders] = "customer_id,date,amount,currency\na,2026-04-20,3000,USD\n"
  var person = Change("person", "person: 老林")
  person.files["Content/data/goals.yaml"] =
    "- {id: g, owner: 老林, dimension: performance, metric: amount, target: 350000, start: 2026-05-01, end: 2026-05-31}\n"
  person.startsRefused = true
  var leftOut = Change("rows_left_out", "rows_left_out: 50%")
  leftOut.files[orders] =
    "customer_id,date,amount\na,someday,100\n" + String(repeating: "b,2026-04-20,200\n", count: 9)
  leftOut.startsRefused = true
  var owners = Change("owners", "owners: {老林: lin}")
  owners.files[orders] = "customer_id,date,amount,owner\na,2026-04-20,3000,老林\n"
  owners.startsRefused = true
  return [
    format, rates, person, leftOut, owners,
    Change("encodings", "encodings: {customers.csv: gb18030}"),
  ]
}()

private let pages: [Change] = {
  var templates = Change("templates", "templates: Layout")
  templates.files["Layout/assets/site.css"] = "body { color: red }"
  var archive = Change("archive", "archive: Archive")
  archive.files["Archive/participant/2026-04.html"] = "<title>四月</title>"
  return [
    archive, Change("period", "period: 2026-04"),
    Change("title.zh-Hans", "title: {zh-Hans: 培训, en: Course}"), englishTitle,
    Change("content", "content: Inhalt"), vocabulary,
    Change("output", "output: Seite"), templates,
    Change("trees", "trees: {handout: {edition: handout, audience: public}}"),
    Change("markdown.raw_html", "markdown: {raw_html: [roh]}"),
    Change("linked_folders", "", from: "linked_folders: [\"\(outside)\"]"),
    Change("paper", "paper: letter"), answers, proof,
    Change("units", "units: [天]"), Change("values", "values: {税率: 6%}"), retention, bands,
  ] + gates + sheets + fields + innerOfTrees + [probability]
}()

/// A page in English, which has the title in English.
private let englishTitle: Change = {
  var change = Change(
    "title.en", "title: {zh-Hans: 培训, en: Course}", from: "title: {zh-Hans: 培训, en: Training}")
  change.files["Content/one.en.md"] = "Text\n"
  return change
}()

/// A page that says until when it is kept.
private let retention: Change = {
  let trees = "trees: {participant: {edition: participant}, plans: {audience: self}}\n"
  var change = Change("retention", trees + "retention: 30d", from: trees)
  change.files["Content/plan.md"] = "---\neach: member\naudience: [self]\n---\n::goal\n"
  return change
}()

/// A team of three whose deals are listed under codes.
private let bands: Change = {
  let trees = "trees: {participant: {edition: participant}, team: {audience: team}}\n"
  var change = Change("bands", trees + "bands: [30000]", from: trees)
  change.files["salesbook.key"] = "salesbook-codes 2 " + String(repeating: "0f", count: 32) + "\n"
  change.files["Content/data/team.csv"] =
    "member,name,team\nlin,林,east\nbai,白,east\nwu,吴,east\n"
  change.files["Content/data/teams.csv"] = "team,name\neast,华东\n"
  change.files["Content/data/customers.csv"] =
    "customer_id,name,owner\na,甲公司,lin\nb,乙公司,bai\nc,丙公司,wu\n"
  change.files["Content/data/deals.csv"] =
    "deal_id,customer_id,stage,amount,created\nq,a,proposal,41230,2026-04-01\n"
    + "r,b,proposal,42340,2026-04-02\ns,c,proposal,43450,2026-04-03\n"
  for (name, header) in [
    ("orders", "customer_id,date,amount"), ("receivables", "customer_id,amount,due"),
  ] {
    change.files["Content/data/\(name).csv"] = header + "\n"
  }
  change.files["Content/team.md"] = "---\neach: team\naudience: [team]\n---\n::team\n"
  return change
}()

/// A plan page with sheets to write on and telephone numbers.
private let sheets: [Change] = [
  ("sheets.days", "sheets: {days: none}"), ("sheets.weeks", "sheets: {weeks: none}"),
  ("contact_details", "contact_details: []"),
].map { key, settings in
  let trees = "trees: {participant: {edition: participant}, plans: {audience: self}}\n"
  var change = Change(key, trees + settings, from: trees)
  change.files["Content/data/contacts.csv"] = "customer,name,phone\na,某,021-0000-0001\n"
  change.files["Content/plan.md"] =
    "---\neach: member\naudience: [self]\n---\n::customers\n\n::weeksheet\n\n::daysheet\n"
  return change
}

/// A plan page that its owner, managers and a group read, with all that is known of a customer.
private let fields: [Change] = {
  let trees =
    "trees: {participant: {edition: participant}, plans: {audience: self}, managers: {audience: manager}}\n"
  func group(_ keys: String) -> String { trees + "groups: {audit: {\(keys)}}\n" }
  let readers = "readers: [zhao]"
  let full = "customer: full, contact: full, phone: full, address: full, note: full"
  let all: [(key: String, before: String, after: String)] =
    [
      ("fields.customer.self", trees, trees + "fields: {customer: {self: code}}"),
      ("fields.customer.manager", trees, trees + "fields: {customer: {manager: code}}"),
      ("fields.contact.self", trees, trees + "fields: {contact: {self: masked}}"),
      ("fields.contact.manager", trees, trees + "fields: {contact: {manager: full}}"),
      ("fields.phone.self", trees, trees + "fields: {phone: {self: masked}}"),
      ("fields.phone.manager", trees, trees + "fields: {phone: {manager: masked}}"),
      ("fields.address.self", trees, trees + "fields: {address: {self: none}}"),
      ("fields.address.manager", trees, trees + "fields: {address: {manager: full}}"),
      ("fields.note.self", trees, trees + "fields: {note: {self: some}}"),
      ("fields.note.manager", trees, trees + "fields: {note: {manager: some}}"),
      ("groups", trees, group("\(readers), fields: {\(full)}")),
      ("groups.*.readers", trees, group("fields: {\(full)}")),
      (
        "groups.*.teams", group("\(readers), fields: {\(full)}"),
        group("\(readers), fields: {\(full)}, teams: [east]")
      ),
    ]
    + ["customer: code", "contact: masked", "phone: masked", "address: none", "note: some"].map {
      form in
      let key = String(form.prefix { $0 != ":" })
      let said = full.replacing("\(key): full", with: form)
      return (
        "groups.*.fields.\(key)", group("\(readers), fields: {\(full)}"),
        group("\(readers), fields: {\(said)}")
      )
    }
  return all.map { key, before, after in
    var change = Change(key, after, from: before)
    change.files["Content/data/contacts.csv"] =
      "customer,name,phone,address\na,某某,021-0000-0001,示例路一号\n"
    change.files["Content/plan.md"] =
      "---\neach: member\naudience: [self, manager]\n---\n::customers\n"
    return change
  }
}()

/// A page with a fault for each gate.
private let gates: [Change] = [
  ("time", "---\ntime: 30\n---\n:::discussion{time=5}\n甲\n:::\n"),
  ("objectives", "---\nobjectives: {o: 甲}\n---\n甲\n"),
  (
    "space",
    ":::exercise[一]\n::lines{n=1}\n\n:::answer\n\(String(repeating: "写", count: 45))\n:::\n:::\n"
  ),
  ("leak", "```solution\n七\n```\n"),
  ("translation", "---\ntime: 30\n---\n甲\n"),
].map { gate, page in
  var change = Change("gates.\(gate)", "gates: {\(gate): on}", from: "gates: {\(gate): off}")
  change.files["Content/g.md"] = page
  if gate == "translation" { change.files["Content/g.en.md"] = "Text.\n" }
  return change
}

/// A block that its author calls by a name of another tool.
private let vocabulary: Change = {
  var change = Change("vocabulary", "vocabulary: {note: key}")
  change.files["Content/v.md"] = ":::note\n甲\n:::\n"
  return change
}()

/// A book whose answers may stand at its end.
private let answers: Change = {
  var change = Change("answers", "answers: end")
  change.files["Content/b/index.md"] =
    "---\nbook: true\n---\n:::exercise[一]\n做\n\n:::solution\n答\n:::\n:::\n"
  return change
}()

/// A file beside the pages in which a telephone number of the tables stands.
private let proof: Change = {
  var change = Change(
    "proof.allow", "proof: {allow: [021-0000-0002]}", from: "proof: {allow: [021-0000-0001]}")
  change.files["Content/data/contacts.csv"] = "customer,name,phone\na,某,021-0000-0001\n"
  change.files["Content/proof.md"] = "[f](proof.txt)\n"
  change.files["Content/proof.txt"] = "02100000001\n"
  return change
}()

/// Keys below a name of the workspace's own choosing, and of the items of a list.
private let inner: [Change] = {
  func stage(_ values: String) -> String { "stages: {proposal: {\(values)}}" }
  func check(
    id: String = "k", when: String = "goal.gap > 1 元", say: String = "{zh-Hans: 缺, en: short}",
    level: String = "fail", _ rest: String = ""
  ) -> String {
    rest + "checks: [{id: \(id), if: \(when), say: \(say), level: \(level)}]"
  }
  let english = "language: en\n"
  return [
    Change("stages.*.status", stage("status: lost"), from: stage("status: open")),
    Change("checks[].id", check(id: "other"), from: check()),
    Change("checks[].if", check(when: "goal.gap < 1 元"), from: check()),
    Change("checks[].say.zh-Hans", check(say: "{zh-Hans: 差, en: short}"), from: check()),
    Change(
      "checks[].say.en", check(say: "{zh-Hans: 缺, en: far}", english), from: check(english)),
    Change("checks[].level", check(level: "warn"), from: check()),
  ]
}()

/// The chance of a stage, which a formula adds up.
private let probability: Change = {
  func stage(_ chance: String) -> String {
    "trees: {participant: {edition: participant}, plans: {audience: self}}\n"
      + "stages: {proposal: {status: open, probability: \(chance)}}\n"
  }
  var change = Change("stages.*.probability", stage("0.9"), from: stage("0.1"))
  change.files["Content/plan.md"] =
    "---\neach: member\naudience: [self]\n---\n`= SUM(deals.probability)`\n"
  return change
}()

/// The keys of one tree: the page with a secret is in one edition, and a page of plans in one folder.
private let innerOfTrees: [Change] = {
  func trees(_ values: String) -> String {
    "trees: {participant: {edition: participant}, more: {\(values)}}"
  }
  return [
    Change("trees.*.edition", trees("edition: facilitator"), from: trees("edition: participant")),
    Change("trees.*.audience", trees("audience: self"), from: trees("audience: public")),
  ].map { change in
    var change = change
    change.files["Content/g.md"] = ":::facilitator\n七\n:::\n"
    return change
  }
}()

/// Keys whose values have keys of the workspace's own choosing: they are tried as a whole, and what stands
/// below a name by its keys. (What `sql` holds is tried with a database, by the tests of queries.)
private let wholes: Set<String> = [
  "mapping", "date_order", "number_format", "exchange_rates", "encodings", "sql", "stages", "hours",
  "values", "tables", "checks", "trees", "owners", "groups",
]

/// A folder outside of every workspace here.
private let outside = URL(filePath: #filePath).deletingLastPathComponent().path

@Suite struct `A key of the settings` {
  private func workspace(_ change: Change, _ settings: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in tables { try folder.write("Content/data/" + name, text) }
    try folder.write(
      "Content/index.md", "---\nvalues: {税率: 5%}\n---\n# 首页\n\n```calc\n目标 = 35 家\n```\n")
    try folder.write("Content/roh/a.md", "# 页\n\n<b>粗</b>\n")
    for (path, text) in change.files {
      try folder.write(path, text)
      guard path.hasSuffix(".key") else { continue }
      // A key that others may read is refused.
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: folder(path))
    }
    if change.key == "linked_folders" {
      try FileManager.default.createSymbolicLink(
        atPath: folder("Content/fremd"), withDestinationPath: outside)
    }
    try folder.write("salesbook.yaml", settings + "\n")
    return folder
  }

  /// The plan as data, or the ids of what was refused.
  private func plan(_ change: Change, _ settings: String) throws -> String {
    let folder = try workspace(change, settings)
    // Two in the morning in China: in America it is still the day before.
    var request = PlanRequest(now: .seconds(1_778_004_000))
    request.source = folder.path
    request.period = Period(change.period)
    let read = try RequestedPlan.read(request)
    let errors = read.diagnostics.filter { $0.severity == .error }.map(\.id)
    guard let plan = read.value else { return errors.joined(separator: "\n") }
    return planJSON(
      plan.plan, in: plan.language, classes: plan.classes, checks: plan.checks
    ).text()
  }

  @Test(arguments: man + cadence + method + goals + reading + inner)
  private func `changes the plan, or is refused`(change: Change) throws {
    let before = try plan(change, change.before)
    #expect(before.hasPrefix("{") != change.startsRefused, "\(before)")
    #expect(try plan(change, change.after) != before)
  }

  /// The files that are built, and the ids of what was found.
  private func site(_ change: Change, _ settings: String) async throws -> [String: String] {
    let folder = try workspace(change, settings)
    var request = BuildRequest(now: .day(try #require(Day("2026-05-06"))))
    request.source = folder.path
    let report = try await buildSite(request, progress: ProgressLine(isShown: false))
    var files = try folder.files().filter {
      !$0.key.hasPrefix("Content/") && !$0.key.hasSuffix("salesbook.yaml")
    }
    files["found"] = report.diagnostics.map(\.id).sorted().joined(separator: "\n")
    return files
  }

  @Test(arguments: pages)
  private func `changes what is built, or is refused`(change: Change) async throws {
    let before = try await site(change, change.before)
    #expect(before["Output/participant/index.html"] != nil, "\(before["found"] ?? "")")
    #expect(try await site(change, change.after) != before)
  }

  @Test func `that editors complete is among those tried here`() {
    let tried = Set((man + cadence + method + goals + reading + pages + inner).map(\.key))
    #expect(tried.symmetricDifference(keys(of: settingsSchema())) == [])
  }

  /// The paths of the keys that hold a value.
  private func keys(of schema: JSON, at path: String = "") -> Set<String> {
    var schema = schema
    // A preset's name, or the values themselves.
    if case .array(let choices)? = schema[member: "anyOf"], let last = choices.last {
      schema = last
    }
    if wholes.contains(path) { return keysBelow(schema, at: path).union([path]) }
    guard case .members(let members)? = schema[member: "properties"] else { return [path] }
    return members.reduce(into: []) { keys, member in
      keys.formUnion(
        self.keys(of: member.value, at: path.isEmpty ? member.key : path + "." + member.key))
    }
  }
}

/// The keys below any name, or of any item, that a value may have.
private func keysBelow(_ schema: JSON, at path: String) -> Set<String> {
  let below = [("additionalProperties", ".*"), ("items", "[]")].compactMap { key, sign in
    schema[member: key].map { ($0, sign) }
  }
  return below.reduce(into: []) { keys, below in
    keys.formUnion(namedKeys(of: below.0, at: path + below.1))
  }
}

/// The keys of a value, and of the values in it.
private func namedKeys(of schema: JSON, at path: String) -> Set<String> {
  var schema = schema
  if case .array(let choices)? = schema[member: "anyOf"], let last = choices.last { schema = last }
  guard case .members(let members)? = schema[member: "properties"] else { return [] }
  return members.reduce(into: []) { keys, member in
    let key = path + "." + member.key
    let inside = namedKeys(of: member.value, at: key)
    keys.formUnion(inside.isEmpty ? [key] : inside)
  }
}

extension JSON {
  fileprivate subscript(member key: String) -> JSON? {
    guard case .members(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}
