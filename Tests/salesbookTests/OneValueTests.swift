import Foundation
import Testing
import Workspace

/// A plan's numbers of the future stand on a page, in text, data and workbook, and `explain` has them.
///
/// Each says the same, and parts add up to their total in each.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no python3"))
struct `One number has one value` {
  /// The parts of what is expected, as data names them, in the order of every list.
  private static let parts = ["won", "deals", "existing", "inProgress", "newContacts"]
  private static let when = "--month 2026-12 --now 2026-12-03"

  private static let site = Result {
    let site = try Site(named: "one-value")
    let run = try site.run("build " + when)
    try #require(run.exit == 0, "\(run.stderr)")
    return site
  }

  private func data(_ site: Site, _ person: String) throws -> [String: Any] {
    let run = try site.run("plan --person \(person) --format json \(Self.when)")
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
    return try #require(plan["outlook"] as? [String: Any])
  }

  /// The rows of the text between the heading of the period's end and the next blank line, by label.
  private func text(_ site: Site, _ person: String) throws -> [Int] {
    let run = try site.run("plan --person \(person) --messages en \(Self.when)")
    let lines = run.stdout.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("By 2026-12-31") })
    return lines[(start + 1)...].prefix { !$0.isEmpty }.compactMap { line in
      line.hasPrefix("  ") ? amount(String(line.split(separator: " ").last ?? "")) : nil
    }
  }

  private func amount(_ text: String) -> Int? {
    Int(text.filter { $0 != "," && $0 != "¥" }.replacing("−", with: "-"))
  }

  /// The cells of a sheet of the person's workbook, row by row: numbers as numbers.
  private func sheet(_ name: String, _ site: Site, _ person: String) throws -> [[String]] {
    let file = site.folder.appending(path: "\(person).xlsx")
    let run = try site.run("export xlsx --force -o \(person).xlsx --person \(person) \(Self.when)")
    try #require(run.exit == 0, "\(run.stderr)")
    let read = try ProgramCall(
      "/usr/bin/python3", ["-c", Self.readSheet, file.path, name], environment: ["LANG": "C.UTF-8"]
    ).run()
    return String(decoding: read.output, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Reads a sheet of a workbook with nothing but Python's own library.
  private static let readSheet = """
    import re, sys, zipfile, xml.etree.ElementTree as tree
    book = zipfile.ZipFile(sys.argv[1])
    main = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    texts = [''.join(t.text or '' for t in item.iter(main + 't'))
             for item in tree.fromstring(book.read('xl/sharedStrings.xml')).iter(main + 'si')]
    names = [s.get('name') for s in tree.fromstring(book.read('xl/workbook.xml')).iter(main + 'sheet')]
    part = 'xl/worksheets/sheet%d.xml' % (names.index(sys.argv[2]) + 1)
    for row in tree.fromstring(book.read(part)).iter(main + 'row'):
        cells = []
        for cell in row.iter(main + 'c'):
            value = cell.find(main + 'v')
            if value is None: continue
            cells.append(texts[int(value.text)] if cell.get('t') == 's' else value.text)
        print('\\t'.join(cells))
    """

  @Test(arguments: ["sun", "li"])
  func `in data, text, workbook, page and explanation`(person: String) throws {
    let site = try Self.site.get()
    let outlook = try data(site, person)
    func said(_ key: String) throws -> Int { try #require(outlook[key] as? Int, "\(key)") }
    // A part that cannot be told is absent from the data, and a dash elsewhere.
    let told = Self.parts.compactMap { outlook[$0] as? Int }
    let values = Self.parts.map { outlook[$0] as? Int ?? 0 }
    #expect(told.count >= 4)
    let (expected, target) = (try said("expected"), try said("target"))
    let other = try said("other")
    #expect(values.reduce(other, +) == expected)
    let gap = target - values.prefix(4).reduce(other, +)
    #expect(try said("gap") == max(0, gap))
    #expect((outlook["surplus"] as? Int ?? 0) == max(0, -gap))

    let text = try text(site, person)
    #expect(Array(text.prefix(told.count)) == told, "the text")
    #expect(text.contains(expected) && text.contains(target) && text.contains(abs(gap)))

    let sheet = try sheet("预计", site, person)
    let amounts = sheet.compactMap { $0.count > 1 ? Double($0[1]).map { Int($0) } : nil }
    #expect(Array(amounts.prefix(told.count)) == told, "the sheet of the outlook")
    #expect(amounts.contains(expected))
    let workload = try self.sheet("工作量", site, person)
    let lines = [("目标业绩", target), ("在谈商机预计成交，截至 2026-12-31", values[1]), ("新客户缺口", max(0, gap))]
    for (label, value) in lines {
      let row = try #require(workload.first { $0.first == label }, "\(label)")
      #expect(Double(row[1]) == Double(value), "\(label)")
    }

    let place = site.folder.appending(path: "Output/plans/\(person)/2026-12.html")
    let page = try String(contentsOf: place, encoding: .utf8)
    for (key, value) in zip(Self.parts + ["expected"], values + [expected])
    where outlook[key] != nil {
      #expect(page.contains("¥" + grouped(value)), "\(key) of the page")
      guard ["deals", "expected"].contains(key) else { continue }
      let answer = try site.run(
        "explain outlook.\(key) --person \(person) --messages en \(Self.when)")
      let result = answer.stdout.split(separator: "\n").first { $0.hasPrefix("Result: ") }
      let number = try #require(result.flatMap { amount(String($0.dropFirst(8))) })
      #expect(number == value, "explain \(key)")
    }
  }

  private func grouped(_ value: Int) -> String {
    let digits = String(value)
    return digits.enumerated().map { index, digit in
      let left = digits.count - index
      return (index > 0 && left % 3 == 0 ? "," : "") + String(digit)
    }.joined()
  }
}
