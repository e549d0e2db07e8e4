package import Diagnostics
import Phrases
package import SalesMethod
import Tables

/// A workbook that a person fills in month by month, parted: what is over by a day, and what goes on.
package struct FilledWorkbook: Sendable {
  /// What stands in a cell of a row that goes on.
  package enum Value: Hashable, Sendable {
    case text(String)
    case number(Double)
    case day(Day)
  }

  /// One sheet.
  package struct Part: Sendable {
    /// The table that it is.
    package let table: TableName
    /// The sheet's own headers.
    package let header: [String]
    /// What is over, clean, the header first; empty where nothing is.
    package let over: [[String]]
    /// The rows that go on, a value for each header; nil where a cell is blank.
    package let open: [[Value?]]
    /// The lines of rows that could not be read, and are not over for that.
    package let unreadLines: [Int]
    /// The name of the file that what is over goes into, for a name such as `2026-12`.
    package func fileName(for name: String) -> String { "actual-\(table.rawValue)-\(name).csv" }
  }

  /// Whether it is a plan that was exported; else it is a workbook to fill in.
  package let isPlan: Bool
  package let parts: [Part]

  /// Whether anything of it is over.
  package var hasAnythingOver: Bool { parts.contains { !$0.over.isEmpty } }
}

/// Parts a workbook by a day; nil for any other file.
///
/// Over are, of a plan, all rows that say when they took place; of a workbook to fill in the orders,
/// visits, deals and goals that ended by the day.
///
///     filledWorkbook(file, through: lastOfNovember, settings: settings)?.parts[0].over.count  // 13
package func filledWorkbook(
  _ file: SourceFile, through day: Day, settings: DataSettings
) -> FilledWorkbook? {
  guard DataFile(named: file.path) == .table,
    nameAndExtension(of: file.path).fileExtension == "xlsx"
  else { return nil }
  let tables = readTables(file).value
  let isPlan = ActualSheet.isPlan(tables)
  guard isPlan || isEntry(tables) else { return nil }
  var namer = TableNamer([])
  let parts = namer.tables(tables, of: file).value.map { named in
    var decoded = Actuals.decoded(named.table, as: named.schema, settings)
    return decoded.part(through: isPlan ? nil : day)
  }
  return FilledWorkbook(isPlan: isPlan, parts: parts)
}

/// Whether the sheets are those of `init --excel`.
private func isEntry(_ tables: [Table]) -> Bool {
  let names = [
    ["客户", "目标", "商机", "订单", "拜访"], ["Customers", "Goals", "Deals", "Orders", "Visits"],
  ]
  let own = Set(tables.map(\.name))
  return names.contains { own.isSuperset(of: $0) }
}

extension DecodedTable {
  /// What is over by a day, or at all where there is none, and what goes on.
  fileprivate mutating func part(through day: Day?) -> FilledWorkbook.Part {
    let last = day?.number ?? .max
    let column =
      switch schema.name {
      case .orders, .activities: "date"
      case .deals: "closed"
      case .goals: "end"
      case .customers: day == nil ? "" : nil
      default: nil as String?
      }
    let days = integers(column ?? "")
    let over = Set(
      keptRows.filter { row in column == "" || column != nil && (days[row] ?? .max) <= last })
    let open = dataRows.filter { row in
      !over.contains(row) && !isBlankForm(row) && !isExample(row)
    }
    let unread = mistakenRows.sorted().map { table.line(ofRow: $0) }
    let values = open.map { row in columns.map { value(row, $0) } }
    for row in keptRows where !over.contains(row) {
      skip(row, because: Phrase(zh: "还没有结束", en: "not over yet"))
    }
    return FilledWorkbook.Part(
      table: schema.name, header: table.header, over: over.isEmpty ? [] : cleanRows, open: values,
      unreadLines: unread)
  }

  /// Whether nothing was written into a row; what formulas make of nothing does not count.
  private func isBlankForm(_ row: Int) -> Bool {
    columns.allSatisfy { column in
      table.isBlank(row, column.index)
        || column.field == nil && column.namesOf == nil
          && [.error, .number].contains(table.kind(row, column.index))
    }
  }

  /// A cell as it is to stand in a new sheet.
  private func value(_ row: Int, _ column: MatchedColumn) -> FilledWorkbook.Value? {
    if table.isBlank(row, column.index) || table.kind(row, column.index) == .error { return nil }
    if let field = column.field, field.type == .day, let day = integers(field.name).day(row) {
      return .day(day)
    }
    let text = table.text(row, column.index)
    if table.kind(row, column.index) == .number, let number = Double(text) {
      return .number(number)
    }
    return .text(text)
  }
}
