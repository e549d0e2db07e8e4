import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData

private func row(_ number: Int, _ cells: String...) -> String {
  "<row r=\"\(number)\">"
    + zip(["A", "B"], cells).map {
      "<c r=\"\($0)\(number)\" t=\"inlineStr\"><is><t>\($1)</t></is></c>"
    }.joined() + "</row>"
}

/// `tables` in the settings.
@Suite struct `Files whose names are no table's` {
  private func settings(_ entries: (String, String?)...) -> DataSettings {
    var settings = DataSettings()
    settings.files = entries.enumerated().map { index, entry in
      DataSettings.NamedFile(
        file: entry.0, table: entry.1,
        place: Place(path: "salesbook.yaml", line: index + 2, column: 9))
    }
    return settings
  }

  private let book = TestWorkbook(sheets: [
    ("Sheet1", "", row(1, "name", "M") + row(2, "甲公司", "4"), ""),
    ("Sheet2", "", row(1, "customer", "amount") + row(2, "甲公司", "5"), ""),
    ("说明", "", row(1, "x", "y"), ""),
  ]).file("Content/data/crm.xlsx")

  @Test func `of which two may be the customers are the one cause that is said`() {
    let data = loadRecords(
      files: [
        SourceFile(path: "customers.csv", text: "name,M\n甲公司,4\n"),
        SourceFile(path: "客户.csv", text: "name,M\n乙公司,4\n丙公司,5\n"),
        SourceFile(
          path: "deals.csv", text: "customer,amount,status\n乙公司,5,open\n丙公司,6,open\n"),
      ], settings: DataSettings())
    #expect(data.diagnostics.filter { $0.severity == .error }.map(\.id) == ["data.two-files"])
    #expect(data.value.records.deals.isEmpty)
  }

  @Test func `are what the settings say, sheet by sheet`() {
    let data = loadRecords(
      files: [book],
      settings: settings(
        ("crm.xlsx[Sheet1]", "customers"), ("crm.xlsx[Sheet2]", "deals"), ("crm.xlsx[说明]", nil)))
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    #expect(data.value.records.customers.map(\.name) == ["甲公司"])
    #expect(data.value.records.deals.map(\.amount.description) == ["5"])
  }

  @Test func `even where the name is another table's`() {
    let data = load(
      twoCustomers, ("orders.csv", "customer,amount\nC1,5\n"),
      settings: settings(("orders.csv", "deals")))
    #expect(data.diagnostics.isEmpty)
    #expect(data.value.records.deals.count == 1 && data.value.records.orders.isEmpty)
  }

  @Test func `are what their columns say where nothing else does`() {
    let data = loadRecords(files: [book], settings: DataSettings())
    #expect(
      data.diagnostics.map(\.id) == ["data.taken-as", "data.taken-as", "data.unknown-table"])
    #expect(data.value.records.customers.map(\.name) == ["甲公司"])
    #expect(data.value.records.deals.map(\.amount.description) == ["5"])
    #expect(
      data.diagnostics.map(\.place.description) == [
        "Content/data/crm.xlsx[Sheet1]", "Content/data/crm.xlsx[Sheet2]",
        "Content/data/crm.xlsx[说明]",
      ])
  }

  @Test func `and entries that are wrong have their places`() {
    let data = load(
      twoCustomers, ("export.csv", "customer,amount\nC1,5\n"),
      settings: settings(("export.cvs", "deals"), ("customers.csv", "custmers")))
    #expect(
      data.diagnostics.map { "\($0.id) \($0.place)" } == [
        "data.unknown-mapped-table salesbook.yaml:3:9", "data.taken-as export.csv",
        "data.named-file-missing salesbook.yaml:2:9", "data.no-customers export.csv:1:1",
      ])
    #expect(data.diagnostics[2].fix?.english == "did you mean “export.csv”?")
  }
}
