import Diagnostics
import SalesMethod
import Testing

@testable import SalesData
@testable import Tables

/// A file of any name.
@Suite struct `A table is known by its columns` {
  @Test(arguments: [
    ("客户导出20261129.csv", "客户编号,客户名称,购买力,决策力,需求度,预计成交日期,所属行业,客户来源,首次联系时间,最近跟进时间,手机", "customers"),
    ("x.csv", "商机编号,客户名称,商机名称,预计金额,销售阶段,赢率,创建时间,预计成交日期,结束时间,负责人", "deals"),
    ("订单明细.csv", "订单号,客户名称,下单日期,订单金额,产品,数量", "orders"),
    ("a.csv", "客户名称,跟进时间,跟进方式,跟进人,时长,内容", "activities"),
    ("b.csv", "客户名称,姓名,职务,角色,能否联系到,手机", "contacts"),
    ("应收款.csv", "客户名称,应收金额,到期日,已收金额", "receivables"),
    ("c.csv", "Account Name,Amount,Stage,Close Date,Opportunity Owner", "deals"),
    ("d.csv", "Name,Amount,Close date,Stage,Company,Point of Contact", "deals"),
    ("e.csv", "id,owner,dimension,metric,target,start,end", "goals"),
    ("f.csv", "合同编号,客户名称,签约时间,合同总金额", "orders"),
    ("g.csv", "客户名称,联系时间,沟通方式,跟进人员,沟通时长", "activities"),
    ("h.csv", "企业名称,所属行业,客户负责人,最新跟进时间", "customers"),
  ])
  func `whatever its file is called`(path: String, header: String, table: String) {
    let read = readTables(SourceFile(path: path, text: header + "\n"))
    #expect(
      recogniseTable(read.value[0], names: [nameAndExtension(of: path).name])
        == TableName(rawValue: table).map { .one($0) })
  }

  @Test func `and asked about where two are as likely`() {
    let data = load(("客户.csv", "name\nC1\n"), ("x.csv", "customer,amount\nC1,5\n"))
    let both = recogniseTable(
      readTables(SourceFile(path: "x.csv", text: "客户名称,合同金额,备注\n")).value[0])
    #expect(both == .one(.deals) || both == .several([.customers, .deals]))
    #expect(data.diagnostics.map(\.id) == ["data.taken-as"])
  }

  @Test(arguments: [
    "data/~$customers.xlsx", "data/.DS_Store", "Thumbs.db", "._a.csv", "desktop.ini",
  ])
  func `but what programs leave behind is none`(path: String) {
    #expect(DataFile(named: path) == .leftover)
    let file = SourceFile(path: path, bytes: [1, 2, 3])
    #expect(loadRecords(files: [file], settings: DataSettings()).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("a.xls", "table.other-format"), ("a.ods", "table.other-format"),
    ("a.et", "table.other-format"),
    ("a.numbers", "table.other-format"), ("a.xlsb", "table.other-format"), ("a.xlsm", nil),
    ("a.tab", nil), ("a.jsonl", nil), ("a.png", nil), ("~$a.xls", nil),
  ])
  func `and what another program must save again is named`(path: String, id: String?) {
    #expect(warningOfUnreadableTable(path)?.id == id)
  }

  @Test func `JSON Lines are rows`() {
    let text =
      "{\"name\": \"甲\", \"customer_id\": 1001.0}\n{\"name\": \"乙\", \"customer_id\": 1.38E8}\n"
    let data = load(("customers.jsonl", text))
    #expect(data.diagnostics.isEmpty)
    #expect(data.value.records.customers.map(\.id) == ["1001", "138000000"])
  }
}
