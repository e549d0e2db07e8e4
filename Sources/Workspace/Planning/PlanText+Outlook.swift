import Phrases
import SalesMethod
import Wording

/// What the period brings by its last day.
extension PlanText {
  /// The plan in one word, why, and what would help most.
  var verdict: [String] {
    guard let verdict = plan.verdict else { return [] }
    let (standing, reason) = (verdict.standing, verdict.reason)
    return [language.say(zh: "\(standing)：\(reason)", en: "\(standing): \(reason)")]
      + (plan.help.map { ["  " + $0.text(in: language)] } ?? [])
  }

  /// The parts that add up to what is expected, how far it may be off, and the chance.
  var outlook: [String] {
    let outlook = plan.outlook
    var columns = TextColumns([.left, .right])
    func add(
      zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>, _ amount: Money?
    ) {
      columns.add([
        "  " + language.say(zh: chinese, en: english), amount.map { Digits.money($0) } ?? "—",
      ])
    }
    add(zh: "本期已成交", en: "sold in the period", outlook.toldWon)
    add(zh: "+ 在途商机", en: "+ open deals", outlook.toldDeals)
    add(zh: "+ 老客户", en: "+ existing customers", outlook.toldExisting)
    add(zh: "+ 接触中的客户", en: "+ contacts in progress", outlook.toldInProgress)
    if outlook.contactsAsked == 0 {
      add(zh: "+ 新的首次接触（不需要）", en: "+ new contacts (none needed)", outlook.newContacts)
    } else {
      add(
        zh: "+ 新的首次接触（排得下 \(outlook.contactsThatFit) 个）",
        en: "+ new contacts (\(outlook.contactsThatFit) fit)", outlook.toldNewContacts)
    }
    if outlook.other != .zero {
      add(zh: "+ 平常月份的其他业务", en: "+ a usual month's other business", outlook.other)
    }
    add(zh: "= 预计", en: "= expected", outlook.toldExpected)
    if let target = outlook.target { add(zh: "目标", en: "target", target) }
    if let gap = outlook.gap {
      add(zh: "新客户要补的缺口", en: "gap for new customers", gap)
    }
    if outlook.surplus > .zero { add(zh: "多出", en: "more than needed by", outlook.surplus) }
    let end = "\(outlook.end)"
    return [language.say(zh: "到 \(end)（\(plan.currency)）", en: "By \(end) (\(plan.currency))")]
      + columns.lines
      + intervals + chance
  }

  /// The intervals; none where nothing is known that could come.
  private var intervals: [String] {
    let outlook = plan.outlook
    return [(80, outlook.interval80), (50, outlook.interval50)].compactMap { share, ends in
      ends.flatMap { ends in
        guard ends.low < ends.high else {
          guard outlook.toldExpected.map({ $0 > outlook.won }) ?? false else { return nil }
          let amount = Digits.money(ends.low)
          return language.say(
            zh: "到 \(outlook.end) 有 \(share)% 的可能就是 \(amount)",
            en: "by \(outlook.end) it is just \(amount) with a chance of \(share)%")
        }
        let range = "\(Digits.money(ends.low))–\(Digits.money(ends.high))"
        return language.say(
          zh: "到 \(outlook.end) 有 \(share)% 的可能落在 \(range)",
          en: "by \(outlook.end) it falls into \(range) with a chance of \(share)%")
      }
    }
  }

  /// The chance with its record; the notes say why where there is none.
  private var chance: [String] {
    let outlook = plan.outlook
    guard let said = outlook.saidChance else { return [] }
    let share = Digits.chance(said)
    let line = language.say(
      zh: "到 \(outlook.end) 达成目标的把握 \(share)",
      en: "chance to reach the target by \(outlook.end): \(share)")
    return [line + (outlook.chanceRemark.map { language.remark($0.text(in: language)) } ?? "")]
  }

  /// Every open deal with its next step, and what managers ask of them together.
  var deals: [String] {
    let outlook = plan.outlook
    guard !outlook.openDeals.isEmpty else { return [] }
    let next = plan.nextSteps
    let names = Dictionary(
      plan.customers.map { ($0.customer.id, $0.customer.name) },
      uniquingKeysWith: { first, _ in first })
    var columns = TextColumns([.left, .left, .right, .left, .right, .left, .right, .right, .left])
    columns.add([
      "", language.say(zh: "客户", en: "customer"), language.say(zh: "金额", en: "amount"),
      language.say(zh: "阶段", en: "stage"),
      language.say(zh: "天数", en: "days"), language.say(zh: "预计成交日", en: "expected on"),
      language.say(zh: "到 \(outlook.end)", en: "by \(outlook.end)"),
      language.say(zh: "预计", en: "expected"), language.say(zh: "下一步", en: "next"),
    ])
    for (key, open) in zip(plan.dealKeys, outlook.openDeals) {
      let deal = open.deal
      let late = open.isOverdue ? language.say(zh: "（已过期）", en: " (overdue)") : ""
      columns.add([
        "  " + key, names[deal.customer] ?? deal.customer, Digits.money(deal.amount),
        deal.stage.map { StageName($0).text(in: language) } ?? "—",
        open.age.map(String.init) ?? "—",
        deal.expectedClose.map { "\($0)" + late } ?? "—",
        open.chance.map(Digits.chance) ?? "—", open.toldExpected.map { Digits.money($0) } ?? "—",
        next[deal.customer].map { open.step($0).text(in: language) } ?? "",
      ])
    }
    return [language.say(zh: "在途商机", en: "Open deals")] + columns.lines + together
  }

  private var together: [String] {
    let outlook = plan.outlook
    let (commit, best) = (Digits.money(outlook.commit), Digits.money(outlook.bestCase))
    let coverage = outlook.coverage.map { Digits.decimal($0, places: 2) }
    let lines = [
      coverage.map {
        language.say(
          zh: "在途金额是还差的 \($0) 倍", en: "open deals cover what is still to go \($0) times")
      },
      language.say(
        zh: "到 \(outlook.end)：已成交加多半能赢的商机 \(commit)；到期的商机全赢时预计 \(best)",
        en:
          "by \(outlook.end): sold, and deals more likely won than not, \(commit); expected with every due deal "
          + "won, \(best)"),
    ]
    return lines.compactMap { $0 }
  }

  /// How much of the work is expected by the period's end.
  var workByEnd: String {
    let outlook = plan.outlook
    guard outlook.contactsAsked != 0 else {
      return language.say(
        zh: "没有缺口要新客户来补：不需要新的首次接触",
        en: "no gap is left for new customers: no first contacts are needed")
    }
    let fit = outlook.contactsThatFit
    guard let amount = outlook.toldNewContacts.map({ Digits.money($0) }) else {
      return language.say(
        zh: "其中排得下的 \(fit) 个首次接触，到 \(outlook.end) 能带来多少还说不出",
        en:
          "what the \(count: fit, "first contact", "first contacts") that fit will bring by \(outlook.end) "
          + "cannot be told yet")
    }
    return language.say(
      zh: "其中排得下的 \(fit) 个首次接触，到 \(outlook.end) 预计带来 \(amount)",
      en:
        "of this, the \(count: fit, "first contact that fits is", "first contacts that fit are") expected to "
        + "bring \(amount) by \(outlook.end)")
  }
}
