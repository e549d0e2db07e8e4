/// Whether a header names what is still owed once payments are taken off: 待收金额, Balance Due.
///
///     isOpenBalance("待收金额（元）")  // true
///     isOpenBalance("应收金额")       // false
func isOpenBalance(_ header: String) -> Bool {
  let key = HeaderKey(header).key
  let plain = simplified(key) ?? key
  let words = [
    "待收", "未收", "未回款", "待回款", "尚欠", "欠款", "结欠", "未到账", "余额", "outstanding", "balance", "amountdue",
    "openamount", "remaining", "unpaid",
  ]
  return words.contains(where: plain.contains)
}

/// Settles which column is what was owed, where a table has what is still owed beside it.
///
/// With payments beside them the whole amount is taken, from which payments are taken off; with no
/// column of payments what is still owed; with payments and no whole amount the two are added up.
func settleBalances(_ columns: inout [MatchedColumn], _ schema: TableSchema) {
  guard schema.name == .receivables else { return }
  let amounts = columns.filter { $0.field?.name == "amount" }
  let open = amounts.filter { isOpenBalance($0.header) }
  guard !open.isEmpty, !amounts.contains(where: { $0.confidence == .given }) else { return }
  let whole = amounts.filter { !isOpenBalance($0.header) }
  let hasPayments = columns.contains { $0.field?.name == "paid" }
  if whole.isEmpty {
    for column in open where hasPayments { columns[column.index].isBalance = true }
  } else {
    for column in hasPayments ? open : whole { columns[column.index] = column.unmatched }
  }
}
