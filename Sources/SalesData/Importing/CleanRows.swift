import Diagnostics
import SalesMethod
import Tables

extension DecodedTable {
  /// The kept rows under canonical headers, in canonical notation, and behind them the columns that
  /// the table does not have, as they were.
  var cleanRows: [[String]] {
    let known = schema.columns.filter { values[$0.name] != nil }
    let others = columns.filter { $0.field == nil && !$0.header.isEmpty }
    let header = known.map(\.name) + others.map { withoutGuard($0.header) }
    return [header]
      + keptRows.map { row in
        known.map { column in
          values[column.name].map { $0.text(row, of: column.type) } ?? ""
        }
          + others.map { other in
            table.kind(row, other.index) == .error ? "" : withoutGuard(table.text(row, other.index))
          }
      }
  }

  /// The `mapping` and `date_order` that a later reading of such a file would do with.
  var settingsWorthKeeping: String {
    let mapped = columns.filter {
      $0.field != nil && $0.confidence != .canonical
    }
    var text = ""
    if !mapped.isEmpty {
      text += "mapping:\n  \(schema.name.rawValue):\n"
      for column in mapped {
        text += "    \(yamlQuoted(column.header)): \(column.field?.name ?? "")\n"
      }
    }
    let orders = columns.compactMap { column -> String? in
      guard let field = column.field,
        let found = dates.first(where: { $0.column == column.header }),
        found.order == "dmy" || found.order == "mdy"
      else { return nil }
      return "  \(schema.name.rawValue).\(field.name): \(found.order)\n"
    }
    if !orders.isEmpty { text += "date_order:\n" + orders.joined() }
    return text
  }
}

extension ColumnValues {
  /// A value as canonical tables write it.
  fileprivate func text(_ row: Int, of type: ColumnType) -> String {
    switch self {
    case .texts(let values): values[row] ?? ""
    case .integers(let values): values[row] == Self.none ? "" : type.text(of: values[row])
    case .letters(let values): values[row].text
    case .leave(let values):
      (values[row].days.map(\.description) + values[row].halves.map { "\($0) half" })
        .joined(separator: ";")
    case .wordLists(let values): values[row].joined(separator: ";")
    case .milestones(let values):
      values[row].map { "\($0.date)=\(Money(hundredths: $0.targetHundredths))" }
        .joined(separator: ";")
    }
  }
}

extension ColumnType {
  /// A number of the type in plain notation.
  fileprivate func text(of value: Int) -> String {
    switch self {
    case .day: Day(number: value).description
    case .money, .quantity: Money(hundredths: value).description
    case .decimal, .share: decimalText(value, places: 3)
    case .probability: decimalText(value, places: 6)
    case .hours:
      value % 3 == 0
        ? decimalText(value * 5 / 3, places: 2)
        : "\(value / 60):\(value % 60 < 10 ? "0" : "")\(value % 60)"
    case .flag: value == 0 ? "no" : "yes"
    default: String(value)
    }
  }
}

extension LetterEntry {
  /// The entry as canonical tables write it.
  fileprivate var text: String {
    switch self {
    case .unknown: ""
    case .yes: "yes"
    case .no: "no"
    case .level(.high): "high"
    case .level(.middle): "middle"
    case .level(.low): "low"
    case .score(let thousandths): decimalText(thousandths, places: 3)
    }
  }
}
