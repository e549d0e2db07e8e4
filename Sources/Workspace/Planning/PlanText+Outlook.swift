import Phrases
import SalesMethod
import Wording

/// What the period brings by its last day.
extension PlanText {
  /// The plan in one word, why, and what would help most.
  var verdict: [String] {
    guard let verdict = plan.verdict else { return [] }
    let reason =
      "\(verdict.standing.text(in: language))"
      + say("：", ": ") + verdict.reason.text(in: language)
    return [reason] + (plan.help.map { ["  " + $0.text(in: language)] } ?? [])
  }

  /// The parts that add up to what is expected, how far it may be off, and the chance.
  var outlook: [String] {
    let outlook = plan.outlook
    var columns = TextColumns([.left, .right])
    func add(_ chinese: String, _ english: String, _ amount: Money) {
      columns.add(["  " + say(chinese, english), Digits.money(amount)])
    }
    add("本期已成交", "sold in the period", outlook.won)
    add("+ 在途商机", "+ open deals", outlook.deals)
    add("+ 老客户", "+ existing customers", outlook.existing)
    add("+ 接触中的客户", "+ contacts in progress", outlook.inProgress)
    add(
      "+ 新的首次接触（排得下 \(outlook.contactsThatFit) 个）",
      "+ new contacts (\(outlook.contactsThatFit) fit)", outlook.newContacts)
    if outlook.other != .zero {
      add("+ 平常月份的其他业务", "+ a usual month's other business", outlook.other)
    }
    add("= 预计", "= expected", outlook.expected)
    if let target = outlook.target { add("目标", "target", target) }
    if let gap = outlook.gap {
      add("新客户要补的缺口", "gap for new customers", gap)
    }
    if outlook.surplus > .zero { add("多出", "more than needed by", outlook.surplus) }
    let end = "\(outlook.end)"
    return [say("到 \(end)（\(plan.currency)）", "By \(end) (\(plan.currency))")] + columns.lines
      + intervals + chance
  }

  /// The intervals; none where nothing is known that could come.
  private var intervals: [String] {
    let outlook = plan.outlook
    return [(80, outlook.interval80), (50, outlook.interval50)].compactMap { share, ends in
      ends.flatMap { ends in
        guard ends.low < ends.high else { return nil }
        let range = "\(Digits.money(ends.low))–\(Digits.money(ends.high))"
        return say(
          "到 \(outlook.end) 有 \(share)% 的可能落在 \(range)",
          "by \(outlook.end) it falls into \(range) with a chance of \(share)%")
      }
    }
  }

  /// The chance with its record; the notes say why where there is none.
  private var chance: [String] {
    let outlook = plan.outlook
    guard let said = outlook.saidChance else { return [] }
    let share = Digits.percent(said)
    let line = say(
      "到 \(outlook.end) 达成目标的把握 \(share)",
      "chance to reach the target by \(outlook.end): \(share)")
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
      "", say("客户", "customer"), say("金额", "amount"), say("阶段", "stage"),
      say("天数", "days"), say("预计成交日", "expected on"),
      say("到 \(outlook.end)", "by \(outlook.end)"), say("预计", "expected"), say("下一步", "next"),
    ])
    for (key, open) in zip(plan.dealKeys, outlook.openDeals) {
      let deal = open.deal
      let late = open.isOverdue ? say("（已过期）", " (overdue)") : ""
      columns.add([
        "  " + key, names[deal.customer] ?? deal.customer, Digits.money(deal.amount),
        deal.stage.map { StageName($0).text(in: language) } ?? "—",
        open.age.map(String.init) ?? "—",
        deal.expectedClose.map { "\($0)" + late } ?? "—",
        open.chance.map(Digits.percent) ?? "—", Digits.money(open.expected),
        next[deal.customer]?.text(in: language) ?? "",
      ])
    }
    return [say("在途商机", "Open deals")] + columns.lines + together
  }

  private var together: [String] {
    let outlook = plan.outlook
    let (commit, best) = (Digits.money(outlook.commit), Digits.money(outlook.bestCase))
    let coverage = outlook.coverage.map { Digits.decimal($0, places: 2) }
    let lines = [
      coverage.map {
        say(
          "在途金额是还差的 \($0) 倍", "open deals cover what is still to go \($0) times")
      },
      say(
        "到 \(outlook.end)：有把握的 \(commit)，最好的情况 \(best)",
        "by \(outlook.end): commit \(commit), best case \(best)"),
    ]
    return lines.compactMap { $0 }
  }

  /// How much of the work is expected by the period's end.
  var workByEnd: String {
    let outlook = plan.outlook
    let amount = Digits.money(outlook.newContacts)
    return say(
      "其中排得下的 \(outlook.contactsThatFit) 个首次接触，到 \(outlook.end) 预计带来 \(amount)",
      "of this, the \(outlook.contactsThatFit) first contacts that fit are expected to bring \(amount) "
        + "by \(outlook.end)")
  }
}
