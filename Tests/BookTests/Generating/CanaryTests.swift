import Foundation
import Testing

/// A value in every column of text and amounts, no two alike, of five people in two teams: what stands in
/// whose folder.
@Suite struct CanaryTests {
  private static let people = ["lin", "bai", "wu", "sun", "zheng"]
  private static let perPerson = 20

  /// A value of somebody, by whom it is known again.
  private struct Canary {
    let owner: String
    let text: String
    /// Whether managers see it too: all but the ways to reach customers.
    let isForManagers: Bool
  }

  private struct Company {
    var files: [String: String] = [:]
    var canaries: [Canary] = []
    private var count = 0

    /// The next value of a person.
    private mutating func text(_ owner: String, _ kind: String, managers: Bool = true) -> String {
      count += 1
      let text = "\(kind)示\(owner)\(10_000 + count)例"
      canaries.append(Canary(owner: owner, text: text, isForManagers: managers))
      return text
    }

    private mutating func phone(_ owner: String) -> String {
      count += 1
      let text = "1390000\(1_000 + count)"
      canaries.append(Canary(owner: owner, text: text, isForManagers: false))
      return text
    }

    private mutating func amount(_ owner: String) -> String {
      count += 1
      let text = "\(7_310_000 + count * 13)"
      canaries.append(Canary(owner: owner, text: text, isForManagers: true))
      return text
    }

    init() {
      var team = "member,name,team,role,manager\nchen,陈经理,east,manager,\nliu,刘经理,south,manager,\n"
      var customers =
        "customer_id,name,owner,M,A,N,close_date,segment,value_hint,contact,phone,address,note\n"
      var contacts = "customer,name,title,phone,address\n"
      var deals = "deal_id,customer,amount,stage,product,owner,created,expected_close\n"
      var orders = "order_id,customer,date,amount,product,contact,owner\n"
      var receivables = "customer,amount,due\n"
      var goals = ""
      for person in CanaryTests.people {
        let isEast = ["lin", "bai", "wu"].contains(person)
        team +=
          "\(person),\(text(person, "员")),\(isEast ? "east" : "south"),member,"
          + (isEast ? "chen\n" : "liu\n")
        goals +=
          "- {id: g-\(person), owner: \(person), dimension: performance, metric: amount, target: \(amount(person)), why: \(text(person, "因")), start: 2026-05-01, end: 2026-05-31}\n"
        for number in 0..<CanaryTests.perPerson {
          let id = text(person, "K")
          let day = 10 + number % 18
          customers +=
            "\(id),\(text(person, "客")),\(person),5,5,5,2026-05-\(day),,\(amount(person)),"
            + "\(text(person, "联", managers: false)),\(phone(person)),\(text(person, "址", managers: false)),\(text(person, "注"))\n"
          contacts +=
            "\(id),\(text(person, "人", managers: false)),,\(phone(person)),\(text(person, "路", managers: false))\n"
          deals +=
            "\(text(person, "D")),\(id),\(amount(person)),方案,产品甲,\(person),2026-04-\(day),2026-05-\(day)\n"
          orders +=
            "\(text(person, "O")),\(id),2026-04-\(day),\(amount(person)),产品甲,\(text(person, "购", managers: false)),\(person)\n"
          receivables += "\(id),\(amount(person)),2026-05-\(day)\n"
        }
      }
      files = [
        "Content/data/team.csv": team,
        "Content/data/teams.csv": "team,name\neast,华东\nsouth,华南\n",
        "Content/data/customers.csv": customers, "Content/data/contacts.csv": contacts,
        "Content/data/deals.csv": deals, "Content/data/orders.csv": orders,
        "Content/data/receivables.csv": receivables, "Content/data/goals.yaml": goals,
        "Content/plans/monthly.md":
          "---\neach: member\naudience: [self, manager]\npath: \"{month}\"\n---\n::summary\n\n::goal\n\n::customers\n\n::deals\n\n::collections\n\n::pareto\n\n::formula\n\n::workload\n\n::calendar\n\n::weeksheet\n\n::daysheet\n",
        "Content/team/index.md":
          "---\neach: team\naudience: [team, manager]\n---\n::team\n\n::members\n",
        "Content/all.md": "---\naudience: [team]\n---\n::team\n\n::members\n",
        "Content/index.md": "---\naudience: [public]\n---\n课程\n",
      ]
    }
  }

  private static let settings =
    "stages: {方案: {status: open, probability: 0.5}}\n"
    + "trees: {participant: {edition: participant}, plans: {audience: self}, managers: {audience: manager}, team: {audience: team}}\n"

  /// Whose values may stand in a folder.
  private func owners(of path: String) -> Set<String> {
    let parts = path.split(separator: "/").map(String.init)
    switch (parts[0], parts.count > 1 ? parts[1] : "") {
    case ("plans", let person): return [person]
    case ("managers", "chen"): return ["lin", "bai", "wu"]
    case ("managers", "liu"): return ["sun", "zheng"]
    default: return []
    }
  }

  @Test func `a thousand values stand in their owners' folders and nowhere else`() async throws {
    let company = Company()
    #expect(company.canaries.count >= 1_000)
    let site = MemorySite(files: company.files, settings: Self.settings)
    let result = try await site.generate()
    try #require(!result.problems.contains("proof.leak"), "\(result.problems)")
    let canaries = Dictionary(uniqueKeysWithValues: company.canaries.map { ($0.text, $0) })
    var seen: Set<String> = []
    for (path, page) in result.pages where path.contains("/") {
      let owners = owners(of: path)
      let isManagers = path.hasPrefix("managers/")
      for text in Self.tokens(path + "\n" + page) {
        guard let canary = canaries[text] else { continue }
        #expect(
          owners.contains(canary.owner) && (!isManagers || canary.isForManagers),
          "\(path): \(canary.text)")
        seen.insert(canary.text)
      }
    }
    // They are printed where they may be: names, numbers to call, addresses, amounts.
    #expect(seen.count > 400, "\(seen.count)")
    for kind in ["员", "客", "人", "路", "1390000"] {
      #expect(seen.contains { $0.hasPrefix(kind) }, "\(kind)")
    }
  }

  /// All in a text that could be a canary: digits, grouped or not, and what stands around `示…例`.
  private static func tokens(_ text: String) -> Set<String> {
    let bytes = Array(text.utf8).filter { $0 != UInt8(ascii: ",") }
    let (begin, end) = (Array("示".utf8), Array("例".utf8))
    var found: Set<String> = []
    var index = 0
    while index < bytes.count {
      if (0x30...0x39).contains(bytes[index]) {
        let digits = bytes[index...].prefix { (0x30...0x39).contains($0) }
        for length in [7, 11] {
          found.insert(String(decoding: digits.suffix(length), as: UTF8.self))
        }
        index = digits.endIndex
      } else if bytes[index...].starts(with: begin), index > 0 {
        let rest = bytes[index...].prefix(40)
        // One sign before it, of one byte or of three.
        let start = bytes[index - 1] < 0x80 ? index - 1 : max(0, index - 3)
        if let close = rest.indices.first(where: { rest[$0...].starts(with: end) }) {
          found.insert(String(decoding: bytes[start..<close + 3], as: UTF8.self))
        }
        index += begin.count
      } else {
        index += 1
      }
    }
    return found
  }
}
