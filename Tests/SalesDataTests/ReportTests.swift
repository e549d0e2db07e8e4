import Diagnostics
import OrderedJSON
import Phrases
import SalesMethod
import Testing

@testable import SalesData
@testable import Tables

private let messy = SourceFile(
  path: "export.csv",
  text: """
    商机编号;客户名称;预计金额(万元);商机阶段;创建时间;来源
    D1;甲公司;3.5;需求确认;26-02-2026;展会
    D2;乙公司;八万;需求确认;03-07-2026;
    ;;;;;
    D4;甲公司;(0.5);赢单;01-03-2026;"=cmd"

    """)

@Suite struct `An import report tells what became of every row` {
  @Test func `as data with the keys that tools rely on`() {
    let imported = importTable(messy, as: .deals).value
    #expect(
      imported?.report.json.text() == #"{"file":"export.csv","encoding":"UTF-8","separator":";","#
        + #""sheet":null,"rows":{"read":4,"kept":2,"skipped":["#
        + #"{"line":3,"reason":{"zh-Hans":"“八万”不是数字（列“预计金额(万元)”）","#
        + #""en":"“八万” is not a number (column “预计金额(万元)”)"}},"#
        + #"{"line":4,"reason":{"zh-Hans":"空行","en":"a blank row"}}]},"columns":["#
        + #"{"header":"商机编号","field":"deal_id","confidence":0.95},"#
        + #"{"header":"客户名称","field":"customer","confidence":0.95},"#
        + #"{"header":"预计金额(万元)","field":"amount","confidence":0.95},"#
        + #"{"header":"商机阶段","field":"stage","confidence":0.95},"#
        + #"{"header":"创建时间","field":"created","confidence":0.95},"#
        + #"{"header":"来源","field":null,"confidence":0}],"dates":["#
        + #"{"column":"创建时间","order":"dmy","why":{"zh-Hans":"第 2 行不可能是 ymd，第 2 行不可能是 mdy","#
        + #""en":"line 2 cannot be ymd, line 2 cannot be mdy"}}],"#
        + #""sums":[{"field":"amount","before":30000,"after":30000}]}"#)
  }

  @Test func `as text in two languages`() {
    let report = importTable(messy, as: .deals).value?.report
    let english = report?.text(in: .english) ?? ""
    #expect(english.contains("rows: 4 read = 2 kept + 2 skipped\n    line 3: “八万” is not a number"))
    #expect(english.contains("来源 → not a column of the table, kept as it is"))
    let chinese = report?.text(in: .chinese) ?? ""
    #expect(chinese.contains("共读入 4 行，保留 2 行，跳过 2 行"))
  }

  @Test func `and gives a clean table that reads as the same records`() {
    let imported = importTable(messy, as: .deals).value
    let clean = csv(imported?.rows ?? [], style: CSVStyle(forExcel: true))
    #expect(
      String(decoding: clean, as: UTF8.self) == "\u{FEFF}"
        + "customer,amount,deal_id,stage,created,来源\r\n"
        + "甲公司,35000,D1,需求确认,2026-02-26,展会\r\n甲公司,-5000,D4,赢单,2026-03-01,'=cmd\r\n")
    let again = importTable(SourceFile(path: "deals.csv", bytes: clean), as: .deals)
    #expect(again.diagnostics.isEmpty)
    #expect(again.value?.report.sums == imported?.report.sums)
    #expect(again.value?.settings == "")
  }

  @Test func `and the settings worth keeping`() {
    #expect(
      importTable(messy, as: .deals).value?.settings == """
        mapping:
          deals:
            "商机编号": deal_id
            "客户名称": customer
            "预计金额(万元)": amount
            "商机阶段": stage
            "创建时间": created
        date_order:
          deals.created: dmy

        """)
  }

  @Test func `and every column of every table survives cleaning`() {
    let text = """
      customer_id,name,owner,M,A,N,close_date,segment,value_hint,flags,first_contact,last_contact,note
      C1,甲,m1,4,是,,2026-05-20,机械,1234.5,do_not_contact;merged,2025-01-02,2026-04-01,"多
      行"
      C2,'+乙,m1,2.5,low,no,,,,,,,
      """
    let clean = importTable(SourceFile(path: "customers.csv", text: text), as: .customers).value
    let again = csv(clean?.rows ?? [])
    let team = ("team.csv", "member,hours_per_day\nm1,7.5\n")
    let first = load(team, ("customers.csv", text)).value.records.customers
    let second = load(team, ("customers.csv", String(decoding: again, as: UTF8.self))).value.records
    #expect(first.count == 2)
    #expect(second.customers.map { [$0.id, $0.name] } == first.map { [$0.id, $0.name] })
    #expect(second.customers.map(\.purchasingPower) == first.map(\.purchasingPower))
    #expect(second.customers.map(\.decisionPower) == first.map(\.decisionPower))
    #expect(second.customers[0] == first[0])
  }

  @Test(
    arguments: [
      ("客户名称,商机金额,商机阶段\n甲,1,x\n", TableName.deals), ("Account Name,M,A,N\nx,1,1,1\n", .customers),
      ("customer,date,amount,order_id\nx,2026-01-01,1,2\n", .orders), ("foo,bar\n1,2\n", nil),
    ] as [(String, TableName?)])
  func `and a file of any name is proposed as a table`(text: String, table: TableName?) {
    let read = readTables(SourceFile(path: "export (3).csv", text: text)).value[0]
    #expect(likelyTable(of: read) == table)
  }

  @Test func `and all rows are read, kept or skipped, whatever the file holds`() {
    var state: UInt64 = 42
    let pieces = [
      "甲公司", "C9", "", "12万", "x", ",", ",", ",", "\n", "\n", "\"", "2026-05-06", "5/6/26",
    ]
    for _ in 0..<300 {
      var text = "customer,amount,date\n"
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let data = load(twoCustomers, ("orders.csv", text))
      for report in data.value.reports {
        #expect(report.read == report.kept + report.skipped.count)
      }
      #expect(data.value.reports.last?.kept == data.value.records.orders.count)
    }
  }
}

@Suite struct `Columns are described for editors` {
  @Test func `as JSON Schema`() {
    let text = TableSchema.of(.goals).json.text()
    #expect(text.hasPrefix(#"{"$schema":"https://json-schema.org/draft/2020-12/schema""#))
    #expect(
      text.contains(#""required":["id","owner","dimension","metric","target","start","end"]"#))
    #expect(text.contains(#"{"enum":["amount","quantity","collections","problems","promotion"]}"#))
    #expect(
      TableSchema.of(.customers).json.text().contains(
        #""anyOf":[{"required":["customer_id"]},{"required":["name"]}]"#))
  }

  @Test func `and the settings with the columns they may name`() {
    let text = settingsSchema().text()
    #expect(
      text.contains(
        #"where the values leave it open.","type":"object","additionalProperties":false"#))
    #expect(text.contains(#""deals.expected_close":{"enum":["ymd","dmy","mdy"]}"#))
    #expect(
      text.contains(
        #""rates":{"type":"object","additionalProperties":{"enum":["owner","from","to","#))
  }
}
