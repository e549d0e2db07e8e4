import Diagnostics
import Phrases
import SalesMethod
import Tables

extension ColumnDecoder {
  /// A day whose order the column has to decide on, and where it goes.
  private struct Open {
    let row: Int
    let triple: WrittenDay.Triple
  }

  mutating func days(in name: TableName) -> ColumnValues {
    var values = [Int](repeating: ColumnValues.none, count: table.rowCount)
    var open: [Open] = []
    var evidence = OrderEvidence()
    var misread: [Int] = []
    var how = DayReading(clock: settings.clock, uses1904: table.uses1904)
    let (table, isJoined) = (table, table.isJoined)
    let isMonths = name == .goals && isMonthHeader(column.header)
    // A day of an export from before 1950, or from 2099 on, stands for none: 1899-12-30, 9999-12-31.
    let known = TableSchema.of(name).isExported ? -7305..<47_117 : Int.min..<Int.max
    table.forEachCell(ofColumn: column.index, inRows: rows) { row, bytes, kind in
      if isNoValue(bytes) { return }
      if isMonths, let month = firstOfMonth(String(copying: bytes)) {
        values[row] = month.number
        return
      }
      if isJoined { how.uses1904 = table.uses1904(ofRow: row) }
      switch readDay(bytes, kind: kind, how) {
      case .day(let day) where !known.contains(day.number): misread.append(row)
      case .day(let day): values[row] = day.number
      case .triple(let triple):
        open.append(Open(row: row, triple: triple))
        evidence.add(triple, row: row)
      case .none: misread.append(row)
      }
    }
    for row in misread { reportDay(row) }
    let order = decide(evidence, open, in: name)
    for entry in open {
      if let order { values[entry.row] = settle(entry, order)?.number ?? ColumnValues.none }
    }
    return .integers(values)
  }

  mutating func leave(in name: TableName) -> ColumnValues {
    var values = [Leave](repeating: Leave(), count: table.rowCount)
    var open: [Open] = []
    var halves: [Int: [Day: Int]] = [:]
    var evidence = OrderEvidence()
    for row in rows {
      let how = DayReading(clock: settings.clock, uses1904: table.uses1904(ofRow: row))
      parts: for part in text(row).map(leaveParts) ?? [] {
        switch readDays(part, kind: table.kind(row, column.index), how) {
        case .days(let days, let parts):
          values[row].days += days
          for day in parts { halves[row, default: [:]][day, default: 0] += 1 }
        case .triple(let triple):
          open.append(Open(row: row, triple: triple))
          evidence.add(triple, row: row)
        case .none:
          if !isError(row) {
            report(
              row,
              lacksYear(part)
                ? .noYear(part, column: shownName, at: place(row))
                : .notLeave(part, column: shownName, at: place(row)))
          }
          break parts
        }
      }
    }
    let order = decide(evidence, open, in: name)
    for entry in open {
      if let order, let day = settle(entry, order) { values[entry.row].days.append(day) }
    }
    for row in rows { values[row].settle(halves[row] ?? [:]) }
    return .leave(values)
  }

  /// Whether a text would be a day, or a range of them, if it had a year.
  private func lacksYear(_ text: String) -> Bool {
    let numbers = text.split { !$0.isNumber }
    guard text.count <= 40, !numbers.isEmpty, numbers.allSatisfy({ $0.count < 3 }) else {
      return false
    }
    let how = DayReading(clock: settings.clock, uses1904: false)
    // A leap year, so that 29 February is one of its days.
    let dated = ["2028年\(text)", "2028-\(text)", "2028/\(text)", "2028.\(text)", "\(text) 2028"]
    return dated.contains { readDays($0, kind: .text, how) != .none }
  }

  private mutating func reportDay(_ row: Int) {
    if isError(row) { return }
    let text = table.text(row, column.index)
    report(
      row,
      lacksYear(text)
        ? .noYear(text, column: shownName, at: place(row))
        : .notADay(text, column: shownName, at: place(row)))
  }

  /// The day of an open entry in the column's order; where that is none, the row is reported.
  private mutating func settle(_ entry: Open, _ order: DateOrder) -> Day? {
    if let day = entry.triple.day(in: order) { return day }
    report(
      entry.row,
      .notADayInOrder(
        table.text(entry.row, column.index), order, column: shownName, at: place(entry.row)))
    return nil
  }

  /// Decides on the order of the column from all its values, or says why it cannot; then no open day
  /// of the column is read.
  private mutating func decide(_ evidence: OrderEvidence, _ open: [Open], in name: TableName)
    -> DateOrder?
  {
    let column = "\(name.rawValue).\(field.name)"
    if let given = settings.dateOrders.first(where: { $0.column == column }) {
      note(given.order, Phrase(zh: "设置中的 date_order 如此规定", en: "the settings' date_order says so"))
      return given.order
    }
    guard evidence.count > 0 else {
      note(.ymd, Phrase(zh: "每个值都只有一种读法", en: "every value can be read in one way only"))
      return .ymd
    }
    let fitting = evidence.fitting
    if let order = fitting.first, fitting.count == 1 || evidence.example == nil {
      note(order, why(order, evidence))
      return order
    }
    refuse(evidence, fitting, column, open)
    return nil
  }

  private mutating func note(_ order: DateOrder?, _ why: Phrase) {
    dates = DateDecision(column: column.header, order: order?.rawValue ?? "?", why: why)
  }

  private func why(_ order: DateOrder, _ evidence: OrderEvidence) -> Phrase {
    let others = DateOrder.allCases.filter { $0 != order }
    let misfits = others.compactMap { other in
      evidence.misfit(of: other).map { (line: table.line(ofRow: $0), order: other.rawValue) }
    }
    guard !misfits.isEmpty else {
      return Phrase(zh: "无论哪种顺序，日期都相同", en: "every order gives the same days")
    }
    return Phrase(
      zh: "\(misfits.map { "第 \($0.line) 行不可能是 \($0.order)" }.joined(separator: "，"))",
      en: "\(misfits.map { "line \($0.line) cannot be \($0.order)" }.joined(separator: ", "))")
  }

  private mutating func refuse(
    _ evidence: OrderEvidence, _ fitting: [DateOrder], _ name: String, _ open: [Open]
  ) {
    let diagnostic: Diagnostic
    if let example = evidence.example, !fitting.isEmpty {
      let readings = fitting.compactMap { order in
        example.triple.day(in: order).map { (order, $0) }
      }
      diagnostic = .openDateOrder(
        table.text(example.row, column.index), readings, column: name, at: place(example.row))
      note(nil, Phrase(zh: "不止一种顺序讲得通", en: "more than one order fits every value"))
    } else {
      diagnostic = .mixedDateOrder(
        why(.ymd, evidence), column: name, at: place(open.first?.row ?? 0))
      note(nil, Phrase(zh: "没有一种顺序讲得通", en: "no order fits every value"))
    }
    problems.append(Problem(row: nil, reason: diagnostic.message, diagnostic: diagnostic))
    for entry in open {
      problems.append(
        Problem(row: entry.row, reason: diagnostic.message, diagnostic: nil, isQuestion: true))
    }
  }
}

/// The parts of a list of days, where a comma parts them as well, but for one beside a month's name.
private func leaveParts(_ text: String) -> [String] {
  listParts(text).flatMap { part in
    part.contains { $0.isASCII && $0.isLetter }
      ? [part] : listParts(String(part.map { ",，".contains($0) ? ";" : $0 }))
  }
}
