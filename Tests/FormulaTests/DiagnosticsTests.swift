import Diagnostics
import Formula
import Phrases
import Testing

@Suite struct `A mistake in a formula is reported at its place` {
  @Test(arguments: [
    ("x = " + String(repeating: "9", count: 500), "1:5 number-too-long"),
    ("x = \"abc", "1:5 open-text"),
    ("x = 1 @ 2", "1:7 unknown-sign"),
    ("x = @1", "1:5 unknown-sign"),
    ("x = 1 +", "1:8 unexpected"),
    ("x = =1+2", "1:5 unexpected"),
    ("x = 1,200", "1:6 unexpected"),
    ("x = 3 4", "1:7 unexpected"),
    ("x = 3 )", "1:7 unexpected"),
    ("x = (3 + 4", "1:11 unclosed-bracket"),
    ("x = " + String(repeating: "(", count: 1000) + "1", "1:69 too-deep"),
    ("x = " + String(repeating: "-", count: 1000) + "1", "1:69 too-deep"),
    ("x = 12 公里", "1:8 unknown-unit"),
    ("x = 12 元/单量", "1:8 unknown-unit"),
    ("x = 1且2", "1:6 unknown-unit"),
    ("x = SUMM(1)", "1:5 unknown-function"),
    ("x = AND(1 = 1, 2 = 2)", "1:5 unknown-function"),
    ("x = ROUND(1, 2, 3)", "1:5 arguments"),
    ("x = IF(1 = 1, 2)", "1:5 arguments"),
    ("目标", "1:3 not-a-definition"),
    ("12 = x", "1:1 not-a-definition"),
    ("and = 1", "1:1 reserved-name"),
    ("expect = 1", "1:1 reserved-name"),
    ("goal.amount = 1", "1:1 dotted-name"),
    ("x = 1\nx = 2", "2:1 defined-twice"),
    ("x = 1 + ? 3", "1:9 misplaced-input"),
    ("x = ? 5 in 6..9", "1:1 input-outside"),
    ("x = ? 5 in 9..6", "1:12 empty-range"),
    ("x = ? 5 in 0..9 step 0", "1:22 empty-step"),
    ("x = ? 5 in 0 - 9", "1:14 unexpected"),
    ("x = ? a", "1:7 unknown-name"),
    ("x = ? 5 元 in 0..9 家", "1:17 units"),
    ("x = y + 1", "1:5 unknown-name"),
    ("a = b\nb = c\nc = a", "1:1 cycle"),
    ("a = a + 1", "1:1 cycle"),
    ("x = 3 元 + 4 家", "1:9 units"),
    ("x = 3 元 > 4 家", "1:9 units"),
    ("x = 3 元 + 1", "1:9 units"),
    ("a = 2\nx = (3 元)^a", "2:10 unit-power"),
    ("x = (1 元)^65", "1:10 unit-power"),
    ("x = 1 + \"a\"", "1:7 kind"),
    ("x = not 1", "1:5 kind"),
    ("x = 1 < 2 < 3", "1:11 kinds-differ"),
    ("x = IF(1 = 1, 2, \"a\")", "1:5 kinds-differ"),
    ("x = \"a\" < \"b\"", "1:9 kind"),
    ("x = 1 / 0", "1:7 division-by-zero"),
    ("x = 10 ^ 2000", "1:8 exponent"),
    ("x = (10^1000)^1000", "1:14 too-large"),
    ("x = 0^0", "1:6 zero-to-the-zero"),
    ("x = ROUND(1, 0.5)", "1:5 digits"),
    ("x = CEILING(1, 0 - 1)", "1:5 step"),
    ("x = 3\nexpect x = 4", "2:1 expectation"),
    ("x = 3\nexpect x / 0 = 4", "2:1 expectation"),
    ("x = 3\nexpect x", "2:8 kind"),
    ("x = 3\nalways x in 4..9", "2:1 property"),
    ("x = 5/2\nalways x whole", "2:1 property"),
  ])
  func `with its id`(text: String, finding: String) { #expect(findings(in: text) == [finding]) }

  @Test func `all in one run`() {
    let text = """
      a = 1 + * 2
      b = 3 元 + 4 家
      c = 未知 + 1 + (2
      d = 1 / 0
      """
    #expect(
      findings(in: text) == [
        "1:9 unexpected", "2:9 units", "3:5 unknown-name", "3:16 unclosed-bracket",
        "4:7 division-by-zero",
      ])
  }

  @Test func `once, not again where its value is used`() {
    #expect(findings(in: "a = 1 / 0\nb = a + 1\nc = b * a") == ["1:7 division-by-zero"])
    #expect(findings(in: "a = 1 元 + 1 家\nb = a + 1\nexpect b = 2") == ["1:9 units"])
  }

  @Test func `with the nearest known name`() {
    let place = Place(path: "x", line: 1, column: 1)
    let diagnostics = calculate("目标业绩 = 1\nx = 目标业积 + SUN(1)", at: place).diagnostics
    #expect(diagnostics.map(\.fix?.english) == ["did you mean “目标业绩”?", "did you mean “SUM”?"])
  }

  @Test func `with the cycle named from its first line`() {
    let diagnostics = calculate("x = 1\n甲 = 乙\n丙 = 甲\n乙 = 丙 + x", at: origin).diagnostics
    #expect(
      diagnostics.map(\.message.english) == ["the formulas go round in a circle: 甲 → 乙 → 丙 → 甲"])
    #expect(diagnostics.first?.place == Place(path: origin.path, line: 12, column: 3))
  }

  @Test func `with what the answer really is`() {
    let diagnostics = calculate("需开发 = 161 家\nexpect 需开发 = 160 家", at: origin).diagnostics
    #expect(
      diagnostics.map(\.message.english) == [
        "what is expected here does not hold: the left side is 161 家"
      ])
  }

  @Test func `where a name of the page around it is defined again`() {
    var scope = Scope()
    scope.define("goal", number: Rational(1), at: Place(path: "salesbook.yaml", line: 4, column: 2))
    let diagnostics = calculate("goal = 2", at: origin, in: scope).diagnostics
    #expect(
      diagnostics.map(\.message.english) == ["“goal” is defined already, at salesbook.yaml:4:2"])
  }

  @Test(.timeLimit(.minutes(10))) func `and no formula, however long, takes long or crashes`() {
    let terms = "x = " + Array(repeating: "1", count: 10_000).joined(separator: "+")
    #expect(findings(in: terms) == ["1:\(4 + 4_096) too-many-terms"])
    #expect(findings(in: "x = " + String(repeating: "=", count: 100_000) + "1").count == 1)
    let chain = (1...1_999).map { "a\($0) = a\($0 - 1) + 1" }.joined(separator: "\n")
    #expect(findings(in: "a0 = 0\n" + chain).isEmpty)
    let ring = (0..<2_000).map { "a\($0) = a\(($0 + 1) % 2_000)" }.joined(separator: "\n")
    #expect(findings(in: ring) == ["1:1 cycle"])
    let many = (0...2_000).map { "a\($0) = 1" }.joined(separator: "\n")
    #expect(findings(in: many) == ["2001:1 too-many-names"])
    let doubling =
      "a0 = \"xy\"\n"
      + (1...60).map { "a\($0) = a\($0 - 1) & a\($0 - 1)" }
      .joined(separator: "\n")
    #expect(findings(in: doubling) == ["15:11 long-text"])
    let squares =
      "a0 = 3\n"
      + (1...60).map { "a\($0) = a\($0 - 1) * a\($0 - 1)" }
      .joined(separator: "\n")
    #expect(findings(in: squares).map { $0.hasSuffix("too-large") } == [true])
    let misses = (0..<2_000).map { "a\($0) = b\($0)" }.joined(separator: "\n")
    #expect(findings(in: misses).count == 2_000)
  }
}
