import Diagnostics
import SalesMethod
import Testing

@testable import SalesData

/// New York's clocks in 2026: an hour more from 8 March 7:00 UTC to 1 November 6:00 UTC.
private let newYork = LocalClock(
  minutesAhead: -300,
  changes: [
    LocalClock.Change(utcMinute: 29_549_220, minutesAhead: -240),
    LocalClock.Change(utcMinute: 29_891_880, minutesAhead: -300),
  ])

@Suite struct `A moment is a day on the workspace's clocks` {
  private func day(of moment: String, _ clock: LocalClock = newYork) -> String {
    var settings = DataSettings()
    settings.clock = clock
    let data = load(
      twoCustomers, ("orders.csv", "customer,date,amount\nC1,\"\(moment)\",1\n"), settings: settings
    )
    return data.value.records.orders.first?.date.description ?? data.diagnostics[0].id
  }

  /// 30 November 2026, 20:00 in UTC, is 15:00 in New York and 1 December 4:00 in Shanghai.
  @Test(arguments: [
    "2026-11-30T20:00:00Z", "2026-11-30 20:00:00 UTC", "2026-11-30 20:00 GMT",
    "2026-11-30 20:00:00+0000", "2026-12-01 04:00:00+08:00", "2026-12-01 04:00 GMT+8",
    "2026-12-01 04:00 (UTC+08:00)", "11/30/2026 8:00 PM UTC", "30.11.2026 20:00 UTC",
    "30-Nov-2026 20:00 UTC", "Nov 30, 2026 8:00 PM UTC", "2026年12月1日 04:00 北京时间",
    "2026年12月1日 上午4:00 GMT+8", "1796068800", "1796068800000", "2026-11-30T15:00:00 EST",
    "2026-12-01 4时0分 GMT+8", "2026-11-30T20:00:00.123Z", "2026-11-30T20:00:00,123Z",
    "20261130T200000Z", "2026-11-30T20:00:00Z[Etc/UTC]", "2026-11-30T21:00:00+01:00[Europe/Berlin]",
    "Mon, 30 Nov 2026 20:00:00 GMT", "Tue Dec 01 2026 04:00:00 GMT+0800 (中国标准时间)",
    "/Date(1796068800000)/", "2026-12-01 01:30 GMT+5:30", "2026-11-30 20:00 世界标准时间",
    "2026-12-01 04:00 Asia/Shanghai", "2026-11-30 15:00 -05:00",
  ])
  func `in every notation`(moment: String) {
    #expect(day(of: moment) == "2026-11-30")
    #expect(day(of: moment, .china) == "2026-12-01")
  }

  @Test func `in summer and in winter`() {
    #expect(day(of: "2026-07-01T03:59:00Z") == "2026-06-30")
    #expect(day(of: "2026-07-01T04:00:00Z") == "2026-07-01")
    #expect(day(of: "2026-12-01T04:59:00Z") == "2026-11-30")
    #expect(day(of: "2026-12-01T05:00:00Z") == "2026-12-01")
  }

  @Test func `and a time without a zone is the day that is written`() {
    for text in ["2026-11-30 23:59", "2026-11-30T00:01:00", "2026/11/30 下午 11:59", "20261130"] {
      #expect(day(of: text) == "2026-11-30")
    }
    #expect(day(of: "2026-11-30 20:00 CST") == "data.bad-date")
  }

  /// The end of a meeting behind its beginning is no zone.
  @Test(arguments: [
    "2026-11-30 09:00-12:00", "2026-11-30 09:00~10:30", "2026-11-30 上午9:00-11:00",
    "2026-11-30 9:00 - 10:00",
    "20261130235959", "20261130T235959", "Mon Nov 30 2026", "30. November 2026", "30-Nov-26",
  ])
  func `and nothing is a zone that is none`(text: String) {
    #expect(day(of: text) == "2026-11-30")
    #expect(day(of: text, .china) == "2026-11-30")
  }

  /// A day written in any notation is read back the same.
  @Test(arguments: 0..<30)
  func `a day is read back in any notation`(seed: Int) {
    var random = TestRandom(seed: UInt64(seed))
    let days =
      (0..<12).map { _ in Day(number: 16_436 + random.next(below: 9000)) } + [
        Day(number: 20_778)
      ]
    let style = random.next(below: 8)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let texts = days.map { day -> String in
      switch style {
      case 0: day.description
      case 1: "\(day.year)/\(day.month)/\(day.dayOfMonth)"
      case 2: "\(day.year)年\(day.month)月\(day.dayOfMonth)日 下午3:05"
      case 3: "\(day.year)\(two(day.month))\(two(day.dayOfMonth))"
      case 4: "\(two(day.dayOfMonth))-\(months[day.month - 1])-\(day.year)"
      case 5: "\(two(day.dayOfMonth)).\(two(day.month)).\(day.year) 10:00"
      case 6: "\(day.month)/\(day.dayOfMonth)/\(day.year) 8:00 AM"
      default: String(day.number + 25_569)
      }
    }
    // 21 November 2026 is the last: no other order fits it.
    let rows = texts.map { "C1,1,\"\($0)\"\n" }.joined()
    let data = load(twoCustomers, ("orders.csv", "customer,amount,date\n" + rows))
    #expect(data.value.records.orders.map(\.date) == days, "\(data.diagnostics)")
  }
}

@Suite struct `Days off` {
  private func off(_ text: String) -> [String] {
    let data = load(("team.csv", "member,days_off\nm1,\"\(text)\"\n"))
    return data.diagnostics.isEmpty
      ? data.value.records.members[0].daysOff.map(\.description)
        + data.value.records.members[0].halfDaysOff.map { "½ \($0)" } : data.diagnostics.map(\.id)
  }

  @Test(arguments: [
    ("2026-12-03", ["2026-12-03"]), ("2026-12-03;2026-12-01", ["2026-12-01", "2026-12-03"]),
    ("2026-12-01~2026-12-03", ["2026-12-01", "2026-12-02", "2026-12-03"]),
    ("2026-12-01至12-02", ["2026-12-01", "2026-12-02"]),
    ("2026/12/31-2027/1/1", ["2026-12-31", "2027-01-01"]),
    ("2026-12-31..2027-01-01", ["2026-12-31", "2027-01-01"]),
    ("2026-12-01~2026-12-02;2026-12-02", ["2026-12-01", "2026-12-02"]),
    // Half a day is half a day; two halves are a day.
    ("2026-12-03 上午", ["½ 2026-12-03"]), ("2026-12-03 half day", ["½ 2026-12-03"]),
    ("2026-12-03(下午)", ["½ 2026-12-03"]), ("2026年12月3日半天", ["½ 2026-12-03"]),
    ("2026-12-03 上午;2026-12-03 下午", ["2026-12-03"]),
    ("2026-12-03上午~2026-12-03下午", ["2026-12-03"]),
    ("2026-12-03上午~12-04下午", ["2026-12-03", "2026-12-04"]),
    ("2026-12-03下午~12-04", ["2026-12-04", "½ 2026-12-03"]),
    ("2026-12-03 13:30 至 2026-12-04 18:00", ["2026-12-04", "½ 2026-12-03"]),
    ("2026-12-03 14:00 至 12-05 12:00", ["2026-12-04", "½ 2026-12-03", "½ 2026-12-05"]),
    ("2026-12-03 09:00 至 2026-12-04 18:00", ["2026-12-03", "2026-12-04"]),
    ("2026-12-03 00:00:00~2026-12-04 00:00:00", ["2026-12-03", "2026-12-04"]),
    ("2026-12-03 13:30-17:30", ["½ 2026-12-03"]), ("2026-12-03 09:00-12:00", ["½ 2026-12-03"]),
    ("2026-12-03 9:00~18:00", ["2026-12-03"]), ("2026-12-03 00:00:00", ["2026-12-03"]),
    ("2026-12-01,2026-12-02、2026-12-03", ["2026-12-01", "2026-12-02", "2026-12-03"]),
    ("2026-12-01 至 03", ["2026-12-01", "2026-12-02", "2026-12-03"]),
    ("2026-12-01 to 2026-12-02", ["2026-12-01", "2026-12-02"]),
    ("Dec 7, 2026", ["2026-12-07"]), ("2026-12-01(0.5天)", ["½ 2026-12-01"]),
    ("年假2026-12-01；2026-12-02上午", ["2026-12-01", "½ 2026-12-02"]),
    ("2026-12-03 PM半天", ["½ 2026-12-03"]),
    ("2026-12-03~2026-12-01", ["data.bad-date"]), ("2026-01-01~2028-01-01", ["data.bad-date"]),
  ])
  func `are days and ranges, and halves are told`(text: String, expected: [String]) {
    #expect(off(text) == expected)
  }
}

/// Serial numbers of workbooks.
@Suite struct `A workbook's numbers are days` {
  private func days(_ serial: String, in workbook: String) -> [String] {
    let header = ["customer", "date", "amount"].enumerated().map { index, text in
      "<c r=\"\(["A", "B", "C"][index])1\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }.joined()
    let row =
      "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>C1</t></is></c><c r=\"B2\"><v>\(serial)</v></c>"
      + "<c r=\"C2\"><v>5</v></c></row>"
    let file = TestWorkbook(rows: "<row r=\"1\">\(header)</row>" + row, workbook: workbook)
      .file("orders.xlsx")
    let customers = SourceFile(path: twoCustomers.0, text: twoCustomers.1)
    let data = loadRecords(files: [customers, file], settings: DataSettings())
    return data.value.records.orders.map(\.date.description)
  }

  @Test func `from 1900 or 1904 on, without a format too`() {
    // 2026-05-06 is 46148 from 1900 on and 44686 from 1904 on.
    #expect(days("46148", in: "") == ["2026-05-06"])
    #expect(days("44686", in: "<workbookPr date1904=\"1\"/>") == ["2026-05-06"])
    #expect(days("44686.75", in: "<workbookPr date1904=\"1\"/>") == ["2026-05-06"])
  }
}
