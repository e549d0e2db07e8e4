import Diagnostics
import Phrases
import SalesMethod
import Testing
import Wording

@testable import Workspace

/// A year of customers, orders and deals of one person; other numbers with another seed.
private func workspace(_ seed: Int) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let start = try #require(Day("2025-05-01"))
  var customers = "customer_id,name\n"
  var orders = "customer,date,amount\n"
  var activities = "customer,date,type\n"
  var deals = "deal_id,customer,amount,stage,status,created,expected_close,closed\n"
  for number in 0..<40 {
    let (id, met) = ("c\(number)", start.adding(days: (number * 7 + seed * 3) % 330))
    customers += "\(id),客户\(number)\n"
    activities += "\(id),\(met),contact\n"
    for order in 0..<((number + seed) % 4) {
      orders += "\(id),\(met.adding(days: 4 + order * (20 + seed))),\(9_000 + number * 700)\n"
    }
    let closed = met.adding(days: 6 + number % 30)
    let status = ["won", "lost", "open"][(number + seed) % 3]
    deals +=
      "d\(number),\(id),\(20_000 + number * 1_000),proposal,\(status),\(met),"
      + "\(met.adding(days: 40)),\(status == "open" ? "" : "\(closed)")\n"
  }
  for (name, text) in [
    "team.csv": "member,name,hours_per_day,selling_share\nlin,林,8,0.5\n",
    "customers.csv": customers, "orders.csv": orders, "activities.csv": activities,
    "deals.csv": deals,
    "goals.yaml":
      "- {id: g, owner: lin, dimension: performance, metric: amount, target: \(90_000 * (seed + 1)), "
      + "start: 2026-05-01, end: 2026-05-31}\n",
  ] { try folder.write("Content/data/" + name, text) }
  return folder
}

private func requested(_ seed: Int) throws -> RequestedPlan {
  var request = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
  let folder = try workspace(seed)
  request.source = folder.path
  request.period = .month(5, of: 2026)
  return try withExtendedLifetime(folder) { try #require(try RequestedPlan.read(request).value) }
}

@Suite struct `A plan as text` {
  @Test(arguments: 0...4) func `says the values of the plan, each on its line`(seed: Int) throws {
    let requested = try requested(seed)
    let (text, outlook) = (requested.text(in: .chinese), requested.plan.outlook)
    let lines = text.split(separator: "\n").map(String.init)
    // What cannot be told is a dash.
    let parts = [
      ("本期已成交", outlook.toldWon), ("+ 在途商机", outlook.toldDeals),
      ("+ 老客户", outlook.toldExisting), ("+ 接触中的客户", outlook.toldInProgress),
      ("+ 新的首次接触（", outlook.toldNewContacts), ("= 预计", outlook.toldExpected),
      ("新客户要补的缺口", outlook.gap),
    ]
    #expect(parts.count { $0.1 != nil } >= 4)
    for (title, amount) in parts {
      let found = lines.filter { $0.hasPrefix("  \(title)") }
      let said = amount.map { Digits.money($0) } ?? "—"
      #expect(found.count == 1 && found[0].hasSuffix(" " + said), "\(title)")
    }
    let interval = try #require(outlook.interval80)
    #expect(
      text.contains(
        "到 2026-05-31 有 80% 的可能落在 \(Digits.money(interval.low))–\(Digits.money(interval.high))\n"))
    let (commit, best) = (Digits.money(outlook.commit), Digits.money(outlook.bestCase))
    #expect(text.contains("到 2026-05-31：已成交加多半能赢的商机 \(commit)；到期的商机全赢时预计 \(best)\n"))
    for open in outlook.openDeals {
      let line = try #require(lines.first { $0.hasPrefix("  \(open.deal.id ?? "") ") })
      #expect(line.contains("  \(Digits.money(open.deal.amount))  "))
      #expect(line.contains("（已过期）") == open.isOverdue)
      #expect(line.contains(open.chance.map(Digits.chance) ?? "—"))
    }
  }

  @Test(arguments: 0...4) func `says the chance or why there is none, and one verdict`(seed: Int)
    throws
  {
    let requested = try requested(seed)
    let (text, plan) = (requested.text(in: .chinese), requested.plan)
    let verdict = try #require(plan.verdict)
    let standings = Verdict.Standing.allCases.map { $0.text(in: .chinese) + "：" }
    let said = text.split(separator: "\n").filter { line in
      standings.contains { line.hasPrefix($0) }
    }
    #expect(said == ["\(verdict.standing.text(in: .chinese))：\(verdict.reason.text(in: .chinese))"])
    if let chance = plan.outlook.saidChance {
      #expect(text.contains("到 2026-05-31 达成目标的把握 \(Digits.chance(chance))"))
    } else {
      #expect(text.contains("不给把握：") && !text.contains("达成目标的把握 "))
    }
    #expect(!text.contains("最终") && !text.contains("近期"))
  }

  @Test(arguments: 0...4) func `prints every note and every check of a goal`(seed: Int) throws {
    let requested = try requested(seed)
    for note in requested.plan.notes {
      #expect(requested.text(in: .chinese).contains("- \(note.text(in: .chinese))\n"))
    }
    let checks = requested.plan.goals.flatMap(\.checks)
    #expect(checks.contains { $0.status == .pass })
    for check in checks {
      #expect(requested.text(in: .chinese).contains("  \(check.id.rawValue) "))
      #expect(requested.text(in: .chinese).contains("  \(check.finding.text(in: .chinese))\n"))
    }
  }
}

@Suite struct `The record of a workspace` {
  private func record(_ seed: Int, months: Int) throws -> RequestedRecord {
    var request = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
    let folder = try workspace(seed)
    request.source = folder.path
    return try withExtendedLifetime(folder) {
      try #require(try RequestedRecord.read(request, months: months).value)
    }
  }

  @Test func `says of each month what was expected and what came`() throws {
    let requested = try record(1, months: 3)
    let entries = requested.record.entries
    #expect(entries.map { "\($0.said.month.start)" } == ["2026-02-01", "2026-03-01", "2026-04-01"])
    #expect(entries.allSatisfy { !$0.said.isKept && $0.said.asOf == $0.said.month.start })
    let lines = requested.text(in: .chinese).split(separator: "\n")
    for (line, entry) in zip(lines.dropFirst(), entries) {
      #expect(line.contains("  \(Digits.money(entry.said.expected))  "))
      #expect(line.contains("  \(Digits.money(entry.actual))  "))
      #expect(line.contains(entry.isInside ? "在区间内" : "在区间外"))
    }
    #expect(requested.text(in: .chinese).contains("3 个月里有 \(requested.record.inside) 个落在区间内"))
  }

  @Test func `asks for a member who is there`() throws {
    var request = PlanRequest(now: .day(try #require(Day("2026-05-06"))))
    let folder = try workspace(0)
    request.source = folder.path
    request.person = "bai"
    let read = try withExtendedLifetime(folder) { try RequestedRecord.read(request, months: 3) }
    #expect(read.value == nil && read.diagnostics.map(\.id) == ["plan.unknown-person"])
  }
}
