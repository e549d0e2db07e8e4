package import Phrases
package import SalesMethod

extension Wait.Kind: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .deal: Phrase(zh: "在途商机", en: "open deals")
    case .reorder: Phrase(zh: "老客户再次下单", en: "next orders of customers")
    case .firstOrder: Phrase(zh: "接触过的客户首次下单", en: "first orders of those contacted")
    }
  }
}

extension UnusedWait.Reason: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .closedBeforeCreated:
      Phrase(zh: "商机的关闭日早于创建日", en: "the deal closed before it was created")
    case .noCreatedDay: Phrase(zh: "商机没有创建日", en: "the deal has no day it was created")
    case .noClosedDay:
      Phrase(zh: "赢单或输单没有关闭日", en: "the deal was won or lost without a closing day")
    case .contactAfterOrder:
      Phrase(zh: "首次接触晚于首单", en: "the first contact comes after the first order")
    }
  }
}

extension LifeTable.Group {
  /// What the counts of one group of ages say, as a salesperson would.
  ///
  ///     // deals, ages 31 to 60
  ///     group.sentence(of: .deal).english
  ///     // "of 41 deals that had waited 31–60 days, together 904 days, 5 were won and 3 lost"
  package func sentence(of kind: Wait.Kind) -> Phrase {
    let ages = through.map { "\(from)–\($0)" }
    let waited =
      ages.map { Phrase(zh: "等了 \($0) 天", en: "had waited \($0) days") }
      ?? (from == 0
        ? Phrase(zh: "不论等了多久", en: "had waited, however long")
        : Phrase(zh: "等了 \(from) 天以上", en: "had waited \(count: from, "day", "days") or more"))
    let together = Phrase(
      zh: "合计 \(count: days) 天", en: "together \(count: days, "day", "days")")
    guard kind == .deal else {
      return Phrase(
        zh: "\(count: waits) 位\(waited)的客户（\(together)）中，\(count: won) 位下了单",
        en: "of \(count: waits, "customer", "customers") who \(waited), \(together), "
          + "\(count: won) ordered")
    }
    return Phrase(
      zh: "\(count: waits) 个\(waited)的商机（\(together)）中，赢 \(count: won) 个、"
        + "输 \(count: lost) 个",
      en: "of \(count: waits, "deal", "deals") that \(waited), \(together), "
        + "\(count: won) \(agreeing: won, "was", "were") won and "
        + "\(count: lost) lost")
  }
}
