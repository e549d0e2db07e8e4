/// Takes amounts that the program itself has turned into one's own currency, where a column says in which each
/// row's are: 本位币金额 beside 金额 and 币种, Salesforce's `Amount (converted)`.
///
/// Then the column of currencies says nothing of what is read.
func takeOwnCurrency(_ columns: inout [MatchedColumn], _ schema: TableSchema) {
  guard let currency = columns.first(where: { $0.field?.type == .currency }),
    let amount = columns.first(where: { $0.field?.name == "amount" }),
    amount.field?.type == .money, amount.confidence != .given, currency.confidence != .given,
    !HeaderKey.isInOwnCurrency(amount.header)
  else { return }
  let converted = columns.filter { $0.field == nil && HeaderKey.isInOwnCurrency($0.header) }
  guard converted.count == 1, let own = converted.first else { return }
  columns[own.index] = MatchedColumn(
    header: own.header, index: own.index, field: amount.field, confidence: .lesser, unit: own.unit)
  columns[amount.index] = amount.unmatched
  columns[currency.index] = currency.unmatched
}
