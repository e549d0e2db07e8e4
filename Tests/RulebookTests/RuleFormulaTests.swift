import Diagnostics
import Foundation
import Phrases
import SalesMethod
import Testing
import Wording
import YAML

@testable import Rulebook

@Suite struct `A company's own rule for the classes` {
  private func read(_ settings: String, preset: String? = nil) -> Parsed<ManRule> {
    let own = preset.map { [SourceFile(path: "presets/own.yaml", text: $0)] } ?? []
    let read = readSettings(SourceFile(path: "salesbook.yaml", text: settings), templates: own)
    return Parsed(read.value.method.man, read.diagnostics)
  }

  private func readings(_ entries: [LetterEntry]) -> LetterReadings {
    let read = zip(Letter.allCases, entries).map {
      LetterReading($0, entered: $1, on: .oneToFive)
    }
    return LetterReadings(money: read[0], authority: read[1], need: read[2])
  }

  private func base(_ rule: ManRule, _ entries: LetterEntry...) -> String {
    let found = Classification(
      readings(entries), close: CloseReading(nil, by: rule, asOf: day, periodEnd: day), rule: rule)
    return found.base.rawValue + found.potential.rawValue
  }

  private let day = Day(number: 20_000)

  private static let needFirst = #"""
    man:
      rule: IF(N = "no", "D", IF(M = "yes" and A = "yes" and N = "yes", "A", IF(M = "yes" or A = "yes", "B", "C")))
    """#

  @Test func `gives the class of every state of the letters`() {
    let read = read(Self.needFirst)
    #expect(read.diagnostics == [])
    let rule = read.value
    #expect(base(rule, .yes, .yes, .yes) == "AA")
    #expect(base(rule, .yes, .yes, .no) == "DD")
    #expect(base(rule, .score(thousandths: 4000), .score(thousandths: 2000), .yes) == "BB")
    #expect(base(rule, .unknown, .yes, .yes) == "BA")
    #expect(base(rule, .no, .no, .yes) == "CC")
    // With an unknown letter nobody falls below C unless `unknown: D` says so.
    #expect(base(rule, .unknown, .no, .no) == "CD")
    #expect(rule.scheme.ruleText?.hasPrefix("IF(N = \"no\"") == true)
  }

  @Test func `may look at scores, halves and words included, and at values of the settings`() {
    let read = read(
      """
      values: {强需求: 4}
      man:
        rule: >-
          IF(IFERROR(N_score, 0) >= 强需求 and IFERROR(M_score, 0) >= 3, "A",
          IF(IFERROR(M_score + N_score, 0) >= 5, "B", "D"))
      """)
    #expect(read.diagnostics == [])
    let rule = read.value
    #expect(base(rule, .score(thousandths: 3500), .no, .score(thousandths: 4000)) == "AA")
    #expect(base(rule, .score(thousandths: 2900), .no, .score(thousandths: 4000)) == "BB")
    #expect(base(rule, .level(.middle), .no, .yes) == "AA")
    #expect(base(rule, .level(.low), .yes, .score(thousandths: 3999)) == "DD")
    #expect(base(rule, .yes, .yes, .unknown) == "CA")
  }

  @Test(arguments: [
    ("rule: [a]", "man-rule.text", 9),
    (#"rule: IF(M = "yes" "A")"#, "formula.unclosed-bracket", 22),
    (#"rule: "IF(K = 1, 'A', 2)""#, "formula.unknown-sign", 20),
    (#"rule: IF(K = M, N, M)"#, "formula.unknown-name", 12),
    (#"rule: 1 + 1"#, "man-rule.class", 9), (#"rule: M"#, "man-rule.class", 9),
    (#"rule: IF(M_score > 3, A, N)"#, "man-rule.class", 9),
    ("rule: IF(M = \"yes\", \"A\", \"B\")\n  table: {man: D}", "man-rule.and-table", 9),
    ("scale: [0, 100]\n  rule: IF(M_score > 3, A, N)", "man-rule.scale", 9),
  ])
  func `is refused where it is wrong`(section: String, id: String, column: Int) {
    let found = read("man:\n  " + section).diagnostics
    #expect(found.first?.id == id && found.first?.place.column == column, "\(found)")
  }

  @Test func `and checks work as the reference page shows them`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/formula.md").standardizedFileURL
    let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "```yaml\n")
    #expect(blocks.count == 3)
    for block in blocks.dropFirst() {
      let text = block.components(separatedBy: "```")[0]
      let read = readSettings(SourceFile(path: "salesbook.yaml", text: text), templates: [])
      #expect(read.diagnostics == [])
      #expect(read.value.method.man.scheme.ruleText != nil || read.value.checks.count == 2)
    }
  }

  @Test func `names a state that it leaves without a class`() throws {
    let found = read(
      "man:\n  " + #"rule: IF(M = "yes", "A", IF(M = "no" and A = "yes", "E", "B"))"#)
    let first = try #require(found.diagnostics.first)
    #expect(found.diagnostics.count == 1 && first.id == "man-rule.class")
    #expect(first.message.english == "with M no, A yes, N unknown the rule gives “E”")
    #expect(found.value.scheme == .letters(LetterTable()))
  }

  @Test func `names a better letter that makes a worse class, as a warning`() throws {
    let found = read("man:\n  " + #"rule: IF(M = "no" and A = "no", "B", IF(M = "no", "C", "B"))"#)
    let first = try #require(found.diagnostics.first)
    #expect(found.diagnostics.map(\.id) == ["man-rule.order"] && first.severity == .warning)
    #expect(
      first.message.english
        == "M no, A yes, N unknown is class C, but M no, A no, N unknown is class B")
    let scores = read("man:\n  " + #"rule: IF(IFERROR(N_score, 0) = 4, "A", "B")"#)
    #expect(
      scores.diagnostics.map(\.message.english) == [
        "M unknown, A unknown, N yes 5 is class B, but M unknown, A unknown, N yes 4 is class A"
      ])
  }

  @Test func `is told to the reader as the company's own`() {
    let rule = read(Self.needFirst).value
    let found = Classification(
      readings([.score(thousandths: 5000), .yes, .no]),
      close: CloseReading(nil, by: rule, asOf: day, periodEnd: day), rule: rule)
    #expect(found.reason.text(in: .chinese) == "D：公司自己的规则把 M=5、A=是、N=否 定为 D")
    #expect(found.reason.text(in: .english) == "D: the company's own rule makes M=5, A=yes, N=no D")
  }

  private static let preset = """
    man:
      {scale: [1, 5], threshold: 0.625, near: 30d, mid: 90d, presume: false, overdue_days: 60,
       unknown: C, chances: {A: 0.5, B: 0.2, C: 0.05, D: 0}, rule: 'IF(IFERROR(M_score, 0) > 3, "A", "B")'}
    cadence: {A: {visits: 1, gap: 1, hours: 1}, B: {visits: 1, gap: 1, hours: 1}, C: {visits: 1, gap: 1, hours: 1}, D: {visits: 1, gap: 1, hours: 1}}
    """

  @Test func `may stand in a preset, whose scale stays its own`() {
    let found = read("man: {preset: own, near: 20d}", preset: Self.preset)
    #expect(found.diagnostics == [])
    #expect(base(found.value, .yes, .no, .no) == "AA" && found.value.near == .days(20))
    let other = read("man: {preset: own, scale: [0, 3]}", preset: Self.preset)
    #expect(other.diagnostics.map(\.id) == ["man-rule.other-scale"])
    #expect(other.diagnostics.map(\.place.column) == [27])
  }
}
