import Phrases
import SalesMethod
import Wording

extension Sheet {
  /// The open deals: whom to call, stage, age, expected close, and what is expected of each by the period’s
  /// end; those past their date stand out.
  ///
  /// Sums are formulas over the rows above them.
  ///
  ///     Sheet.deals(of: plan, style)
  static func deals(of plan: MonthlyPlan, _ style: SheetStyle) -> Sheet {
    var builder = DealSheet(plan, style)
    return builder.build()
  }
}

/// Builds the sheet from the top down.
private struct DealSheet {
  private let plan: MonthlyPlan
  private let style: SheetStyle
  private var language: Language { style.language }
  private var sheet: Sheet
  private var outlook: PeriodOutlook { plan.outlook }
  private let money = "#,##0.00"
  private let firstRow = 2

  init(_ plan: MonthlyPlan, _ style: SheetStyle) {
    self.plan = plan
    self.style = style
    sheet = Sheet(
      name: style.title, widths: [34, 16, 18, 14, 14, 8, 14, 14, 16, 44],
      rows: [[.text(style.heading, .title)]])
  }

  private func amount(_ value: Money) -> Double { Double(value.hundredths) / 100 }

  mutating func build() -> Sheet {
    sheet.rows.append(headers.map { .text($0, .header) })
    let customers = Dictionary(
      plan.customers.map { ($0.customer.id, $0) }, uniquingKeysWith: { first, _ in first })
    for deal in outlook.openDeals { sheet.rows.append(row(deal, customers[deal.deal.customer])) }
    let rows = firstRow..<sheet.rows.count
    func sum(_ column: Int, _ value: Money) -> Cell {
      .formula(
        "SUM(\(Area(column: column, rows: rows)))", amount(value), .number(money, isBold: true))
    }
    sheet.rows.append([
      .text(language.say(zh: "合计", en: "Total"), .header), nil, nil,
      sum(3, outlook.openDeals.reduce(.zero) { $0 + $1.deal.amount }), nil, nil, nil, nil,
      sum(8, outlook.deals),
    ])
    let close = Address(row: firstRow, column: 6)
    sheet.highlights.append(
      Highlight(
        area: Area(column: 6, rows: rows),
        condition: "AND(\(close)<>\"\",\(close)<\(Int(plan.asOf.serial)))", mark: .alert))
    sheet.isLandscape = true
    sheet.frozen = Address(row: firstRow, column: 1)
    sheet.headerRow = firstRow - 1
    return sheet
  }

  private var headers: [String] {
    [
      language.say(zh: "在谈商机", en: "Open deals"), language.say(zh: "联系人", en: "Contact"),
      language.say(zh: "电话", en: "Phone"), language.say(zh: "金额", en: "Amount"),
      language.say(zh: "阶段", en: "Stage"), language.say(zh: "已开天数", en: "Days open"),
      language.say(zh: "预计成交日", en: "Expected close"),
      language.say(zh: "赢单把握，截至 \(outlook.end)", en: "Won by \(outlook.end)"),
      language.say(zh: "预计，截至 \(outlook.end)", en: "Expected by \(outlook.end)"),
      language.say(zh: "下一步", en: "Next step"),
    ]
  }

  private func row(_ open: DealOutlook, _ customer: PlannedCustomer?) -> [Cell?] {
    let deal = open.deal
    let date = CellStyle.number(language.say(zh: "yyyy-mm-dd", en: "yyyy-mm-dd"))
    return [
      .text(customer?.customer.name ?? deal.customer, .body),
      .text(customer?.details?.name ?? "", .body), .text(customer?.details?.phone ?? "", .body),
      .number(amount(deal.amount), .number(money)),
      .text(deal.stage.map { StageName($0).text(in: language) } ?? "", .body),
      open.age.map { .number(Double($0), .number("0")) } ?? Cell(.blank, .body),
      deal.expectedClose.map { .number($0.serial, date) } ?? Cell(.blank, .body),
      .text(open.chance.map { Digits.chance($0) } ?? "—", .body),
      open.toldExpected.map { .number(amount($0), .number(money)) } ?? .text("—", .body),
      .text(customer.map { open.step($0.nextStep).text(in: language) } ?? "", .body),
    ]
  }
}
