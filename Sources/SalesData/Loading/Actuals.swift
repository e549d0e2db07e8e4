import Diagnostics
import Phrases
import SalesMethod
import Tables

/// What people wrote down as done, in workbooks of plans or in files that were made of them.
///
/// Its columns are its own, and so are its units: it is read by itself and then stands behind the rows of
/// the table's other files.
struct Actuals {
  private var tables: [TableName: [Table]] = [:]

  /// Takes a table of what was done.
  mutating func add(_ table: Table, as name: TableName) { tables[name, default: []].append(table) }

  /// Puts what was done behind the tables of other files, each file in the order of its name.
  func added(
    to decoded: [TableName: DecodedTable], _ settings: DataSettings
  ) -> [TableName: DecodedTable] {
    var all = decoded
    for name in TableName.allCases {
      let sorted = (tables[name] ?? []).sorted { $0.origin.placePath < $1.origin.placePath }
      for table in sorted {
        let actual = Self.decoded(table, as: .of(name), settings)
        if let before = all[name] {
          all[name] = before.adding(actual)
        } else {
          all[name] = actual
        }
      }
    }
    return all
  }

  /// Reads a table of what was done: what the settings say of columns, they say of those of other files.
  static func decoded(
    _ table: Table, as schema: TableSchema, _ settings: DataSettings
  ) -> DecodedTable {
    var own = settings
    (own.mapping, own.dateOrders, own.numberFormats) = ([], [], [])
    var actual = decode(table, as: schema, own)
    actual.leaveOutEmptyForms()
    return actual
  }
}

extension DecodedTable {
  /// The rows of this table and behind them those of what was done.
  fileprivate func adding(_ actual: DecodedTable) -> DecodedTable {
    var columns = columns
    var places: [Int?] = columns.map { own in
      actual.columns.first { other in
        own.field == nil && own.namesOf == nil
          ? other.field == nil && other.namesOf == nil && other.header == own.header
          : other.field == own.field && other.namesOf == own.namesOf
      }?.index
    }
    for other in actual.columns where !places.contains(other.index) && !other.header.isEmpty {
      places.append(other.index)
      columns.append(other.moved(to: columns.count))
    }
    let header = columns.map(\.header)
    var main = table
    if header.count > table.header.count {
      let own = table.header.indices.map(Int?.some)
      main =
        table.isJoined || !table.isWide
        ? table.under(header)
        : table.rearranged(
          under: header, columns: own + Array(repeating: nil, count: header.count - own.count))
    }
    let added = actual.table.rearranged(under: header, columns: places)
    guard let joined = Table.joined([main, added]) else { return self }
    var both = self
    both.append(actual, joined: joined, columns: columns)
    return both
  }

  /// Leaves out rows of a form in which nothing was written but what stood there before.
  fileprivate mutating func leaveOutEmptyForms() {
    guard schema.name == .orders else { return }
    for row in keptRows where ["date", "amount"].allSatisfy({ values[$0]?.isBlank(row) ?? true }) {
      skipRepeated(row, because: Phrase(zh: "没有填", en: "not filled in"))
    }
  }

  /// Leaves out what was done where another file says it too: as often as the file says it that says
  /// it most often, it counts.
  ///
  /// `key` gives what makes two rows the same; nil for a row that is like no other.
  mutating func skipActualsSaidTwice(_ key: (Int) -> [String]?) {
    guard let first = firstActualRow else { return }
    var most: [[String]: Int] = [:]
    var here: [[String]: Int] = [:]
    var part = 0
    var rows: [Int] = []
    for row in keptRows {
      guard let key = key(row) else { continue }
      if row < first {
        most[key, default: 0] += 1
        continue
      }
      if table.part(ofRow: row) != part {
        part = table.part(ofRow: row)
        here = [:]
      }
      here[key, default: 0] += 1
      if here[key, default: 0] <= most[key, default: 0] {
        rows.append(row)
      } else {
        most[key] = here[key]
      }
    }
    guard let found = rows.first else { return }
    for row in rows {
      skipRepeated(
        row, because: Phrase(zh: "另一个文件里已有这一笔", en: "another file says the same"))
    }
    diagnostics.append(.actualsTwice(rows.count, of: schema.name, at: table.place(ofRow: found)))
  }
}

extension Table {
  /// Whether a row has more cells than the header.
  fileprivate var isWide: Bool { (0..<rowCount).contains { width(ofRow: $0) > header.count } }
}

extension Diagnostic {
  static func actualsTwice(_ rows: Int, of table: TableName, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.actuals-twice", severity: .warning, at: place,
      Phrase(
        zh: "填在计划里的“\(table.title)”有 \(rows) 行在别的文件里已有，只算一次",
        en: "\(count: rows, "row", "rows") of “\(table.rawValue)” written into a plan "
          + "\(agreeing: rows, "stands", "stand") in another file too and "
          + "\(agreeing: rows, "counts", "count") once"))
  }

  static func nothingFilledIn(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.nothing-filled-in", severity: .warning, at: place,
      Phrase(zh: "这份计划里还没有填写实际", en: "nothing is written into this plan as done yet"),
      fix: Phrase(
        zh: "在“\(ActualSheet.visits.name)”里填实际日期，在“\(ActualSheet.orders.name)”里填订单",
        en: "write the days into “\(ActualSheet.visits.name)”, and orders into "
          + "“\(ActualSheet.orders.name)”"))
  }

  static func planWorkbook(_ sheets: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.plan-workbook", severity: .note, at: place,
      Phrase(
        zh: "这是导出的计划，只读其中填写实际的工作表：\(list: sheets)",
        en: "this is a plan that was exported; only the sheets with actuals are read: "
          + "\(list: sheets)"))
  }
}
