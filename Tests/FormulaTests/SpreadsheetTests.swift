import Diagnostics
import Formula
import Testing

@Suite struct `A formula is written for spreadsheets so that they agree` {
  private func cells(_ text: String) -> Parsed<SpreadsheetCalculation> {
    calculate(text, at: origin, in: FormulaGenerator.scope).value.spreadsheet(in: .english)
  }

  @Test(arguments: [
    ("a + b * 2", "a+(b*2)"), ("-a^2", "(-a)^2"), ("20% * a", "(20/100)*a"),
    ("ROUNDUP(a / b, 0)", "ROUNDUP(ROUND(a/b,7),0)"), ("ROUND(a, 2)", "ROUND(ROUND(a,9),2)"),
    ("CEILING(a, 5)", "-5*INT(ROUND(-a/5,7))"), ("FLOOR(a)", "INT(ROUND(a,7))"),
    ("a = b", "IF(ROUND(a-b,6)=0,1,0)"),
    ("a < b and not a = 1", "IF(AND(ROUND(a-b,6)<0,NOT(ROUND(a-1,6)=0)),1,0)"),
    ("\"x\" & a", "\"x\"&a"), ("\"say \"\"hi\"\"\" & a", "\"say \"\"hi\"\"\"&a"),
    ("\"x\" = \"X\"", "IF(EXACT(\"x\",\"X\"),1,0)"),
    ("\"is \" & (a = b)", "\"is \"&IF(ROUND(a-b,6)=0,\"TRUE\",\"FALSE\")"),
    ("COUNT(t.class)", "COUNTA(t.class)"), ("SUM(t.amount, a)", "SUM(t.amount,a)"),
    ("COUNTIF(t.class, \"<>A\")", "SUMPRODUCT((t.class<>\"\")*(1-EXACT(t.class,\"A\")))"),
    (
      "SUMIF(t.amount, \">=1万\")",
      "SUMPRODUCT(ISNUMBER(t.amount)*(ROUND(t.amount-10000,6)>=0),t.amount)"
    ),
    ("IF(a > b, a, b)", "IF(ROUND(a-b,6)>0,a,b)"), ("IFERROR(a / b, 0)", "IFERROR(a/b,0)"),
  ])
  func `whatever it is made of`(formula: String, written: String) {
    let found = cells("a = ? 1\nb = ? 2\nx = \(formula)").value.cells.last
    #expect(found?.formula == written)
  }

  @Test(arguments: [
    ("A1", "A1_"), ("xfd9", "xfd9_"), ("R1C1", "R1C1_"), ("r", "r_"), ("C2", "C2_"),
    ("sum", "sum_"), ("ABCD1", "ABCD1"), ("目标", "目标"), ("rate", "rate"), ("_x", "_x"),
    ("RC1x", "RC1x"),
  ])
  func `under a name that is no cell`(name: String, definedName: String) {
    let written = cells("\(name) = 1 + 1")
    #expect(written.value.cells.map(\.definedName) == [definedName])
    let ids = name == definedName ? [] : ["formula.workbook-name"]
    #expect(written.diagnostics.map(\.id) == ids)
  }

  @Test func `with names apart that differ in case only`() {
    #expect(cells("a = 1\nA = a + 1").value.cells.map(\.definedName) == ["a", "A_"])
    #expect(cells("a = 1\nA = a + 1\nx = A * a").value.cells.last?.formula == "A_*a")
  }

  @Test func `or as its value where it is too long, with a warning`() {
    let long = cells(
      "a = ? 1\nx = " + Array(repeating: "(a + 1000000)", count: 700).joined(separator: " + "))
    #expect(long.diagnostics.map(\.id) == ["formula.workbook-length"])
    #expect(long.value.cells.last?.formula == nil)
    #expect(cells("x = 10^15").diagnostics.map(\.id) == ["formula.workbook-precision"])
  }

  @Test(arguments: [
    ("1234 元", "#,##0"), ("1/3", "#,##0.00"), ("0.125", "#,##0.000"), ("20%", "0%"),
    ("12.5%", "0.0%"),
    ("1 = 1", "[=1]\"TRUE\";\"FALSE\""), ("\"a\"", "General"),
  ])
  func `with the decimals the page shows`(formula: String, format: String) {
    #expect(cells("x = \(formula)").value.cells.map(\.numberFormat) == [format])
  }
}

@Suite struct `A workbook with several calculations` {
  private let text = """
    总量 = ? 35
    比例 = 7777 / 12
    客户 = ROUNDUP(总量 * 比例, 0) # 取整
    两倍 = 客户 * SUM(t.amount)
    """

  private func evaluation(_ text: String) -> Evaluation {
    calculate(text, at: origin, in: FormulaGenerator.scope).value
  }

  @Test func `holds of what is left blank the name, the label and the unit alone`() {
    let made = evaluation(text).spreadsheet(in: .chinese, hidden: ["比例", "客户", "两倍"])
    let blanks = made.value.cells.filter { $0.outcome == nil }
    #expect(blanks.map(\.name) == ["比例", "客户", "两倍"])
    #expect(blanks.allSatisfy { $0.formula == nil && $0.reading.isEmpty && $0.input == nil })
    #expect(blanks[1].label == "取整")
    #expect(made.value.data.isEmpty, "no visible formula uses the column")
    #expect(!"\(made.value)".contains("7777"))
    #expect(made.value.cells.map(\.name) == ["总量", "比例", "客户", "两倍"])
  }

  @Test func `gives no two cells one name, and formulas their own`() {
    var names = SpreadsheetNames()
    let found = (0..<3).map { _ in
      evaluation("a1 = ? 2\nx = a1 * 2").spreadsheet(in: .english, hidden: [], sharing: &names)
    }
    #expect(
      found.map { $0.value.cells.map(\.definedName) } == [
        ["a1_", "x"], ["a1_2", "x_"], ["a1_3", "x_2"],
      ])
    #expect(found.map { $0.value.cells[1].formula } == ["a1_*2", "a1_2*2", "a1_3*2"])
    #expect(found.map(\.diagnostics.count) == [1, 2, 2])
  }

  @Test func `lets formulas mean cells that are there already`() {
    var names = SpreadsheetNames()
    let made = evaluation("x = SUM(t.amount) * 2").spreadsheet(
      in: .english, hidden: [], sharing: &names, known: ["t.amount": "t.amount_7"])
    #expect(made.value.cells.map(\.formula) == ["SUM(t.amount_7)*2"])
    #expect(made.value.data.isEmpty)
  }

  @Test func `finds a free name at once, however often it is asked for`() {
    var names = SpreadsheetNames()
    let all = (0..<20_000).map { _ in names.name(for: "名") }
    #expect(Set(all).count == all.count)
    #expect(all.prefix(3) == ["名", "名_", "名_2"] && all.last == "名_19999")
  }
}
