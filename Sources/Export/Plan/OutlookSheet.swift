import Phrases
import SalesMethod
import Wording

extension Sheet {
  /// What the period is expected to bring by its end, part by part, how far it may be off, the verdict,
  /// and the open deals behind it.
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
      name: style.title, widths: [40, 18, 14, 8, 14, 14, 18, 44],
      rows: [[.text(style.heading, .title)]])
  }

  private var outlook: PeriodOutlook { plan.outlook }
  private let money = "#,##0.00"
  private func amount(_ value: Money) -> Double { Double(value.hundredths) / 100 }

  mutating func build() -> Sheet {
    addVerdict()
    addParts()
    addIntervals()
    addDeals()
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
    var parts = [
      (style.language.say(zh: "本期已成交", en: "Won so far in the period"), outlook.won),
      (style.language.say(zh: "在谈商机预计成交", en: "Expected from open deals"), outlook.deals),
      (style.language.say(zh: "老客户预计下单", en: "Expected from existing customers"), outlook.existing),
      (
        style.language.say(zh: "接触中客户预计首单", en: "Expected from contacts in progress"),
        outlook.inProgress
      ),
      (
        style.language.say(zh: "排得下的新接触预计带来", en: "Expected from new contacts that fit the hours"),
        outlook.newContacts
      ),
    ]
    if outlook.other > .zero {
      parts.append(
        (style.language.say(zh: "平常月份的其他业务", en: "A usual month’s other business"), outlook.other))
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
      sheet.rows.append([
        .text(name, .body), .number(amount(value), .number(money)), .text(currency, .unit),
      ])
    }
    let rows = Area(column: 1, rows: first..<first + parts.count)
    sheet.rows.append([
      .text(
        style.language.say(zh: "预计，截至 \(outlook.end)", en: "Expected by \(outlook.end)"), .header),
      .formula("SUM(\(rows))", amount(outlook.expected), .number(money, isBold: true)),
      .text(currency, .unit),
    ])
  }

  private mutating func addIntervals() {
    let ends = [
      (style.language.say(zh: "十个月有八个落在", en: "Eight of ten months fall into"), outlook.interval80),
      (style.language.say(zh: "两个月有一个落在", en: "One of two months falls into"), outlook.interval50),
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
  }

  // MARK: The open deals

  private mutating func addDeals() {
    guard !outlook.openDeals.isEmpty else { return }
    sheet.rows.append([])
    sheet.rows.append(headers.map { .text($0, .header) })
    let first = sheet.rows.count
    let steps = Dictionary(
      plan.customers.map { ($0.customer.id, $0) }, uniquingKeysWith: { first, _ in first })
    for deal in outlook.openDeals {
      sheet.rows.append(row(deal, steps[deal.deal.customer]))
    }
    let rows = first..<sheet.rows.count
    func sum(_ column: Int, _ value: Money) -> Cell {
      .formula(
        "SUM(\(Area(column: column, rows: rows)))", amount(value), .number(money, isBold: true))
    }
    sheet.rows.append([
      .text(style.language.say(zh: "合计", en: "Total"), .header),
      sum(1, outlook.openDeals.reduce(.zero) { $0 + $1.deal.amount }), nil, nil, nil, nil,
      sum(6, outlook.deals),
    ])
  }

  private var headers: [String] {
    [
      style.language.say(zh: "在谈商机", en: "Open deals"), style.language.say(zh: "金额", en: "Amount"),
      style.language.say(zh: "阶段", en: "Stage"),
      style.language.say(zh: "已开天数", en: "Days open"),
      style.language.say(zh: "预计成交日", en: "Expected close"),
      style.language.say(zh: "赢单把握，截至 \(outlook.end)", en: "Won by \(outlook.end)"),
      style.language.say(zh: "预计", en: "Expected"),
      style.language.say(zh: "下一步", en: "Next step"),
    ]
  }

  private func row(_ open: DealOutlook, _ customer: PlannedCustomer?) -> [Cell?] {
    let deal = open.deal
    let close = deal.expectedClose.map {
      "\($0)" + (open.isOverdue ? style.language.say(zh: "（已过期）", en: " (past)") : "")
    }
    return [
      .text(customer?.customer.name ?? deal.customer, .body),
      .number(amount(deal.amount), .number(money)),
      .text(deal.stage.map { StageName($0).text(in: language) } ?? "", .body),
      open.age.map { .number(Double($0), .number("0")) } ?? Cell(.blank, .body),
      .text(close ?? "", .body),
      .text(open.chance.map { Digits.percent($0) } ?? "—", .body),
      .number(amount(open.expected), .number(money)),
      .text(customer?.classification.nextStep.text(in: language) ?? "", .body),
    ]
  }
}
