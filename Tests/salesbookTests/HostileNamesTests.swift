import Foundation
import Testing
import Workspace

/// Names that were chosen to do harm, in every place that takes a name.
@Suite struct HostileNamesTests {
  private static let names = [
    "../../etc/passwd", "/etc/passwd", "..", "a/b", "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>", "'); alert(1); ('", "😀🎉", "\u{202E}fdp.exe", "con", "COM1",
    String(repeating: "长", count: 190), "{{title}}", "`= 1 + 1`", "**a** [x](javascript:alert(1))",
  ]

  private func site() throws -> Site {
    let site = try Site(kind: "team", language: "zh-Hans")
    func row(_ fields: [String]) -> String {
      fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
    try site.edit("Content/data/team.csv") { text in
      let head = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
      for name in Self.names {
        text += row(head.map { ["member": name, "name": name][$0] ?? "" })
      }
    }
    try site.edit("Content/data/customers.csv") { text in
      let head = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
      for name in Self.names {
        text += row(
          head.map { ["customer_id": name, "name": name, "owner": name, "note": name][$0] ?? "" })
      }
    }
    return site
  }

  @Test func `no name leaves Output, becomes markup or collides`() throws {
    let site = try site()
    let run = try site.run("build --now 2026-11-23")
    #expect(run.exit == 0, "\(run.stderr)")
    let beside = try FileManager.default.contentsOfDirectory(
      atPath: site.folder.deletingLastPathComponent().path)
    #expect(beside == ["mine"])
    let output = try site.output()
    for (path, bytes) in output where path.hasSuffix(".html") {
      let html = String(decoding: bytes, as: UTF8.self)
      for harm in ["<script>alert", "<img src=x", "href=\"javascript:"] {
        #expect(!html.contains(harm), "\(path) holds \(harm)")
      }
    }
    let folders = Set(output.keys.compactMap { $0.split(separator: "/").dropFirst().first })
    #expect(folders.allSatisfy { $0.utf8.count <= 255 && !$0.hasPrefix(".") })
    #expect(folders.count { $0.wholeMatch(of: /.*-?[0-9a-f]{8}/) != nil } >= Self.names.count)
  }

  @Test(.enabled(if: Browser.program != nil, "Chromium is not installed, so no page is opened"))
  func `no name runs in a browser`() throws {
    let site = try site()
    _ = try site.run("build --now 2026-11-23")
    let browser = try Browser()
    for page in try site.output().keys.filter({ $0.hasSuffix(".html") }).sorted() {
      let visit = try browser.visit(site.folder.appending(path: "Output/" + page))
      #expect(visit.complaints == [], "\(page)")
      #expect(visit.requests.allSatisfy { $0.hasPrefix("file:///") }, "\(page)")
    }
  }
}
