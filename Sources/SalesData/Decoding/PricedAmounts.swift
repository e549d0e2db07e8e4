import Diagnostics
import Phrases
import Tables

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
        skip(row, .missingValue(header(of: "qty"), at: place(row, "qty")))
        continue
      }
      let (price, tooLarge) = amounts[row].multipliedReportingOverflow(by: ExactSum.unit)
      let (product, overflow) = (price + (rests[row] ?? 0)).multipliedReportingOverflow(
        by: quantity)
      guard !tooLarge, !overflow else {
        amounts[row] = ColumnValues.none
        continue
      }
      var sum = ExactSum()
      let whole = 1000 * ExactSum.unit
      sum.add(product / whole, rest: product % whole / 1000)
      let parts = sum.parts
      amounts[row] = parts.hundredths
      rests[row] = parts.rest == 0 ? nil : parts.rest
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
