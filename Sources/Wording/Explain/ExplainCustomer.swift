import Phrases
import SalesMethod

extension Explainer {
  /// The customers: the class of each and all that led to it.
  var customers: [Explanation] {
    plan.customers.flatMap { customer($0, as: $0.customer.id) }
  }

  /// Why a customer has its class, and what would change it.
  func whyClass(_ planned: PlannedCustomer) -> Explanation {
    whyClass(planned, as: planned.customer.id)
  }

  private func whyClass(_ planned: PlannedCustomer, as id: String) -> Explanation {
    let classification = planned.classification
    return Explanation(
      group: "customers.\(id)", title(planned), rule,
      letterInputs(classification) + dateInputs(classification) + [valueInput(planned)],
      result: Phrase(classification.reason),
      changes: changes(classification) + [Phrase(planned.nextStep)],
      from: sources.rows(of: planned.customer))
  }

  private func title(_ planned: PlannedCustomer) -> Phrase {
    let name = planned.customer.name
    let letter = planned.classification.customerClass.rawValue
    return Phrase(zh: "客户“\(name)”为什么是 \(letter)", en: "Why “\(name)” is \(letter)")
  }

  /// The keys of one customer, named as it is to be looked up.
  func customer(_ planned: PlannedCustomer, as id: String) -> [Explanation] {
    let whole = whyClass(planned, as: id)
    let classification = planned.classification
    let sources = SourceRows(whole.rows)
    func one(
      _ key: String, _ formula: Phrase, _ inputs: [Explanation.Input], _ value: ExplainedValue
    ) -> Explanation {
      Explanation(
        "customers.\(id).\(key)", title(planned), formula, inputs, gives: value, from: sources)
    }
    let letters = letterInputs(classification)
    let dates = dateInputs(classification)
    let customer = planned.customer
    var list = [
      whole,
      Explanation(
        "customers.\(id).class", title(planned), rule, whole.inputs,
        gives: .word(classification.customerClass.rawValue), changes: whole.changes, from: sources),
      one("base", baseRule, letters, .word(classification.base.rawValue)),
      one(
        "potential",
        Phrase(
          zh: "把未知的字母都当作“是”，不看日期", en: "every unknown letter taken as a yes, whatever the date"),
        letters, .word(classification.potential.rawValue)),
    ]
    list += classification.readings.all.map { reading in
      one(
        "state.\(reading.letter.rawValue)", stateRule(reading.letter), [letterInput(reading)],
        .word(reading.state.rawValue, Self.text(of: reading.state)))
    }
    list.append(
      one(
        "missing", Phrase(zh: "还不知道的字母：先去问", en: "letters nobody knows yet: ask first"), letters,
        .list(classification.missing.map { .word($0.rawValue) })))
    if let date = customer.closeDate {
      list.append(
        one(
          "closeDate", Phrase(zh: "客户表中所填的预计成交日", en: "the expected close as entered"), dates,
          .day(date)))
    }
    list += [
      one("reason", rule, letters + dates, .sentence(classification.reason)),
      one(
        "next",
        Phrase(zh: "按类别、未知的字母与日期给出", en: "from the class, the unknown letters and the date"),
        letters,
        .sentence(planned.nextStep)),
      one(
        "expectedValue",
        Phrase(zh: "类别的权重 × 价值，只用来排先后", en: "weight of the class × value, for the order only"),
        valueInputs(planned),
        .money(planned.expectedValue.amount)),
      one(
        "value", worth(planned.expectedValue), valueInputs(planned),
        .money(planned.expectedValue.value)),
      one(
        "valueSource",
        Phrase(
          zh: "先用所填的价值；否则本客户、同类客户、团队的平均单额 × 续购量",
          en:
            "the value entered; else the mean order of the customer, its segment, the team × repeats"
        ),
        valueInputs(planned),
        .word(planned.expectedValue.valueSource.rawValue, worth(planned.expectedValue))),
    ]
    return list + tier(planned, as: id)
  }
}

/// The parts of a customer's explanation.
extension Explainer {
  private var baseRule: Phrase {
    switch planner.settings.man.scheme {
    case .letters:
      Phrase(
        zh: "由 M、A、N 各为“是”与否查八行表；未知按不具备计，但不会因未知低于 "
          + "\(planner.settings.man.leastUnknown.rawValue)",
        en:
          "by the table of eight rows, M, A and N each a yes or not; an unknown counts as lacking but "
          + "never makes less than \(planner.settings.man.leastUnknown.rawValue)")
    case .sum(let bands):
      Phrase(
        zh: "三项得分在量表上的高度取平均：≥ \(Self.share(bands.a)) 为 A，≥ \(Self.share(bands.b)) 为 B，"
          + "≥ \(Self.share(bands.c)) 为 C；未知按最低计",
        en:
          "the mean height of the three scores on their scale: A from \(Self.share(bands.a)), B from "
          + "\(Self.share(bands.b)), C from \(Self.share(bands.c)); an unknown counts as the lowest"
      )
    case .rule(let table):
      Phrase(zh: "公司自己的规则 \(table.text)", en: "the company’s own rule \(table.text)")
    }
  }

  private static func share(_ thousandths: Int) -> String {
    Digits.percent(Double(thousandths) / 1000)
  }

  private var rule: Phrase {
    let man = planner.settings.man
    let near =
      switch man.near {
      case .days(let days): Phrase(zh: "\(days) 天内", en: "within \(count: days, "day", "days")")
      case .periodEnd: Phrase(zh: "本期内", en: "within the period")
      }
    return Phrase(
      zh: "类别取“基础类”与“日期允许的最好类”中较差的一个。基础类：\(baseRule)。"
        + "日期：\(near)可为 A，\(man.mid) 天内或无日期至多 B，更远为 C",
      en: "the worse of the base class and the best class the date allows. Base class: "
        + "\(baseRule). Dates \(near) allow A, within \(count: man.mid, "day", "days") or none B, "
        + "later ones C")
  }

  private func stateRule(_ letter: Letter) -> Phrase {
    let entered = Phrase(
      zh: "先看客户表所填：是/否、高低，或得分 ≥ \(planner.settings.man.scale.lowestYes)",
      en: "first what was entered: yes or no, high or low, or a score from "
        + "\(planner.settings.man.scale.lowestYes)")
    switch letter {
    case .money:
      guard let days = planner.settings.man.overdueDays else { return entered }
      return Phrase(
        zh: "\(entered)；应收逾期超过 \(days) 天则为否",
        en:
          "\(entered); a receivable overdue for more than \(count: days, "day", "days") makes it a no"
      )
    case .authority:
      return Phrase(
        zh: "\(entered)；没有所填则看联系人：能接触到决策人为是",
        en: "\(entered); else the contacts: a decision maker who can be reached is a yes")
    case .need: return entered
    }
  }

  private static func text(of state: LetterState) -> Phrase {
    switch state {
    case .yes: Phrase(zh: "是", en: "yes")
    case .no: Phrase(zh: "否", en: "no")
    case .unknown: Phrase(zh: "未知", en: "unknown")
    }
  }

  private func letterInputs(_ classification: Classification) -> [Explanation.Input] {
    classification.readings.all.map(letterInput)
  }

  private func letterInput(_ reading: LetterReading) -> Explanation.Input {
    let (state, source) = (Self.text(of: reading.state), source(reading))
    let letter = reading.letter
    return .init(
      Phrase(zh: "\(letter.rawValue) \(letter)", en: "\(letter.rawValue) \(letter)"),
      Phrase(zh: "\(state)\(source)", en: "\(state)\(source)"))
  }

  private func source(_ reading: LetterReading) -> Phrase {
    switch reading.source {
    case .entered(.score(let score)):
      let text = Digits.decimal(Double(score) / 1000, places: 3)
      let least = planner.settings.man.scale.lowestYes
      return Phrase(zh: "（得分 \(text)，达标为 \(least)）", en: " (score \(text), a yes from \(least))")
    case .entered: return Phrase(zh: "（录入）", en: " (entered)")
    case .contacts: return Phrase(zh: "（据联系人）", en: " (from the contacts)")
    case .presumed: return Phrase(zh: "（推定）", en: " (presumed)")
    case .overdue(let days):
      return Phrase(
        zh: "（应收逾期 \(days) 天）", en: " (a receivable \(count: days, "day", "days") overdue)")
    case .none: return Phrase(zh: "", en: "")
    }
  }

  private func dateInputs(_ classification: Classification) -> [Explanation.Input] {
    let date =
      switch classification.close {
      case .undated: Phrase(zh: "无", en: "none")
      case .overdue(let day, let days):
        Phrase(zh: "\(day)，已过 \(days) 天", en: "\(day), \(count: days, "day", "days") ago")
      case .near(let day, let days), .mid(let day, let days), .far(let day, let days):
        Phrase(zh: "\(day)，还有 \(days) 天", en: "\(day), in \(count: days, "day", "days")")
      }
    return [
      .init(Phrase(zh: "预计成交日", en: "expected close"), date),
      .init(zh: "基础类", en: "base class", classification.base.rawValue),
      .init(zh: "日期允许的最好类", en: "best class the date allows", classification.close.cap.rawValue),
      .init(zh: "未知全为是时", en: "if every unknown were a yes", classification.potential.rawValue),
    ]
  }

  private func valueInput(_ planned: PlannedCustomer) -> Explanation.Input {
    let value = planned.expectedValue
    return .init(
      zh: "排先后 = 类别的权重 × 价值", en: "order = weight of the class × value",
      "\(Digits.percent(value.chance.double)) × \(Digits.money(value.value)) = "
        + Digits.money(value.amount))
  }

  private func valueInputs(_ planned: PlannedCustomer) -> [Explanation.Input] {
    let value = planned.expectedValue
    let chance =
      switch value.chanceSource {
      case .calibrated:
        Phrase(
          zh: "实测 " + (value.measured.map { "\($0.successes)/\($0.trials)" } ?? ""),
          en: "measured " + (value.measured.map { "\($0.successes)/\($0.trials)" } ?? ""))
      case .settings: Phrase(zh: "设置中该类的权重", en: "the settings’ weight of the class")
      }
    let worth = worth(value)
    return [
      .init(
        Phrase(zh: "概率（\(chance)）", en: "chance (\(chance))"),
        ExplainedValue.share(value.chance).text),
      .init(
        Phrase(zh: "价值（\(worth)）", en: "value (\(worth))"),
        ExplainedValue.money(value.value).text),
    ]
  }

  private func worth(_ value: ExpectedValue) -> Phrase {
    switch value.valueSource {
    case .hint: Phrase(zh: "客户表所填的价值", en: "the value entered for the customer")
    case .ownOrders: Phrase(zh: "本客户平均单额 × 续购量", en: "its own mean order × orders per buyer")
    case .segment: Phrase(zh: "同类客户平均单额 × 续购量", en: "its segment’s mean order × orders per buyer")
    case .team: Phrase(zh: "单量 × 续购量", en: "order size × orders per buyer")
    case .none: Phrase(zh: "没有可用的记录", en: "no record to go by")
    }
  }

  private func tier(_ planned: PlannedCustomer, as id: String) -> [Explanation] {
    guard let tier = planned.valueTier, let pareto = plan.pareto else { return [] }
    let revenue = pareto.entries[tier.rank - 1].revenue
    let inputs: [Explanation.Input] = [
      .init(zh: "净额", en: "net revenue", .money(revenue)),
      .init(zh: "基数", en: "base", .money(pareto.base)),
      .init(zh: "有交易的客户", en: "customers with a transaction", .count(pareto.entries.count)),
    ]
    let rows = SourceRows(
      sources.ordersLookedAt.filter { $0.customer == planned.customer.id }.map(\.row))
    let title = Phrase(
      zh: "客户“\(planned.customer.name)”的价值位次",
      en: "Where “\(planned.customer.name)” stands by revenue")
    func one(_ key: String, _ formula: Phrase, _ value: ExplainedValue) -> Explanation {
      Explanation(
        "customers.\(id).valueTier.\(key)", title, formula, inputs, gives: value, from: rows)
    }
    return [
      one(
        "rank", Phrase(zh: "按净额从大到小的位次", en: "the place by net revenue, largest first"),
        .count(tier.rank)),
      one(
        "share", Phrase(zh: "净额 ÷ 基数；净额为负计 0", en: "net revenue ÷ base; nothing where negative"),
        .share(tier.share)),
    ]
      + (pareto.hasStatement
        ? [
          one(
            "inTop20", Phrase(zh: "位次 ≤ ⌈客户数 × 20%⌉", en: "place ≤ ⌈customers × 20 %⌉"),
            .truth(tier.isInTop20)),
          one(
            "tied",
            Phrase(
              zh: "净额与分界两侧的客户相同：谁在前 20% 不影响占比", en: "the same revenue on both sides of the edge"),
            .truth(tier.isTied)),
        ] : [])
  }

  /// The class after each single change that would better it.
  private func changes(_ classification: Classification) -> [Phrase] {
    guard classification.flags.isEmpty else { return [] }
    var changes: [Phrase] = []
    for reading in classification.readings.all where reading.state != .yes {
      var readings = classification.readings
      let better = LetterReading(reading.letter, .yes, from: .entered(.yes))
      switch reading.letter {
      case .money: readings.money = better
      case .authority: readings.authority = better
      case .need: readings.need = better
      }
      let other = Classification(readings, close: classification.close, rule: classification.rule)
      let letter = reading.letter.rawValue
      changes.append(
        Phrase(
          zh: "若 \(letter) 为是：\(other.customerClass.rawValue)",
          en: "if \(letter) were a yes: \(other.customerClass.rawValue)"))
    }
    let dated = Classification(
      classification.readings, close: .near(plan.asOf, days: 0), rule: classification.rule)
    if dated.customerClass < classification.customerClass {
      changes.append(
        Phrase(
          zh: "若约定近期成交日：\(dated.customerClass.rawValue)",
          en: "if a near close date were agreed: \(dated.customerClass.rawValue)"))
    }
    return changes
  }
}
