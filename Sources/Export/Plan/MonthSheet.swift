import Phrases
import SalesMethod
import Wording

extension Sheet {
  /// The sheet that says it all, as the plan's first page does: the target, what is won and expected, this week’s
  /// visits with telephone numbers, whom to call first, what is past its date or owed, and the weeks with what was
  /// planned and done.
  ///
  /// Its figures are those of the other sheets, by their names.
  ///
  ///     Sheet.month(of: plan, currency: "元", style)
  static func month(of plan: MonthlyPlan, currency: String, _ style: SheetStyle) -> Sheet {
    var builder = MonthSheet(plan, currency, style)
    return builder.build()
  }
}

/// Builds the sheet from the top down.
private struct MonthSheet {
  private let plan: MonthlyPlan
  private let currency: String
  private let style: SheetStyle
  private let customers: [String: PlannedCustomer]
  private var sheet: Sheet
  private let money = "#,##0"

  /// How many deals are listed, and how many customers to call first.
  private static let (most, calls) = (8, 3)

  init(_ plan: MonthlyPlan, _ currency: String, _ style: SheetStyle) {
    self.plan = plan
    self.currency = currency
    self.style = style
    customers = Dictionary(
      plan.customers.map { ($0.customer.id, $0) }, uniquingKeysWith: { first, _ in first })
    sheet = Sheet(
      name: style.title, widths: [16, 30, 16, 14, 24, 40], rows: [[.text(style.heading, .title)]])
  }

  mutating func build() -> Sheet {
    addVerdict()
    addFigures()
    addWeek()
    addCalls()
    addDeals()
    addReceivables()
    sheet.rows += MonthWeeks(plan, style).rows(from: sheet.rows.count)
    sheet.isOnePage = true
    sheet.frozen = Address(row: 1, column: 0)
    return sheet
  }

  private func say(
    zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>
  ) -> String { style.language.say(zh: chinese, en: english) }

  private func amount(_ value: Money) -> Double { Double(value.hundredths) / 100 }

  private mutating func addVerdict() {
    guard let verdict = plan.verdict else { return }
    let (standing, reason) = (verdict.standing, verdict.reason)
    sheet.rows.append([
      .text(say(zh: "\(standing)：\(reason)", en: "\(standing): \(reason)"), .section)
    ])
    if let help = verdict.help.map(named) {
      sheet.rows.append([.text(say(zh: "最有用的一步：\(help)", en: "What helps most: \(help)"), .plain)])
    }
  }

  /// What helps, its customer by name.
  private func named(_ help: Verdict.Help) -> Verdict.Help {
    guard case .win(var deal, let chance) = help else { return help }
    deal.customer = customers[deal.customer]?.customer.name ?? deal.customer
    return .win(deal, chance: chance)
  }

  // MARK: The figures

  private mutating func addFigures() {
    let outlook = plan.outlook
    sheet.rows.append([])
    if let target = plan.workload == nil ? nil : plan.target {
      figure(say(zh: "目标业绩", en: "Target"), "plan.target", target)
      if outlook.tellsWon {
        figure(say(zh: "本期已成交", en: "Won so far"), "plan.achieved", plan.streams?.achieved ?? .zero)
      }
    }
    figure(
      say(zh: "预计，截至 \(outlook.end)", en: "Expected by \(outlook.end)"), "plan.expected",
      outlook.expected, isTold: outlook.toldExpected != nil)
    if let range = outlook.interval80 {
      sheet.rows.append([
        .text(
          say(zh: "十个月有八个落在，截至 \(outlook.end)", en: "Eight of ten months by \(outlook.end)"), .body),
        .number(amount(range.low), .number(money)), .number(amount(range.high), .number(money)),
      ])
    }
    if let chance = outlook.saidChance {
      sheet.rows.append([
        .text(
          say(zh: "达成目标的把握，截至 \(outlook.end)", en: "Chance to reach it by \(outlook.end)"), .body),
        .text(Digits.chance(chance), .body),
      ])
      if let remark = outlook.chanceRemark {
        sheet.rows.append([.text(remark.text(in: style.language), .plain)])
      }
    }
  }

  /// A figure of another sheet; a dash where it cannot be told.
  private mutating func figure(
    _ name: String, _ formula: String, _ value: Money, isTold: Bool = true
  ) {
    let format = isTold ? money : "\"—\""
    sheet.rows.append([
      .text(name, .body), .formula(formula, amount(value), .number(format, isBold: true)),
      .text(currency, .unit),
    ])
  }

  // MARK: The lists

  private mutating func heading(_ title: String, _ headers: [String]) {
    sheet.rows.append([])
    sheet.rows.append([.text(title, .section)])
    sheet.rows.append(headers.map { .text($0, .header) })
  }

  private mutating func addWeek() {
    guard let first = plan.workedDays.first else { return }
    let week = ISOWeek(of: first.day)
    let days = plan.workedDays.filter { ISOWeek(of: $0.day) == week }
    heading(
      say(zh: "这一周的拜访", en: "This week’s visits"),
      [
        say(zh: "日期", en: "Date"), say(zh: "客户", en: "Customer"), say(zh: "联系人", en: "Contact"),
        say(zh: "类别", en: "Class"), say(zh: "电话", en: "Phone"), say(zh: "下一步", en: "Next step"),
      ])
    let start = sheet.rows.count
    for day in days {
      for visit in day.visits { sheet.rows.append(row(visit, on: day.day)) }
    }
    let count = sheet.rows.count - start
    guard count > 0 else { return }
    let names = Area(column: 1, rows: start..<start + count)
    sheet.rows.append([
      .text(say(zh: "合计", en: "Total"), .header),
      .formula("COUNTA(\(names))", Double(count), .number("0", isBold: true)),
    ])
  }

  private func row(_ visit: PlannedVisit, on day: Day) -> [Cell?] {
    let known = customers[visit.customer]
    return [
      date(day), .text(visit.name, .body), .text(known?.details?.name ?? "", .body),
      .text(visit.customerClass.rawValue, .body), .text(known?.details?.phone ?? "", .body),
      .text(known?.nextStep.text(in: style.language) ?? "", .body),
    ]
  }

  private mutating func addCalls() {
    let first = plan.firstCalls(Self.calls)
    guard !first.isEmpty else { return }
    heading(
      say(zh: "先打这几个电话", en: "Call these first"),
      [
        say(zh: "类别", en: "Class"), say(zh: "客户", en: "Customer"), say(zh: "联系人", en: "Contact"),
        say(zh: "商机", en: "Open deals"), say(zh: "电话", en: "Phone"),
        say(zh: "问什么", en: "What to ask"),
      ])
    for planned in first {
      let deals = plan.openDeals.filter { $0.deal.customer == planned.customer.id }
      let open = deals.reduce(Money.zero) { $0 + $1.deal.amount }
      let question = planned.classification.questions.first?.text(in: style.language)
      sheet.rows.append([
        .text(planned.classification.customerClass.rawValue, .body),
        .text(planned.customer.name, .body), .text(planned.details?.name ?? "", .body),
        deals.isEmpty ? Cell(.blank, .body) : .number(amount(open), .number(money)),
        .text(planned.details?.phone ?? "", .body),
        .text(question ?? planned.nextStep.text(in: style.language), .body),
      ])
    }
  }

  private mutating func addDeals() {
    let late = plan.openDeals.filter(\.isOverdue).byWeight
    guard !late.isEmpty else { return }
    heading(
      say(zh: "已过预计成交日的商机：\(late.count) 单", en: "Deals past their date: \(late.count)"),
      [
        say(zh: "预计成交日", en: "Expected"), say(zh: "客户", en: "Customer"),
        say(zh: "金额", en: "Amount"),
      ])
    for open in late.prefix(Self.most) {
      sheet.rows.append([
        open.deal.expectedClose.map(date) ?? Cell(.blank, .body),
        .text(customers[open.deal.customer]?.customer.name ?? open.deal.customer, .body),
        .number(amount(open.deal.amount), .number(money)),
      ])
    }
    let rest = late.count - Self.most
    if rest > 0 {
      sheet.rows.append([
        .text(say(zh: "还有 \(rest) 单，见“商机”", en: "and \(rest) more, on the sheet Deals"), .plain)
      ])
    }
  }

  private mutating func addReceivables() {
    guard !plan.receivables.isEmpty else { return }
    heading(
      say(
        zh: "应收回款，到期末：\(plan.receivables.count) 笔", en: "Due by the end: \(plan.receivables.count)"),
      [
        say(zh: "到期", en: "Due"), say(zh: "客户", en: "Customer"), say(zh: "金额", en: "Amount"),
        say(zh: "逾期天数", en: "Days late"), say(zh: "电话", en: "Phone"),
      ])
    let start = sheet.rows.count
    for owed in plan.receivables {
      sheet.rows.append([
        date(owed.due), .text(owed.name, .body), .number(amount(owed.amount), .number(money)),
        .number(Double(owed.daysLate), .number("0;-0;")),
        .text(customers[owed.customer]?.details?.phone ?? "", .body),
      ])
    }
    let sum = plan.receivables.reduce(Money.zero) { $0 + $1.amount }
    let amounts = Area(column: 2, rows: start..<sheet.rows.count)
    sheet.rows.append([
      .text(say(zh: "合计", en: "Total"), .header), nil,
      .formula("SUM(\(amounts))", amount(sum), .number(money, isBold: true)),
    ])
  }

  private func date(_ day: Day) -> Cell {
    var look = CellStyle.number(say(zh: "m\"月\"d\"日\"", en: "d mmm"))
    look.isCentred = true
    return .number(day.serial, look)
  }
}
