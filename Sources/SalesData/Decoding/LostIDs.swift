import Diagnostics
import Phrases
import Tables

extension DecodedTable {
  /// Takes ids for none whose last digits a spreadsheet left out, as `1.23457E+11`.
  ///
  /// Two may have become one. Where names stand beside them, the names tell customers apart.
  mutating func forgetLostIDs() {
    for column in columns {
      guard let field = column.field, isForgotten(column, field),
        case .texts(var ids)? = values[field.name]
      else { continue }
      let isLost = ids.texts.map(hasLostDigits)
      let shared = schema.name == .customers ? idsOfTwoNames(ids) : []
      guard isLost.contains(true) || !shared.isEmpty else { continue }
      let rows = dataRows.filter { row in
        ids.number(row).map { isLost[$0] || shared.contains($0) && isLong(row, column) } ?? false
      }
      guard let first = rows.first else { continue }
      for row in rows { ids.set(row, to: TextValues.none) }
      values[field.name] = .texts(ids)
      let hasNames = field.name != "order_id" && field.name != "deal_id"
      diagnostics.append(
        .lostID(
          table.text(first, column.index), column: column.header, cells: rows.count,
          hasNames: hasNames, at: table.place(first, column.index)))
    }
  }

  /// Whether rows can do without an id in a column: names stand beside it, or nothing refers to it.
  private func isForgotten(_ column: MatchedColumn, _ field: ColumnSchema) -> Bool {
    switch (schema.name, field.name) {
    case (.customers, "customer_id"): values["name"] != nil
    case (.orders, "order_id"), (.deals, "deal_id"): true
    default: columns.contains { $0.namesOf == field }
    }
  }

  /// The ids that rows of different names have.
  private func idsOfTwoNames(_ ids: TextValues) -> Set<Int> {
    let names = texts("name")
    var first: [Int: String] = [:]
    var shared: Set<Int> = []
    for row in dataRows {
      guard let id = ids.number(row), let name = names[row].map(matchKey) else { continue }
      if first[id, default: name] != name { shared.insert(id) }
      first[id] = first[id] ?? name
    }
    return shared
  }

  /// Whether a workbook keeps a cell as a number of more digits than numbers have.
  private func isLong(_ row: Int, _ column: MatchedColumn) -> Bool {
    table.kind(row, column.index) == .number
      && table.withCell(row, column.index) { bytes, _ in bytes.count > 15 }
  }
}

/// Whether a text is a number as spreadsheets show one with too many digits: `1.23457E+11`.
///
/// `1.38E+08` has all of its digits.
private func hasLostDigits(_ text: String) -> Bool {
  guard text.utf8.contains(UInt8(ascii: "+")) else { return false }
  let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
  guard parts.count == 2, let sign = parts[1].first, sign == "+",
    let power = Int(parts[1].dropFirst()), (11...30).contains(power)
  else { return false }
  let digits = parts[0].filter { $0 != "." }
  return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
    && digits.count <= power
}

extension Diagnostic {
  static func lostID(
    _ text: String, column: String, cells: Int, hasNames: Bool, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.lost-digits", severity: .warning, at: place,
      Phrase(
        zh: "“\(text)”（“\(column)”）后面的位数已丢失，不能当编号用（共 \(cells) 格）"
          + "\(hasNames ? "，这些行按名称认" : "")",
        en: "“\(text)” (“\(column)”) has lost its last digits and is no id any more "
          + "(\(count: cells, "cell", "cells"))\(hasNames ? "; these rows go by their names" : "")"),
      fix: Phrase(
        zh: "从原来的程序重新导出，用 Excel 打开前把这一列设为“文本”格式",
        en: "export it again, and format the column as Text before it is opened in Excel"))
  }
}
