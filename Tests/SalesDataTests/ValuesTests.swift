import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData
@testable import Tables

@Suite struct `Numbers are read as people write them` {
  private func hundredths(_ text: String) throws -> Int {
    let bytes = Array(text.utf8)
    return try readNumber(bytes.span).scaled(decimals: 2)
  }

  @Test(arguments: [
    ("$22,700.00", 2_270_000), ("9,326.84", 932_684), ("￥1,234", 123_400), ("¥1,234.5", 123_450),
    ("(1,234)", -123_400), ("（1,234）", -123_400), ("12万", 12_000_000), ("3.5万元", 3_500_000),
    ("1.2亿", 12_000_000_000), ("１２３４", 123_400), ("-5", -500), ("－5", -500), ("+5", 500),
    ("−5", -500), ("1.2E+05", 12_000_000), ("1e-1", 10), ("0.005", 1), ("-0.005", -1),
    ("0.0049", 0),
    ("1 234 567", 123_456_700), ("1,234,567.891", 123_456_789), ("5元", 500), ("RMB 5", 500),
    ("5 千", 500_000), (".5", 50), ("5.", 500), ("22700.0000000000000000001", 2_270_000),
    ("65.0%", 65), ("0", 0), ("-0", 0), ("12,34,567", 123_456_700), ("5-", -500),
    ("–5", -500), ("5.-", 500), ("5.—", 500), ("1亿2000万", 12_000_000_000), ("1万2", 1_200_000),
    ("3万5千", 3_500_000), ("2 lakh", 20_000_000), ("人民币5万元整", 5_000_000), ("1.2mm", 120_000_000),
    ("1,234,567,890.12", 123_456_789_012), ("￥-3", -300),
  ])
  func `number`(text: String, expected: Int) throws {
    #expect(try hundredths(text) == expected)
  }

  @Test(arguments: [
    "8500元整吗", "1,23", "1,2345", "12,345,67", "1.234,56", "1.2.3", "--5", "5--", "abc", "万", "%",
    "1/2", "(5", "1e", "1e9999", "５ｘ", "1 23", "0x10", "1万2万", "1万23", "1.5万5", "5 apples", "三万",
    "∞", "1,,234",
  ])
  func `no number`(text: String) {
    #expect(throws: NumberTrouble.notANumber) { try hundredths(text) }
  }

  @Test(arguments: ["99999999999999999999", "9223372036854775807", "1e30", "99999999999亿"])
  func `a number that is too large`(text: String) {
    #expect(throws: NumberTrouble.outOfRange) { try hundredths(text) }
  }

  @Test(arguments: ["", "-", "—", "N/A", "无", "#N/A", "null", "--", "－"])
  func `no value`(text: String) {
    let bytes = Array(text.utf8)
    let isNone = isNoValue(bytes.span)
    #expect(isNone)
  }
}

@Suite struct `Days are read as people write them` {
  private func read(_ text: String, kind: CellKind = .text) -> WrittenDay {
    let bytes = Array(text.utf8)
    return readDay(bytes.span, kind: kind, DayReading(clock: .china))
  }

  @Test(arguments: [
    ("2026-05-06", "2026-05-06"), ("2026/5/6", "2026-05-06"), ("2026.5.6", "2026-05-06"),
    ("民國115年5月6日", "2026-05-06"), ("令和8年5月6日", "2026-05-06"), ("令和元年5月6日", "2019-05-06"),
    ("2026年5月6日", "2026-05-06"), ("2026年05月06号", "2026-05-06"), ("20260506", "2026-05-06"),
    ("46148", "2026-05-06"), ("46148.75", "2026-05-06"), ("16 Apr, 2021 00:02:00", "2021-04-16"),
    ("01-Jan-2015", "2015-01-01"), ("April 16, 2021", "2021-04-16"),
    ("Thu, 16 Apr 2021", "2021-04-16"),
    ("２０２６－０５－０６", "2026-05-06"), ("2026-05-06 19:58", "2026-05-06"),
    ("2026-05-06T19:58:00.123", "2026-05-06"), ("2026-05-06T20:00:00Z", "2026-05-07"),
    ("2026-05-06T15:59:59Z", "2026-05-06"), ("2026-05-06 23:00:00+08:00", "2026-05-06"),
    ("2026-05-06 23:00:00-0500", "2026-05-07"), ("2026-05-06 20:00:00+00", "2026-05-07"),
    ("2026/5/6 7:05 PM", "2026-05-06"), ("2026-05-06 星期三", "2026-05-06"),
    ("2024-02-29", "2024-02-29"),
  ])
  func `a day`(text: String, expected: String) {
    #expect(read(text) == .day(day(expected)))
  }

  @Test(arguments: [
    "2026-02-30", "2026-13-01", "2025-02-29", "45", "soon", "2026", "5月6日", "2026-05", "99999999",
    "2026-05-06x", "2026-05-06 25:61", "12:30", "2026-5/6", "16 Foo 2021", "13/13/2026", "-1",
    "2026-05-06 12:00:00+99",
  ])
  func `no day`(text: String) { #expect(read(text) == WrittenDay.none) }

  @Test func `a number is a serial whatever its size`() {
    #expect(read("61", kind: .number) == .day(day("1900-03-01")))
    #expect(read("61") == WrittenDay.none)
  }

  @Test func `three numbers are left open`() {
    guard case .triple(let triple) = read("20-10-16") else {
      Issue.record("not left open")
      return
    }
    #expect(triple.day(in: .dmy) == day("2016-10-20"))
    #expect(triple.day(in: .ymd) == day("2020-10-16"))
    #expect(triple.orders == [.ymd, .dmy])
  }
}

@Suite struct `The order of days is decided by the whole column` {
  private func orders(_ days: String, settings: DataSettings = DataSettings()) -> [String] {
    let rows = days.split(separator: ",").map { "C1,1,\($0)\n" }.joined()
    let data = load(
      twoCustomers, ("orders.csv", "customer,amount,date\n" + rows), settings: settings)
    return data.diagnostics.isEmpty
      ? data.value.records.orders.map(\.date.description) : found(data)
  }

  @Test(arguments: [
    ("26-02-2018 19:58,03-07-2021 01:09", ["2018-02-26", "2021-07-03"]),
    ("10/20/2016,01/02/2016", ["2016-10-20", "2016-01-02"]),
    ("2026-05-06,05-05-2021", ["2026-05-06", "2021-05-05"]),
    ("20-10-16,32-10-16", ["2020-10-16", "2032-10-16"]),
    ("03-07-2021,04-08-2021", ["data.open-date-order orders.csv:2:6"]),
    ("20-10-16", ["data.open-date-order orders.csv:2:6"]),
    ("13/01/2026,01/13/2026", ["data.mixed-date-order orders.csv:2:6"]),
    ("26-05-06,26-05-31", ["data.open-date-order orders.csv:2:6"]),
  ])
  func `order`(days: String, expected: [String]) {
    #expect(orders(days) == expected)
  }

  @Test func `or by the settings`() {
    var settings = DataSettings()
    let place = Place(path: "salesbook.yaml", line: 3, column: 1)
    settings.dateOrders = [DataSettings.Order(column: "orders.date", order: .dmy, place: place)]
    #expect(orders("03-07-2021,04-08-2021", settings: settings) == ["2021-07-03", "2021-08-04"])
    #expect(orders("03-13-2021", settings: settings) == ["data.bad-date-order orders.csv:2:6"])
    settings.dateOrders = [
      DataSettings.Order(column: "orders.when", order: .dmy, place: place),
      DataSettings.Order(column: "ordres.date", order: .dmy, place: place),
    ]
    #expect(
      orders("2021-01-01", settings: settings) == [
        "data.unknown-field salesbook.yaml:3:1", "data.unknown-mapped-table salesbook.yaml:3:1",
      ])
  }

  @Test func `and an open order shows both readings and leaves every row out, listed`() {
    let data = load(
      twoCustomers, ("orders.csv", "customer,amount,date\nC1,1,03-07-2021\nC1,2,04-08-2021\n"))
    #expect(
      data.diagnostics.first?.message.english.contains("2021-07-03 (dmy) or 2021-03-07 (mdy)")
        == true)
    #expect(
      data.diagnostics.first?.fix?.english
        == "say so in the settings: date_order: {orders.date: dmy}")
    let report = data.value.reports[1]
    #expect((report.read, report.kept, report.skipped.map(\.line)) == (2, 0, [2, 3]))
    #expect(report.dates.map(\.order) == ["?"])
  }
}
