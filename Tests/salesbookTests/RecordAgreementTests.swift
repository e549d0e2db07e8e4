import Foundation
import Testing

/// What pages show of past months is what `salesbook record` prints: of a person and of a team, of plans
/// that were kept and of those computed again.
@Suite struct `The record on pages and by command` {
  private final class Folder {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "salesbook-record-\(UUID().uuidString)")

    init() throws {
      var customers = "customer_id,name,owner,first_contact\n"
      var orders = "customer,date,amount\n"
      for number in 0..<60 {
        let owner = ["lin", "bai", "tao"][number % 3]
        customers += "c\(number),客户\(number),\(owner),2025-0\(4 + number % 6)-0\(1 + number % 9)\n"
        // Orders on one day of some of the months from May 2025 to April 2026.
        for month in 0..<12 where (number * 7 + month * 5) % 6 < 2 {
          let (year, of) = (2025 + (month + 4) / 12, (month + 4) % 12 + 1)
          let date = "\(year)-\(of < 10 ? "0" : "")\(of)-\(10 + (number * 3 + month) % 18)"
          orders += "c\(number),\(date),\(1_000 + (number * 37 + month * 911) % 7_000)\n"
        }
      }
      try write("Content/data/team.csv", "member,name,team\nlin,林,east\nbai,白,east\ntao,陶,east\n")
      try write("Content/data/teams.csv", "team,name\neast,华东\n")
      try write("Content/data/customers.csv", customers)
      try write("Content/data/orders.csv", orders)
      try write(
        "Content/data/goals.yaml",
        "- {id: g, owner: lin, dimension: performance, metric: amount, target: 30000, unit: 元, "
          + "start: 2026-02-01, end: 2026-02-28}\n")
      try write("Content/plan.md", "---\ntitle: 计划\neach: member\n---\n\n::record\n")
      try write(
        "Content/team.md",
        "---\ntitle: 团队\neach: team\naudience: [manager]\n---\n\n::record\n")
      try write(
        "salesbook.yaml",
        "kept_plans: Plans\ntrees:\n  plans: {audience: self}\n  team: {audience: manager}\n")
    }

    deinit { try? FileManager.default.removeItem(at: path) }

    func write(_ name: String, _ text: String) throws {
      let file = path.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    func run(_ command: String) throws -> String {
      let run = try Program.run("\"$0\" " + command, in: path)
      try #require(run.exit == 0, "\(command): \(run.stderr)")
      return run.stdout
    }

    /// The one page whose path ends so.
    func page(_ suffix: String) throws -> String {
      let output = path.appending(path: "Output")
      let names = try FileManager.default.subpathsOfDirectory(atPath: output.path)
      let name = try #require(names.first { $0.hasSuffix(suffix) }, "\(names.sorted())")
      return try String(contentsOf: output.appending(path: name), encoding: .utf8)
    }
  }

  private struct Said: Decodable {
    struct Entry: Decodable {
      let person: String
      let month: String
      let kept: Bool
      let target: Double?
      let expected: Double
      let interval80: [Double]
      let actual: Double
      let inside: Bool
    }

    let entries: [Entry]
  }

  private static func grouped(_ value: Double) -> String {
    let digits = String(Int(value))
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  @Test func `are the same, number by number`() throws {
    let folder = try Folder()
    let now = "--now 2026-05-06"
    let march = try folder.run("plan --person lin --month 2026-03 --now 2026-03-01 --format json")
    try folder.write("Plans/2026-03-lin.json", march)
    _ = try folder.run("build \(now) -q")
    let said = try JSONDecoder().decode(
      Said.self, from: Data(folder.run("record --format json \(now)").utf8))
    let mine = said.entries.filter { $0.person == "lin" }
    #expect(mine.count == 6 && mine.contains { $0.kept })
    let page = try folder.page("plans/lin/plan.html")
    let rows = page.split(separator: "<tr><th scope=\"row\">").dropFirst().map(String.init)
    for (row, entry) in zip(rows, mine) {
      let ends = entry.interval80.map(Self.grouped)
      #expect(row.contains(">¥\(Self.grouped(entry.expected))</td>"), "\(row)")
      #expect(row.contains(">¥\(ends[0])–\(ends[1])</td>"), "\(row)")
      #expect(row.contains(">¥\(Self.grouped(entry.actual))</td>"), "\(row)")
      #expect(row.contains("留存的计划") == entry.kept, "\(row)")
      #expect(row.contains(entry.inside ? ">是</td>" : ">否</td>"), "\(row)")
      #expect(row.contains("¥30,000") == (entry.target != nil), "\(row)")
    }
    // The sentence below the table is the last line but the notes of the command.
    for (person, path) in [("--person lin", "plans/lin/plan.html"), ("", "team/east.html")] {
      let text = try folder.run("record \(person) \(now) --messages zh-Hans")
      let line = try #require(
        text.split(separator: "\n").first {
          $0.contains("落在区间内") && !$0.contains("：") || $0.hasPrefix("合计：")
        })
      let sentence = line.hasPrefix("合计：") ? line.dropFirst(3) : line[...]
      #expect(try folder.page(path).contains(sentence), "\(sentence)")
    }
  }
}
