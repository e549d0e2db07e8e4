import Diagnostics
import SalesMethod
import Testing

@testable import SalesData

/// The orders' amounts that a file comes to, or the mistakes in it.
private func amounts(_ text: String, _ settings: DataSettings = DataSettings()) -> [String] {
  let data = load(twoCustomers, ("orders.csv", text), settings: settings)
  let errors = data.diagnostics.filter { $0.severity == .error }.map(\.id)
  return errors.isEmpty ? data.value.records.orders.map(\.amount.description) : errors
}

private func settings(_ format: DataSettings.NumberFormat.Meaning?, maps header: String? = nil)
  -> DataSettings
{
  let place = Place(path: "salesbook.yaml", line: 2, column: 1)
  var settings = DataSettings()
  settings.numberFormats =
    format.map {
      [DataSettings.NumberFormat(column: "orders.amount", meaning: $0, place: place)]
    } ?? []
  settings.mapping =
    header.map {
      [DataSettings.Mapping(table: "orders", header: $0, field: "amount", place: place)]
    } ?? []
  return settings
}

/// A scale or a currency that stands anywhere but in the cell is read, or asked about; never passed over.
@Suite struct `The scale of a column` {
  @Test(arguments: [
    ("销售明细\n单位：万元\n", "125000"), ("销售明细,,单位：万元\n", "125000"), (",,（单位：千元）\n", "12500"),
    ("(万元)\n", "125000"), ("单位：元\n", "12.5"), ("销售明细（2026年11月）\n", "12.5"),
    ("单位：某某公司\n", "12.5"), ("Unit: 万元\n", "125000"),
  ])
  func `stands above the header`(above: String, amount: String) {
    #expect(amounts(above + "客户,下单日期,金额\nC1,2026-10-01,12.5\n") == [amount])
  }

  @Test func `above the header gives way to the header's own`() {
    #expect(amounts("单位：万元\n客户,下单日期,金额(元)\nC1,2026-10-01,12.5\n") == ["12.5"])
    #expect(amounts("单位：万元\n客户,下单日期,金额\nC1,2026-10-01,12.5元\n") == ["data.units-differ"])
  }

  @Test(arguments: [
    ("金额（RMB：万）", "350000"), ("金额(仟元)", "35000"), ("签约额(万)", "350000"), ("签约额", "35"),
    ("签约额(元)", "35"), ("Net value", "35"),
  ])
  func `of a header that settings map is read where it is plain`(header: String, amount: String) {
    let text = "客户,下单日期,\(header)\nC1,2026-10-01,35\n"
    #expect(amounts(text, settings(nil, maps: header)) == [amount])
  }

  @Test(arguments: [
    "金额(元/万)", "Amount (RMB 10k)", "Amount in mio", "金额（万）元", "万元金额", "万元：金额", "合同(万)额",
    "金额(单位万元 不含税)", "千元数", "Wan RMB",
  ])
  func `of a header that cannot be read is asked, and the settings answer`(header: String) {
    let text = "客户,下单日期,\"\(header)\"\nC1,2026-10-01,35\n"
    let read = amounts(text, settings(nil, maps: header))
    #expect(["data.open-scale", "350000"].contains(read.first), "\(read)")
    #expect(amounts(text, settings(.tenThousands, maps: header)) == ["350000"])
    #expect(amounts(text, settings(.ones, maps: header)) == ["35"])
  }

  @Test func `in thousands of another currency is asked before it is changed`() {
    let text = "客户,下单日期,Umsatz T€\nC1,2026-10-01,35\n"
    #expect(amounts(text, settings(nil, maps: "Umsatz T€")) == ["data.open-scale"])
    #expect(
      amounts(text, settings(.thousands, maps: "Umsatz T€")).first == "data.foreign-currency")
  }

  @Test(arguments: [
    ("$100", "CNY", "data.units-differ"), ("￥100", "USD", "data.units-differ"),
    ("100元", "USD", "data.units-differ"), ("¥100", "CNY", "100"), ("100元", "CNY", "100"),
    ("100元", "人民币", "100"), ("￥100", "元", "100"),
  ])
  func `and the currency of its row agree`(cell: String, currency: String, expected: String) {
    #expect(amounts("客户,下单日期,金额,币种\nC1,2026-10-01,\(cell),\(currency)\n") == [expected])
  }

  @Test func `a sign of dollars is the row's own dollar`() {
    var hongKong = DataSettings()
    hongKong.currency = "HKD"
    #expect(amounts("客户,下单日期,金额,币种\nC1,2026-10-01,$100,HKD\n", hongKong) == ["100"])
  }

  /// CR is a credit in books, and ten millions only where rupees are counted.
  @Test func `is no crore where a credit may be meant`() {
    let rows = (0..<60).map { "C1,2026-10-01,\($0)\n" }.joined()
    let data = load(
      twoCustomers, ("orders.csv", "客户,下单日期,金额\n" + rows + "C1,2026-10-01,500 CR\n"))
    #expect(data.value.records.orders.count == 60)
    #expect(found(data) == ["data.not-a-number orders.csv:62:15"])
    var rupees = DataSettings()
    rupees.currency = "INR"
    #expect(amounts("客户,下单日期,金额\nC1,2026-10-01,5 cr\n", rupees) == ["50000000"])
    #expect(
      amounts("客户,下单日期,金额\nC1,2026-10-01,5 cr\nC1,2026-10-01,3 dr\n", rupees).first
        == "data.not-a-number")
    #expect(amounts("客户,下单日期,金额\nC1,2026-10-01,5 crore\n") == ["50000000"])
  }

  @Test func `a goal of things has no percent, and counts in thousands where its unit does`() {
    let header = "id,owner,dimension,metric,target,unit,start,end\n"
    func goal(_ target: String, _ unit: String) -> [String] {
      let data = load(
        ("team.csv", "member\nm1\n"),
        (
          "goals.csv",
          header + "g1,m1,performance,quantity,\(target),\(unit),2026-12-01,2026-12-31\n"
        ))
      return data.diagnostics.hasErrors
        ? data.diagnostics.map(\.id) : data.value.records.goals.map { String($0.targetHundredths) }
    }
    #expect(goal("35%", "件") == ["data.not-a-number"])
    #expect(goal("35", "k件") == goal("35000", "件"))
    #expect(goal("35", "件") != goal("35000", "件"))
  }
}
