import Foundation
import Testing

/// Not only names: what the tables hold of a customer reaches its owner's plan and no other byte.
///
/// Two members each get a customer whose every cell could have come from nowhere else, and every page
/// asks for these cells.
@Suite struct MarkedCustomerTests {
  /// A customer with its own words and numbers in every table.
  private struct Marked {
    let owner: String
    let id: String
    let name: String
    let contact: String
    let phone: String
    /// Whole units; the order is one more, the deal two, the bill three.
    let amount: Int
    let contacted: String
    let close: String
    /// When the deal is expected and when the bill is due.
    let later: [String]

    var address: String { "\(id)路" }

    var note: String { "\(id)的备注：请打\(phone)" }

    /// The rows that are added, by table.
    var rows: [String: String] {
      [
        "customers":
          "\(id),\(name),\(owner),5,5,5,\(close),,\(amount),,,\(contacted),\(address),\(note)",
        "contacts": "\(id),\(contact),,decision,yes,\(phone)",
        "orders": "\(id)-O,\(id),2026-10-20,\(amount + 1),商用净水机S20,1,\(contact),\(owner)",
        "deals":
          "\(id)-D,\(id),\(amount + 2),需求确认,open,2026-11-02,\(later[0]),,\(owner),软水机R3",
        "receivables": "\(id),\(amount + 3),\(later[1]),,",
      ]
    }

    /// What the owner's plan prints of it.
    var printed: [String] {
      [id, name, contact, phone, address, note, contacted, close, later[0]]
        + [amount + 1, amount + 2].map(grouped)
    }

    /// All that no other file may hold, amounts and dates in each way they could be written.
    var secrets: [String] {
      let days = [contacted, close] + later
      return [id, name, contact, phone] + days.flatMap(writings)
        + (0...3).flatMap { [String(amount + $0), grouped(amount + $0)] }
    }

    private func grouped(_ amount: Int) -> String {
      let digits = Array(String(amount))
      return digits.indices.reduce(into: "") { text, index in
        if index > 0, (digits.count - index) % 3 == 0 { text += "," }
        text.append(digits[index])
      }
    }

    private func writings(_ day: String) -> [String] {
      let parts = day.split(separator: "-").compactMap { Int($0) }
      return [day, "\(parts[0])年\(parts[1])月\(parts[2])日", "\(parts[0])/\(parts[1])/\(parts[2])"]
    }
  }

  private static let marked = [
    Marked(
      owner: "qian", id: "MQ7Z1", name: "梧桐记号有限公司", contact: "记号甲", phone: "13900073104",
      amount: 7_310_400, contacted: "2026-09-27", close: "2028-02-17",
      later: ["2027-11-27", "2027-10-29"]),
    Marked(
      owner: "sun", id: "MS8Y2", name: "银杏记号有限公司", contact: "记号乙", phone: "13900086420",
      amount: 8_642_100, contacted: "2026-08-16", close: "2028-03-21",
      later: ["2027-12-23", "2027-09-28"]),
  ]

  /// Every field of the rows, of one's own data where one may see it.
  private static let tables = """


    ::table{fill=customers cols="编号=id, 客户=name, 备注=note, 联系=last_contact, 成交=close, 额=amount, 值=value" where="value > 7000000 元"}

    ::table{fill=deals cols="客户=customer, 额=amount, 日期=expected_close" where="amount > 7000000 元"}

    """

  /// The sample with the marked customers, and with their tables on pages of every kind.
  private func site() throws -> Site {
    let site = try Site(named: "site")
    for customer in Self.marked {
      for (table, row) in customer.rows {
        try site.edit("Content/data/\(table).csv") { $0 += row + "\n" }
      }
    }
    try site.edit("Content/plans/monthly.md") { $0 += Self.tables }
    // Who may see none of it gets the tables empty, though they ask for these very members.
    try site.edit("Content/team/index.md") { page in
      page = page.replacingOccurrences(of: "[team, manager]", with: "[team]")
    }
    for page in ["team/index", "course/part-3", "course/part-3.en"] {
      for customer in Self.marked {
        let asked = Self.tables.replacing("fill=", with: "member=\(customer.owner) fill=")
        try site.edit("Content/\(page).md") { $0 += asked }
      }
    }
    return site
  }

  @Test func `ids, amounts, notes, dates and phones stand in the owner's folder alone`() throws {
    let site = try site()
    try site.build()
    let output = try site.output()
    for customer in Self.marked {
      let plan = try #require(output["plans/\(customer.owner)/2026-12.html"])
      for text in customer.printed {
        #expect(plan.range(of: Data(text.utf8)) != nil, "\(customer.owner)'s plan lacks \(text)")
      }
      let manager = try site.manager(of: customer.owner)
      for (path, bytes) in output
      where !path.hasPrefix("plans/\(customer.owner)/")
        && !path.hasPrefix("managers/\(manager)/\(customer.owner)/")
      {
        for secret in customer.secrets {
          #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(path) holds \(secret)")
        }
      }
    }
    #expect(output.count > 40)
  }
}
