import Foundation
import Testing

/// What an audience may not see is not in the bytes of its tree, whatever hides it on the screen.
@Suite struct LeakTests {
  @Test func `a customer's name stands in its owner's folder and the manager's, and nowhere else`()
    throws
  {
    let site = try Site(named: "site")
    try site.build()
    let table = try String(
      contentsOf: site.folder.appending(path: "Content/data/customers.csv"), encoding: .utf8)
    let rows = table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    try #require(rows.first?.prefix(3) == ["customer_id", "name", "owner"])
    let examples = try self.examples(of: site)
    // The course's examples have invented some of the same names.
    let own = rows.dropFirst().filter { examples.range(of: Data($0[1].utf8)) == nil }
    var named = 0
    for (path, bytes) in try site.output() where !path.hasSuffix(".json") {
      for row in own where bytes.range(of: Data(row[1].utf8)) != nil {
        let isTheirs = path.hasPrefix("plans/\(row[2])/")
        let isAbove = try path.hasPrefix("managers/\(site.manager(of: row[2]))/")
        #expect(isTheirs || isAbove, "\(path) names \(row[1]) of \(row[2])")
        if isTheirs { named += 1 }
      }
    }
    #expect(named > 250, "the plans name their customers")
  }

  @Test func `nor does a telephone number or an address, with a manager's tree beside it`() throws {
    let site = try Site(named: "site")
    try site.edit("salesbook.yaml") { settings in
      settings += """

        trees:
          participant: { edition: participant, audience: public }
          facilitator: { edition: facilitator, audience: public }
          plans: { audience: self }
          managers: { audience: manager }
          team: { audience: team }

        """
    }
    try site.edit("Content/plans/monthly.md") { page in
      page = page.replacingOccurrences(of: "\"{month}\"", with: "\"{member}/{month}\"")
    }
    try site.build()
    let table = try String(
      contentsOf: site.folder.appending(path: "Content/data/customers.csv"), encoding: .utf8)
    var owners: [String: String] = [:]
    for row in table.split(separator: "\n").dropFirst() {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      owners[cells[0]] = cells[2]
    }
    let number = /021-0\d00-(\d{4})/
    var seen = 0
    for (path, bytes) in try site.output() where !path.hasSuffix(".json") {
      let text = String(decoding: bytes, as: UTF8.self)
      let found = text.matches(of: number).map { String($0.1) }
      for id in found {
        #expect(path.hasPrefix("plans/\(owners["C" + id] ?? "")/"), "\(path): \(id)")
      }
      if !path.hasPrefix("plans/") { #expect(!text.contains("示例路"), "\(path)") }
      seen += found.count
    }
    #expect(seen > 200, "the plans say how their customers are reached")
  }

  /// All that the examples' tables and the course's pages say.
  private func examples(of site: Site) throws -> Data {
    let content = site.folder.appending(path: "Content")
    return try FileManager.default.subpathsOfDirectory(atPath: content.path)
      .filter { $0.hasPrefix("data/examples/") || $0.hasSuffix(".md") }
      .compactMap { FileManager.default.contents(atPath: content.appending(path: $0).path) }
      .reduce(Data(), +)
  }

  @Test func `a participant's pages hold no facilitator's words`() throws {
    let site = try Site(named: "site")
    let secret = "只给讲师看的一句话"
    try site.edit("Content/course/part-3.md") { text in
      text += "\n\n:::facilitator\n\(secret)\n:::\n"
    }
    try site.build()
    let holding = try site.output()
      .filter { $0.value.range(of: Data(secret.utf8)) != nil }.keys
    #expect(!holding.isEmpty)
    #expect(holding.allSatisfy { $0.hasPrefix("facilitator/") }, "\(holding.sorted())")
  }

  /// The answers of the course's blanks: shares and classes of part 3, sums of part 4.
  @Test(arguments: ["", "en/"])
  func `what the course asks is answered on the facilitator's pages alone`(language: String)
    throws
  {
    let site = try Site(named: "site")
    try site.build()
    let output = try site.output()
    func page(_ edition: String, _ name: String) throws -> String {
      let bytes = try #require(output["\(edition)/\(language)course/\(name).html"])
      return String(decoding: bytes, as: UTF8.self)
    }
    for (name, answers) in [
      (
        "part-3", ["49.4%", "30.6%", "12.9%", "7.1%", "class=\"answer\">A<", "class=\"answer\">D<"]
      ),
      ("part-4", ["<mn>448</mn>", "<mn>288</mn>", "<mn>212</mn>"]),
    ] {
      let (asked, answered) = (try page("participant", name), try page("facilitator", name))
      for answer in answers {
        #expect(answered.contains(answer), "\(name): \(answer)")
        #expect(!asked.contains(answer), "\(name): \(answer)")
      }
      #expect(!asked.contains("answer\""), "\(name) marks an answer")
    }
    // What participants work out is no name that the page's own program computes.
    let asked = try page("participant", "part-4")
    for name in language.isEmpty ? ["成交数", "小时数", "还差"] : ["hours_needed", "short_by"] {
      #expect(asked.contains(">\(name.replacing("_", with: "\u{A0}"))</span>"))
      #expect(!asked.contains("&quot;n&quot;:&quot;\(name)&quot;"))
    }
  }
}
