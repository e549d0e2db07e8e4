import Phrases
import SalesMethod

extension Sheet {
  /// The workload sheet: from the target back to how much of each step it takes, the hours, and
  /// what is laid out for each week against what is needed.
  ///
  /// What a person knows is a cell to fill in; all else is a formula over named cells, `plan.gap`,
  /// `plan.need_visit`, with the value that it has now.
  package static func workload(_ table: WorkloadTable, _ style: SheetStyle) -> Sheet {
    var builder = WorkloadSheet(table, style)
    return builder.build()
  }
}

/// Builds the sheet from the top down.
private struct WorkloadSheet {
  private let table: WorkloadTable
  private let style: SheetStyle
  private var sheet: Sheet
  /// The row of the first step, from 0.
  private var first = 0

  init(_ table: WorkloadTable, _ style: SheetStyle) {
    self.table = table
    self.style = style
    let weeks = Array(repeating: 9.0, count: table.weekNumbers.count)
    let hint = style.language.say(
      zh: "浅黄的格子可以改，其余随之重算。", en: "Change the light yellow cells; the others follow.")
    sheet = Sheet(
      name: style.title, widths: [26, 16, 10, 10, 12, 12, 10, 10] + weeks + [10, 10, 10],
      rows: [[.text(style.heading, .title)], [.text(hint, .plain)]])
  }

  /// The column of the first week.
  private let firstWeek = 8
  private var last: Int { first + table.steps.count }

  mutating func build() -> Sheet {
    addTarget()
    addTime()
    sheet.rows.append([])
    first = sheet.rows.count + 1
    sheet.rows.append(headers.map { .text($0, .header) })
    for (index, step) in table.steps.enumerated() { addStep(step, index) }
    addTotals()
    addValidations()
    addHighlights()
    addChart()
    sheet.isLandscape = true
    sheet.frozen = Address(row: 1, column: 1)
    sheet.headerRow = first - 1
    return sheet
  }

  // MARK: What is given

  private mutating func addTarget() {
    guard let target = table.target else { return }
    let money = "#,##0.00"
    // A part that is nothing, or of which nothing can be told, is a dash that formulas read as 0.
    let part = money + ";-" + money + ";\"—\""
    func amount(_ value: Money) -> Double { Double(value.hundredths) / 100 }
    let unit = table.currency
    let by = target.until.map { style.language.say(zh: "，截至 \($0)", en: ", by \($0)") } ?? ""
    give("target", style.language.say(zh: "目标业绩", en: "Target"), amount(target.target), money, unit)
    give(
      "achieved", style.language.say(zh: "本期已成交", en: "Won so far in the period"),
      amount(target.achieved), money,
      unit)
    give(
      "open_deals", style.language.say(zh: "在谈商机预计成交", en: "Expected from open deals") + by,
      amount(target.openPipeline),
      part, unit)
    give(
      "repeat_sales",
      style.language.say(zh: "老客户预计下单", en: "Expected from existing customers") + by,
      amount(target.repeats),
      part, unit)
    give(
      "in_progress",
      style.language.say(zh: "接触中客户预计首单", en: "Expected from contacts in progress") + by,
      amount(target.inProgress), part, unit)
    give(
      "other", style.language.say(zh: "平常月份的其他业务", en: "A usual month’s other business") + by,
      amount(target.other),
      money, unit)
    give(
      "gap", style.language.say(zh: "新客户缺口", en: "Gap for new customers"), Double(target.gap) / 100,
      money, unit,
      formula: "MAX(0,plan.target-plan.achieved-plan.open_deals-plan.repeat_sales"
        + "-plan.in_progress-plan.other)")
    give(
      "deal_size", style.language.say(zh: "单量", en: "Deal size"), target.dealSize.double / 100,
      money, unit)
    give(
      "repeat_orders", style.language.say(zh: "续购量", en: "Orders a customer"),
      target.repeatOrders.double,
      "0.00##", "")
    guard let sales = table.actualSales else { return }
    give(
      "actual_sales", style.language.say(zh: "实际订单合计", en: "Actual orders"), 0, money, unit,
      formula: sales)
  }

  private mutating func addTime() {
    let hours = style.language.say(zh: "小时", en: "h")
    let perDay = Double(table.minutesPerDay) / 60
    let share = Double(table.sellingShareThousandths) / 1000
    give(
      "days_left", style.language.say(zh: "剩余工作日", en: "Working days left"),
      Double(table.daysLeft) - Double(table.halfDaysLeft) / 2,
      table.halfDaysLeft > 0 ? "0.0" : "0",
      style.language.say(zh: "天", en: "days"))
    give("hours_per_day", style.language.say(zh: "每天工时", en: "Hours a day"), perDay, "0.0#", hours)
    give(
      "selling_share", style.language.say(zh: "销售占比", en: "Share spent selling"), share, "0.0%", "")
    give(
      "hours_available", style.language.say(zh: "可用工时", en: "Available hours"),
      Double(table.doubleTimeLeft) / 120_000, "0.0#",
      hours, formula: "plan.days_left*plan.hours_per_day*plan.selling_share")
  }

  /// A line above the table: a number to fill in, or what a formula makes of others.
  private mutating func give(
    _ key: String, _ name: String, _ value: Double, _ format: String, _ unit: String,
    formula: String? = nil
  ) {
    define(key, Address(row: sheet.rows.count, column: 1))
    let cell: Cell =
      if let formula {
        .formula(formula, value, .number(format, isBold: true))
      } else {
        .number(value, .number(format, fill: .input))
      }
    sheet.rows.append([.text(name, .body), cell, .text(unit, .unit)])
  }

  private mutating func define(_ key: String, _ cell: Address) {
    sheet.names.append(DefinedName(name: "plan." + key, area: Area(cell, cell)))
  }

  // MARK: The table

  private var headers: [String] {
    [
      Phrase(zh: "环节", en: "Step"), Phrase(zh: "成功", en: "Converted"),
      Phrase(zh: "次数", en: "Trials"), Phrase(zh: "转化率", en: "Rate"),
      Phrase(zh: "精确数量", en: "Exact count"), Phrase(zh: "需要数量", en: "Needed"),
      Phrase(zh: "每次工时", en: "Hours each"), Phrase(zh: "工时", en: "Hours"),
    ].map { $0.text(in: style.language) }
      + table.weekNumbers.map { style.language.say(zh: "第 \($0) 周", en: "Week \($0)") } + [
        style.language.say(zh: "合计", en: "Scheduled"), style.language.say(zh: "差额", en: "Missing"),
      ] + (hasActuals ? [style.language.say(zh: "实际", en: "Actual")] : [])
  }

  /// Whether the workbook has sheets for what took place.
  private var hasActuals: Bool { table.steps.contains { $0.actual != nil } }

  private mutating func addStep(_ step: WorkloadTable.Step, _ index: Int) {
    let row = first + index
    let line = row + 1
    let isStage = index < table.stages.count
    let each = Double(step.each.milliminutes) / 60_000
    let hours = Double(step.needed * step.each.milliminutes) / 60_000
    let needed: [Cell?] = isStage ? stage(step, index, line) : visits(step)
    sheet.rows.append(
      [.text(step.name, .body)] + needed + [
        .number(each, .number("0.0##", fill: .input)),
        .formula("F\(line)*G\(line)", hours, .number("#,##0.0#")),
      ] + weeks(of: step, line) + actual(step))
    define("need_" + step.key, Address(row: row, column: 5))
    define("hours_each_" + step.key, Address(row: row, column: 6))
    define("hours_" + step.key, Address(row: row, column: 7))
    if isStage, step.rate != nil { define("rate_" + step.key, Address(row: row, column: 3)) }
  }

  /// The cells of a stage from its rate to the count it takes.
  ///
  /// Before rounding up, the noise of binary numbers is rounded away: 8.0000000000000001 is 8.
  private func stage(_ step: WorkloadTable.Step, _ index: Int, _ line: Int) -> [Cell?] {
    let count =
      step.rate == nil
      ? "IF(plan.deal_size*plan.repeat_orders=0,0,plan.gap/(plan.deal_size*plan.repeat_orders))"
      : "IF(B\(line)=0,0,F\(line + 1)*C\(line)/B\(line))"
    return rate(step.rate, line) + [
      .formula(count, table.exact(stage: index), .number("#,##0.00")),
      .formula(
        "ROUNDUP(ROUND(E\(line),9),0)", Double(step.needed), .number("#,##0", isBold: true)),
    ]
  }

  private func rate(_ rate: Rate?, _ line: Int) -> [Cell?] {
    guard let rate else { return Array(repeating: Cell(.blank, .body), count: 3) }
    let share = rate.trials == 0 ? 0 : Double(rate.successes) / Double(rate.trials)
    return [
      .number(Double(rate.successes), .number("#,##0", fill: .input)),
      .number(Double(rate.trials), .number("#,##0", fill: .input)),
      .formula("IF(C\(line)=0,0,B\(line)/C\(line))", share, .number("0.0%")),
    ]
  }

  private func visits(_ step: WorkloadTable.Step) -> [Cell?] {
    Array(repeating: Cell(.blank, .body), count: 4) + [
      .number(Double(step.needed), .number("#,##0", fill: .input, isBold: true))
    ]
  }

  /// What is laid out for each week, its sum, and what is missing.
  private func weeks(of step: WorkloadTable.Step, _ line: Int) -> [Cell?] {
    let counts = table.weekNumbers.indices.map { $0 < step.perWeek.count ? step.perWeek[$0] : 0 }
    let laidOut = counts.reduce(0, +)
    let row = line - 1
    let area = Area(
      Address(row: row, column: firstWeek),
      Address(row: row, column: max(firstWeek, firstWeek + counts.count - 1)))
    let total = Address(row: row, column: firstWeek + counts.count).description
    return counts.map { .number(Double($0), .number("0", fill: .input)) } + [
      .formula(counts.isEmpty ? "0" : "SUM(\(area))", Double(laidOut), .number("#,##0")),
      .formula(
        "MAX(0,F\(line)-\(total))", Double(max(0, step.needed - laidOut)), .number("#,##0")),
    ]
  }

  /// How often the step took place.
  private func actual(_ step: WorkloadTable.Step) -> [Cell?] {
    guard hasActuals else { return [] }
    return [step.actual.map { .formula($0, 0, .number("0", isBold: true)) }]
  }

  private mutating func addTotals() {
    let hours = table.steps.reduce(0) { $0 + $1.needed * $1.each.milliminutes }
    let needed = Double(hours) / 60_000
    let available = Double(table.doubleTimeLeft) / 2
    let load = available == 0 ? 0 : Double(hours) / available
    let row = sheet.rows.count
    define("hours_needed", Address(row: row, column: 7))
    define("load", Address(row: row, column: 6))
    var cells: [Cell?] = Array(repeating: nil, count: 6)
    cells[0] = .text(style.language.say(zh: "合计与负荷", en: "Total and load"), .header)
    cells += [
      .formula(
        "IF(plan.hours_available=0,0,plan.hours_needed/plan.hours_available)", load,
        .number("0%", isBold: true)),
      .formula(
        table.steps.isEmpty ? "0" : "SUM(H\(first + 1):H\(last))", needed,
        .number("#,##0.0#", isBold: true)),
    ]
    sheet.rows.append(cells)
  }

  /// What each step takes beside what took place, to the right of what is given; nothing where there is
  /// no room.
  private mutating func addChart() {
    let room = first - 3
    guard hasActuals, room >= 10 else { return }
    let rows = first..<last
    let actual = firstWeek + table.weekNumbers.count + 2
    sheet.charts.append(
      Chart(
        kind: .columns, title: style.language.say(zh: "计划与实际", en: "Plan and actual"),
        name: style.language.say(zh: "需要数量", en: "Needed"),
        categories: Area(column: 0, rows: rows), values: Area(column: 5, rows: rows),
        beside: Chart.Series(
          name: style.language.say(zh: "实际", en: "Actual"), values: Area(column: actual, rows: rows)
        ),
        anchor: Address(row: 2, column: 4), axisFormat: "#,##0",
        // A row is 20 points of the screen high, a chart 288.
        scale: Chart.Scale(width: 1.1, height: Double(room * 20) / 288)))
  }

  // MARK: Rules

  private mutating func addValidations() {
    sheet.validations.append(
      Validation(
        area: Area(column: 1, rows: 2..<first - 2), rule: .decimal(0...1_000_000_000_000),
        message: style.language.say(zh: "请填不小于 0 的数", en: "Enter a number from 0")))
    let rated = table.stages.count { $0.rate != nil }
    guard rated > 0 else { return }
    sheet.validations.append(
      Validation(
        area: Area(Address(row: first, column: 1), Address(row: first + rated - 1, column: 2)),
        rule: .whole(0...1_000_000_000),
        message: style.language.say(zh: "请填不小于 0 的整数", en: "Enter a whole number from 0")))
  }

  /// A load above what there is, and steps that are not laid out in full, stand out.
  private mutating func addHighlights() {
    sheet.highlights.append(
      Highlight(
        area: Area(column: 6, rows: last..<last + 1), condition: "G\(last + 1)>1", mark: .alert))
    guard !table.steps.isEmpty else { return }
    let missing = Address(row: first, column: firstWeek + table.weekNumbers.count + 1)
    sheet.highlights.append(
      Highlight(
        area: Area(column: missing.column, rows: first..<last), condition: "\(missing)>0",
        mark: .alert))
  }
}
