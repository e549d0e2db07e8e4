import Diagnostics
import Phrases
import SalesMethod
import Testing

@testable import SalesData

private let place = Place(path: "salesbook.yaml", line: 3, column: 1)

/// The amounts of orders that are written under a header, or what is wrong.
private func amounts(
  _ cells: [String], under header: String = "amount", _ settings: DataSettings = DataSettings()
) -> [String] {
  let rows = cells.map { "C1,2026-05-06,\"\($0)\"\n" }.joined()
  let data = load(
    twoCustomers, ("orders.csv", "customer,date,\(header)\n" + rows), settings: settings)
  return data.diagnostics.hasErrors
    ? data.diagnostics.map(\.id) : data.value.records.orders.map(\.amount.description)
}

/// The units of numbers: in the cell, in the header, in the row's own column, in two of them.
@Suite struct `Units of amounts` {
  @Test(arguments: [
    ("金额(万元)", "35", ["350000"]), ("金额（万元）", "3.5", ["35000"]), ("金额/万元", "35", ["350000"]),
    ("金额(单位：万元)", "35", ["350000"]), ("金额[千元]", "35", ["35000"]), ("金额(分)", "3500", ["35"]),
    ("金额(元)", "35万", ["350000"]), ("amount (k)", "35", ["35000"]), ("金额", "35w", ["350000"]),
    ("amount", "1.2m", ["1200000"]), ("金额", "3.5 万元", ["35000"]), ("金额", "35万RMB", ["350000"]),
    // Said twice, counted once.
    ("金额(万元)", "35万", ["350000"]), ("金额(万元)", "35万元", ["350000"]),
    // Two units that differ.
    ("金额(万元)", "3千", ["data.units-differ"]), ("金额(千元)", "35万", ["data.units-differ"]),
    ("金额(USD)", "€35", ["data.units-differ"]), ("amount", "¥35 USD", ["data.units-differ"]),
  ])
  func `in header and cell`(header: String, cell: String, expected: [String]) {
    #expect(amounts([cell], under: header) == expected)
  }

  @Test(arguments: [
    ("币种", "CNY", ["35"]), ("币种", "人民币", ["35"]), ("金额单位", "万元", ["350000"]),
    ("单位", "万元", ["350000"]), ("Currency", "", ["35"]), ("币种", "USD", ["data.foreign-currency"]),
    ("币种", "箱", ["data.unknown-unit"]),
  ])
  func `in the row's own column`(header: String, unit: String, expected: [String]) {
    let data = load(
      twoCustomers, ("orders.csv", "customer,date,amount,\(header)\nC1,2026-05-06,35,\(unit)\n"))
    let found =
      data.diagnostics.hasErrors
      ? data.diagnostics.map(\.id) : data.value.records.orders.map(\.amount.description)
    #expect(found == expected)
  }

  @Test func `of currencies are taken at the rates of the settings, and else never added up`() {
    let cells = ["￥100", "$100", "€100", "100"]
    #expect(amounts(cells) == ["data.foreign-currency", "data.foreign-currency"])
    var settings = DataSettings()
    settings.exchangeRates = [
      DataSettings.ExchangeRate(currency: "USD", millionths: 7_120_000, place: place),
      DataSettings.ExchangeRate(currency: "EUR", millionths: 7_805_000, place: place),
    ]
    #expect(amounts(cells, settings) == ["100", "712", "780.5", "100"])
    settings = DataSettings()
    settings.currency = "USD"
    #expect(amounts(["$100", "100", "US$5"], settings) == ["100", "100", "5"])
    #expect(amounts(["¥100"], settings) == ["data.foreign-currency"])
    settings.currency = "HKD"
    #expect(amounts(["$100"], settings) == ["100"])
  }

  /// An amount whose currency nobody knows is not one of the workspace's.
  @Test func `of a currency that nobody knows leave their row out, or are unknown`() {
    let rows = (0..<60).map { "C1,2026-05-06,10,\($0 == 7 ? "XBT" : "CNY")\n" }.joined()
    let orders = load(twoCustomers, ("orders.csv", "customer,date,amount,currency\n" + rows))
    #expect(found(orders) == ["data.unknown-unit orders.csv:9:18"])
    #expect(orders.value.records.orders.count == 59)
    let customers = load(
      ("customers.csv", "customer_id,value_hint,currency\nC1,10,XBT\nC2,10,CNY\n"))
    #expect(found(customers) == ["data.unknown-unit customers.csv:2:7"])
    #expect(customers.value.records.customers.map(\.valueHint) == [nil, Money(hundredths: 1000)])
  }

  @Test func `are asked about once for a currency`() {
    let data = load(
      twoCustomers,
      ("orders.csv", "customer,date,amount\nC1,2026-05-06,$1\nC1,2026-05-06,$2\nC1,2026-05-06,3\n"))
    #expect(found(data) == ["data.foreign-currency orders.csv:2:15"])
    #expect(data.diagnostics[0].message.english.hasPrefix("2 amounts of “amount” are in USD"))
    #expect(data.diagnostics[0].fix?.english.contains("--set exchange_rates.USD=…") == true)
  }

  @Test func `that were converted are written in the workspace's currency by an import`() {
    var settings = DataSettings()
    settings.exchangeRates = [
      DataSettings.ExchangeRate(currency: "USD", millionths: 7_000_000, place: place)
    ]
    let text = "customer,date,amount,currency\nC1,2026-05-06,10,USD\nC1,2026-05-06,10,CNY\n"
    let imported = importTable(
      SourceFile(path: "x.csv", text: text), as: .orders, settings: settings)
    #expect(
      imported.value?.rows == [
        ["customer", "date", "amount", "currency"], ["C1", "2026-05-06", "70", "CNY"],
        ["C1", "2026-05-06", "10", "CNY"],
      ])
  }
}

/// A goal's own unit.
@Suite struct `The unit of a goal` {
  private func goal(_ metric: String, _ target: String, _ unit: String) -> [String] {
    let data = load(
      ("team.csv", "member\nm1\n"),
      (
        "goals.csv",
        "id,owner,dimension,metric,target,unit,start,end\n"
          + "g,m1,performance,\(metric),\(target),\(unit),2026-12-01,2026-12-31\n"
      ))
    return data.diagnostics.hasErrors
      ? data.diagnostics.map(\.id)
      : data.value.records.goals.map {
        "\(Money(hundredths: $0.targetHundredths).description) \($0.unit ?? "")"
      }
  }

  @Test(arguments: [
    ("amount", "35", "万元", ["350000 元"]), ("amount", "350000", "元", ["350000 元"]),
    ("amount", "35万", "元", ["350000 元"]), ("amount", "35万", "万元", ["350000 元"]),
    ("collections", "35", "万", ["350000 元"]), ("amount", "35", "k CNY", ["35000 元"]),
    ("amount", "35", "CNY", ["35 CNY"]), ("amount", "35", "", ["35 "]),
    ("amount", "35", "USD", ["data.foreign-currency"]),
    ("amount", "35", "家", ["data.unit-not-money"]),
    ("amount", "3千", "万元", ["data.units-differ"]), ("quantity", "12", "单", ["12 单"]),
    ("quantity", "1.2", "万件", ["12000 件"]),
    ("quantity", "35", "万元", ["data.unit-is-money"]),
    ("problems", "35", "CNY", ["data.unit-is-money"]),
    ("amount", "35元", "万元", ["data.units-differ"]),
  ])
  func `scales its target`(metric: String, target: String, unit: String, expected: [String]) {
    #expect(goal(metric, target, unit) == expected)
  }

  @Test func `is not the money of its column's header`() {
    let data = load(
      ("team.csv", "member\nm1\n"),
      (
        "goals.csv",
        "id,owner,dimension,metric,目标(万元),unit,start,end\n"
          + "g,m1,performance,quantity,35,家,2026-12-01,2026-12-31\n"
      ))
    #expect(found(data) == ["data.unit-is-money goals.csv:2:27"])
  }

  @Test func `scales its milestones too`() {
    let data = load(
      ("team.csv", "member\nm1\n"),
      (
        "goals.yaml",
        "- {id: g, owner: m1, dimension: performance, metric: amount, target: 35, unit: 万元, "
          + "start: 2026-12-01, end: 2026-12-31, milestones: [{date: 2026-12-10, target: 10}]}\n"
      ))
    #expect(
      data.value.records.goals.first?.milestones.map(\.targetHundredths) == [10_000_000])
  }
}

/// Which sign is the decimal mark.
@Suite struct `The decimal mark of a column` {
  @Test(arguments: [
    (["1.234,56", "950", "1.500"], ["1234.56", "950", "1500"]),
    (["12,5", "1.500"], ["12.5", "1500"]), (["1.234.567", "1.500"], ["1234567", "1500"]),
    (["1,234.56", "1,500"], ["1234.56", "1500"]),
    // Three digits that end in 0, where no other number has three decimals.
    (["12.5", "1.500"], ["data.open-number-format"]),
    (["1,5", "12,000"], ["data.open-number-format"]), (["12.5", "1.505"], ["12.5", "1.51"]),
    (["1,500"], ["1500"]),
    (["1 500", "1'500", "1’500", "1\u{A0}500"], ["1500", "1500", "1500", "1500"]),
    (["0,125", "1.500"], ["0.13", "1500"]), (["0.125", "1.500"], ["0.13", "1.5"]),
    (["1.500", "12.000", "950"], ["data.open-number-format"]),
    (["-1.500"], ["data.open-number-format"]),
  ])
  func `is found from all its cells`(cells: [String], expected: [String]) {
    #expect(amounts(cells) == expected)
  }

  @Test func `or said by the settings`() {
    var settings = DataSettings()
    settings.numberFormats = [
      DataSettings.NumberFormat(column: "orders.amount", meaning: .comma, place: place)
    ]
    #expect(amounts(["1.500", "12,000"], settings) == ["1500", "12"])
    settings.numberFormats = [
      DataSettings.NumberFormat(column: "orders.amount", meaning: .point, place: place)
    ]
    #expect(amounts(["1.500", "12,000"], settings) == ["1.5", "12000"])
    settings.numberFormats = [
      DataSettings.NumberFormat(column: "orders.date", meaning: .point, place: place)
    ]
    #expect(amounts(["1"], settings) == ["data.unknown-field"])
  }

  @Test func `is asked with both readings`() {
    let data = load(twoCustomers, ("orders.csv", "customer,date,amount\nC1,2026-05-06,1.500\n"))
    #expect(
      data.diagnostics.first?.message.english
        == "“1.500” could be 1.5 or 1500, and nothing in the column decides")
    #expect(data.value.records.orders.isEmpty)
  }

  @Test func `is a point in columns that count in thousandths`() {
    let data = load(
      twoCustomers, ("orders.csv", "customer,date,amount,qty\nC1,2026-05-06,5,1.125\n"))
    #expect(data.value.records.orders.first?.quantityThousandths == 1125)
  }

  /// A number written in any notation is read back the same.
  @Test(arguments: 0..<40)
  func `reads any number back, in any notation`(seed: Int) {
    var random = TestRandom(seed: UInt64(seed))
    let values =
      (0..<20).map { _ in random.next(below: 200_000_000) - 100_000_000 } + [123_456_789, 7]
    let marks: [(group: String, decimal: String)] = [
      (",", "."), (".", ","), (" ", ","), ("'", "."), ("", "."), ("", ","), ("\u{202F}", ","),
    ]
    let (group, decimal) = marks[random.next(below: marks.count)]
    let (front, behind) = [("", ""), ("￥", ""), ("", "元"), ("CNY ", ""), ("¥ ", " ")][
      random.next(below: 5)]
    let cells = values.map { value in
      let digits = String(value.magnitude / 100)
      var grouped = ""
      for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { grouped += group }
        grouped.append(digit)
      }
      let cents = value.magnitude % 100
      let sign = value < 0 ? "-" : ""
      return sign + front + grouped + decimal + (cents < 10 ? "0" : "") + String(cents) + behind
    }
    #expect(amounts(cells) == values.map { Money(hundredths: $0).description })
  }
}

/// Percent and fractions.
@Suite struct `Parts of a whole` {
  private func chances(
    _ cells: [String], under header: String = "probability",
    _ settings: DataSettings = DataSettings()
  ) -> [String] {
    let rows = cells.map { "C1,1,\($0)\n" }.joined()
    let data = load(
      twoCustomers, ("deals.csv", "customer,amount,\(header)\n" + rows), settings: settings)
    return data.diagnostics.hasErrors
      ? data.diagnostics.map(\.id)
      : data.value.records.deals.map { $0.probabilityMillionths.map(String.init) ?? "-" }
  }

  @Test(arguments: [
    (["65%", "0.65"], ["650000", "650000"]), (["65", "1", "100"], ["650000", "10000", "1000000"]),
    (["0.5", "1"], ["500000", "1000000"]),
    (["30%", "50", "100%"], ["300000", "500000", "1000000"]),
    (["0.5", "0.3", "65"], ["data.mixed-shares"]), (["50", "60", "0.3"], ["data.mixed-shares"]),
    (["0.5", "0.3", "165%"], ["500000", "300000", "-"]),
  ])
  func `are percent or fractions all down a column`(cells: [String], expected: [String]) {
    #expect(chances(cells) == expected)
  }

  @Test func `are percent where the header says so, unless every value is below 1`() {
    #expect(chances(["65", "5"], under: "赢率(%)") == ["650000", "50000"])
    #expect(chances(["0.65", "0.5"], under: "赢率(%)") == ["data.mixed-shares"])
    var settings = DataSettings()
    settings.numberFormats = [
      DataSettings.NumberFormat(column: "deals.probability", meaning: .fraction, place: place)
    ]
    #expect(chances(["0.65", "0.5"], under: "赢率(%)", settings) == ["650000", "500000"])
  }
}

/// Lengths of time.
@Suite struct `Hours` {
  private func minutes(_ cells: [String], under header: String = "hours") -> [String] {
    let rows = cells.map { "C1,2026-05-06,visit,\($0)\n" }.joined()
    let data = load(twoCustomers, ("activities.csv", "customer,date,type,\(header)\n" + rows))
    return data.diagnostics.hasErrors
      ? data.diagnostics.map(\.id)
      : data.value.records.activities.map { $0.minutes.map(String.init) ?? "-" }
  }

  @Test(arguments: [
    ("2小时", "120"), ("90分钟", "90"), ("1.5", "90"), ("1.5h", "90"), ("1h30m", "90"), ("1:30", "90"),
    ("01:30:00", "90"), ("半小时", "30"), ("1小时30分", "90"), ("1个半小时", "90"), ("一会儿", "-"), ("25", "-"),
    ("40小时", "-"), ("90 min", "90"), ("2 hours", "120"), ("2个半小时", "150"), ("两小时", "120"),
    ("1小时30", "90"),
    ("PT1H30M", "90"), ("2元", "-"), ("5m小时", "-"), ("0", "0"), ("24", "1440"), ("-1", "-"),
  ])
  func `are read with their unit, and none is longer than a day`(cell: String, expected: String) {
    #expect(minutes([cell]) == [expected])
  }

  @Test
  func
    `are minutes where the header or the settings say so, and asked about where they seem to be`()
  {
    #expect(minutes(["90", "30"], under: "时长(分钟)") == ["90", "30"])
    #expect(minutes(["90", "30", "15"]) == ["data.hours-or-minutes"])
  }

  @Test(arguments: ["40", "480", "25小时"])
  func `of a working day are an error beyond 24`(hours: String) {
    let data = load(("team.csv", "member,hours_per_day\nm1,\(hours)\n"))
    #expect(found(data) == ["data.out-of-range team.csv:2:4"])
    #expect(data.diagnostics.hasErrors)
  }
}
