package import Phrases
package import SalesMethod

extension OutlookNote: Worded {
  /// What the outlook by the period's end leaves out, and what to do.
  ///
  ///     OutlookNote.wonDealsStandIn.text(in: .chinese)  // "没有订单记录：以赢单的商机作为已售"
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .wonDealsStandIn:
      Phrase(zh: "没有订单记录：以赢单的商机作为已售", en: "there are no orders: won deals count as what was sold")
    case .today(let amount):
      Phrase(
        zh: "今天成交 \(amount)：尚未计入", en: "sold today, not yet counted: \(amount)")
    case .tooFewEvents(let kind):
      Phrase(
        zh: "\(kind)不足 5 次有结果：不作预计，继续记录",
        en: "fewer than 5 \(kind) have come to an end: nothing is expected of them yet")
    case .dealsWithoutChance(let count):
      Phrase(
        zh: "\(count: count) 个商机没有创建日期：未计入预计，请补上",
        en: "\(count: count, "open deal has", "open deals have") no day of creation: not counted, "
          + "fill it in")
    case .dealsOverdue(let count):
      Phrase(
        zh: "\(count: count) 个商机已过预计成交日：更新日期或结案",
        en: "\(count: count, "open deal is", "open deals are") past the expected date: give a new "
          + "one or close them")
    case .wonWithoutOrder(let count):
      Phrase(
        zh: "\(count: count) 个赢单的商机在成交前后 30 天内没有订单：核对订单记录",
        en: "\(count: count, "won deal has", "won deals have") no order of the customer within 30 "
          + "days: check the orders")
    case .unusedRows(let reason, let count):
      Phrase(
        zh: "\(count: count) 行\(reason)：未采用，请核对",
        en: "\(count: count, "row was", "rows were") not used, \(reason): check them")
    case .chanceUnsaid(let chance): Phrase(chance)
    case .spreadAssumed:
      Phrase(
        zh: "没有可检验的月份：月与月的差异按 30% 假定",
        en: "no month could be tested: that months differ by 30 % is an assumption")
    }
  }
}
