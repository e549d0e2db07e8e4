import Desk
import Diagnostics
import Formula
import Mustache
import Pages
import Rulebook
import SalesMethod
import Testing

@testable import Book

/// What one file of a page is made of, as a value.
@Suite struct `The parts of a file` {
  /// A page of the worked example with two blocks and a link to another page.
  private static let text = "::goal\n\n::customers\n\n[笔记](notes.md)\n"

  private static let notes = "---\naudience: self\n---\n# 笔记\n"

  private func site(_ text: String = text) -> MemorySite {
    var site = MemorySite.plan(text)
    site.files["Content/plans/notes.md"] = Self.notes
    return site
  }

  /// The parts of the member's plan, and the file that they become.
  private func made(_ site: MemorySite) async throws -> (parts: PageParts, file: OutputFile) {
    let all = try await site.parts()
    let parts = try #require(all.first { $0.entry.source == "plans/monthly.md" })
    var reader = CalculationReader(units: parts.rules.units)
    var renderer = PageRenderer(parts)
    let page = renderer.render(&reader)
    #expect(!page.outcome.diagnostics.hasErrors)
    return (parts, page.file)
  }

  @Test func `are the same for the same workspace, and so is the file`() async throws {
    let (first, second) = (try await made(site()), try await made(site()))
    #expect(first.parts == second.parts)
    #expect(first.parts.hashValue == second.parts.hashValue)
    #expect(first.file.bytes == second.file.bytes)
    #expect(!first.file.bytes.isEmpty)
  }

  /// What changes the file changes its parts.
  static let changes: [(String, @Sendable (inout MemorySite) -> Void)] = [
    ("the text", { $0.files["Content/plans/monthly.md"]? += "\n又一段。\n" }),
    (
      "a number",
      { site in
        site.files["Content/data/team.csv"] =
          "member,name,hours_per_day,selling_share\nlin,林,7,0.5\n"
      }
    ),
    ("a template that it names", { $0.templates["blocks/goal.mustache"] = "<p>目标</p>\n" }),
    ("a template behind one", { $0.templates["parts/head.mustache"] = "<head></head>\n" }),
    (
      "a word that its templates print",
      { $0.templates["locales/zh-Hans.yaml"] = words(changing: "nextStep", in: $0) }
    ),
    ("the day", { $0.now = "2026-05-07" }),
    ("the site's title", { $0.settings = "title: 别的站点\n" }),
    (
      "where a link leads",
      { $0.files["Content/plans/notes.md"]?.replace("audience", with: "slug: other\naudience") }
    ),
  ]

  @Test(arguments: changes) func `differ where the file does`(
    what: String, change: @Sendable (inout MemorySite) -> Void
  ) async throws {
    var changed = site()
    change(&changed)
    let (before, after) = (try await made(site()), try await made(changed))
    #expect(before.parts != after.parts, "\(what)")
    #expect(before.file.bytes != after.file.bytes, "\(what)")
  }

  /// What is nothing to the page makes no difference to its parts.
  static let elsewhere: [(String, @Sendable (inout MemorySite) -> Void)] = [
    ("a template that it does not reach", { $0.templates["blocks/grid.mustache"] = "<p></p>\n" }),
    (
      "a word that its templates do not print",
      { $0.templates["locales/zh-Hans.yaml"] = words(changing: "hoursTight", in: $0) }
    ),
    ("the text of another page", { $0.files["Content/plans/notes.md"]? += "\n更多。\n" }),
    ("a file beside the pages", { $0.files["Content/picture.svg"] = "<svg/>" }),
  ]

  @Test(arguments: elsewhere) func `are the same whatever is elsewhere`(
    what: String, change: @Sendable (inout MemorySite) -> Void
  ) async throws {
    var changed = site()
    change(&changed)
    let (before, after) = (try await made(site()), try await made(changed))
    #expect(before.parts == after.parts, "\(what)")
    #expect(before.parts.hashValue == after.parts.hashValue, "\(what)")
    #expect(before.file.bytes == after.file.bytes, "\(what)")
  }

  @Test func `of a page of text are the same whatever the settings say of plans`() async throws {
    func notes(_ settings: String) async throws -> PageParts {
      var site = site()
      site.settings = settings
      return try #require(try await site.parts().first { $0.entry.source == "plans/notes.md" })
    }
    let standard = try await notes("title: 站点\n")
    for settings in [
      "hours: {contact: 3}", "sheets: {days: none}", "units: [天]", "values: {税率: 6%}",
      "checks: [{id: k, if: goal.gap > 1 元, say: 缺, level: fail}]",
    ] {
      #expect(try await notes("title: 站点\n\(settings)\n") == standard, "\(settings)")
    }
    #expect(try await notes("title: 别的\n") != standard)
  }

  @Test func `differ where a word differs that only its labels say`() async throws {
    func lesson(_ word: String) async throws -> (PageParts, [UInt8]) {
      var site = site("[](#q)\n\n:::exercise[一]{#q}\n做\n:::\n")
      site.templates["blocks/exercise.mustache"] = "<div id=\"{{id}}\">{{{body}}}</div>\n"
      site.templates["locales/zh-Hans.yaml"] = Self.words(changing: "exercise", in: site)
        .replacing("exercise: 别的词", with: "exercise: \(word)")
      let made = try await made(site)
      return (made.parts, made.file.bytes)
    }
    let (first, second) = (try await lesson("练习"), try await lesson("任务"))
    #expect(first.1 != second.1)
    #expect(first.0 != second.0)
  }

  @Test func `hold the templates that they reach and no other`() async throws {
    let used = try #require(try await made(site()).parts.look.used)
    let names = used.templates.map(\.name)
    #expect(names.contains("blocks/goal") && names.contains("blocks/customers"))
    #expect(names.contains("pages/plan") && names.contains("parts/head"))
    #expect(!names.contains("blocks/grid") && !names.contains("pages/team"))
    #expect(!used.names.contains("label.hoursTight"))
  }

  /// The words of the theme with one of them changed.
  private static func words(changing key: String, in site: MemorySite) -> String {
    let words = site.theme.first { $0.path == "locales/zh-Hans.yaml" }?.bytes ?? []
    let lines = String(decoding: words, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.hasPrefix(key + ":") ? "\(key): 别的词" : String($0) }
      .joined(separator: "\n")
  }
}

extension MemorySite {
  /// What each file of each page is made of, in the order of the pages.
  fileprivate func parts() async throws -> [PageParts] {
    let period = try #require(Period(month))
    let today = try #require(Day(now))
    let request = GenerationRequest(period: period, asOf: today, jobs: 1)
    let settings = readSettings(
      self.settings.isEmpty ? nil : SourceFile(path: "salesbook.yaml", text: self.settings),
      templates: theme)
    let sources = sources(settings.value)
    let desk = try PlanDesk.read(
      sources.desk, settings.value, DeskRequest(period: period, asOf: today), read: sources.read)
    let read = try await BookSite.read(sources, at: desk.value, request)
    let site = try #require(read.value?.site)
    var reader = CalculationReader(units: site.rules.units)
    return try site.outline.entries.flatMap { entry in
      let read = try site.prepare(entry).value
      return site.instances(of: entry).compactMap { instance in
        read[instance.tree].map { site.assemble($0, instance, &reader, figures: [:]) }
      }
    }
  }
}
