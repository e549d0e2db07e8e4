import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData

private func row(_ number: Int, _ cells: [String]) -> String {
  let letters = ["A", "B", "C", "D"]
  return "<row r=\"\(number)\">"
    + zip(letters, cells).map { "<c r=\"\($0)\(number)\" \($1)</c>" }.joined() + "</row>"
}

private func text(_ text: String) -> String { "t=\"inlineStr\"><is><t>\(text)</t></is>" }

@Suite struct `Workbooks become records` {
  private let deals = row(1, [text("客户名称"), text("商机金额"), text("可能性"), text("创建时间")])

  @Test func `by their sheets, dates and percents as the cells show them`() {
    let rows = row(
      2, [text("甲公司"), "><v>1234.5</v>", "s=\"2\"><v>0.65</v>", "s=\"1\"><v>46148</v>"])
    let book = TestWorkbook(
      sheets: [
        ("客户", "", row(1, [text("客户名称")]) + row(2, [text("甲公司")]), ""),
        ("商机", "", deals + rows, ""),
      ], "", "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs>")
    let data = loadRecords(files: [book.file("data/crm.xlsx")], settings: DataSettings())
    #expect(data.diagnostics.isEmpty)
    #expect(
      data.value.records.deals == [
        Deal(
          customer: "甲公司", amount: Money(hundredths: 123_450), created: day("2026-05-06"),
          probabilityMillionths: 650_000, row: Row(path: "data/crm.xlsx[商机]", line: 2))
      ])
    #expect(data.value.reports.map(\.sheet) == ["客户", "商机"])
  }

  @Test func `but not the errors of their formulas`() {
    let book = TestWorkbook(rows: deals + row(2, [text("甲公司"), "t=\"e\"><v>#REF!</v>"]))
    let imported = importTable(book.file(), as: .deals)
    #expect(imported.diagnostics.map(\.id) == ["data.error-value"])
    let names = TestWorkbook(rows: deals + row(2, ["t=\"e\"><v>#REF!</v>", "><v>1</v>"]))
    let found = importTable(names.file(), as: .deals).diagnostics
    #expect(found.map(\.id) == ["data.error-value"])
    #expect(found.first?.place.description == "a.xlsx[Sheet1]!A2")
  }

  @Test func `and a sheet that could be meant is asked for`() {
    let book = TestWorkbook(sheets: [("a", "", deals, ""), ("b", "", deals, "")])
    #expect(importTable(book.file(), as: .deals).diagnostics.map(\.id) == ["data.which-sheet"])
    let named = TestWorkbook(sheets: [("a", "", deals, ""), ("deals", "", deals, "")])
    #expect(importTable(named.file(), as: .deals).value?.report.sheet == "deals")
  }
}

@Suite struct `A name that two customers have` {
  @Test func `names neither`() {
    let data = load(
      ("customers.csv", "customer_id,name\nC1,甲\nC2,甲\n"), ("contacts.csv", "customer\n甲\nC2\n"))
    #expect(
      found(data) == ["data.ambiguous-name contacts.csv:2:1", "data.shared-name customers.csv:3"])
    #expect(data.diagnostics.first?.fix?.english == "write the id: C1 or C2")
  }
}
