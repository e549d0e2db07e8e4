import Diagnostics
import Phrases
import Tables

/// Whether a header names the price of one of what was sold, which is no order's amount.
///
///     isUnitPrice("含税单价(元)")  // true
func isUnitPrice(_ header: String) -> Bool {
  let key = HeaderKey(header).key
  return key.hasSuffix("单价") || key.hasSuffix("單價")
    || ["unitprice", "priceperunit", "priceeach", "priceeach", "itemprice", "单件价格", "単価", "salesprice"]
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

extension DecodedTable {
  /// Makes amounts of prices: times the quantity, rounded half away from zero; none where there is no
  /// quantity.
  mutating func multiplyUnitPrices() {
    guard let column = columns.first(where: \.isUnitPrice),
      case .integers(var amounts)? = values["amount"]
    else { return }
    let quantities = integers("qty")
    var rests = rests["amount"] ?? [:]
    for row in dataRows where amounts[row] != ColumnValues.none {
      guard let quantity = quantities[row] else {
        amounts[row] = ColumnValues.none
        continue
      }
      let (price, tooLarge) = amounts[row].multipliedReportingOverflow(by: ExactSum.unit)
      let (product, overflow) = (price + (rests[row] ?? 0)).multipliedReportingOverflow(by: quantity)
      guard !tooLarge, !overflow else {
        amounts[row] = ColumnValues.none
        continue
      }
      var sum = ExactSum()
      let whole = 1000 * ExactSum.unit
      sum.add(product / whole, rest: product % whole / 1000)
      amounts[row] = sum.hundredths
      let rest = product / 1000 - sum.hundredths * ExactSum.unit
      rests[row] = rest == 0 ? nil : rest
    }
    values["amount"] = .integers(amounts)
    self.rests["amount"] = rests.isEmpty ? nil : rests
    diagnostics.append(
      .amountsByPrice(
        column.header, quantity: header(of: "qty"), at: table.placeOfHeader(column.index)))
  }
}

extension Diagnostic {
  static func amountsByPrice(_ price: String, quantity: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.amounts-by-price", severity: .note, at: place,
      Phrase(
        zh: "没有金额列，金额按“\(quantity)”×“\(price)”算",
        en: "no column of amounts: each amount is “\(quantity)” times “\(price)”"))
  }
}
