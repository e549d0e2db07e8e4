import Phrases
package import SalesMethod

/// What a day of the plan sheet shows.
package struct DayLine: Hashable, Sendable {
  /// The day.
  package var day: Day
  /// What kind of day it is, in words: a working day, a festival's name.
  package var kind: String
  /// Whether anything is planned on it.
  package var isPlanned: Bool
  /// The quota of each stage of the funnel; empty where there is no workload.
  package var quotas: [Int]
  /// The visits of each class.
  package var visits: [Int]
  /// The customers to visit, in words.
  package var customers: String
  /// The time there is.
  package var cap: WorkingTime
  /// Makes, of the cell of the day, the formula that counts what took place on it, without `=`; nil where
  /// nobody writes it down.
  var actual: ActualCount?

  /// A formula for the cell of a day.
  struct ActualCount: Hashable, Sendable {
    private let before: String
    private let after: String

    /// Parts a formula where the day's cell belongs.
    init(before: String, after: String) { (self.before, self.after) = (before, after) }

    /// The formula for a cell.
    func formula(_ day: Address) -> String { "\(before)\(day)\(after)" }
  }

  /// Describes a day; one that is not planned has nothing laid on it.
  package init(
    day: Day, kind: String, isPlanned: Bool, quotas: [Int] = [], visits: [Int] = [],
    customers: String = "", cap: WorkingTime = .zero
  ) {
    self.day = day
    self.kind = kind
    self.isPlanned = isPlanned
    self.quotas = quotas
    self.visits = visits
    self.customers = customers
    self.cap = cap
  }
}

extension Sheet {
  /// The days of the period: what is laid on each, whom to visit, and the hours it takes against
  /// those there are.
  ///
  /// The hours are those of every stage and every visit; what each takes is
  /// looked up on the workload sheet of the same table, which must stand in the same workbook.
  package static func days(_ lines: [DayLine], of table: WorkloadTable, _ style: SheetStyle)
    -> Sheet
  {
    var builder = DayPlanSheet(lines, table, style)
    return builder.build()
  }
}

extension Day {
  /// The day as spreadsheets count days: 2026-05-06 is 46148.
  var serial: Double { Double(number + 25_569) }
}

private struct DayPlanSheet {
  private let lines: [DayLine]
  private let table: WorkloadTable
  private let style: SheetStyle
  private var sheet: Sheet

  /// The column of the first stage.
  private let firstStage = 3
  private var firstVisit: Int { firstStage + table.stages.count }
  private var customers: Int { firstVisit + table.visits.count }
  private let firstRow = 2
  private var last: Int { firstRow + lines.count }

  init(_ lines: [DayLine], _ table: WorkloadTable, _ style: SheetStyle) {
    self.lines = lines
    self.table = table
    self.style = style
    let counts = Array(repeating: 10.0, count: table.steps.count)
    sheet = Sheet(
      name: style.title, widths: [10, 7, 16] + counts + [44, 9, 9, 9],
      rows: [[.text(style.heading, .title)]])
  }

  mutating func build() -> Sheet {
    let fixed = [
      Phrase(zh: "日期", en: "Date"), Phrase(zh: "星期", en: "Day"), Phrase(zh: "类别", en: "Kind"),
    ].map { $0.text(in: style.language) }
    let rest =
      [
        Phrase(zh: "拜访客户", en: "Customers to visit"), Phrase(zh: "工时", en: "Hours"),
        Phrase(zh: "可用", en: "Available"),
      ].map { $0.text(in: style.language) }
      + (hasActuals ? [style.language.say(zh: "实际拜访", en: "Actual visits")] : [])
    let headers = fixed + table.steps.map(\.name) + rest
    sheet.rows.append(headers.map { .text($0, .header) })
    for (index, line) in lines.enumerated() { sheet.rows.append(row(line, firstRow + index + 1)) }
    sheet.rows.append(totals)
    sheet.frozen = Address(row: firstRow, column: 1)
    sheet.headerRow = firstRow - 1
    sheet.isLandscape = true
    guard !lines.isEmpty else { return sheet }
    let hours = Address(row: firstRow, column: customers + 1)
    let available = Address(row: firstRow, column: customers + 2)
    sheet.highlights.append(
      Highlight(
        area: Area(column: hours.column, rows: firstRow..<last),
        condition: "\(hours)>\(available)+0.001", mark: .alert))
    if !table.steps.isEmpty {
      sheet.validations.append(
        Validation(
          area: Area(
            Address(row: firstRow, column: firstStage),
            Address(row: last - 1, column: customers - 1)
          ), rule: .whole(0...1_000_000),
          message: style.language.say(zh: "请填不小于 0 的整数", en: "Enter a whole number from 0")))
    }
    return sheet
  }

  private func row(_ line: DayLine, _ number: Int) -> [Cell?] {
    let fill = line.isPlanned ? CellStyle.Fill.none : .muted
    var body = CellStyle.body
    body.fill = fill
    var centred = body
    centred.isCentred = true
    var date = CellStyle.number(style.language.say(zh: "m\"月\"d\"日\"", en: "d mmm"), fill: fill)
    date.isCentred = true
    let cap = Double(line.cap.milliminutes) / 60_000
    return [
      .number(line.day.serial, date), .text(weekday(line.day), centred), .text(line.kind, body),
    ] + counts(line, body) + [
      .text(line.customers, body), load(line, number, fill),
      line.isPlanned
        ? .number(cap, .number("0.0#", fill: .input)) : Cell(.blank, body),
    ] + actual(line, number, fill)
  }

  /// Whether the workbook has sheets for what took place.
  private var hasActuals: Bool { lines.contains { $0.actual != nil } }

  /// How much took place on the day.
  private func actual(_ line: DayLine, _ number: Int, _ fill: CellStyle.Fill) -> [Cell?] {
    guard hasActuals else { return [] }
    let day = Address(row: number - 1, column: 0)
    return [
      line.actual.map { .formula($0.formula(day), 0, .number("0;-0;", fill: fill, isBold: true)) }
    ]
  }

  private func counts(_ line: DayLine, _ body: CellStyle) -> [Cell?] {
    let counts =
      table.stages.indices.map { $0 < line.quotas.count ? line.quotas[$0] : 0 }
      + table.visits.indices.map { $0 < line.visits.count ? line.visits[$0] : 0 }
    return counts.map {
      line.isPlanned ? .number(Double($0), .number("0;-0;", fill: .input)) : Cell(.blank, body)
    }
  }

  /// The hours of all the day's work.
  private func load(_ line: DayLine, _ number: Int, _ fill: CellStyle.Fill) -> Cell {
    var (terms, time) = ([String](), 0)
    for (index, step) in table.steps.enumerated() {
      let cell = Address(row: number - 1, column: firstStage + index)
      terms.append("\(cell)*plan.hours_each_\(step.key)")
      let isStage = index < table.stages.count
      let counts = isStage ? line.quotas : line.visits
      let place = isStage ? index : index - table.stages.count
      time += place < counts.count ? counts[place] * step.each.milliminutes : 0
    }
    let value = Double(line.isPlanned ? time : 0) / 60_000
    return .formula(
      terms.isEmpty ? "0" : terms.joined(separator: "+"), value,
      .number("0.0#;-0.0#;", fill: fill, isBold: true))
  }

  private var totals: [Cell?] {
    var cells: [Cell?] = [.text(style.language.say(zh: "合计", en: "Total"), .header), nil, nil]
    for index in table.steps.indices {
      let total = lines.reduce(0) { sum, line in
        guard line.isPlanned else { return sum }
        let isStage = index < table.stages.count
        let counts = isStage ? line.quotas : line.visits
        let place = isStage ? index : index - table.stages.count
        return sum + (place < counts.count ? counts[place] : 0)
      }
      cells.append(sum(firstStage + index, Double(total), "#,##0"))
    }
    let planned = lines.filter(\.isPlanned)
    let hours = planned.reduce(0) { sum, line in
      (Array(zip(line.quotas, table.stages)) + Array(zip(line.visits, table.visits))).reduce(sum) {
        $0 + $1.0 * $1.1.each.milliminutes
      }
    }
    let cap = planned.reduce(0) { $0 + $1.cap.milliminutes }
    return cells + [
      nil, sum(customers + 1, Double(hours) / 60_000, "#,##0.0#"),
      sum(customers + 2, Double(cap) / 60_000, "#,##0.0#"),
    ]
  }

  private func sum(_ column: Int, _ value: Double, _ format: String) -> Cell {
    .formula(
      lines.isEmpty ? "0" : "SUM(\(Area(column: column, rows: firstRow..<last)))", value,
      .number(format, isBold: true))
  }

  private func weekday(_ day: Day) -> String {
    Self.weekdays[day.weekday - 1].text(in: style.language)
  }

  private static let weekdays = [
    Phrase(zh: "周一", en: "Mon"), Phrase(zh: "周二", en: "Tue"), Phrase(zh: "周三", en: "Wed"),
    Phrase(zh: "周四", en: "Thu"), Phrase(zh: "周五", en: "Fri"), Phrase(zh: "周六", en: "Sat"),
    Phrase(zh: "周日", en: "Sun"),
  ]
}
