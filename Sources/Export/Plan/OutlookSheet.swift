import Phrases
import SalesMethod
import Wording

extension Sheet {
  /// What the period is expected to bring by its end, part by part, how far it may be off, and the verdict.
  ///
  /// Sums are formulas over the rows above them.
  ///
  ///     Sheet.outlook(of: plan, currency: "元", style, in: .chinese)
  static func outlook(
    of plan: MonthlyPlan, currency: String, _ style: SheetStyle, in language: Language
  ) -> Sheet {
    var builder = OutlookSheet(plan, currency, style, language)
    return builder.build()
  }
}

/// Builds the sheet from the top down.
private struct OutlookSheet {
  private let plan: MonthlyPlan
  private let currency: String
  private let style: SheetStyle
  private let language: Language
  private var sheet: Sheet

  init(_ plan: MonthlyPlan, _ currency: String, _ style: SheetStyle, _ language: Language) {
    self.plan = plan
    self.currency = currency
    self.style = style
    self.language = language
    sheet = Sheet(
      name: style.title, widths: [40, 18, 18],
      rows: [[.text(style.heading, .title)]])
  }

  private var outlook: PeriodOutlook { plan.outlook }
  private let money = "#,##0.00"
  private func amount(_ value: Money) -> Double { Double(value.hundredths) / 100 }

  mutating func build() -> Sheet {
    addVerdict()
    addParts()
    addGap()
    addIntervals()
    addMonths()
    sheet.isLandscape = true
    sheet.frozen = Address(row: 1, column: 1)
    return sheet
  }

  private mutating func addVerdict() {
    guard let verdict = plan.verdict else { return }
    let (standing, reason) = (verdict.standing, verdict.reason)
    let text = language.say(zh: "\(standing)：\(reason)", en: "\(standing): \(reason)")
    sheet.rows.append([.text(text, .section)])
  }

  // MARK: The parts

  private mutating func addParts() {
    let language = style.language
    var parts = [
      (language.say(zh: "本期已成交", en: "Won so far in the period"), outlook.toldWon),
      (language.say(zh: "在谈商机预计成交", en: "Expected from open deals"), outlook.toldDeals),
      (
        language.say(zh: "老客户预计下单", en: "Expected from existing customers"),
        outlook.toldExisting
      ),
      (
        language.say(zh: "接触中客户预计首单", en: "Expected from contacts in progress"),
        outlook.toldInProgress
      ),
      (
        language.say(zh: "排得下的新接触预计带来", en: "Expected from new contacts that fit the hours"),
        outlook.toldNewContacts
      ),
    ]
    if outlook.other > .zero {
      parts.append(
        (language.say(zh: "平常月份的其他业务", en: "A usual month’s other business"), outlook.other))
    }
    sheet.headerRow = sheet.rows.count
    sheet.rows.append(
      [
        style.language.say(zh: "截至 \(outlook.end)", en: "By \(outlook.end)"),
        style.language.say(zh: "金额", en: "Amount"),
      ].map {
        .text($0, .header)
      })
    let first = sheet.rows.count
    for (name, value) in parts {
      let cell = value.map { Cell.number(amount($0), .number(money)) } ?? .text("—", .body)
      sheet.rows.append([.text(name, .body), cell, .text(currency, .unit)])
    }
    let rows = Area(column: 1, rows: first..<first + parts.count)
    let sum = Address(row: sheet.rows.count, column: 1)
    sheet.names.append(DefinedName(name: "plan.expected", area: Area(sum, sum)))
    sheet.rows.append([
      .text(
        style.language.say(zh: "预计，截至 \(outlook.end)", en: "Expected by \(outlook.end)"), .header),
      .formula(
        "SUM(\(rows))", amount(outlook.expected),
        .number(outlook.toldExpected == nil ? "\"—\"" : money, isBold: true)),
      .text(currency, .unit),
    ])
    let bars = first..<first + parts.count + 1
    sheet.charts.append(
      Chart(
        kind: .bars,
        title: style.language.say(
          zh: "预计的组成，截至 \(outlook.end)", en: "What is expected by \(outlook.end)"),
        name: style.language.say(zh: "金额", en: "Amount"), categories: Area(column: 0, rows: bars),
        values: Area(column: 1, rows: bars), anchor: Address(row: 1, column: 4),
        axisFormat: "#,##0", scale: Chart.Scale(width: 1.3, height: 1)))
  }

  private mutating func addIntervals() {
    let ends = [
      (
        style.language.say(
          zh: "十个月有八个落在，截至 \(outlook.end)", en: "Eight of ten months by \(outlook.end)"),
        outlook.interval80
      ),
      (
        style.language.say(
          zh: "两个月有一个落在，截至 \(outlook.end)", en: "One of two months by \(outlook.end)"),
        outlook.interval50
      ),
    ]
    for (name, range) in ends {
      guard let range else { continue }
      sheet.rows.append([
        .text(name, .body), .number(amount(range.low), .number(money)),
        .number(amount(range.high), .number(money)),
      ])
    }
    guard let chance = outlook.chance else { return }
    let name = style.language.say(
      zh: "达成目标的把握，截至 \(outlook.end)", en: "Chance to reach the target by \(outlook.end)")
    sheet.rows.append([.text(name, .body), .text(chance.text(in: language), .body)])
    if outlook.saidChance != nil, let remark = outlook.chanceRemark {
      sheet.rows.append([.text(remark.text(in: language), .plain)])
    }
  }

  /// The twelve months before, where there were orders, and their chart.
  private mutating func addMonths() {
    guard !plan.sold.isEmpty else { return }
    let language = style.language
    sheet.rows.append([])
    sheet.rows.append([
      .text(language.say(zh: "前十二个月的成交", en: "Sold in the twelve months before"), .section)
    ])
    sheet.rows.append(
      [language.say(zh: "月份", en: "Month"), language.say(zh: "金额", en: "Amount")]
        .map { .text($0, .header) })
    let rows = sheet.rows.count..<sheet.rows.count + plan.sold.count
    for sold in plan.sold {
      sheet.rows.append([
        .text(String("\(sold.month.start)".prefix(7)), .body),
        .number(amount(sold.amount), .number(money)), .text(currency, .unit),
      ])
    }
    sheet.charts.append(
      Chart(
        kind: .columns, title: language.say(zh: "前十二个月的成交", en: "Sold in the twelve months before"),
        name: language.say(zh: "金额", en: "Amount"), categories: Area(column: 0, rows: rows),
        values: Area(column: 1, rows: rows), anchor: Address(row: 17, column: 4),
        axisFormat: "#,##0", hasLabels: false, scale: Chart.Scale(width: 1.3, height: 1)))
  }

  /// What is asked, and what new customers must bring of it: here where no sheet of work says it.
  private mutating func addGap() {
    guard plan.workload == nil, let target = outlook.target, let gap = outlook.gap else { return }
    let lines = [
      (style.language.say(zh: "目标业绩", en: "Target"), target),
      (style.language.say(zh: "新客户缺口", en: "Gap for new customers"), gap),
    ]
    for (name, value) in lines {
      sheet.rows.append([
        .text(name, .body), .number(amount(value), .number(money)), .text(currency, .unit),
      ])
    }
  }
}
