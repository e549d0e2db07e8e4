package import Phrases
package import SalesMethod

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
        objective: Phrase(zh: "成交：报价、条件、签约日", en: "close: price, terms, the day of signing"),
        channel: Phrase(zh: "面访为主", en: "mostly visits"),
        leaves: Phrase(
          zh: "签单后成为存量客户；日期滑过降为 B", en: "signed: an existing customer; the date passed: B"))
    case .b:
      ClassPlan(
        objective: Phrase(zh: "补齐缺的字母，或把日期提前", en: "find the missing letter, or an earlier date"),
        channel: Phrase(zh: "面访加电话", en: "visits and calls"),
        leaves: Phrase(
          zh: "三项齐备且日期近升为 A；两次无进展则复评",
          en: "all letters and a near date: A; twice no progress: review"))
    case .c:
      ClassPlan(
        objective: Phrase(zh: "核实未知项，保持记忆", en: "find out what is unknown, stay in mind"),
        channel: Phrase(zh: "电话、微信、活动", en: "phone, messages, events"),
        leaves: Phrase(zh: "两项为是升为 B；三项为否降为 D", en: "two letters: B; none: D"))
    case .d:
      ClassPlan(
        objective: Phrase(
          zh: "不主动投入；每季度群发一次，转公海", en: "no effort; one mass mail a quarter, shared pool"),
        channel: Phrase(zh: "群发", en: "mass mail"),
        leaves: Phrase(zh: "任何一项转为是或未知升为 C", en: "any letter yes or unknown: C"))
    }
  }

  /// What a visit to a customer of the class is to bring about.
  ///
  ///     CustomerClass.a.visitPurpose.english  // "close: price, terms, date"
  package var visitPurpose: Phrase {
    switch self {
    case .a: Phrase(zh: "谈成交：报价、条件、签约日", en: "close: price, terms, date")
    case .b:
      Phrase(zh: "补齐缺的一项，或把日期提前", en: "settle the missing letter or bring the date forward")
    case .c: Phrase(zh: "核实未知项，保持联系", en: "find out what is unknown, keep in touch")
    case .d: Phrase(zh: "不主动拜访", en: "no visit")
    }
  }

  /// The visits to customers of the class, as a line of the workload is called.
  ///
  ///     CustomerClass.a.visits.english  // "visits to class A"
  package var visits: Phrase {
    Phrase(zh: "\(rawValue)类客户拜访", en: "visits to class \(rawValue)")
  }
}
