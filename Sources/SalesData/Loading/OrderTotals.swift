import Diagnostics
import Phrases
import SalesMethod
import Tables

extension DecodedTable {
  /// Takes an order's total once that stands on each of its lines: the header says that it is one, and all
  /// lines of every order say the same.
  mutating func takeTotalsOnce(_ ids: TextColumn, _ customers: [String?]) {
    guard let column = columns.first(where: { $0.field?.name == "amount" }), !column.isUnitPrice,
      saysTotal(column.header)
    else { return }
    let (dates, amounts) = (integers("date"), integers("amount"))
    var firsts = [Int?](repeating: nil, count: ids.texts.count)
    var repeated: [Int] = []
    for row in keptRows {
      guard let number = ids.number(row), let amount = amounts[row], amount != 0 else { continue }
      guard let first = firsts[number] else {
        firsts[number] = row
        continue
      }
      guard customers[first] == customers[row], dates[first] == dates[row] else { continue }
      // Lines of one order that differ are amounts of lines, whatever the header says.
      guard amounts[first] == amount else { return }
      repeated.append(row)
    }
    guard let first = repeated.first else { return }
    for row in repeated {
      skipRepeated(
        row,
        because: Phrase(zh: "同一张订单的总额，只算一次", en: "the total of its order, which counts once"))
    }
    diagnostics.append(
      .totalsOnLines(repeated.count, header: column.header, at: table.place(first, column.index)))
  }
}

/// Whether a header of amounts says that they are those of whole orders.
private func saysTotal(_ header: String) -> Bool {
  let key = HeaderKey(header).key
  if key.hasPrefix("行") || key.contains("line") || key.contains("明细") { return false }
  let words = ["总", "合计", "合同金额", "合同额", "订单金额", "订单额", "total", "orderamount", "總", "価税合計"]
  return words.contains(where: key.contains)
}

extension Diagnostic {
  static func totalsOnLines(_ rows: Int, header: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.totals-on-lines", severity: .warning, at: place,
      Phrase(
        zh: "“\(header)”在同一张订单的每一行都相同，按订单总额只算一次（另外 \(rows) 行没有再加）",
        en: "“\(header)” is the same on every line of an order and counts once for each; "
          + "\(count: rows, "further line was", "further lines were") not added"),
      fix: Phrase(
        zh: "如果每一行都该算，把表头改成“行金额”",
        en: "if each line is an amount of its own, head the column “line amount”"))
  }
}
