import Phrases
import SalesMethod

/// Who may order by the period's end, and what was counted of those who waited before.
extension Explainer {
  private func evidence(of kind: Wait.Kind) -> WaitEvidence? {
    plan.outlook.evidence.first { $0.kind == kind }
  }

  /// What was seen of others who had waited as long: one input, nothing where nothing is known.
  func seen(_ kind: Wait.Kind, afterOrder number: Int, age: Int) -> [Explanation.Input] {
    guard let evidence = evidence(of: kind), let table = evidence.table(afterOrder: number),
      let group = table.group(ofAge: age)
    else { return [] }
    return [
      .init(
        evidence.isPooled
          ? Phrase(zh: "团队的记录", en: "rows of the team")
          : Phrase(zh: "本人的记录", en: "rows of one’s own"),
        group.sentence(of: evidence.kind)),
      .init(
        zh: "本人比这些记录快多少倍", en: "one’s own pace against those rows",
        .number(evidence.pace.won)),
    ]
  }

  /// A customer who ordered before.
  func customer(_ customer: CustomerOutlook, as name: String) -> [Explanation] {
    let key = "outlook.customers.\(name)"
    let rows = sources.orderRows(ofCustomer: customer.customer)
    let days = customer.since.days(to: plan.known)
    let inputs =
      [Explanation.Input(zh: "上次下单至今（天）", en: "days since the last order", .count(days))]
      + seen(.reorder, afterOrder: customer.orders, age: days)
    func one(_ part: String, _ title: Phrase, _ formula: Phrase, _ value: ExplainedValue)
      -> Explanation
    {
      Explanation("\(key).\(part)", title, formula, inputs, gives: value, from: rows)
    }
    return [
      Explanation(
        group: key,
        Phrase(
          zh: "\(customer.customer) 到 \(end) 再次下单", en: "Orders of \(customer.customer) by \(end)"),
        Self.walk, inputs, result: Phrase(same: Digits.chance(customer.chance)), from: rows),
      one(
        "since", Phrase(zh: "上次下单", en: "The last order"),
        Phrase(zh: "最近一张订单的日子", en: "the day of the latest order"), .day(customer.since)),
      one(
        "orders", Phrase(zh: "已下过几次单", en: "Orders so far"),
        Phrase(zh: "同一天的算一次，全部退掉的不算", en: "those of a day are one; wholly returned ones none"),
        .count(customer.orders)),
      one(
        "chance", Phrase(zh: "到 \(end) 再下单的机会", en: "The chance of an order by \(end)"), Self.walk,
        .share(customer.chance)),
      one(
        "expectedOrders", Phrase(zh: "到 \(end) 预计的订单", en: "Orders expected by \(end)"),
        Phrase(zh: "下一次之后还可能再下，至多六次", en: "after the next there may be more, six at most"),
        .number(customer.expectedOrders)),
      one(
        "expected", Phrase(zh: "到 \(end) 预计的金额", en: "Expected by \(end)"),
        Phrase(
          zh: "预计的订单 × 平均单额 × \(Digits.decimal(plan.outlook.scale, places: 6))，取整后各行之和等于合计",
          en:
            "orders expected × mean order × \(Digits.decimal(plan.outlook.scale, places: 6)), in whole "
            + "units that add up to the part"), .money(customer.expected)),
    ]
  }

  private static let walk = Phrase(
    zh: "从已等的天数起，一天一天走到期末：每天的机会 = 该段等待里的次数 ÷ 天数，再乘以本人快慢",
    en:
      "from the days waited on, day by day to the end: a day’s chance = events ÷ days of those who "
      + "waited as long, times one’s own pace")

  /// Somebody contacted who has not ordered.
  func contact(_ contact: CustomerOutlook, as name: String) -> [Explanation] {
    let key = "outlook.contacted.\(name)"
    let rows = sources.contactRows(ofCustomer: contact.customer)
    let days = contact.since.days(to: plan.known)
    let inputs =
      [Explanation.Input(zh: "首次接触至今（天）", en: "days since the first contact", .count(days))]
      + seen(.firstOrder, afterOrder: 0, age: days)
    return [
      Explanation(
        group: key,
        Phrase(
          zh: "\(contact.customer) 到 \(end) 首次下单",
          en: "A first order of \(contact.customer) by \(end)"),
        Self.walk, inputs, result: Phrase(same: Digits.chance(contact.chance)), from: rows),
      Explanation(
        "\(key).since", Phrase(zh: "首次接触", en: "The first contact"),
        Phrase(zh: "第一次活动的日子", en: "the day of the first activity"), inputs,
        gives: .day(contact.since), from: rows),
      Explanation(
        "\(key).chance",
        Phrase(zh: "到 \(end) 首次下单的机会", en: "The chance of a first order by \(end)"),
        Self.walk, inputs, gives: .share(contact.chance), from: rows),
      Explanation(
        "\(key).expected", Phrase(zh: "到 \(end) 预计的金额", en: "Expected by \(end)"),
        Phrase(
          zh: "机会 × 平均单额 × \(Digits.decimal(plan.outlook.scale, places: 6))，取整后各行之和等于合计",
          en:
            "chance × mean order × \(Digits.decimal(plan.outlook.scale, places: 6)), in whole units "
            + "that add up to the part"), inputs, gives: .money(contact.expected), from: rows),
    ]
  }

  /// The kinds of which too little is known.
  var unknownKinds: [Explanation] {
    [
      Explanation(
        "outlook.unknown",
        Phrase(zh: "记录太少而不预计的", en: "Too little on record to expect anything of"),
        Phrase(
          zh: "有结果的不足 \(LifeTable.leastEvents) 个，或记录不到 \(LifeTable.leastDays) 天",
          en:
            "fewer than \(LifeTable.leastEvents) have ended, or all within \(LifeTable.leastDays) days"
        ),
        gives: .list(plan.outlook.unknown.map { .word($0.rawValue, Phrase($0)) }))
    ]
  }

  /// What was counted of a kind.
  func evidence(_ evidence: WaitEvidence) -> [Explanation] {
    let key = "outlook.evidence.\(evidence.kind.rawValue)"
    let rows = evidence.isPooled ? SourceRows() : sources.rows(of: evidence.kind)
    let counted = Phrase(
      zh: "自 \(evidence.since) 起，每个等待的天数，和以什么结束",
      en: "from \(evidence.since) on, the days of every wait and how it ended")
    let whole = Explanation(
      group: key, Phrase(evidence.kind), counted,
      result: Phrase(
        zh: "\(evidence.tables.reduce(0) { $0 + $1.events }) 个有结果",
        en: "\(evidence.tables.reduce(0) { $0 + $1.events }) ended"), from: rows)
    let facts = [
      Explanation(
        "\(key).since", Phrase(zh: "从哪天数起", en: "Counted from"),
        Phrase(
          zh: "一年之前，或第一个有结果的日子，取较晚的", en: "a year before, or the first day one ended, the later"),
        gives: .day(evidence.since)),
      Explanation(
        "\(key).pooled", Phrase(zh: "是否与团队合并", en: "Whether the team is counted together"),
        Phrase(zh: "至少 3 人、20 条记录才合并", en: "with 3 persons and 20 records at least"),
        gives: .truth(evidence.isPooled)),
    ]
    let groups = zip(evidence.strata, evidence.tables).flatMap { stratum, table in
      table.groups.flatMap { group in
        self.group(
          group, of: evidence, at: "\(key).tables.\(stratum).groups.\(group.from)", counted, rows)
      }
    }
    return [whole] + facts + pace(evidence, key) + groups
  }

  private func pace(_ evidence: WaitEvidence, _ key: String) -> [Explanation] {
    let pace = evidence.pace
    let rule = Phrase(
      zh: "（本人的次数 + 20）÷（按团队快慢本应有的次数 + 20）",
      en: "(one’s own events + 20) ÷ (those the team’s pace would have brought + 20)")
    let inputs: [Explanation.Input] = [
      .init(zh: "本人的次数", en: "own events", .count(pace.events)),
      .init(zh: "本应有的次数", en: "expected at the team’s pace", .number(pace.expectedEvents)),
    ]
    func one(_ part: String, _ title: Phrase, _ value: ExplainedValue) -> Explanation {
      Explanation("\(key).pace.\(part)", title, rule, inputs, gives: value)
    }
    return [
      one(
        "won", Phrase(zh: "本人成的快慢（1 为团队）", en: "One’s own pace, 1 is the team’s"), .number(pace.won)
      ),
      one("lost", Phrase(zh: "本人输的快慢（1 为团队）", en: "One’s own pace of losses"), .number(pace.lost)),
      one("events", Phrase(zh: "本人的次数", en: "One’s own events"), .count(pace.events)),
      one(
        "expectedEvents", Phrase(zh: "按团队快慢本应有的次数", en: "Events at the team’s pace"),
        .number(pace.expectedEvents)),
    ]
  }

  private func group(
    _ group: LifeTable.Group, of evidence: WaitEvidence, at key: String, _ counted: Phrase,
    _ rows: SourceRows
  ) -> [Explanation] {
    let says = group.sentence(of: evidence.kind)
    func one(_ part: String, _ title: Phrase, _ count: Int) -> Explanation {
      Explanation("\(key).\(part)", title, says, gives: .count(count), from: rows)
    }
    return [
      Explanation(group: key, Phrase(evidence.kind), counted, result: says, from: rows),
      group.through.map { one("through", Phrase(zh: "等到第几天为止", en: "The last day waited"), $0) },
      one("waits", Phrase(zh: "等过这么久的", en: "Those that waited as long"), group.waits),
      one("days", Phrase(zh: "合计等了多少天", en: "Days waited together"), group.days),
      one("won", Phrase(zh: "其中成的", en: "Of them ended well"), group.won),
      one("lost", Phrase(zh: "其中输的", en: "Of them lost"), group.lost),
    ].compactMap { $0 }
  }
}
