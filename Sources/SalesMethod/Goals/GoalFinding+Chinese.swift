import Phrases

/// The findings in Chinese: a sentence with its numbers, and a way to mend what is wrong.
struct ChineseFinding {
  let finding: GoalFinding

  private func n(_ value: Double) -> String { Digits.decimal(value, places: 2) }
  private func money(_ value: Double) -> String {
    value.magnitude < 9e13
      ? Digits.money(Money(hundredths: Int(value * 100 + (value < 0 ? -0.5 : 0.5)))) : n(value)
  }

  var text: String { smart ?? consistency }

  private var smart: String? {
    switch finding {
    case .complete: "指标、数值、单位与范围齐全"
    case .missingFields(let fields):
      "缺少"
        + Language.chinese.list(
          fields.map { ["target": "数值", "unit": "单位", "scope": "范围"][$0.rawValue] ?? "" })
        + "：补齐后才能衡量"
    case .noVagueWords: "没有空泛用语"
    case .vague(let word): "“\(word)”没有数字：写清多少、到何时"
    case .measurable(let table): "实际值可由 \(table) 表算出"
    case .noSource(let table): "缺 \(table) 表，实际值无从计算：补上该表"
    case .noRecentRows(let table): "\(table) 表最近 6 期没有记录：核对数据是否完整"
    case .baseline(let amount, let periods):
      "基线 \(money(amount))（近 \(periods) 期每工作日均值 × 本期工作日）"
    case .noBaseline: "近 6 期没有可比数据，没有基线：先积累记录"
    case .againstHistory(let ratio, let rank, let count, let isLargest, let isSpread):
      "目标是基线的 \(n(ratio)) 倍，在近 \(count) 期中排第 \(rank)"
        + (isLargest ? "，高于历史最高" : "") + (isSpread ? "，超出正常波动" : "")
        + (isLargest || isSpread ? "：说明靠什么实现" : "")
    case .probability(let chance, let isInPeriod):
      (isInPeriod ? "期内" : "最终") + "达成把握 \(Digits.percent(chance))：" + band(chance)
    case .noForecast: "数据不足，算不出把握"
    case .capacity(let needed, let available):
      "需要 \(n(needed)) 小时，可用 \(n(available)) 小时"
        + (available > 0 ? "（\(Digits.percent(needed / available))）" : "")
        + (needed > available ? "：不可行，减目标、加人手或提高单量" : "")
    case .noWorkload: "没有倒推的工作量，无法比较时间"
    case .otherPeriod(let start, let end):
      "目标的起止不同于本期：用 --period \(start)..\(end) 另做计划再看"
    case .parent(let id): "支撑上级目标“\(id)”"
    case .parentByDriver(let id): "以公式中的一个因素支撑上级目标“\(id)”"
    case .noParent: "没有上级目标：写明它支撑哪一个"
    case .unknownParent(let id): "上级目标“\(id)”不存在：更正编号"
    case .unrelatedParent(let id): "与上级目标“\(id)”指标不同，也不是公式中的因素：说明关系"
    case .plannedHours(let hours): "计划为它安排了 \(n(hours)) 小时"
    case .noPlannedHours: "计划没有为它安排时间：安排活动并写上目标编号"
    case .whyAsked(let why):
      "请本人回答：这个目标为什么重要？" + (why.map { "（已写：\($0)）" } ?? "")
    case .dates: "起止日期有效，截止日为工作日"
    case .startAfterEnd: "开始不早于结束：更正日期"
    case .endOutside(let day): "截止日 \(day) 不在本期内：改到本期或拆分"
    case .endIsNoWorkday(let day): "截止日 \(day) 不是工作日：提前到前一个工作日"
    case .milestones(let count): "\(count) 个里程碑之和等于目标，日期递增"
    case .noMilestones: "没有里程碑：至少设两个有日期的节点"
    case .milestonesDiffer(let sum, let target):
      "里程碑之和 \(n(sum)) 不等于目标 \(n(target))：差 \(n(target - sum))"
    case .milestonesUnordered: "里程碑日期没有递增或超出起止：重排"
    default: nil
    }
  }

  private func band(_ chance: Double) -> String {
    chance >= 0.9 ? "稳，目标可能偏低" : chance >= 0.5 ? "可实现" : chance >= 0.1 ? "有挑战" : "不现实"
  }

  private var consistency: String {
    switch finding {
    case .closesInTime(let expected, let needed):
      "期内预计成交 \(n(expected)) 家，需要 \(n(needed)) 家"
    case .closesLate(let expected, let needed, let last):
      "期内预计只成交 \(n(expected)) 家，需要 \(n(needed)) 家"
        + (last.map { "：过半成交要求 \($0) 前已接触，其余须靠更早的商机" } ?? "：须靠更早的商机")
    case .assignment(let ratio, let low, let high):
      "个人目标之和为上级的 \(Digits.percent(ratio))（应在 \(Digits.percent(low))～\(Digits.percent(high))）"
    case .priceTimesQuantity(let amount, let expected, let price):
      "金额 \(money(amount))，数量 × 均价 \(n(price)) = \(money(expected))，相差 "
        + Digits.percent(amount > 0 ? (amount - expected).magnitude / amount : 0)
    case .noPriceToCompare: "请核对：没有数量目标或均价可比"
    case .priceAboveFloor(let price, let floor): "隐含单价 \(n(price)) 不低于底价 \(n(floor))"
    case .priceBelowFloor(let price, let floor): "隐含单价 \(n(price)) 低于底价 \(n(floor))：减数量或加金额"
    case .discount(let share, let largest):
      "隐含折扣 \(Digits.percent(share)) 超过上限 \(Digits.percent(largest))：申请或调整"
    case .noPricePolicy: "请核对价格策略：products 表没有对应的底价"
    case .partsAdd(let sum, _): "下级周期之和 \(n(sum)) 等于目标"
    case .partsDiffer(let sum, let target):
      "下级周期之和 \(n(sum)) 不等于目标 \(n(target))：差 \(n(target - sum))"
    case .collectable(let target, let due, let sales):
      "回款目标 \(money(target)) 不超过到期应收 \(money(due)) 加本期可收 \(money(sales))"
    case .notCollectable(let target, let due, let sales):
      "回款目标 \(money(target)) 超过到期应收 \(money(due)) 加本期可收 \(money(sales))：核对账期"
    case .goalsFit(let needed, let available):
      "全部目标共需 \(n(needed)) 小时，可用 \(n(available)) 小时"
    case .goalsCompete(let needed, let available):
      "全部目标共需 \(n(needed)) 小时，可用仅 \(n(available)) 小时：排出先后"
    case .cadenceKept(let customers): "\(customers) 位 A 类客户的拜访都已排上，D 类为 0"
    case .cadenceBroken(let visits): "A 类客户有 \(visits) 次拜访没有排上：腾出时间"
    case .promotionInPeriod(let product): "\(product) 为主推或新品，推广期与本期相符"
    case .promotionOutside(let product): "\(product) 的推广期与本期不符：改期或换产品"
    case .strategyAsked: "请核对：目标是否符合主推与新品策略"
    default: ""
    }
  }
}
