package import Phrases
package import SalesMethod

extension PeriodOutlook.Chance: Worded {
  /// The chance, or why none is said.
  ///
  ///     PeriodOutlook.Chance.said(0.43).text(in: .english)  // "43%"
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .said(let chance): Phrase(same: Digits.percent(chance))
    case .tooFewMonths(let months):
      Phrase(
        zh: "可检验的月份只有 \(months) 个（不足 3 个）：不说把握，先积累记录",
        en:
          "only \(count: months, "month", "months") to test by (fewer than 3): no chance is said yet"
      )
    case .worseThanShare:
      Phrase(
        zh: "以往月份里算出的把握不如常说同一个数：不说把握",
        en: "in past months chances were worse than always saying the same: none is said")
    }
  }
}

extension Wait.Kind: Worded {
  /// What is waited for, as it is counted.
  ///
  ///     Wait.Kind.reorder.text(in: .english)  // "waits for the next order"
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.deal, .chinese): "商机"
    case (.deal, .english): "deals"
    case (.reorder, .chinese): "老客户续购"
    case (.reorder, .english): "waits for the next order"
    case (.firstOrder, .chinese): "新客户首单"
    case (.firstOrder, .english): "waits for a first order"
    }
  }
}

extension UnusedWait.Reason: Worded {
  /// What is wrong with the row.
  ///
  ///     UnusedWait.Reason.closedBeforeCreated.text(in: .english)  // "closed before created"
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.closedBeforeCreated, .chinese): "商机的结束早于创建"
    case (.closedBeforeCreated, .english): "closed before created"
    case (.noCreatedDay, .chinese): "商机没有创建日期"
    case (.noCreatedDay, .english): "no day of creation"
    case (.noClosedDay, .chinese): "已结束的商机没有结束日期"
    case (.noClosedDay, .english): "won or lost without a day"
    case (.contactAfterOrder, .chinese): "首次接触晚于首单"
    case (.contactAfterOrder, .english): "first contact after the first order"
    }
  }
}

extension ChanceRecord {
  /// What stands beside a chance: of the months in which a chance like it was said, how many reached
  /// their target; nil where there was none.
  ///
  ///     record.sentence(beside: 0.7)?.english
  ///     // "said 60–80 % in 9 months; reached in 6"
  package func sentence(beside chance: Double) -> Phrase? {
    let fifth = min(4, max(0, Int(chance * 5)))
    let alike = entries.filter { min(4, max(0, Int($0.chance * 5))) == fifth }
    guard !alike.isEmpty else { return nil }
    let (low, high) = (fifth * 20, fifth * 20 + 20)
    let reached = alike.count { $0.isReached }
    return Phrase(
      zh: "以往说 \(low)–\(high)% 的有 \(count: alike.count) 个月，其中 \(count: reached) 个月达成",
      en:
        "said \(low)–\(high) % in \(count: alike.count, "month", "months"); reached in \(count: reached)"
    )
  }
}

extension LifeTable.Group {
  /// The counts behind a chance, in words.
  ///
  ///     group.sentence(of: .reorder).english
  ///     // "of 41 customers who had waited 31–60 days, together 904 days, 5 ordered"
  package func sentence(of kind: Wait.Kind) -> Phrase {
    let ages = through.map { "\(from)–\($0)" } ?? "\(from)+"
    switch kind {
    case .deal:
      return Phrase(
        zh:
          "开了 \(ages) 天的 \(count: waits) 个商机，合计 \(count: days) 天，赢 \(count: won) 个，输 \(count: lost) 个",
        en:
          "of \(count: waits, "deal", "deals") open for \(ages) days, together \(count: days) days, "
          + "\(count: won) won and \(count: lost) lost")
    case .reorder, .firstOrder:
      return Phrase(
        zh: "等了 \(ages) 天的 \(count: waits) 位客户，合计 \(count: days) 天，\(count: won) 位下单",
        en:
          "of \(count: waits, "customer", "customers") who had waited \(ages) days, together "
          + "\(count: days) days, \(count: won) ordered")
    }
  }
}
