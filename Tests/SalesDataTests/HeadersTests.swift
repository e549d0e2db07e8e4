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
      ("客戶名稱", .deals, "customer"), ("預計金額", .deals, "amount"), ("商機階段", .deals, "stage"),
      ("預計結案日期", .deals, "expected_close"), ("負責業務", .customers, "owner"),
      ("訂單日期", .orders, "date"), ("訂單金額", .orders, "amount"), ("業務員", .orders, "owner"),
      ("最後聯絡日期", .customers, "last_contact"), ("建立日期", .customers, "first_contact"),
      ("會社名", .orders, "customer"), ("会社名", .customers, "name"), ("受注日", .orders, "date"),
      ("受注金額", .orders, "amount"), ("営業担当", .orders, "owner"), ("訪問日", .activities, "date"),
      ("活動種別", .activities, "type"), ("商談フェーズ", .deals, "stage"), ("確度", .deals, "probability"),
      ("预计商机金额", .deals, "amount"), ("阶段赢率(%)", .deals, "probability"),
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
      ("Account ID,Account Name", .deals, ["customer", nil]),
    ] as [(String, TableName, [String?])])
  func `a lesser name counts only where there is no better one`(
    headers: String, table: TableName, fields: [String?]
  ) {
    let read = readTables(SourceFile(path: "x.csv", text: headers + "\n")).value[0]
    let matched = matchHeaders(of: read, to: TableSchema.of(table), by: [])
    #expect(matched.value.map { $0.field?.name } == fields)
    #expect(!matched.diagnostics.contains { $0.id == "data.two-candidates" })
  }

  /// A deal has the one or the other.
  @Test func `the days on which deals were won and lost are read together`() {
    let data = load(
      twoCustomers,
      (
        "deals.csv",
        "Customer,Value,Status,Won time,Lost time\nC1,5,won,2026-10-08 09:00:00,\n"
          + "C2,6,lost,,2026-10-15 09:00:00\n"
      ))
    #expect(data.diagnostics.isEmpty)
    #expect(data.value.records.deals.map(\.closed) == [day("2026-10-08"), day("2026-10-15")])
  }

  @Test func `two lesser names alone are a question too`() {
    let read = readTables(SourceFile(path: "x.csv", text: "Won time,Date closed\n")).value[0]
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

/// Whole exports, as programs head them, and the columns that a plan needs of each.
@Suite struct `Exports` {
  @Test(arguments: [
    // 悟空CRM
    (
      TableName.customers, "客户名称,客户来源,手机,下次联系时间,备注,客户级别,成交状态,负责人,创建人,创建时间,更新时间,最后跟进时间,客户行业",
      "first_contact last_contact name note owner phone segment"
    ),
    (
      .deals, "商机名称,客户名称,商机金额,预计成交日期,商机状态组,商机阶段,结束时间,负责人,创建时间,备注",
      "amount closed created customer expected_close owner stage"
    ),
    (
      .orders, "合同编号,合同名称,客户名称,下单时间,合同金额,合同开始时间,合同结束时间,客户签约人,负责人",
      "amount contact customer date order_id owner"
    ),
    (.receivables, "期数,客户名称,合同编号,计划回款金额,计划回款日期,已收金额", "amount customer due paid"),
    (.activities, "跟进内容,跟进方式,下次联系时间,客户名称,创建时间,创建人", "customer date owner type"),
    // 纷享销客
    (
      .customers, "客户名称,客户编号,负责人,负责人主属部门,客户级别,最后跟进时间,最后成交时间,1级行业,创建时间",
      "customer_id first_contact last_contact name owner segment"
    ),
    (
      .deals, "商机名称,客户名称,商机金额(元),预计成交日期,销售阶段,赢率,商机状态,负责人,实际成交日期",
      "amount closed customer expected_close owner probability stage"
    ),
    (
      .orders, "销售订单编号,客户名称,销售订单金额(元),下单日期,已回款金额(元),待回款金额(元),负责人",
      "amount customer date order_id owner"
    ),
    // 销售易
    (
      .deals, "销售机会名称,客户名称,销售金额,结单日期,销售阶段,可能性,销售机会所有人,创建日期",
      "amount closed created customer owner probability stage"
    ),
    (
      .customers, "客户名称,客户编号,客户所有人,行业,最新活动记录时间,创建日期,描述",
      "customer_id first_contact last_contact name note owner segment"
    ),
    (.activities, "活动记录类型,内容,关联客户,活动时间,创建人", "customer date owner type"),
    // 企业微信, 飞书多维表格, 钉钉
    (.customers, "客户名称,添加人,添加时间,企业名称,描述", "first_contact name note owner"),
    (
      .customers, "客户名称,客户负责人,预估金额,首次联系时间,最近跟进时间,预计成交时间,意向度",
      "N close_date first_contact last_contact name owner value_hint"
    ),
    (
      .deals, "项目名称,客户,预计金额（万元）,阶段,预计签约日期,签约日期,跟进人,赢率",
      "amount closed customer expected_close owner probability stage"
    ),
    (
      .deals, "商机名称,关联客户,商机金额,预计成交时间,商机阶段,商机负责人,创建时间",
      "amount created customer expected_close owner stage"
    ),
    (.customers, "客户名称,客户编号,客户负责人,最近联系时间,客户行业,客户类型", "customer_id last_contact name owner segment"),
    // Twenty, HubSpot, EspoCRM, Salesforce, Pipedrive
    (
      .deals,
      "Id,Name,Amount / Amount,Amount / Currency,Close date,Stage,Company,Point of Contact,Owner,Creation date",
      "amount created currency customer deal_id expected_close owner stage"
    ),
    (
      .customers, "Id,Name,ARR / Amount,ARR / Currency,Account owner,Creation date",
      "currency customer_id first_contact name owner value_hint"
    ),
    (
      .deals,
      "Record ID,Deal Name,Amount,Deal Stage,Close Date,Deal owner,Associated Company,Deal probability",
      "amount customer deal_id expected_close owner probability stage"
    ),
    (
      .deals,
      "ID,Name,Account,Account ID,Amount,Amount Currency,Stage,Probability,Close Date,Assigned User,Created At",
      "amount created currency customer deal_id expected_close owner probability stage"
    ),
    (.activities, "Subject,Date,Account Name,Assigned,Task Type", "customer date owner type"),
    (
      .activities,
      "Activity - Type,Activity - Due date,Activity - Organization,Activity - Assigned to user,Activity - Done",
      "customer date done owner type"
    ),
    // Books of accounts
    (
      .orders, "单据编号,单据日期,客户编码,客户名称,业务员,存货名称,数量,价税合计",
      "amount customer date order_id owner product qty"
    ),
    (.contacts, "Id,Name,Email,Job Title,Company", "contact_name customer title"),
  ])
  func `have their columns known`(table: TableName, headers: String, fields: String) {
    let read = readTables(SourceFile(path: "x.csv", text: headers + "\n")).value[0]
    let matched = matchHeaders(of: read, to: .of(table), by: [])
    #expect(matched.value.compactMap { $0.field?.name }.sorted().joined(separator: " ") == fields)
    #expect(!matched.diagnostics.hasErrors, "\(matched.diagnostics)")
  }
}

/// An id and a name of one thing side by side, as most exports have them.
@Suite struct `A column of ids beside one of names` {
  @Test(arguments: ["客户编号,客户名称", "客户名称,客户编号", "Account ID,Account Name", "customer,客户名称"])
  func `refers by id, and by name where the id finds nothing`(headers: String) {
    let names = headers.split(separator: ",")
    let isIDFirst = names[0] != "客户名称"
    func row(_ id: String, _ name: String) -> String {
      (isIDFirst ? "\(id),\(name)" : "\(name),\(id)") + ",5\n"
    }
    let rows = row("C2", "甲公司") + row("X9", "乙公司") + row("", "甲公司") + row("", "C2")
    let data = load(twoCustomers, ("deals.csv", headers + ",amount\n" + rows))
    #expect(data.diagnostics.map(\.id).isEmpty, "\(data.diagnostics)")
    #expect(data.value.records.deals.map(\.customer) == ["C2", "C2", "C1", "C2"])
  }

  @Test func `of which neither is known is one mistake`() {
    let data = load(twoCustomers, ("deals.csv", "客户编号,客户名称,amount\nX9,丙公司,5\n"))
    #expect(data.diagnostics.map(\.id) == ["data.unknown-customer"])
    #expect(data.diagnostics[0].place.description == "deals.csv:2:1")
  }

  @Test func `is kept as it was by an import`() {
    let file = SourceFile(path: "x.csv", text: "客户编号,客户名称,金额\nX9,丙公司,5\n,丁公司,6\n")
    #expect(
      importTable(file, as: .deals).value?.rows == [
        ["customer", "amount", "客户名称"], ["X9", "5", "丙公司"], ["丁公司", "6", "丁公司"],
      ])
  }

  @Test func `of two names is still asked`() {
    let data = load(twoCustomers, ("deals.csv", "公司名称,客户名称,amount\n甲公司,乙公司,5\n"))
    #expect(data.diagnostics.map(\.id) == ["data.two-candidates"])
  }
}
