import Diagnostics
import Phrases
import SalesMethod
import Tables

/// Rows that a program keeps though they count for nothing, and rows that count the other way: columns that
/// are none of the table's say so.
extension DecodedTable {
  /// Leaves out what was deleted, archived, cancelled or declared void: 是否作废, `Deleted at`, 生命状态.
  mutating func skipWithdrawn(_ settings: DataSettings) {
    switch schema.name {
    case .deals, .orders, .activities, .receivables: break
    default: return
    }
    let how = DayReading(clock: settings.clock, uses1904: table.uses1904)
    for column in freeColumns(settings) where saysWithdrawn(column.header) {
      skip(column, settings) { table, row in
        table.withCell(row, column.index) { bytes, kind in
          if isNoValue(bytes) { return false }
          let text = String(copying: bytes)
          if let word = meansWithdrawn(text, isLife: isLife(column.header)) { return word }
          return readDay(bytes, kind: kind, how) != .none
        }
      }
    }
  }

  /// Flags customers that were deleted, archived or declared void: nobody calls on them any more, while what they
  /// bought still counts.
  mutating func flagWithdrawn(_ settings: DataSettings) {
    guard schema.name == .customers else { return }
    let how = DayReading(clock: settings.clock, uses1904: table.uses1904)
    for column in freeColumns(settings) where saysWithdrawn(column.header) {
      let rows = keptRows.filter { row in
        table.withCell(row, column.index) { bytes, kind in
          if isNoValue(bytes) { return false }
          return meansWithdrawn(String(copying: bytes), isLife: false)
            ?? (readDay(bytes, kind: kind, how) != .none)
        }
      }
      guard let first = rows.first else { continue }
      var flags = [[String]](repeating: [], count: table.rowCount)
      if case .wordLists(let given)? = values["flags"] { flags = given }
      for row in rows { flags[row].append(Customer.Flag.doNotContact.rawValue) }
      values["flags"] = .wordLists(flags)
      diagnostics.append(
        .withdrawnCustomers(
          rows.count, header: column.header, text: table.text(first, column.index),
          at: table.place(first, column.index)))
    }
  }

  private mutating func skip(
    _ column: MatchedColumn, _ settings: DataSettings, _ isWithdrawn: (Table, Int) -> Bool
  ) {
    let rows = keptRows.filter { isWithdrawn(table, $0) }
    guard let first = rows.first else { return }
    let header = column.header
    for row in rows {
      let text = table.text(row, column.index)
      skipRepeated(
        row,
        because: Phrase(
          zh: "“\(header)”是“\(text)”，不算", en: "its “\(header)” is “\(text)”, so it does not count"))
    }
    diagnostics.append(
      .withdrawnRows(
        rows.count, of: schema.name, header: header, text: table.text(first, column.index),
        at: table.place(first, column.index)))
  }

  /// Takes amounts and quantities of returns off the sales where their rows say so by a kind alone, and
  /// leaves out quotations that stand among the orders.
  mutating func countReturns(_ settings: DataSettings) {
    guard schema.name == .orders else { return }
    for column in freeColumns(settings) where saysKind(column.header) {
      skip(column, settings) { table, row in
        quotations.contains(wordKey(table.text(row, column.index)))
      }
      countReturns(column)
      tellUnusualKinds(column)
    }
  }

  /// Says which kinds of orders are counted as sales though they may be none.
  private mutating func tellUnusualKinds(_ column: MatchedColumn) {
    let amounts = integers("amount")
    let rows = keptRows.filter { row in
      (amounts[row] ?? 0) != 0 && unusualKinds.contains(wordKey(table.text(row, column.index)))
    }
    guard let first = rows.first else { return }
    diagnostics.append(
      .unusualKinds(
        rows.count, text: table.text(first, column.index), header: column.header,
        at: table.place(first, column.index)))
  }

  private mutating func countReturns(_ column: MatchedColumn) {
    guard case .integers(var amounts)? = values["amount"] else { return }
    let rows = keptRows.filter { row in
      amounts[row] != ColumnValues.none && amounts[row] > 0
        && returns.contains(wordKey(table.text(row, column.index)))
    }
    guard let first = rows.first else { return }
    for row in rows {
      amounts[row] = -amounts[row]
      if let rest = rests["amount"]?[row] { rests["amount"]?[row] = -rest }
    }
    values["amount"] = .integers(amounts)
    if case .integers(var quantities)? = values["qty"] {
      for row in rows where quantities[row] > 0 { quantities[row] = -quantities[row] }
      values["qty"] = .integers(quantities)
    }
    diagnostics.append(
      .returnsByKind(
        rows.count, text: table.text(first, column.index), header: column.header,
        at: table.place(first, column.index)))
  }

  /// The columns that are nothing to the table, and of which the settings do not say that they are not.
  func freeColumns(_ settings: DataSettings) -> [MatchedColumn] {
    let refused = Set(
      settings.mapping.filter { $0.table == schema.name.rawValue && $0.field == nil }
        .map { matchKey($0.header) })
    return columns.filter { column in
      column.field == nil && !column.isBeside && !refused.contains(matchKey(column.header))
    }
  }
}

/// Whether a header asks whether a row was taken back, or says when.
private func saysWithdrawn(_ header: String) -> Bool { withdrawing.contains(wordKey(header)) }

private let withdrawing: Set<String> = [
  "deleted", "isdeleted", "deletedat", "deletedon", "deleteddate", "deletedtime", "archived",
  "isarchived", "archivedat", "archivedon", "archiveddate", "void", "voided", "isvoid", "isvoided",
  "voidedat", "cancelled", "canceled", "iscancelled", "iscanceled", "cancelledat", "canceledat",
  "cancelledon", "canceledon", "是否删除", "删除", "已删除", "删除标记", "删除状态", "删除时间", "删除日期", "是否归档", "已归档",
  "归档时间",
  "是否作废", "作废", "已作废", "作废标记", "作废状态", "作废时间", "作废日期", "是否取消", "已取消", "取消时间", "取消日期", "是否无效",
  "是否失效",
  "生命状态", "lifestatus", "数据状态", "记录状态", "recordstatus",
]

/// Whether a header says how far a row has come from its entry to its end: 生命状态.
private func isLife(_ header: String) -> Bool {
  ["生命状态", "lifestatus"].contains(wordKey(header))
}

/// Whether a cell of such a column says that the row was taken back; nil where it says neither.
private func meansWithdrawn(_ text: String, isLife: Bool) -> Bool? {
  let waiting: Set<String> = ["审核中", "审批中", "待审核", "待审批", "未生效"]
  let words: Set<String> = [
    "已删除", "删除", "deleted", "已归档", "归档", "archived", "已作废", "作废", "void", "voided", "已取消", "取消",
    "cancelled", "canceled", "无效", "已失效", "失效", "回收站", "trashed", "withdrawn", "invalid",
  ]
  let key = wordKey(text)
  let plain = simplified(key) ?? key
  if words.contains(plain) || isLife && waiting.contains(plain) { return true }
  return readFlag(text)
}

/// Whether a header says what kind of paper or of business an order is.
private func saysKind(_ header: String) -> Bool {
  [
    "类型", "单据类型", "订单类型", "业务类型", "交易类型", "销售类型", "出库类型", "单据类别", "订单类别", "单据名称", "type",
    "ordertype",
    "transactiontype", "documenttype", "doctype", "salestype", "invoicetype",
  ].contains(wordKey(header))
}

private let returns: Set<String> = [
  "退货", "退款", "退货单", "退款单", "销售退货", "销售退货单", "销售退款", "退货入库", "退货退款", "销退", "销退单", "红字", "红单",
  "红字发票", "红冲", "冲红", "冲销",
  "贷项", "贷项通知单", "return", "returns", "salesreturn", "refund", "creditnote", "creditmemo", "credit",
]

/// What is sold otherwise than for its amount, or paid for what is yet to be sold.
private let unusualKinds: Set<String> = [
  "换货", "换货单", "样品", "样品单", "赠品", "赠送", "试用", "借用", "借货", "寄售", "预收款", "预收", "定金", "订金", "押金", "充值",
  "exchange", "sample", "samples", "gift", "trial", "consignment", "deposit", "prepayment",
  "advancepayment", "loan",
]

private let quotations: Set<String> = [
  "报价", "报价单", "询价", "询价单", "quotation", "quote", "estimate", "proforma", "proformainvoice", "见积",
  "見積",
]

extension Diagnostic {
  static func unusualKinds(_ rows: Int, text: String, header: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.unusual-kinds", severity: .warning, at: place,
      Phrase(
        zh: "有 \(count: rows) 行的“\(header)”是“\(text)”之类，照样算进销售额",
        en: "\(count: rows, "row", "rows") whose “\(header)” is “\(text)” or the like "
          + "\(agreeing: rows, "counts", "count") as sales"),
      fix: Phrase(
        zh: "不该算的，从导出里去掉；该算的，在设置中写明：mapping: {orders: {\"\(header)\": ~}}",
        en:
          "take out of the export what does not count; if all do, say so in the settings: mapping: "
          + "{orders: {\"\(header)\": ~}}"))
  }

  static func withdrawnRows(
    _ rows: Int, of table: TableName, header: String, text: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.withdrawn-rows", severity: .warning, at: place,
      Phrase(
        zh: "“\(table.title)”有 \(rows) 行按“\(header)”（\(text)）已作废、删除或还没生效，没有算进去",
        en: "\(count: rows, "row", "rows") of “\(table.rawValue)” "
          + "\(agreeing: rows, "is", "are") void, deleted, archived or not in effect by “\(header)” (\(text)) and "
          + "\(agreeing: rows, "does", "do") not count"),
      fix: Phrase(
        zh: "如果这一列说的不是这回事，在设置中写明：mapping: {\(table.rawValue): {\"\(header)\": ~}}",
        en: "if the column means something else, say so in the settings: mapping: "
          + "{\(table.rawValue): {\"\(header)\": ~}}"))
  }

  static func withdrawnCustomers(
    _ rows: Int, header: String, text: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.withdrawn-customers", severity: .warning, at: place,
      Phrase(
        zh: "有 \(rows) 位客户的“\(header)”是“\(text)”之类：不再安排联系，买过的照样算",
        en:
          "\(count: rows, "customer is", "customers are") deleted, archived or void by “\(header)” "
          + "(\(text)): no more contacts are planned, and what was bought still counts"),
      fix: Phrase(
        zh: "如果这一列说的不是这回事，在设置中写明：mapping: {customers: {\"\(header)\": ~}}",
        en: "if the column means something else, say so in the settings: mapping: "
          + "{customers: {\"\(header)\": ~}}"))
  }

  static func returnsByKind(_ rows: Int, text: String, header: String, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.returns", severity: .warning, at: place,
      Phrase(
        zh: "有 \(rows) 行的“\(header)”是“\(text)”，金额从销售额里减去",
        en: "\(count: rows, "row", "rows") whose “\(header)” is “\(text)” "
          + "\(agreeing: rows, "is", "are") taken off the sales"),
      fix: Phrase(
        zh: "如果不该减，在设置中写明：mapping: {orders: {\"\(header)\": ~}}",
        en: "if not so, say so in the settings: mapping: {orders: {\"\(header)\": ~}}"))
  }
}
