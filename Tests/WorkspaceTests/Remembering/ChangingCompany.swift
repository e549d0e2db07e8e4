/// A company whose people work on their rows: several members in two teams with managers, and a table of every kind,
/// in which single cells and rows are changed at random.
struct ChangingCompany {
  let folder: TemporaryFolder
  private var dice: Dice
  private var tables: [String: [[String]]] = [:]
  private(set) var day = 6
  private var count = 0

  private static let members = ["lin", "bai", "che", "dan", "en"]
  private static let names = ["北方机械", "南方电子", "东山食品", "西湖纺织", "中原化工", "海滨水产"]
  private static let headers = [
    "team": "member,name,team,role,manager", "teams": "team,name",
    "customers":
      "customer_id,name,owner,M,A,N,close_date,segment,value_hint,first_contact,last_contact,address,note",
    "contacts": "customer,contact_name,title,role,reachable,phone",
    "deals": "deal_id,customer,amount,stage,status,created,expected_close,closed,owner",
    "orders": "order_id,customer,date,amount,owner",
    "activities": "customer,date,type,owner,hours,done",
    "receivables": "customer,amount,due,paid",
    "goals": "id,owner,dimension,metric,target,unit,start,end",
  ]

  init(seed: Int) throws {
    folder = try TemporaryFolder()
    dice = Dice(seed)
    fill()
    for table in tables.keys.sorted() { try write(table) }
    try folder.write("salesbook.yaml", "title: 计划\n")
    try folder.write("Content/index.md", "---\ntitle: 首页\n---\n[课程](course/index.md)\n")
    try folder.write("Content/course/index.md", "---\ntitle: 课程\nbook: true\n---\n::contents\n")
    try folder.write("Content/course/one.md", "---\ntitle: 第一课\n---\n## 开始\n\n南方电子说过\n")
    try folder.write(
      "Content/course/own.md",
      "---\ntitle: 大家的\naudience: [team]\n---\n::team\n")
    try folder.write(
      "Content/plan.md",
      "---\neach: member\n---\n::goal\n\n::customers\n\n::deals\n\n::collections\n\n::forecast\n\n::record\n"
    )
    try folder.write("Content/card.md", "---\neach: customer\npath: \"{customer}\"\n---\n::goal\n")
    try folder.write("Content/team.md", "---\neach: team\n---\n::team\n\n::members\n")
  }

  var now: String { "2026-05-" + (day < 10 ? "0" : "") + String(day) }

  private mutating func date(_ months: ClosedRange<Int>) -> String {
    let month = months.lowerBound + dice.roll(months.count)
    return "2026-0\(month)-\(10 + dice.roll(18))"
  }

  private mutating func fill() {
    tables["teams"] = [["east", "华东"], ["west", "华西"]]
    tables["team"] = Self.members.enumerated().map { number, id in
      let leader = number < 3 ? "lin" : "dan"
      return [
        id, "示例\(id)", number < 3 ? "east" : "west", id == leader ? "manager" : "member",
        id == leader ? "" : leader,
      ]
    }
    for name in Self.headers.keys where tables[name] == nil { tables[name] = [] }
    for number in 0..<30 {
      let owner = Self.members[number % 5]
      add(customer: "c\(number)", of: owner)
    }
    for (number, member) in Self.members.enumerated() {
      put(
        "goals",
        [
          "g\(number)", member, "performance", "amount", "\(20 + dice.roll(30))0000", "元",
          "2026-05-01",
          "2026-05-31",
        ])
    }
  }

  private mutating func add(customer id: String, of owner: String) {
    count += 1
    put(
      "customers",
      [
        id, dice.pick(Self.names) + "\(dice.roll(9))", owner, "\(1 + dice.roll(5))",
        "\(1 + dice.roll(5))", "\(1 + dice.roll(5))", date(5...8), dice.pick(["制造", "餐饮"]), "",
        date(1...2), date(3...4), "示例路\(dice.roll(90))号", dice.pick(["", "先问南方电子", "下周再谈"]),
      ])
    put(
      "contacts",
      [
        id, "示例\(count)", "总监", dice.pick(["decision", "influence", "unknown"]),
        dice.pick(["yes", "no"]),
        "1380000\(1000 + count)",
      ])
    put("activities", [id, date(1...2), "contact", owner, "1", "yes"])
    put("activities", [id, date(2...3), "visit", owner, "2", "yes"])
    for _ in 0..<dice.roll(4) {
      count += 1
      put("orders", ["o\(count)", id, date(2...4), "\(1 + dice.roll(90))0000", owner])
    }
    if dice.roll(3) == 0 {
      count += 1
      // Somebody else may have a deal with the customer.
      let seller = dice.roll(4) == 0 ? dice.pick(Self.members) : owner
      put(
        "deals",
        [
          "d\(count)", id, "\(1 + dice.roll(90))0000", "报价", "open", date(3...4), date(5...6), "",
          seller,
        ])
    }
    if dice.roll(4) == 0 {
      put("receivables", [id, "\(1 + dice.roll(9))2000", date(4...5), ""])
    }
  }

  private mutating func put(_ table: String, _ row: [String]) {
    tables[table, default: []].append(row)
  }

  private func write(_ table: String) throws {
    let rows = (tables[table] ?? []).map { $0.joined(separator: ",") }
    try folder.write(
      "Content/data/\(table).csv",
      ([Self.headers[table] ?? ""] + rows).joined(separator: "\n") + "\n")
  }

  /// Changes a cell of a random row of a table.
  private mutating func change(_ table: String, _ column: Int, to value: String) throws -> String {
    let number = dice.roll(max(1, tables[table]?.count ?? 0))
    guard let before = tables[table]?[number][column], before != value else { return "nothing" }
    tables[table]?[number][column] = value
    try write(table)
    return "\(table) \(number), column \(column): \(before) to \(value)"
  }

  /// Changes something; what was done, for whoever looks into a failure.
  mutating func change() throws -> String {
    switch dice.roll(24) {
    case 0...2: return try change("customers", 1, to: dice.pick(Self.names) + "\(dice.roll(9))")
    case 3...5: return try change("customers", 3 + dice.roll(3), to: "\(1 + dice.roll(5))")
    case 6: return try change("customers", 6, to: date(5...8))
    case 7: return try change("customers", 10, to: date(3...4))
    case 8: return try change("customers", 12, to: dice.pick(["先问北方机械3", "示例路12号", "再谈"]))
    case 9: return try change("customers", 8, to: "\(1 + dice.roll(9))0000")
    case 10:
      return try change("contacts", 1 + 4 * dice.roll(2), to: "1390000\(2000 + dice.roll(900))")
    case 11: return try change("contacts", 3, to: dice.pick(["decision", "influence", "user"]))
    case 12: return try change("customers", 2, to: dice.pick(Self.members))
    case 13: return try change("orders", 3, to: "\(1 + dice.roll(90))0000")
    case 14: return try change("activities", 2, to: dice.pick(["contact", "visit", "proposal"]))
    case 15: return try change("deals", 8, to: dice.pick(Self.members))
    case 16: return try change("receivables", 3, to: "2000")
    case 17: return try change("goals", 4, to: "\(20 + dice.roll(30))0000")
    case 18: return try change("team", 1, to: "示例\(dice.pick(["新", "旧"]))\(dice.roll(9))")
    case 19:
      let id = "n\(count)"
      add(customer: id, of: dice.pick(Self.members))
      for table in tables.keys.sorted() { try write(table) }
      return "new customer \(id)"
    case 20:
      let row = dice.roll(tables["contacts"]?.count ?? 1)
      tables["contacts"]?.remove(at: row)
      try write("contacts")
      return "contact \(row) less"
    case 21:
      try folder.write(
        "Content/course/one.md",
        "---\ntitle: 第一课\n---\n## 开始\n\n\(dice.pick(Self.names))\(dice.roll(9))说过\n")
      return "the course"
    case 22:
      day = min(28, day + 1)
      return "the next day"
    default:
      try folder.write(
        "Content/plan.md", "---\neach: member\n---\n::goal\n\n::customers\n\n第\(dice.roll(9))版\n")
      return "the plan's page"
    }
  }
}
