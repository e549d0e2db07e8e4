import Diagnostics
import Formula
import Testing

@Suite struct `A formula gives the exact value` {
  @Test(arguments: [
    ("1/3 + 1/6", "1/2"), ("0.1 + 0.2", "3/10"), ("36/96", "3/8"), ("1_200_000", "1200000"),
    ("120万", "1200000"), ("1.2亿", "120000000"), ("20%", "1/5"), ("35 万元", "350000 元"),
    ("35万元", "350000 元"), ("2 万 元", "20000 元"), ("1 万亿", "1000000000000"),
    ("145 / (29 / 100)", "500"), ("ROUNDUP(145 / (29 / 100), 0)", "500"),
    ("9223372036854775807 + 1", "9223372036854775808"), ("2^1000 / 2^999", "2"),
    ("2^-2", "1/4"), ("5 − 7", "-2"), ("3 × 4 ÷ 2", "6"),
  ])
  func `of numbers`(formula: String, expected: String) { #expect(value(of: formula) == expected) }

  @Test(arguments: [
    ("-2^2", "4"), ("2^3^2", "64"), ("1 - 2 - 3", "-4"), ("2 + 3 * 4", "14"),
    ("(2 + 3) * 4", "20"), ("- -3", "3"), ("+3", "3"), ("-20%", "-1/5"), ("50% * 4", "2"),
    ("（２＋３）×４", "20"), ("1 = 1 and 2 > 3", "FALSE"), ("not 1 = 2", "TRUE"),
    ("1 < 2 或 1 > 2", "TRUE"), ("1 > 2 且 1 < 2", "FALSE"), ("非 1 > 2", "TRUE"),
    ("1 ≠ 2", "TRUE"), ("2 ≤ 2", "TRUE"), ("2 ≥ 3", "FALSE"), ("1 <> 1", "FALSE"),
    ("1 + 1 & \"x\"", "2x"), ("1 = 2 or 1 = 1 and 1 = 1", "TRUE"), ("8 / 2 / 2", "2"),
  ])
  func `by the ranks of a spreadsheet`(formula: String, expected: String) {
    #expect(value(of: formula) == expected)
  }

  @Test(arguments: [
    ("ROUND(2.5, 0)", "3"), ("ROUND(-2.5, 0)", "-3"), ("ROUND(2.345, 2)", "47/20"),
    ("ROUND(1250, -2)", "1300"), ("ROUND(2.4)", "2"), ("ROUNDUP(2.01, 0)", "3"),
    ("ROUNDUP(-2.01, 0)", "-3"), ("ROUNDDOWN(2.99, 0)", "2"), ("ROUNDDOWN(-2.99, 0)", "-2"),
    ("CEILING(17, 5)", "20"), ("CEILING(-17, 5)", "-15"), ("FLOOR(17, 5)", "15"),
    ("FLOOR(-17, 5)", "-20"), ("CEILING(2.1)", "3"), ("FLOOR(2.9)", "2"), ("MIN(3, 1, 2)", "1"),
    ("MAX(3, 1, 2)", "3"), ("sum(1, 2, 3)", "6"), ("AVERAGE(1, 2)", "3/2"), ("COUNT(1, 2)", "2"),
    ("IF(1 < 2, 3, 4)", "3"), ("IF(1 > 2, 3, 4)", "4"), ("IF(1 < 2, 3, 1/0)", "3"),
    ("IFERROR(1/0, 7)", "7"), ("IFERROR(6/2, 7)", "3"), ("ABS(-3)", "3"),
    ("CEILING(0.3, 0.1)", "3/10"), ("FLOOR(8.7 元, 0.5 元)", "17/2 元"),
  ])
  func `of functions`(formula: String, expected: String) {
    #expect(value(of: formula) == expected)
  }

  @Test(arguments: [
    ("525000 元 / 15 单", "35000 元/单"), ("3 家 * 2 单/家 * 5 元/单", "30 元"),
    ("12 元 + 0", "12 元"), ("MAX(0, 3 元)", "3 元"), ("2 元 = 2 元", "TRUE"),
    ("(3 元)^2", "9 元²"), ("6 家 / 3 家", "2"), ("1 / 4 天", "1/4 1/天"),
    ("IF(1 < 2, 3 元, 4 元)", "3 元"), ("8 小时/天 * 19 天", "152 小时"), ("35000 元/单", "35000 元/单"),
  ])
  func `with its unit`(formula: String, expected: String) {
    #expect(value(of: formula) == expected)
  }

  @Test(arguments: [
    ("1/0", "failed: zero"), ("1/(2-2) + 5", "failed: zero"), ("0^0", "failed: power"),
    ("2^0.5", "failed: exponent"), ("2^1025", "failed: exponent"), ("0^-1", "failed: zero"),
    ("(10^1000)^1000", "failed: large"), ("ROUND(1, 0.5)", "failed: digits"),
    ("ROUND(1, 101)", "failed: digits"), ("CEILING(1, 0)", "failed: step"),
    ("FLOOR(1, -1)", "failed: step"),
    ("2^1000 * 2^1000 * 2^1000 * 2^1000 * 2^1000", "failed: large"),
    ("IF(1/0 > 1, 1, 2)", "failed: zero"), ("1/0 > 1 and 1 > 2", "failed: zero"),
  ])
  func `or the fault in its place, never 0`(formula: String, expected: String) {
    #expect(value(of: formula) == expected)
  }

  @Test func `of columns, whose blank cells count for nothing`() {
    var scope = Scope()
    let amounts = [10, 25, nil, 40].map { $0.map { Rational($0) } }
    scope.define("customers.amount", numbers: amounts)
    scope.define("customers.class", texts: ["A", "B", "A", nil])
    let cases = [
      ("SUM(customers.amount)", "75"), ("AVERAGE(customers.amount)", "25"),
      ("COUNT(customers.amount)", "3"), ("COUNT(customers.class)", "3"),
      ("MIN(customers.amount, 5)", "5"), ("MAX(customers.amount)", "40"),
      ("COUNTIF(customers.class, \"A\")", "2"), ("COUNTIF(customers.class, \"<>A\")", "1"),
      ("COUNTIF(customers.amount, \">=25\")", "2"), ("COUNTIF(customers.amount, 10)", "1"),
      ("SUMIF(customers.class, \"A\", customers.amount)", "10"),
      ("SUMIF(customers.amount, \">20\")", "65"), ("COUNTIF(customers.class, \"＞1\")", "0"),
    ]
    for (formula, expected) in cases { #expect(value(of: formula, in: scope) == expected) }
    #expect(value(of: "COUNTIF(customers.amount, \">=x\")", in: scope) == "failed: criterion")
    #expect(value(of: "COUNTIF(customers.class, \">A\")", in: scope) == "failed: criterion")
    scope.define("empty.amount", numbers: [nil])
    #expect(value(of: "AVERAGE(empty.amount)", in: scope) == "failed: nothing")
    #expect(value(of: "SUM(empty.amount)", in: scope) == "0")
    #expect(
      value(of: "SUMIF(customers.class, \"A\", empty.amount)", in: scope) == "failed: lengths")
  }

  @Test(arguments: [
    ("\"a\" & \"b\"", "ab"), ("\"say \"\"hi\"\"\"", "say \"hi\""),
    ("“中文” & 1/3", "中文0.333333333333333"),
    ("\"x\" & 20%", "x0.2"), ("\"a\" = \"A\"", "FALSE"),
    ("\"\" & (1 = 1)", "TRUE"),
  ])
  func `of texts`(formula: String, expected: String) {
    #expect(value(of: formula) == expected)
  }

  @Test func `of the worked example of the design`() {
    let evaluation = calculate(
      """
      目标业绩 = 350000 元            # 本月目标
      单量 = 525000 元 / 15 单        # 历史：成交额 ÷ 单数
      续购量 = 15 单 / 12 家
      成交客户 = ROUNDUP(目标业绩 / (单量 × 续购量), 0)
      需开发 = ROUNDUP(成交客户 × 240 / 12, 0)
      expect 需开发 = 160 家
      """, at: origin)
    #expect(evaluation.diagnostics.isEmpty)
    let shown = evaluation.value.report(in: .chinese)
    #expect(
      shown == """
        目标业绩 = 35 万元
        单量 = 3.5 万元/单
        续购量 = 1.25 单/家
        成交客户 = 8 家
        需开发 = 160 家

        """)
  }

  @Test func `of names in whatever order they are written`() {
    let evaluation = calculate("c = b + 1\nb = a * 2\na = 20", at: origin).value
    #expect(evaluation.results.map(\.exact) == ["41", "40", "20"])
  }
}
