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
