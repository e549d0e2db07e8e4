import Phrases
import SalesMethod

/// The verdict, every open deal by the period's end, and what managers ask of them together.
extension Explainer {
  /// The plan in one word.
  var verdict: [Explanation] {
    guard let verdict = plan.verdict else { return [] }
    let rule = Phrase(
      zh: "第一个符合的：超负荷（工作多于时间）、无法判断（没有可信的把握）、来不及（把握不到 10%）、"
        + "有风险（不到 50%，或时间太满）、可行",
      en:
        "the first that fits: over capacity (more work than hours), cannot say (no chance that past "
        + "months bear), too late (a chance below 10 %), at risk (below 50 %, or the hours nearly full), "
        + "on track")
    let changes = [plan.help].compactMap { $0 }
    let parts = [
      Explanation(
        "verdict.standing", Phrase(zh: "计划的结论", en: "What the plan comes to"), rule,
        gives: .word(verdict.standing.rawValue, Phrase(verdict.standing)), changes: changes),
      Explanation(
        "verdict.reason", Phrase(zh: "结论的理由", en: "The reason"), rule,
        gives: .sentence(verdict.reason)),
    ]
    let help = plan.help.map { help in
      Explanation(
        "verdict.help", Phrase(zh: "最有用的一步", en: "What would help most"),
        Phrase(
          zh: "超负荷时取改动最小的一项；把握不足时比较赢下最大的商机与多做一成接触",
          en:
            "over capacity: the smallest change that suffices; else the better of winning the largest "
            + "open deal and a tenth more contacts"), gives: .sentence(help))
    }
    return [
      Explanation(
        group: "verdict", Phrase(zh: "计划的结论", en: "What the plan comes to"), rule,
        result: Phrase(
          zh: "\(verdict.standing)：\(verdict.reason)", en: "\(verdict.standing): \(verdict.reason)"),
        changes: changes)
    ] + parts + (help.map { [$0] } ?? [])
  }

  /// The open deals one by one, and together.
  var deals: [Explanation] {
    let next = plan.nextSteps
    return [allDeals]
      + zip(plan.dealKeys, plan.outlook.openDeals).flatMap { key, open in
        deal(open, as: key, next: next[open.deal.customer].map(open.step))
      } + together
  }

  /// The keys of deals as a person looks them up: one stands for all.
  var dealPatterns: [String] {
    [allDeals.subject]
      + plan.outlook.openDeals.prefix(1).flatMap { deal($0, as: "KEY", next: nil).map(\.subject) }
      + together.map(\.subject)
  }

  private var allDeals: Explanation {
    let outlook = plan.outlook
    let toldDeals = outlook.toldDeals.map { Digits.money($0) } ?? "—"
    return Explanation(
      group: "deals", Phrase(zh: "在途商机", en: "Open deals"),
      Phrase(zh: "所有在途的商机，按表中的顺序", en: "every deal that is open, in the order of the table"),
      result: Phrase(
        zh: "\(outlook.openDeals.count) 个，到 \(end) 预计 \(toldDeals)",
        en:
          "\(count: outlook.openDeals.count, "deal", "deals"), \(toldDeals) expected by \(end)"),
      from: sources.pipelineRows)
  }

  func deal(_ open: DealOutlook, as key: String, next: NextStep?) -> [Explanation] {
    let key = "deals.open.\(key)"
    let seen = open.age.map { self.seen(.deal, afterOrder: 0, age: $0) } ?? []
    let step = next.map {
      Explanation(
        "\(key).next", Phrase(zh: "下一步", en: "The next step"),
        Phrase(zh: "该客户的下一步", en: "the next step with its customer"), gives: .sentence($0),
        from: SourceRows([open.deal.row]))
    }
    return [
      Explanation(
        group: key,
        Phrase(zh: "\(open.deal.customer) 的商机", en: "The deal of \(open.deal.customer)"),
        worth, seen,
        result: Phrase(same: open.toldExpected.map { Digits.money($0) } ?? "—"),
        from: SourceRows([open.deal.row]))
    ] + columns(of: open, key) + chances(of: open, key, seen) + (step.map { [$0] } ?? [])
  }

  /// What the deal's own row says.
  private func columns(of open: DealOutlook, _ key: String) -> [Explanation] {
    let deal = open.deal
    let column = Phrase(zh: "该商机的这一列", en: "the deal’s own column")
    func one(_ part: String, _ title: Phrase, _ formula: Phrase, _ value: ExplainedValue)
      -> Explanation
    {
      Explanation("\(key).\(part)", title, formula, gives: value, from: SourceRows([deal.row]))
    }
    return [
      one("amount", Phrase(zh: "金额", en: "The amount"), column, .money(deal.amount)),
      deal.stage.map { one("stage", Phrase(zh: "阶段", en: "The stage"), column, .word($0)) },
      open.age.map {
        one(
          "age", Phrase(zh: "已经多少天", en: "Days since it was created"),
          Phrase(zh: "创建日到计划日", en: "from its creation to the day of planning"), .count($0))
      },
      deal.expectedClose.map {
        one("expectedDate", Phrase(zh: "预计成交日", en: "The expected date"), column, .day($0))
      },
      one(
        "overdue", Phrase(zh: "是否已过预计成交日", en: "Whether it is past its expected date"),
        Phrase(zh: "预计成交日早于计划日", en: "the expected date lies before the day of planning"),
        .truth(open.isOverdue)),
    ].compactMap { $0 }
  }

  /// How an open deal's chance is counted.
  private static func counted(_ refinement: DealRefinement) -> Phrase {
    let age = Phrase(
      zh: "从已过的天数起，一天一天走到期末：每天赢、输的机会按等了同样久的商机来数",
      en:
        "from its age on, day by day to the end: each day’s chance to be won or lost as counted of deals "
        + "that had waited as long")
    let least = DealHabits.leastClosed
    let stage = Phrase(
      zh: "；同一阶段至少有 \(least) 个已结束的商机时，只数那个阶段的",
      en:
        "; of the same stage alone where at least \(count: least, "deal", "deals") of it have closed"
    )
    let date = Phrase(
      zh: "；预计成交日在后的：一年内赢下的机会 × 本人以往的商机比预计早晚的天数里，落在期末之前的份额",
      en:
        "; with an expected date to come: the chance to win it within a year × the share of one’s own past "
        + "deals that, as early or late as they were, would fall before the end")
    let parts = [age] + (refinement.byStage ? [stage] : []) + (refinement.byDate ? [date] : [])
    let (chinese, english) = (parts.map(\.chinese).joined(), parts.map(\.english).joined())
    return Phrase(zh: "\(chinese)", en: "\(english)")
  }

  private var worth: Phrase {
    let scale = Digits.decimal(plan.outlook.scale, places: 6)
    return Phrase(
      zh: "机会 × 金额 × \(scale)（outlook.scale）；取整后各行之和等于合计",
      en: "chance × amount × \(scale) (outlook.scale), in whole units that add up to the part")
  }

  /// What it brings by the period's end, and how likely.
  private func chances(
    of open: DealOutlook, _ key: String, _ seen: [Explanation.Input]
  ) -> [Explanation] {
    let rows = SourceRows([open.deal.row])
    let chance = open.chance.map {
      Explanation(
        "\(key).chance", Phrase(zh: "到 \(end) 赢下的机会", en: "The chance to win it by \(end)"),
        Self.counted(plan.outlook.dealRefinement.used), seen, gives: .share($0), from: rows)
    }
    let expected = open.toldExpected.map {
      Explanation(
        "\(key).expected", Phrase(zh: "到 \(end) 预计", en: "Expected by \(end)"), worth, seen,
        gives: .money($0), from: rows)
    }
    return [chance, expected].compactMap { $0 }
  }

  private var together: [Explanation] {
    let outlook = plan.outlook
    let overdue = outlook.overdueDeals
    let open = outlook.openDeals.reduce(Money.zero) { $0 + $1.deal.amount }
    let late = SourceRows(overdue.map(\.deal.row))
    let coverage = outlook.coverage.map { coverage in
      Explanation(
        "deals.coverage", Phrase(zh: "商机覆盖倍数", en: "Coverage"),
        Phrase(zh: "在途金额 ÷（目标 − 已成交）", en: "open amounts ÷ (target − sold)"),
        [
          .init(zh: "在途金额", en: "open amounts", .money(open)),
          .init(zh: "还差", en: "still to go", .money((outlook.target ?? .zero) - outlook.won)),
        ], gives: .number(coverage), from: sources.pipelineRows)
    }
    return [
      Explanation(
        "deals.overdue.count", Phrase(zh: "已过预计成交日的商机", en: "Deals past their expected date"),
        Phrase(zh: "预计成交日早于计划日", en: "the expected date lies before the day of planning"),
        gives: .count(overdue.count), from: late),
      Explanation(
        "deals.overdue.amount", Phrase(zh: "其金额", en: "Their amounts"),
        Phrase(zh: "Σ 金额", en: "Σ amount"),
        gives: .money(overdue.reduce(.zero) { $0 + $1.deal.amount }), from: late), coverage,
      Explanation(
        "deals.commit",
        Phrase(
          zh: "到 \(end) 已成交加多半能赢的商机",
          en: "Sold by \(end), with the deals more likely won than not (commit)"),
        Phrase(
          zh: "已成交 + 到期末赢下的机会不低于一半的商机", en: "sold + open deals more likely won by then than not"),
        gives: .money(outlook.commit)),
      Explanation(
        "deals.bestCase",
        Phrase(
          zh: "到期的商机全赢时，到 \(end) 预计", en: "Expected by \(end) with every due deal won (best case)"),
        Phrase(
          zh: "到期末的预计 + 预计成交日在期末之前、还没过期（没写日期的也算）或多半能赢下的商机，各自金额超出其预计的部分",
          en:
            "expected by the end + for every open deal due by then and not past its date (one without a date counts "
            + "as due), or more likely won by then than not, its amount beyond what is expected of it"
        ),
        gives: .money(outlook.bestCase)),
    ].compactMap { $0 }
  }
}
