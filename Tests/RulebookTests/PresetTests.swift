import Diagnostics
import Foundation
import Phrases
import SalesMethod
import Testing
import Theme
import YAML

@testable import Rulebook

@Suite struct `A preset of the method` {
  private static let builtIn = embeddedFiles.filter { $0.path.hasPrefix("presets/") }
    .map { SourceFile(path: $0.path, text: $0.text) }
  private static let presets = Presets(builtIn, in: "Templates")

  /// What settings say of the method, with the built-in presets and these.
  private func read(
    _ settings: String, with own: [String: String] = [:]
  ) -> Parsed<MethodSettings> {
    let files =
      Self.builtIn
      + own.sorted { $0.key < $1.key }.map {
        SourceFile(path: "presets/\($0.key).yaml", text: $0.value)
      }
    let read = readSettings(SourceFile(path: "salesbook.yaml", text: settings), templates: files)
    return Parsed(read.value.method, read.diagnostics)
  }

  @Test func `stands in a file of its own under its name`() {
    #expect(
      Self.presets.names == [
        "auto-4s", "b2b-slow", "pharma-cn", "standard-1331", "sum-score", "variant-5tier",
      ])
  }

  @Test(arguments: ["README.md", "README.zh-Hans.md"])
  func `is named in both introductions`(path: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../" + path).standardizedFileURL
    let text = try String(contentsOf: file, encoding: .utf8)
    for name in Self.presets.names { #expect(text.contains("`\(name)`"), "\(name)") }
  }

  @Test(arguments: presets.names)
  func `writes out every value, each of them right`(name: String) throws {
    let read = try #require(Self.presets.rules(named: name))
    #expect(read.diagnostics == [])
  }

  @Test func `of the standard table says what holds where nothing is said`() throws {
    let rules = try #require(Self.presets.rules(named: "standard-1331")).value
    #expect(rules.man == ManRule())
    #expect(rules.cadence == Cadence())
  }

  @Test func `with five tiers puts MaN to the single letters`() {
    #expect(
      read("man: {table: variant-5tier}").value.man
        == ManRule(scheme: .letters(LetterTable(withoutAuthority: .c))))
  }

  @Test func `by the sum has bounds in place of rows`() {
    #expect(read("man: {table: sum-score}").value.man.scheme == .sum(SumBands()))
  }

  @Test func `of car dealers decides within half a month and a month`() {
    let rule = read("man: auto-4s").value.man
    #expect(rule.near == .days(15) && rule.mid == 30)
    #expect(read("cadence: auto-4s").value.cadence.a.gap == 2)
  }

  @Test func `is overridden in single values`() {
    let read = read(
      """
      man: { preset: b2b-slow, near: 45d, chances: { A: 0.4 }, table: { MaN: C } }
      cadence: { preset: pharma-cn, A: { visits: 8 } }
      """)
    #expect(read.diagnostics == [])
    let man = read.value.man
    #expect(man.near == .days(45) && man.mid == 180)
    #expect(man.chances == ClassChances(a: 400))
    #expect(man.scheme == .letters(LetterTable(withoutAuthority: .c)))
    let halfHour = WorkingTime(thousandthsOfHour: 500)
    #expect(read.value.cadence.a == Cadence.Visits(perMonth: 8, gap: 2, time: halfHour))
    #expect(read.value.cadence.b == Cadence.Visits(perMonth: 3, gap: 5, time: halfHour))
  }

  @Test func `need not be named where the table is written out`() {
    let rows = read(
      "man: { table: { MAN: A, MAn: A, MaN: B, mAN: B, maN: C, mAn: C, Man: D, man: D } }")
    #expect(rows.diagnostics == [])
    #expect(
      rows.value.man.scheme == .letters(LetterTable(withoutNeed: .a, moneyOnly: .d)))
    let sum = read("man: { unknown: D, table: { sum: { A: 0.9, B: 0.6, C: 0.3 } } }")
    #expect(sum.diagnostics == [])
    #expect(sum.value.man.scheme == .sum(SumBands(a: 900, b: 600, c: 300)))
    #expect(sum.value.man.leastUnknown == .d)
  }

  @Test func `of one's own is a copy with another name`() throws {
    let standard = try #require(Self.builtIn.first { $0.path.hasSuffix("standard-1331.yaml") })
    let own = String(decoding: standard.bytes, as: UTF8.self).replacing(
      "near: 30d", with: "near: 7d")
    let read = read("man: ours", with: ["ours": own])
    #expect(read.diagnostics == [])
    #expect(read.value.man.near == .days(7))
  }

  @Test func `that leaves a value out says which`() {
    let read = read("man: ours", with: ["ours": "man: {near: 7d}\ncadence: {}\n"])
    #expect(read.diagnostics.count == Presets.values.count - 1)
    #expect(read.diagnostics.allSatisfy { $0.id == "preset.missing-value" })
    #expect(
      read.diagnostics.contains { $0.message.english == "the preset “ours” does not say man.table" }
    )
    #expect(read.diagnostics.first?.place.path == "Templates/presets/ours.yaml")
  }

  @Test func `that names another is told to write its values out`() throws {
    let standard = try #require(Self.builtIn.first { $0.path.hasSuffix("sum-score.yaml") })
    let own = String(decoding: standard.bytes, as: UTF8.self).replacing(
      "    sum: { A: 0.8, B: 0.5, C: 0.25 }", with: "    sum-score")
    let problem = try #require(read("man: ours", with: ["ours": own]).diagnostics.first)
    #expect(problem.id == "preset.by-name")
    #expect(problem.place.line == 15 && problem.place.column == 5)
  }

  /// Settings with a mistake: its id, line, column and a part of the help.
  @Test(arguments: [
    ("man: {table: standard-1313}", "settings.unknown-preset", 14, "standard-1331"),
    ("man: pharma", "settings.unknown-preset", 6, "pharma-cn"),
    ("cadence: {preset: b2b-slo}", "settings.unknown-preset", 19, "b2b-slow"),
    ("man: {table: {MAn: E}}", "man-table.wrong-value", 20, "one of A, B, C, D"),
    ("man: {table: {NAM: A}}", "man-table.unknown-key", 15, "MAN"),
    ("man: {table: {MaN: D}}", "man-table.order", 20, "exchange the classes"),
    ("man: {table: {sum: {A: 0.5}, man: D}}", "man-table.rows-and-sum", 14, "preset:"),
    ("man: {table: {preset: sum-score, man: D}}", "man-table.rows-and-sum", 14, "preset:"),
    ("man: {table: {sum: {A: 0.4, B: 0.5}}}", "man-table.bands", 20, "highest bound at A"),
    ("man: {table: {sum: {A: 1.5}}}", "sum.wrong-value", 24, "three decimals"),
    ("man: {near: 30d, mid: 20d}", "man-settings.horizons", 23, "mid longer"),
    ("man: {near: bald}", "man-settings.wrong-value", 13, "period_end"),
    ("man: {scale: [5, 1]}", "man-settings.wrong-value", 14, "[1, 5]"),
    ("man: {unknown: A}", "man-settings.wrong-value", 16, "C, or D"),
    ("man: {chances: {A: 2}}", "chances.wrong-value", 20, "three decimals"),
    ("cadence: {A: {visits: 40}}", "cadence-settings.wrong-value", 23, "0 to 31"),
  ])
  func `is named and changed with help for every mistake`(
    settings: String, id: String, column: Int, help: String
  ) throws {
    let read = read(settings)
    #expect(read.diagnostics.map(\.id) == [id])
    let problem = try #require(read.diagnostics.first)
    #expect(problem.place.path == "salesbook.yaml")
    #expect(problem.place.line == 1 && problem.place.column == column)
    let told = [problem.expected, problem.fix].compactMap { $0?.english }.joined()
    #expect(told.contains(help))
  }
}
