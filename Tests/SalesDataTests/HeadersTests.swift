import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData
@testable import Tables

@Suite struct `Headers are matched` {
  private func match(_ header: String, _ table: TableName) -> String? {
    let text = header.contains(",") ? "\"\(header)\"\n" : header + "\n"
    let read = readTables(SourceFile(path: "x.csv", text: text)).value[0]
    return matchHeaders(of: read, to: TableSchema.of(table), by: []).value[0].field?.name
  }

  @Test(
    arguments: [
      ("Account Name", TableName.deals, "customer"), ("Opportunity Owner", .deals, "owner"),
      ("Amount", .deals, "amount"), ("Stage", .deals, "stage"),
      ("Close Date", .deals, "expected_close"),
      ("Probability (%)", .deals, "probability"), ("Created Date", .deals, "created"),
      ("Deal Stage", .deals, "stage"), ("Associated Company", .deals, "customer"),
      ("Deal owner", .deals, "owner"), ("hs_deal_stage_probability", .deals, "probability"),
      ("Deal - Value", .deals, "amount"), ("Deal - Status", .deals, "status"),
      ("Deal - Organization", .deals, "customer"), ("Organization - Name", .deals, "customer"),
      ("Deal - Expected close date", .deals, "expected_close"),
      ("Deal - Closed on", .deals, "closed"),
      ("Deal - Deal created", .deals, "created"), ("Potential Owner", .deals, "owner"),
      ("Closing Date", .deals, "expected_close"), ("Created Time", .deals, "created"),
      ("expected_revenue", .deals, "amount"), ("stage_id", .deals, "stage"),
      ("date_deadline", .deals, "expected_close"), ("partner_id", .deals, "customer"),
      ("create_time", .deals, "created"), ("Created on", .deals, "created"),
      ("Expected Closing", .deals, "expected_close"), ("赢单率", .deals, "probability"),
      ("成交日期", .orders, "date"),
      ("Salesperson", .deals, "owner"), ("Account", .deals, "customer"),
      ("Assigned User", .deals, "owner"),
      ("客户名称", .deals, "customer"), ("商机金额", .deals, "amount"), ("商机状态组", .deals, "stage"),
      ("成交状态", .deals, "status"), ("预计成交日期", .deals, "expected_close"), ("负责人", .deals, "owner"),
      ("*预计结单日期", .deals, "expected_close"), ("销售阶段", .deals, "stage"),
      ("ＡＭＯＵＮＴ", .deals, "amount"),
      (" 金额（元） ", .deals, "amount"), ("回款金额", .receivables, "paid"),
      ("回款日期", .receivables, "paid_date"),
      ("Account Owner", .customers, "owner"), ("Company name", .customers, "name"),
      ("Organization - Name", .customers, "name"), ("Person - Name", .contacts, "contact_name"),
      ("Person - Organization", .contacts, "customer"), ("职务", .contacts, "title"),
      ("Activity - Due date", .activities, "date"), ("Due Date Only", .activities, "date"),
      ("⽤户", .deals, nil), ("⾦额", .deals, "amount"),
      // The traps: none of these is the customer's own identity.
      ("Account Owner", .deals, nil), ("Parent Account", .customers, nil),
      ("Parent Account", .deals, nil),
      ("Asst. Phone", .contacts, nil), ("Opportunity Name", .deals, nil),
      ("Deal Name", .deals, nil),
      ("Account Site", .customers, nil), ("Deal - Title", .deals, nil),
      ("Lead Source", .deals, nil),
      ("", .deals, nil),
    ] as [(String, TableName, String?)])
  func `header`(header: String, table: TableName, field: String?) {
    #expect(match(header.isEmpty ? "\"\",x" : header, table) == field)
  }

  @Test(arguments: TableSchema.all.map(\.name))
  func `no two columns of a table share a name`(name: TableName) {
    let schema = TableSchema.of(name)
    var seen: [String: String] = [:]
    for column in schema.columns {
      for key in Set(
        ([column.name] + column.synonyms + column.lesserSynonyms).map { HeaderKey($0).key })
      {
        #expect(seen[key] == nil, "“\(key)” is \(column.name) and \(seen[key] ?? "")")
        seen[key] = column.name
      }
    }
  }

  @Test func `no two tables share a name`() {
    var seen: [String: TableName] = [:]
    for schema in TableSchema.all {
      for name in [schema.name.rawValue] + schema.synonyms {
        let key = HeaderKey(name).key
        #expect(seen[key] == nil || seen[key] == schema.name, "\(name)")
        seen[key] = schema.name
      }
    }
  }

  @Test func `two candidates are a question, which the settings answer`() {
    let text = "customer,金额,商机金额\nC1,1,2\n"
    let asked = load(twoCustomers, ("deals.csv", text))
    #expect(found(asked) == ["data.two-candidates deals.csv:1:13"])
    var settings = DataSettings()
    let place = Place(path: "salesbook.yaml", line: 3, column: 1)
    settings.mapping = [
      DataSettings.Mapping(table: "deals", header: "商机金额", field: "amount", place: place)
    ]
    let told = load(twoCustomers, ("deals.csv", text), settings: settings)
    #expect(told.diagnostics.isEmpty)
    #expect(told.value.records.deals.map(\.amount.description) == ["2"])
  }

  @Test(
    arguments: [
      ("Deal - Closed on,Deal - Won time,Deal - Lost time", TableName.deals, ["closed", nil, nil]),
      ("Won time", .deals, ["closed"]),
      ("Related To,Account Name", .activities, [nil, "customer"]),
      ("Related To", .activities, ["customer"]), ("account_id", .deals, ["customer"]),
      ("Account ID,Account Name", .deals, [nil, "customer"]),
    ] as [(String, TableName, [String?])])
  func `a lesser name counts only where there is no better one`(
    headers: String, table: TableName, fields: [String?]
  ) {
    let read = readTables(SourceFile(path: "x.csv", text: headers + "\n")).value[0]
    let matched = matchHeaders(of: read, to: TableSchema.of(table), by: [])
    #expect(matched.value.map { $0.field?.name } == fields)
    #expect(!matched.diagnostics.contains { $0.id == "data.two-candidates" })
  }

  @Test func `two lesser names alone are a question too`() {
    let read = readTables(SourceFile(path: "x.csv", text: "Won time,Lost time\n")).value[0]
    let matched = matchHeaders(of: read, to: .deals, by: [])
    #expect(matched.diagnostics.contains { $0.id == "data.two-candidates" })
  }

  @Test func `the settings' mapping wins, and says what is wrong with itself`() {
    var settings = DataSettings()
    let place = Place(path: "salesbook.yaml", line: 3, column: 1)
    settings.mapping = [
      DataSettings.Mapping(table: "deals", header: "Worth", field: "amount", place: place),
      DataSettings.Mapping(table: "deals", header: "stage", field: nil, place: place),
      DataSettings.Mapping(table: "deals", header: "Wroth", field: "closed", place: place),
      DataSettings.Mapping(table: "deal", header: "x", field: "amount", place: place),
      DataSettings.Mapping(table: "deals", header: "x", field: "amuont", place: place),
    ]
    let data = load(
      twoCustomers, ("deals.csv", "customer,Worth,stage\nC1,5,unheard of\n"), settings: settings)
    #expect(
      data.diagnostics.map(\.id) == [
        "data.unknown-mapped-table", "data.unknown-field", "data.mapped-header-missing",
        "data.mapped-header-missing",
      ])
    #expect(data.diagnostics[1].fix?.english == "did you mean “amount”?")
    #expect(data.value.records.deals.count == 1)
  }

  @Test func `a missing column is answered by the header that is near`() {
    let data = load(twoCustomers, ("deals.csv", "customer,amuont\nC1,5\n"))
    #expect(found(data) == ["data.missing-column deals.csv:1:1"])
    #expect(data.diagnostics.first?.fix?.english.contains("is it “amuont”?") == true)
  }

  @Test func `tables are known by the names of their files and sheets`() {
    #expect(TableSchema.named("客户")?.name == .customers)
    #expect(TableSchema.named("Opportunities")?.name == .deals)
    #expect(found(load(("custmers.csv", "name\n甲\n"))) == ["data.unknown-table custmers.csv"])
    #expect(
      load(("custmers.csv", "name\n甲\n")).diagnostics.first?.fix?.english
        == "did you mean “customers”?")
    #expect(
      found(load(("customers.csv", "name\n甲\n"), ("客户.yaml", "- name: 乙\n")))
        == ["data.two-files 客户.yaml"])
  }
}
