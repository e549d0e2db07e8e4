import Diagnostics
import Phrases
import SalesMethod
import Tables

/// A row that adds up rows above it, and what it says.
struct TotalRow {
  let row: Int
  /// Whether it adds up the rows since the total before it only.
  let isPartial: Bool
  /// Whether it is a mean or a count, and no sum.
  var isOther = false
}

/// Leaves out totals, headers that a printout repeats, and the footers of reports; gives the totals, so
/// that their sums can be checked.
func sortOutTotals(_ decoded: inout DecodedTable) -> [TotalRow] {
  let finder = TotalFinder(decoded)
  let rows = decoded.keptRows
  let marked = finder.marked(rows)
  var totals: [TotalRow] = []
  var found: [(row: Int, reason: Phrase)] = []
  for row in marked {
    if let total = finder.total(row) {
      totals.append(total)
      found.append((row, Phrase(zh: "合计行", en: "a total")))
    } else if finder.isHeader(row) {
      found.append((row, Phrase(zh: "重复的表头", en: "the header again")))
    }
  }
  found += finder.footers(rows, besides: Set(found.map(\.row))).map {
    ($0, Phrase(zh: "页脚", en: "a footer"))
  }
  found.sort { $0.row < $1.row }
  guard let first = found.first else { return [] }
  for (row, reason) in found { decoded.skipRepeated(row, because: reason) }
  decoded.diagnostics.append(
    .totalRows(
      decoded.distinctLines(found.map(\.row)).count, of: decoded.schema.name,
      lines: decoded.shownLines(ofRows: found.map(\.row)),
      at: decoded.table.place(ofRow: first.row)))
  return totals
}

/// Compares what totals say with the sums of the rows that they add up.
func check(_ totals: [TotalRow], _ decoded: inout DecodedTable, _ settings: DataSettings) {
  for column in decoded.columns where column.field?.type == .money {
    guard let name = column.field?.name else { continue }
    let table = decoded.table
    let path = "\(decoded.schema.name.rawValue).\(name)"
    let tens =
      settings.meaning(of: path, among: DataSettings.NumberFormat.Meaning.scales)?.tens
      ?? column.unit.amount?.tens ?? table.unitAround?.tens
    var (start, part) = (0, 0)
    for total in totals where !total.isOther {
      let text = table.text(total.row, column.index)
      let said = Array(text.utf8)
      // A file of several has its own total; the last may have that of all.
      if table.part(ofRow: total.row) != part { start = 0 }
      part = table.part(ofRow: total.row)
      let above = decoded.keptRows.filter { $0 < total.row }
      let rows = above.filter { table.part(ofRow: $0) == part }
      let all = decoded.sum(of: name, above).hundredths
      func sum(from first: Int) -> Int {
        decoded.sum(of: name, rows.filter { $0 >= first }).hundredths
      }
      defer { start = total.row }
      guard var number = try? readNumber(said.span),
        (try? number.take(tens: tens)) != nil,
        let hundredths = try? number.scaled(decimals: 2)
      else { continue }
      let (whole, partial) = (sum(from: 0), sum(from: start))
      if ![whole, partial, all].contains(hundredths) {
        decoded.diagnostics.append(
          .totalDiffers(
            text, Money(hundredths: total.isPartial ? partial : whole), column: column.header,
            at: table.place(total.row, column.index)))
      }
    }
  }
}

/// Tells totals, headers and footers from rows of data.
private struct TotalFinder {
  private let decoded: DecodedTable
  private var table: Table { decoded.table }
  /// The columns whose cells are numbers or days.
  private let counting: Set<Int>
  /// The column that names each row's customer; nil where there is none.
  private let customer: Int?
  private let lastRow: Int

  init(_ decoded: DecodedTable) {
    self.decoded = decoded
    counting = Set(
      decoded.columns.filter { $0.field.map { $0.type.holdsNumbers || $0.type.holdsDays } ?? false }
        .map(\.index))
    customer = decoded.columns.first { $0.field?.type == .customer }?.index
    lastRow = decoded.keptRows.last ?? 0
  }

  /// The rows that are worth a closer look: nearly none.
  ///
  /// One pass over the first column; of the next two only the rows whose cells before are blank.
  func marked(_ rows: [Int]) -> [Int] {
    var marked: Set<Int> = []
    var open = rows
    let header = table.header.first.map { Array($0.utf8) } ?? []
    for column in 0..<min(3, table.header.count) {
      var blank: [Int] = []
      table.forEachCell(ofColumn: column, inRows: open) { row, bytes, _ in
        if bytes.isEmpty { return blank.append(row) }
        if bytes.count > 2, bytes.count <= 60, mayBeTotal(bytes) { marked.insert(row) }
        if column == 0, bytes.count == header.count, !header.isEmpty, bytes[0] == header[0],
          header.indices.allSatisfy({ bytes[$0] == header[$0] })
        {
          marked.insert(row)
        }
      }
      open = blank
    }
    if let customer {
      table.forEachCell(ofColumn: customer, inRows: rows) { row, bytes, _ in
        if bytes.count > 2, bytes.count <= 60, bytes[0] >= 0x80, mayBeTotal(bytes) {
          marked.insert(row)
        }
      }
      if let last = rows.last { marked.insert(last) }
    }
    if table.mayHaveSums {
      for row in rows where table.sums(row: row) { marked.insert(row) }
    }
    return marked.sorted()
  }

  /// Whether a row repeats the header.
  func isHeader(_ row: Int) -> Bool {
    table.header.indices.allSatisfy { table.trimmedText(row, $0) == table.header[$0] }
  }

  /// The row as a total; nil where it is none.
  ///
  /// The first cell says so, or a formula that adds up a column; no other column of texts has a value.
  func total(_ row: Int) -> TotalRow? {
    let filled = table.header.indices.filter { !table.isBlank(row, $0) }
    guard let label = filled.first else { return nil }
    if let customer, namesTotal(plain(row, customer)) {
      return TotalRow(row: row, isPartial: true)
    }
    if isUnnamedSum(row, filled) { return TotalRow(row: row, isPartial: false) }
    let rest = filled.dropFirst()
    // A report writes its figures wherever there is room: Total, Count, 12.
    let isReport = ([label] + rest).contains { isAggregate(plain(row, $0)) }
    guard rest.allSatisfy({ isCounting(row, $0) || isReport && isNumber(row, $0) }) else {
      return nil
    }
    let key = plain(row, label)
    if isOtherTotal(key), !rest.isEmpty, !counting.contains(label) {
      return TotalRow(row: row, isPartial: false, isOther: true)
    }
    if table.sums(row: row), counting.contains(label) || key.count <= 12 {
      return TotalRow(row: row, isPartial: isPartial(key))
    }
    guard !counting.contains(label) else { return nil }
    // A customer may be called Total: a lone word is one only at the end of its table.
    let mayBeName = rest.isEmpty || rest.contains { holdsDay(row, $0) }
    let isAlone = mayBeName && key.utf8.allSatisfy { $0 < 0x80 } && !key.hasPrefix("grand")
    if isTotal(key), !isAlone || (lastRow - row < 5 && !counting.isEmpty) {
      return TotalRow(row: row, isPartial: isPartial(key))
    }
    if isAggregate(key), !rest.isEmpty { return TotalRow(row: row, isPartial: false) }
    let ends = ["小计", "合计", "总计", "汇总", "累计", "subtotal"].contains { key.hasSuffix($0) }
    return ends && !rest.isEmpty ? TotalRow(row: row, isPartial: true) : nil
  }

  /// Whether the last row has nothing but numbers, one of them the sum of its column above.
  private func isUnnamedSum(_ row: Int, _ filled: [Int]) -> Bool {
    guard row == lastRow, row > 1, let customer, !filled.contains(customer),
      filled.allSatisfy({ counting.contains($0) && !holdsDay(row, $0) })
    else { return false }
    let rows = decoded.keptRows.filter { $0 < row }
    return filled.contains { column in
      guard decoded.columns.contains(where: { $0.index == column && $0.field?.type == .money }),
        let said = hundredths(row, column)
      else { return false }
      return rows.count > 1 && rows.reduce(0) { $0 &+ (hundredths($1, column) ?? 0) } == said
    }
  }

  private func hundredths(_ row: Int, _ column: Int) -> Int? {
    table.withCell(row, column) { bytes, _ in
      guard var number = try? readNumber(bytes), (try? number.take(tens: nil)) != nil else {
        return nil
      }
      return try? number.scaled(decimals: 2)
    }
  }

  private func isPartial(_ key: String) -> Bool { key.contains("小计") || key.contains("subtotal") }

  private func isCounting(_ row: Int, _ column: Int) -> Bool {
    if counting.contains(column) { return true }
    let key = plain(row, column)
    if isCountOfThings(key) || isAggregate(key) { return true }
    guard decoded.columns.first(where: { $0.index == column })?.field == nil else { return false }
    return isNumber(row, column)
  }

  private func isNumber(_ row: Int, _ column: Int) -> Bool {
    table.withCell(row, column) { bytes, _ in (try? readNumber(bytes)) != nil }
  }

  /// The folded text of a cell without spaces and colons.
  private func plain(_ row: Int, _ column: Int) -> String {
    folded(table.text(row, column)).filter { !$0.isWhitespace && $0 != ":" }
  }

  /// Whether a row has a value in a column of days, which sums do not have.
  private func holdsDay(_ row: Int, _ column: Int) -> Bool {
    decoded.columns.contains { $0.index == column && ($0.field?.type.holdsDays ?? false) }
  }

  /// The rows at the end with a single cell that a report writes below its rows.
  func footers(_ rows: [Int], besides known: Set<Int>) -> [Int] {
    guard table.header.count > 2 else { return [] }
    var sparse: [Int] = []
    var first: Int?
    for row in rows.reversed() where !known.contains(row) {
      let filled = table.header.indices.filter { !table.isBlank(row, $0) }
      guard (1...3).contains(filled.count) else { break }
      let isKnown = filled.allSatisfy { column in
        let text = folded(table.text(row, column))
        return isFooter(text) && (filled.count == 1 || text.contains(":"))
      }
      guard isKnown || filled == [0] else { break }
      sparse.append(row)
      if isKnown { first = row }
    }
    // Whatever stands alone below a line that is a footer is one too: a company's name, what was filtered by.
    guard let first else { return [] }
    return sparse.filter { $0 >= first }
  }
}

extension Table {
  /// The text of a cell without the spaces at its ends.
  fileprivate func trimmedText(_ row: Int, _ column: Int) -> String {
    withCell(row, column) { bytes, _ in String(copying: bytes) }
  }
}

/// Whether a cell begins or ends as totals do; asked of every row, so by bytes.
private func mayBeTotal(_ bytes: Span<UInt8>) -> Bool {
  switch bytes[0] | 0x20 {
  case UInt8(ascii: "t"), UInt8(ascii: "g"), UInt8(ascii: "s"): return true
  case UInt8(ascii: "a"), UInt8(ascii: "c"):
    // ave(rage), avg, cou(nt)
    let three = threeBytes(bytes, at: 0) | 0x202020
    if three == 0x617665 || three == 0x617667 || three == 0x636F75 { return true }
  default: break
  }
  // 合 小 总 共 累 汇 at the start, 计 at the end.
  switch threeBytes(bytes, at: 0) {
  case 0xE59088, 0xE5B08F, 0xE680BB, 0xE585B1, 0xE7B4AF, 0xE6B187, 0xE69CAC: return true
  // 總 平 均 소 합 총
  case 0xE7B8BD, 0xE5B9B3, 0xE59D87, 0xEC868C, 0xED95A9, 0xECB49D: return true
  default:
    let last = threeBytes(bytes, at: bytes.count - 3)
    // 计, and 总 of 汇总.
    return last == 0xE8AEA1 || last == 0xE680BB
      || bytes[bytes.count - 1] | 0x20 == 0x6C
  }
}

private func threeBytes(_ bytes: Span<UInt8>, at index: Int) -> UInt32 {
  UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
}

/// Whether a folded text without spaces is the word for a total.
private func isTotal(_ key: String) -> Bool {
  let plain = simplified(key) ?? key
  let word = plain.prefix { $0 != "(" && $0 != "[" }
  return [
    "合计", "小计", "总计", "共计", "累计", "汇总", "总和", "总额", "合计数", "本页合计", "本页小计", "本月合计",
    "本期合计", "total", "totals", "grandtotal", "grandtotals", "subtotal", "subtotals",
    "sub-total", "sum", "総計", "総合計", "total/合计", "合计/total", "總計", "合計", "小計", "合计金额", "总计金额",
    "金额合计", "summe", "gesamt", "gesamtsumme", "zwischensumme", "소계", "합계", "총계", "totale",
  ].contains(String(word))
}

/// Whether a folded text in a column of customers can be nothing but a total's: 合计, 12月合计, 本页小计.
private func namesTotal(_ key: String) -> Bool {
  guard key.first?.isASCII == false || key.last?.isASCII == false else { return false }
  let plain = simplified(key) ?? key
  return isTotal(plain)
    || ["合计", "小计", "总计", "汇总", "累计"].contains { plain.hasSuffix($0) && plain.count <= 16 }
}

/// Whether a folded text is the word for a mean or a number of rows.
private func isOtherTotal(_ key: String) -> Bool {
  let words = ["平均", "平均值", "均值", "平均数", "average", "avg", "mean", "count", "计数", "笔数", "单数"]
  if words.contains(key) { return true }
  guard key.hasPrefix("共") else { return false }
  return isCountOfThings(String(key.dropFirst())) || key.hasSuffix("条记录")
}

/// Whether a folded text without spaces is what reports call a figure below their rows: Count, Sum of Amount.
private func isAggregate(_ key: String) -> Bool {
  isOtherTotal(key) || key == "sum"
    || ["sumof", "countof", "averageof", "avgof", "求和项:", "求和项", "计数项", "平均值项"].contains(
      where: key.hasPrefix)
}

/// Whether a folded text is a number of rows: 9单.
private func isCountOfThings(_ text: String) -> Bool {
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  let unit = text[digits.endIndex...]
  return !digits.isEmpty && ["单", "笔", "条", "个", "家", "项", "行", "条记录", "件"].contains(String(unit))
}

/// Whether a folded text is what reports write below their rows.
private func isFooter(_ text: String) -> Bool {
  let starts = [
    "confidential", "generated by", "generated on", "report generated", "exported by",
    "exported on", "exported from", "export date", "printed", "copyright", "©", "(c)", "source:",
    "page ", "filtered by", "filters:", "as of ", "run by", "do not distribute", "total records",
    "record count", "rows:", "end of report", "grand summar", "summary (", "grand total (",
    "total amount:", "total:", "sorted by", "grouped by", "report filters", "applied filters",
    "show:", "date range",
    "data as of", "last refreshed", "筛选条件", "筛选:", "查询条件", "报表生成", "版权", "合计金额:", "总金额:", "记录数",
    "总记录", "制表", "打印", "导出", "审核", "页码", "数据来源", "数据截止",
    "统计时间", "生成时间", "说明:", "注:", "备注:", "以上", "第 ", "机密", "内部资料", "保密",
  ]
  if starts.contains(where: text.hasPrefix) { return true }
  let plain = text.filter { !$0.isWhitespace }
  let isCount = plain.hasPrefix("共") && (plain.hasSuffix("条") || plain.hasSuffix("条记录"))
  let isPage = plain.hasPrefix("第") && plain.contains("页")
  return isCount || isPage || plain.hasSuffix("donotdistribute")
}
