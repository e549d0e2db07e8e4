import Formula

extension Sheet {
  /// The workload sheet: from the target back to how much of each step it takes, the hours, and
  /// what is laid out for each week against what is needed.
  package static func workload(_ workload: Workload, _ style: SheetStyle) -> Sheet {
    WorkloadSheet(workload, style).sheet()
  }
}

private struct WorkloadSheet {
  private let workload: Workload
  private let style: SheetStyle
  private let weeks: Int
  private let exact: [Rational]

  init(_ workload: Workload, _ style: SheetStyle) {
    self.workload = workload
    self.style = style
    weeks = workload.stages.map(\.perWeek.count).max() ?? 0
    exact = workload.exactCounts
  }

  /// The row of the first stage, from 0: above it the title, the givens and the header.
  private let first = 8
  /// The column of the first week.
  private let firstWeek = 8
  private var last: Int { first + workload.stages.count }

  func sheet() -> Sheet {
    var sheet = Sheet(
      name: style.title,
      widths: [16, 14, 12, 10, 12, 12, 10, 10] + Array(repeating: 8, count: weeks) + [10, 10],
      rows: [[.text(style.title, .title)], []] + givens + [[], headers.map { .text($0, .header) }])
    sheet.rows += workload.stages.indices.map(row)
    sheet.rows.append(totals)
    sheet.isLandscape = true
    sheet.frozen = Address(row: first, column: 1)
    sheet.headerRow = first - 1
    sheet.names = names
    sheet.validations = validations
    sheet.highlights = highlights
    return sheet
  }

  // MARK: Cells

  private var givens: [[Cell?]] {
    let money = "#,##0.00\" \(workload.currency.filter { $0 != "\"" })\""
    return [
      given(style.word("目标业绩", "Target"), workload.target, money),
      given(style.word("单量", "Deal size"), workload.dealSize, money),
      given(style.word("续购量", "Repeat purchases"), workload.repeatOrders, "0.00"),
      given(style.word("可用工时", "Hours there are"), workload.availableHours, "0.0"),
    ]
  }

  private func given(_ name: String, _ value: Rational, _ format: String) -> [Cell?] {
    [.text(name, .body), .number(value.approximation, .number(format, fill: .input))]
  }

  private var headers: [String] {
    let fixed = [
      ("环节", "Step"), ("成功", "Went on"), ("次数", "Trials"), ("转化率", "Rate"),
      ("精确数量", "Exact count"), ("需要数量", "Needed"), ("每次工时", "Hours each"), ("工时", "Hours"),
    ].map(style.word)
    let weeks = (0..<weeks).map { style.word("第 \($0 + 1) 周", "Week \($0 + 1)") }
    return fixed + weeks + [style.word("合计", "Laid out"), style.word("差额", "Missing")]
  }

  private func row(_ index: Int) -> [Cell?] {
    let (stage, line) = (workload.stages[index], first + index + 1)
    let isDeal = index == workload.stages.count - 1
    let needed = needed(index)
    let rate = isDeal ? blankRate : rate(stage, line)
    let count =
      isDeal
      ? "IF($B$4*$B$5=0,0,$B$3/($B$4*$B$5))" : "IF(B\(line)=0,0,E\(line + 1)*C\(line)/B\(line))"
    let hours = (try? needed * stage.hours) ?? Rational(0)
    return [.text(stage.name, .body)] + rate + [
      .formula(count, exact[index].approximation, .number("0.00")),
      .formula(
        "ROUNDUP(ROUND(E\(line),7),0)", needed.approximation, .number("#,##0", isBold: true)),
      .number(stage.hours.approximation, .number("0.0#", fill: .input)),
      .formula("F\(line)*G\(line)", hours.approximation, .number("#,##0.0")),
    ] + plan(stage, line, needed)
  }

  private var blankRate: [Cell?] { Array(repeating: Cell(.blank, .body), count: 3) }

  private func rate(_ stage: Workload.Stage, _ line: Int) -> [Cell?] {
    let rate = stage.trials == 0 ? 0 : Double(stage.successes) / Double(stage.trials)
    return [
      .number(Double(stage.successes), .number("0", fill: .input)),
      .number(Double(stage.trials), .number("0", fill: .input)),
      .formula("IF(C\(line)=0,0,B\(line)/C\(line))", rate, .number("0.0%")),
    ]
  }

  /// What is laid out for each week, its sum, and what is missing.
  private func plan(_ stage: Workload.Stage, _ line: Int, _ needed: Rational) -> [Cell?] {
    let counts = (0..<weeks).map { $0 < stage.perWeek.count ? stage.perWeek[$0] : 0 }
    let laidOut = Double(counts.reduce(0, +))
    let area = Area(
      Address(row: line - 1, column: firstWeek),
      Address(row: line - 1, column: firstWeek + weeks - 1))
    let total = Address(row: line - 1, column: firstWeek + weeks).description
    return counts.map { .number(Double($0), .number("0", fill: .input)) } + [
      .formula(weeks == 0 ? "0" : "SUM(\(area.fixed))", laidOut, .number("#,##0")),
      .formula(
        "MAX(0,F\(line)-\(total))", max(0, needed.approximation - laidOut), .number("#,##0")),
    ]
  }

  private var totals: [Cell?] {
    let hours = workload.stages.indices.reduce(Rational(0)) { sum, index in
      (try? sum + (try needed(index) * workload.stages[index].hours)) ?? sum
    }
    let load = (try? hours / workload.availableHours) ?? Rational(0)
    return [.text(style.word("合计与负荷", "Total and load"), .header), nil, nil, nil, nil, nil] + [
      .formula("IF($B$6=0,0,H\(last + 1)/$B$6)", load.approximation, .number("0%", isBold: true)),
      .formula(
        workload.stages.isEmpty ? "0" : "SUM(H\(first + 1):H\(last))", hours.approximation,
        .number("#,##0.0", isBold: true)),
    ]
  }

  private func needed(_ index: Int) -> Rational {
    (try? exact[index].rounded(.awayFromZero)) ?? exact[index]
  }

  // MARK: Rules

  private var names: [DefinedName] {
    ["target", "deal_size", "repeat_orders", "hours_available"].enumerated().map { index, name in
      let cell = Address(row: 2 + index, column: 1)
      return DefinedName(name: name, area: Area(cell, cell))
    }
  }

  private var validations: [Validation] {
    let givens = Validation(
      area: Area(column: 1, rows: 2..<6), rule: .decimal(0...1_000_000_000_000),
      message: style.word("请填不小于 0 的数", "Enter a number from 0"))
    guard workload.stages.count > 1 else { return [givens] }
    let rates = Validation(
      area: Area(Address(row: first, column: 1), Address(row: last - 2, column: 2)),
      rule: .whole(0...10_000_000),
      message: style.word("请填不小于 0 的整数", "Enter a whole number from 0"))
    return [givens, rates]
  }

  /// A load above what there is, and steps that are not laid out in full, stand out.
  private var highlights: [Highlight] {
    let missing = firstWeek + weeks + 1
    let load = Highlight(
      area: Area(column: 6, rows: last..<last + 1), condition: "G\(last + 1)>1", mark: .alert)
    guard !workload.stages.isEmpty else { return [load] }
    return [
      Highlight(
        area: Area(column: missing, rows: first..<last),
        condition: "\(Address(row: first, column: missing).description)>0", mark: .alert),
      load,
    ]
  }
}
