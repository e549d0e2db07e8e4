/// Whether a header names the price of one of what was sold, which is no order's amount.
///
///     isUnitPrice("含税单价(元)")  // true
func isUnitPrice(_ header: String) -> Bool {
  let key = HeaderKey(header).key
  return key.hasSuffix("单价") || key.hasSuffix("單價")
    || [
      "unitprice", "priceperunit", "priceeach", "priceeach", "itemprice", "单件价格", "単価",
      "salesprice",
    ]
    .contains(key)
}

/// Takes the prices of one for the amounts where orders have quantities and no amounts.
func takeUnitPrice(_ columns: inout [MatchedColumn], _ schema: TableSchema) {
  guard schema.name == .orders, columns.contains(where: { $0.field?.name == "qty" }),
    let amount = schema.column("amount")
  else { return }
  if let index = columns.firstIndex(where: { $0.field == amount }) {
    columns[index].isUnitPrice = isUnitPrice(columns[index].header)
    return
  }
  let prices = columns.filter { $0.field == nil && isUnitPrice($0.header) }
  guard prices.count == 1, let price = prices.first else { return }
  columns[price.index] = MatchedColumn(
    header: price.header, index: price.index, field: amount, confidence: .lesser, unit: price.unit)
  columns[price.index].isUnitPrice = true
}
