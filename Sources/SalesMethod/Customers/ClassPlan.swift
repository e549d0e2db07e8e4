/// What is done with the customers of a class, and when they leave it.
package struct ClassPlan: Hashable, Sendable {
  package let objective: Phrase
  package let channel: Phrase
  package let leaves: Phrase
}

extension CustomerClass {
  /// The plan of the class.
  package var plan: ClassPlan {
    switch self {
    case .a:
      ClassPlan(
        objective: Phrase("成交：报价、条件、签约日", "close: price, terms, the day of signing"),
        channel: Phrase("面访为主", "mostly visits"),
        leaves: Phrase(
          "签单后成为存量客户；日期滑过降为 B", "signed: an existing customer; the date passed: B"))
    case .b:
      ClassPlan(
        objective: Phrase("补齐缺的字母，或把日期提前", "find the missing letter, or an earlier date"),
        channel: Phrase("面访加电话", "visits and calls"),
        leaves: Phrase(
          "三项齐备且日期近升为 A；两次无进展则复评", "all letters and a near date: A; twice no progress: review"))
    case .c:
      ClassPlan(
        objective: Phrase("核实未知项，保持记忆", "find out what is unknown, stay in mind"),
        channel: Phrase("电话、微信、活动", "phone, messages, events"),
        leaves: Phrase("两项为是升为 B；三项为否降为 D", "two letters: B; none: D"))
    case .d:
      ClassPlan(
        objective: Phrase("不主动投入；每季度群发一次，转公海", "no effort; one mass mail a quarter, shared pool"),
        channel: Phrase("群发", "mass mail"),
        leaves: Phrase("任何一项转为是或未知升为 C", "any letter yes or unknown: C"))
    }
  }
}
