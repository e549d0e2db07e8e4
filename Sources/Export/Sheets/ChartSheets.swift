import Phrases
package import SalesMethod

/// A customer and its revenue, for the 80/20 table.
package struct CustomerRevenue: Hashable, Sendable {
  /// What people call it.
  package var name: String
  /// Net of returns; it may be below zero.
  package var revenue: Money

  /// Pairs a customer with its revenue.
  package init(name: String, revenue: Money) {
    self.name = name
    self.revenue = revenue
  }
}

/// A stage of the funnel: how many reached it, and how many it takes this time.
package struct FunnelLine: Hashable, Sendable {
  /// What people call it.
  package var name: String
  /// As `WorkloadTable.Step.key`: the needed count is looked up on the workload sheet.
  package var key: String
  /// How many came so far.
  package var reached: Int
  /// Of how many that is counted; nil for those of the stage before.
  package var of: Int?
  /// Nil where there is no workload.
  package var needed: Int?

  /// Counts a stage.
  package init(name: String, key: String, reached: Int, of trials: Int? = nil, needed: Int?) {
    self.name = name
    self.key = key
    self.reached = reached
    self.of = trials
    self.needed = needed
  }
}

extension Sheet {
  /// The 80/20 table with its charts: revenues from the greatest down, each one's share and the
  /// shares added up; revenues below zero are left out of the shares.
  package static func pareto(_ customers: [CustomerRevenue], unit: String, _ style: SheetStyle)
    -> Sheet
  {
    let sorted = customers.sorted { ($1.revenue, $0.name) < ($0.revenue, $1.name) }
    let rows = 2..<max(3, 2 + sorted.count)
    var sheet = Sheet(
      name: style.title, widths: [26, 16, 10, 10, 3, 20, 12],
      rows: [
        [.text(style.heading, .title)],
        [
          style.language.say(zh: "客户", en: "Customer"),
          style.language.say(zh: "金额（\(unit)）", en: "Amount (\(unit))"),
          style.language.say(zh: "占比", en: "Share"), style.language.say(zh: "累计", en: "Added up"),
        ].map { .text($0, .header) },
      ])
    let base = sorted.reduce(0) { $0 + max(0, $1.revenue.hundredths) }
    func share(_ part: Int) -> Double { base == 0 ? 0 : Double(part) / Double(base) }
    var above = 0
    for (index, customer) in sorted.enumerated() {
      let line = rows.lowerBound + index + 1
      let counted = max(0, customer.revenue.hundredths)
      above += counted
      sheet.rows.append([
        .text(customer.name, .body),
        .number(Double(customer.revenue.hundredths) / 100, .number("#,##0.00", fill: .input)),
        .formula(
          "IF(plan.revenue_base=0,0,MAX(0,B\(line))/plan.revenue_base)", share(counted),
          .number("0.0%")),
        .formula(
          index == 0 ? "C\(line)" : "D\(line - 1)+C\(line)", share(above), .number("0.0%")),
      ])
    }
    sheet.addBase(base, rows, style)
    sheet.frozen = Address(row: 2, column: 1)
    sheet.isLandscape = true
    sheet.headerRow = 1
    sheet.addParetoCharts(min(sorted.count, mostColumns), style)
    return sheet
  }

  /// More columns cannot be told apart in a chart.
  private static let mostColumns = 40

  private mutating func addBase(_ base: Int, _ rows: Range<Int>, _ style: SheetStyle) {
    let cell = Address(row: 1, column: 6)
    put(
      .text(style.language.say(zh: "合计（不含负数）", en: "Sum above zero"), .header),
      at: Address(row: 1, column: 5))
    put(
      .formula(
        "SUMIF(\(Area(column: 1, rows: rows).fixed),\">0\")", Double(base) / 100,
        .number("#,##0.00", isBold: true)), at: cell)
    names.append(DefinedName(name: "plan.revenue_base", area: Area(cell, cell)))
  }

  private mutating func addParetoCharts(_ count: Int, _ style: SheetStyle) {
    guard count > 0 else { return }
    let rows = 2..<2 + count
    // More labels than these would lie on each other.
    let isReadable = count <= 10
    let wide = Chart.Scale(width: 1.3, height: 1.1)
    let names = Area(column: 0, rows: rows)
    charts = [
      Chart(
        kind: .columns, title: style.language.say(zh: "每家客户的金额", en: "Amount by customer"),
        name: style.language.say(zh: "金额", en: "Amount"), categories: names,
        values: Area(column: 1, rows: rows),
        anchor: Address(row: 3, column: 5), axisFormat: "#,##0", hasLabels: isReadable,
        scale: wide),
      Chart(
        kind: .line, title: style.language.say(zh: "累计占比", en: "Shares added up"),
        name: style.language.say(zh: "累计", en: "Added up"), categories: names,
        values: Area(column: 3, rows: rows),
        anchor: Address(row: 20, column: 5), maximum: 1, axisFormat: "0%", hasLabels: isReadable,
        scale: wide),
    ]
  }

  /// The funnel with its charts: how many came to each stage, how many of the one before that is,
  /// and how many it takes this time.
  package static func funnel(_ stages: [FunnelLine], _ style: SheetStyle) -> Sheet {
    let rows = 2..<max(3, 2 + stages.count)
    var headers = [
      style.language.say(zh: "环节", en: "Stage"), style.language.say(zh: "历史数量", en: "Count so far"),
      style.language.say(zh: "统计自", en: "Counted of"),
      style.language.say(zh: "转化率", en: "Of the one before"),
      style.language.say(zh: "占首环节", en: "Of the first"),
    ]
    let isPlanned = stages.contains { $0.needed != nil }
    if isPlanned { headers.append(style.language.say(zh: "本期需要", en: "Needed now")) }
    var sheet = Sheet(
      name: style.title, widths: [20, 12, 12, 12, 12, 12],
      rows: [[.text(style.heading, .title)], headers.map { .text($0, .header) }])
    var share = 1.0
    for (index, stage) in stages.enumerated() {
      let line = rows.lowerBound + index + 1
      let trials = index == 0 ? nil : stage.of ?? stages[index - 1].reached
      share *= trials.map { $0 == 0 ? 0 : Double(stage.reached) / Double($0) } ?? 1
      sheet.rows.append(
        row(stage, of: trials, share: share, line)
          + (stage.needed.map { needed in
            [.formula("plan.need_\(stage.key)", Double(needed), .number("#,##0", isBold: true))]
          } ?? []))
    }
    sheet.frozen = Address(row: 2, column: 1)
    sheet.headerRow = 1
    sheet.isLandscape = true
    guard !stages.isEmpty else { return sheet }
    let names = Area(column: 0, rows: rows)
    func chart(_ title: String, of column: Int, at anchor: Int) -> Chart {
      Chart(
        kind: .bars, title: title, name: title, categories: names,
        values: Area(column: column, rows: rows),
        anchor: Address(row: rows.upperBound + 1, column: anchor), axisFormat: "#,##0")
    }
    // Without history the rates were typed by hand, and there is nothing to draw.
    if stages.contains(where: { $0.reached > 0 }) {
      sheet.charts.append(chart(style.language.say(zh: "历史漏斗", en: "Funnel so far"), of: 1, at: 0))
    }
    if isPlanned {
      let place = sheet.charts.isEmpty ? 0 : 6
      sheet.charts.append(chart(style.language.say(zh: "本期需要", en: "Needed now"), of: 5, at: place))
    }
    return sheet
  }

  /// A stage: how many came, of how many, and what share that makes of the one before and of the first.
  private static func row(
    _ stage: FunnelLine, of trials: Int?, share: Double, _ line: Int
  ) -> [Cell?] {
    let name = Cell.text(stage.name, .body)
    let reached = Cell.number(Double(stage.reached), .number("#,##0", fill: .input))
    guard let trials else {
      return [
        name, reached, Cell(.blank, .body), Cell(.blank, .body),
        .formula("IF(B\(line)=0,0,1)", stage.reached == 0 ? 0 : 1, .number("0.0%")),
      ]
    }
    return [
      name, reached, .number(Double(trials), .number("#,##0", fill: .input)),
      .formula(
        "IF(C\(line)=0,0,B\(line)/C\(line))",
        trials == 0 ? 0 : Double(stage.reached) / Double(trials), .number("0.0%")),
      .formula("D\(line)*E\(line - 1)", share, .number("0.0%")),
    ]
  }
}
