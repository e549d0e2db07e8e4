package import Phrases
package import SalesMethod

extension GoalFinding: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }
}

extension GoalFinding {
  /// The finding as a sentence with its numbers, and a way to mend what is wrong.
  ///
  ///     GoalFinding.noSource(table: "orders").phrase.english  // "no orders table, so no actual: add it"
  package var phrase: Phrase {
    switch self {
    case .complete:
      Phrase(zh: "指标、数值、单位与范围齐全", en: "metric, number, unit and scope are there")
    case .missingFields(let fields): missing(fields)
    case .noVagueWords: Phrase(zh: "没有空泛用语", en: "no vague words")
    case .vague(let word):
      Phrase(
        zh: "“\(word)”没有数字：写清多少、到何时", en: "“\(word)” without a number: say how much and by when")
    case .measurable(let table):
      Phrase(zh: "实际值可由 \(table) 表算出", en: "the actual can be computed from the \(table) table")
    case .noSource(let table):
      Phrase(zh: "缺 \(table) 表，实际值无从计算：补上该表", en: "no \(table) table, so no actual: add it")
    case .noRecentRows(let table):
      Phrase(
        zh: "\(table) 表最近 6 期没有记录：核对数据是否完整",
        en: "the \(table) table has no row in the last 6 periods: check that it is complete")
    case .baseline(let amount, let periods):
      Phrase(
        zh: "基线 \(money(amount))（最近 \(periods) 个完整的期每工作日均值 × 本期工作日，不扣个人休假）",
        en:
          "baseline \(money(amount)): the mean of the last \(count: periods, "whole period", "whole periods") per "
          + "working day × this period’s, days off not deducted"
      )
    case .noBaseline:
      Phrase(
        zh: "近 6 期没有可比数据，没有基线：先积累记录",
        en: "nothing comparable in the last 6 periods: no baseline yet")
    case .againstHistory(let ratio, let rank, let count, let isLargest, let isSpread):
      againstHistory(n(ratio), rank, of: count, isLargest, isSpread)
    case .probability(let chance, let day): probability(chance, by: day)
    case .chanceUnsaid(let chance): Phrase(chance)
    case .noForecast: Phrase(zh: "数据不足，算不出把握", en: "not enough data for a probability")
    case .capacity(let needed, let available, let fit): capacity(needed, available, fit)
    case .noWorkload:
      Phrase(
        zh: "没有倒推的工作量，无法比较时间", en: "no workload was derived, so hours cannot be compared")
    case .otherPeriod(let start, let end):
      Phrase(
        zh: "目标的起止不同于本期：用 --period \(start)..\(end) 另做计划再看",
        en: "its dates are not the plan's: see a plan with --period \(start)..\(end)")
    case .parent(let id): Phrase(zh: "支撑上级目标“\(id)”", en: "serves the goal “\(id)”")
    case .parentByDriver(let id):
      Phrase(
        zh: "以公式中的一个因素支撑上级目标“\(id)”",
        en: "serves the goal “\(id)” through a factor of the formula")
    case .noParent: Phrase(zh: "没有上级目标：写明它支撑哪一个", en: "no parent goal: say which one it serves")
    case .unknownParent(let id):
      Phrase(zh: "上级目标“\(id)”不存在：更正编号", en: "there is no goal “\(id)”: correct the id")
    case .unrelatedParent(let id):
      Phrase(
        zh: "与上级目标“\(id)”指标不同，也不是公式中的因素：说明关系",
        en:
          "measures something else than “\(id)” and is no factor of it: explain how they belong together"
      )
    case .plannedHours(let hours):
      Phrase(
        zh: "为它计划的工作共 \(n(hours)) 小时",
        en: "the work planned for it takes \(measure: hours, "hour", "hours")"
      )
    case .noPlannedHours:
      Phrase(
        zh: "计划没有为它安排时间：安排活动并写上目标编号",
        en: "the plan spends no time on it: plan activities and name the goal")
    case .whyAsked(let why): whyAsked(why)
    case .dates: Phrase(zh: "起止日期有效，截止日为工作日", en: "the dates hold, and the last is a working day")
    case .startAfterEnd:
      Phrase(zh: "开始不早于结束：更正日期", en: "it does not start before it ends: correct the dates")
    case .endOutside(let day):
      Phrase(
        zh: "截止日 \(day) 不在本期内：改到本期或拆分",
        en: "it ends \(day), outside the period: move it or split it"
      )
    case .endIsNoWorkday(let day):
      Phrase(
        zh: "截止日 \(day) 不是工作日：提前到前一个工作日",
        en: "it ends \(day), no working day: take the working day before")
    case .milestones(let count):
      Phrase(
        zh: "\(count) 个里程碑之和等于目标，日期递增",
        en: "\(count: count, "milestone adds", "milestones add") up to the target, in order")
    case .noMilestones:
      Phrase(zh: "没有里程碑：至少设两个有日期的节点", en: "no milestones: set two dated ones at least")
    case .milestonesDiffer(let sum, let target):
      Phrase(
        zh: "里程碑之和 \(n(sum)) 不等于目标 \(n(target))：差 \(n(target - sum))",
        en: "the milestones add up to \(n(sum)), not \(n(target)): \(n(target - sum)) apart")
    case .milestonesUnordered:
      Phrase(
        zh: "里程碑日期没有递增或超出起止：重排",
        en: "the milestones are not in order of date, or lie outside: rearrange")
    case .closesInTime(let expected, let needed):
      Phrase(
        zh: "期内预计成交 \(n(expected)) 家，需要 \(n(needed)) 家",
        en: "\(measure: expected, "deal", "deals") expected in the period, \(n(needed)) needed")
    case .closesLate(let expected, let needed, let last): closesLate(expected, needed, last)
    case .assignment(let ratio, let low, let high):
      Phrase(
        zh: "个人目标之和为上级的 \(percent(ratio))（应在 \(percent(low))～\(percent(high))）",
        en: "the personal goals are \(percent(ratio)) of the goal above "
          + "(\(percent(low)) to \(percent(high)) is right)")
    case .priceTimesQuantity(let amount, let expected, let price):
      priceTimesQuantity(amount, expected, n(price))
    case .noPriceToCompare:
      Phrase(
        zh: "请核对：没有数量目标或均价可比",
        en: "please check: no quantity goal or mean price to compare with")
    case .priceAboveFloor(let price, let floor):
      Phrase(
        zh: "隐含单价 \(n(price)) 不低于底价 \(n(floor))",
        en: "the implied price \(n(price)) is not below the floor \(n(floor))")
    case .priceBelowFloor(let price, let floor):
      Phrase(
        zh: "隐含单价 \(n(price)) 低于底价 \(n(floor))：减数量或加金额",
        en:
          "the implied price \(n(price)) is below the floor \(n(floor)): fewer units or more money")
    case .discount(let share, let largest):
      Phrase(
        zh: "隐含折扣 \(percent(share)) 超过上限 \(percent(largest))：申请或调整",
        en: "the implied discount \(percent(share)) exceeds \(percent(largest)): "
          + "have it approved or change it")
    case .noPricePolicy:
      Phrase(
        zh: "请核对价格策略：products 表没有对应的底价",
        en: "please check the price: the products table has no floor for it")
    case .partsAdd(let sum, _):
      Phrase(
        zh: "下级周期之和 \(n(sum)) 等于目标", en: "the shorter periods add up to \(n(sum)), the target")
    case .partsDiffer(let sum, let target):
      Phrase(
        zh: "下级周期之和 \(n(sum)) 不等于目标 \(n(target))：差 \(n(target - sum))",
        en: "the shorter periods add up to \(n(sum)), not \(n(target)): \(n(target - sum)) apart")
    case .collectable(let target, let due, let sales):
      Phrase(
        zh: "回款目标 \(money(target)) 不超过到期应收 \(money(due)) 加本期可收 \(money(sales))",
        en: "\(money(target)) to collect is within \(money(due)) due and \(money(sales)) from sales"
      )
    case .notCollectable(let target, let due, let sales):
      Phrase(
        zh: "回款目标 \(money(target)) 超过到期应收 \(money(due)) 加本期可收 \(money(sales))：核对账期",
        en: "\(money(target)) to collect exceeds \(money(due)) due and \(money(sales)) from sales: "
          + "check the terms")
    case .goalsFit(let needed, let available):
      Phrase(
        zh: "全部目标共需 \(n(needed)) 小时，可用 \(n(available)) 小时",
        en: "all goals together need \(measure: needed, "hour", "hours") of \(n(available))")
    case .goalsCompete(let needed, let available):
      Phrase(
        zh: "全部目标共需 \(n(needed)) 小时，可用仅 \(n(available)) 小时：排出先后",
        en:
          "all goals together need \(measure: needed, "hour", "hours") of only \(n(available)): set an order"
      )
    case .cadenceKept(let customers):
      Phrase(
        zh: "\(customers) 位 A 类客户的拜访都已排上，D 类为 0",
        en:
          "the visits of \(agreeing: customers, "the", "all") \(count: customers, "A customer", "A customers") have a day, D has none"
      )
    case .cadenceBroken(let visits):
      Phrase(
        zh: "A 类客户有 \(visits) 次拜访没有排上：腾出时间",
        en: "\(count: visits, "visit", "visits") to A customers found no day: make room")
    case .promotionInPeriod(let product):
      Phrase(zh: "\(product) 为主推或新品，推广期与本期相符", en: "\(product) is promoted within the period")
    case .promotionOutside(let product):
      Phrase(
        zh: "\(product) 的推广期与本期不符：改期或换产品",
        en: "\(product) is not promoted in the period: move it or choose another")
    case .strategyAsked:
      Phrase(
        zh: "请核对：目标是否符合主推与新品策略",
        en: "please check: does it fit the lead and new products?")
    }
  }
}

extension GoalFinding {
  private func n(_ value: Double) -> String { Digits.decimal(value, places: 2) }
  private func percent(_ share: Double) -> String { Digits.percent(share) }
  private func money(_ value: Double) -> String {
    value.magnitude < 9e13
      ? Digits.amount(hundredths: Int(value * 100 + (value < 0 ? -0.5 : 0.5))) : n(value)
  }

  private func missing(_ fields: [Field]) -> Phrase {
    let names = fields.map(\.name)
    return Phrase(
      zh: "缺少\(list: names)：补齐后才能衡量",
      en: "no \(list: names): without it nothing can be measured")
  }

  private func againstHistory(
    _ ratio: String, _ rank: Int, of count: Int, _ isLargest: Bool, _ isSpread: Bool
  ) -> Phrase {
    let largest = Phrase(zh: "，高于历史最高", en: ", above the highest ever")
    let spread = Phrase(zh: "，超出正常波动", en: ", beyond the usual spread")
    let advice = Phrase(zh: "：说明靠什么实现", en: ": say what makes it possible")
    let nothing = Phrase(same: "")
    let (first, second) = (isLargest ? largest : nothing, isSpread ? spread : nothing)
    let third = isLargest || isSpread ? advice : nothing
    return Phrase(
      zh: "目标是基线的 \(ratio) 倍，和近 \(count) 期的实际一起排，是第 \(rank)\(first)\(second)\(third)",
      en:
        "\(ratio) times the baseline, rank \(rank) beside what the last \(count) brought\(first)\(second)\(third)"
    )
  }

  private func probability(_ chance: Double, by day: Day) -> Phrase {
    let band =
      switch Attainability(chance: chance) {
      case .safe: Phrase(zh: "稳，目标可能偏低", en: "safe, perhaps too low")
      case .achievable: Phrase(zh: "可实现", en: "achievable")
      case .challenging: Phrase(zh: "有挑战", en: "challenging")
      case .unrealistic: Phrase(zh: "不现实", en: "unrealistic")
      }
    return Phrase(
      zh: "到 \(day) 的达成把握 \(Digits.chance(chance))：\(band)",
      en: "chance to reach it by \(day) \(Digits.chance(chance)): \(band)")
  }

  private func capacity(
    _ needed: Double, _ available: Double, _ fit: HoursBalance.Fit
  ) -> Phrase {
    let share = available > 0 ? Phrase(remark: Phrase(same: percent(needed / available))) : nil
    let advice = Phrase(
      zh: "：不可行，减目标、加人手或提高单量",
      en: ": not feasible, lower the target, add people or sell more each")
    let nothing = Phrase(same: "")
    let (first, second) = (share ?? nothing, fit == .infeasible ? advice : nothing)
    return Phrase(
      zh: "需要 \(n(needed)) 小时，可用 \(n(available)) 小时\(first)\(second)",
      en: "\(measure: needed, "hour", "hours") needed, \(n(available)) available\(first)\(second)")
  }

  private func whyAsked(_ why: String?) -> Phrase {
    let written = why.map { Phrase(remark: Phrase(zh: "已写：\($0)", en: "written: \($0)")) }
    let remark = written ?? Phrase(same: "")
    return Phrase(
      zh: "请本人回答：这个目标为什么重要？\(remark)",
      en: "ask the owner: why does this goal matter?\(remark)")
  }

  private func closesLate(_ expected: Double, _ needed: Double, _ last: Day?) -> Phrase {
    let rest =
      last.map {
        Phrase(
          zh: "过半成交要求 \($0) 前已接触，其余须靠更早的商机",
          en: "half of them must have been met by \($0); the rest are earlier deals")
      } ?? Phrase(zh: "须靠更早的商机", en: "the rest must be earlier deals")
    return Phrase(
      zh: "期内预计只成交 \(n(expected)) 家，需要 \(n(needed)) 家：\(rest)",
      en: "only \(measure: expected, "deal", "deals") expected in the period, \(n(needed)) needed: "
        + "\(rest)")
  }

  private func priceTimesQuantity(
    _ amount: Double, _ expected: Double, _ price: String
  ) -> Phrase {
    let apart = percent(amount > 0 ? (amount - expected).magnitude / amount : 0)
    return Phrase(
      zh: "金额 \(money(amount))，数量 × 均价 \(price) = \(money(expected))，相差 \(apart)",
      en:
        "amount \(money(amount)), quantity × mean price \(price) = \(money(expected)), \(apart) apart"
    )
  }
}

extension GoalFinding.Field {
  /// What the field is called in a sentence.
  fileprivate var name: Phrase {
    switch self {
    case .target: Phrase(zh: "数值", en: "target")
    case .unit: Phrase(zh: "单位", en: "unit")
    case .scope: Phrase(zh: "范围", en: "scope")
    }
  }
}

extension Phrase {
  /// Words set apart as each language does: `（推定）`, ` (presumed)`.
  fileprivate init(remark words: Phrase) {
    self.init(
      zh: "\(Language.chinese.remark(words.chinese))",
      en: "\(Language.english.remark(words.english))")
  }
}
