import Diagnostics
import Phrases
import Tables

extension DecodedTable {
  /// Asks about columns of money that nobody knows, where what was read instead may be another sum: an
  /// amount beside a price, a discount, what was paid back.
  mutating func askAboutUnreadMoney(_ settings: DataSettings) {
    guard schema.name == .orders else { return }
    let free = freeColumns(settings).filter { column in
      keptRows.prefix(500).contains { row in
        table.withCell(row, column.index) { bytes, _ in
          ((try? readNumber(bytes))?.digits ?? 0) != 0
        }
      }
    }
    if let price = columns.first(where: \.isUnitPrice) {
      let sums = free.filter { namesSum($0.header) }
      if let first = sums.first {
        diagnostics.append(
          .amountBesidePrice(
            sums.map(\.header), price: price.header, quantity: header(of: "qty"),
            at: table.placeOfHeader(first.index)))
      } else if let discount = free.first(where: { namesDiscount($0.header) }) {
        diagnostics.append(
          .discountNotRead(
            discount.header, price: price.header, at: table.placeOfHeader(discount.index)))
      }
    }
    if let refund = free.first(where: { namesRefund($0.header) }) {
      diagnostics.append(.refundsNotRead(refund.header, at: table.placeOfHeader(refund.index)))
    }
  }
}

/// Whether a header may name the sum of a row: 折后金额, Extended Price.
private func namesSum(_ header: String) -> Bool {
  if isUnitPrice(header) || namesRefund(header) || namesDiscount(header) { return false }
  let key = HeaderKey(header).key
  let plain = simplified(key) ?? key
  let others = [
    "成本", "税额", "税率", "运费", "佣金", "提成", "利润", "毛利", "cost", "tax", "shipping", "profit", "市场价",
  ]
  guard !others.contains(where: plain.contains) else { return false }
  let words = [
    "金额", "总价", "总额", "价税", "小计", "合计", "收入", "收款", "货款", "应收", "应付", "实付", "成交价", "total",
    "amount",
    "revenue", "sales", "extended", "net", "sum", "value",
  ]
  return words.contains(where: plain.contains)
}

private func namesDiscount(_ header: String) -> Bool {
  let key = HeaderKey(header).key
  return ["折扣", "折讓", "折让", "优惠", "優惠", "discount"].contains(where: key.hasPrefix)
    && !key.hasSuffix("后金额") && !key.hasSuffix("后总价")
}

private func namesRefund(_ header: String) -> Bool {
  let key = HeaderKey(header).key
  let plain = simplified(key) ?? key
  return [
    "退款金额", "退款额", "退货金额", "已退款", "退款总额", "refund", "refundamount", "refundedamount",
    "amountrefunded",
  ]
  .contains(plain)
}

extension Diagnostic {
  static func amountBesidePrice(
    _ headers: [String], price: String, quantity: String, at place: Place
  ) -> Diagnostic {
    let shown = headers.map { "“\($0)”" }
    return Diagnostic(
      id: "data.amount-beside-price", severity: .warning, at: place,
      Phrase(
        zh: "金额按“\(quantity)”×“\(price)”算，没有用\(shown.joined(separator: "、"))",
        en: "each amount is “\(quantity)” times “\(price)”, and \(list: shown) "
          + "\(agreeing: headers.count, "is", "are") not read"),
      fix: Phrase(
        zh: "如果那才是成交的金额，在设置中写明：mapping: {orders: {\"\(headers[0])\": amount}}；如果不是，写 ~",
        en:
          "if that is what was sold for, say so in the settings: mapping: {orders: "
          + "{\"\(headers[0])\": amount}}; if not, write ~")
    ).offering(headers.map { Offer.column(.orders, $0, "amount") })
  }

  static func discountNotRead(_ header: String, price: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.discount-not-read", severity: .warning, at: place,
      Phrase(
        zh: "“\(header)”没有用上：金额是数量×“\(price)”，没有打折",
        en:
          "“\(header)” is not read: each amount is the quantity times “\(price)”, without a discount"
      ),
      fix: Phrase(
        zh: "在表里加一列折后的金额；如果“\(price)”已经是折后价，在设置中写明：mapping: {orders: {\"\(header)\": ~}}",
        en:
          "add a column of amounts with the discount taken off; if “\(price)” has it already, say so in "
          + "the settings: mapping: {orders: {\"\(header)\": ~}}"))
  }

  static func refundsNotRead(_ header: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.refunds-not-read", severity: .warning, at: place,
      Phrase(
        zh: "“\(header)”没有从销售额里减去",
        en: "“\(header)” is not taken off the sales"),
      fix: Phrase(
        zh: "退掉的另写一行，金额为负；如果金额已经减过，在设置中写明：mapping: {orders: {\"\(header)\": ~}}",
        en:
          "write what came back as a row of its own with a negative amount; if the amounts have it taken off "
          + "already, say so in the settings: mapping: {orders: {\"\(header)\": ~}}"))
  }
}
