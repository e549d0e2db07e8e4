package import Phrases
package import SalesMethod

extension GoalCheck.ID {
  /// What the check looks at, in one sentence.
  ///
  ///     GoalCheck.ID.a3.rule.english  // "hours needed ÷ hours there are: over 100 % is not feasible, …"
  package var rule: Phrase {
    switch self {
    case .s1:
      Phrase(
        zh: "一个指标、一个数值、一个单位、一个范围，都已填写",
        en: "one metric, one number, one unit, one scope, all filled in")
    case .s2: Phrase(zh: "没有“努力”“加强”一类没有数字的用语", en: "no vague verb without a number")
    case .m1:
      Phrase(
        zh: "实际值能由数据算出，且近 6 期有记录",
        en: "the actual can be counted from the data, with rows in the last 6 periods")
    case .m2:
      Phrase(
        zh: "基线 = 近 6 个同类周期的 Σ 实际 ÷ Σ 工作日 × 本期工作日",
        en:
          "baseline = Σ actual ÷ Σ working days of the last 6 like periods × working days of this one"
      )
    case .a1:
      Phrase(
        zh: "目标 ÷ 基线；高于历史最高或超过 1 + 2 × 变异系数时提醒",
        en:
          "target ÷ baseline; a warning above the highest so far or above 1 + 2 × coefficient of variation"
      )
    case .a2:
      Self.stepsOfChance
    case .a3:
      Phrase(
        zh: "需要的小时 ÷ 可用的小时：超过 100% 不可行，接近时提醒",
        en: "hours needed ÷ hours there are: over 100 % is not feasible, close to it a warning")
    case .r1:
      Phrase(
        zh: "上级目标存在，且指标相同或为公式中的因素",
        en: "the parent goal exists, with the same metric or one of the factors")
    case .r2:
      Phrase(
        zh: "倒推出的工作与写有该目标编号的活动，用时之和大于 0",
        en:
          "hours of the work that fills its gap, and of planned activities that name it, are above 0"
      )
    case .r3: Phrase(zh: "对本人为什么重要：由人回答", en: "why it matters to its owner: for a person to answer")
    case .t1:
      Phrase(zh: "开始早于截止，截止日在本期内且为工作日", en: "start before end, the end a working day of the period")
    case .t2:
      Phrase(
        zh: "里程碑有日期、递增，之和恰等于目标", en: "milestones are dated, in order, and add up to the target")
    case .t3:
      Phrase(
        zh: "排得下的接触到期末的首单（按各接触日到期末的天数，从首单的等待里数出）≥ 需要的成交数",
        en:
          "first orders by the end of the contacts that fit, counted from the waits of first orders "
          + "by the days from each contact to the end ≥ the deals needed")
    case .c1:
      Phrase(
        zh: "个人目标之和 ÷ 团队目标在设定的范围内",
        en: "the members’ targets ÷ the team’s lie in the range of the settings")
    case .c2:
      Phrase(
        zh: "|金额 − 数量 × 均价| 不超过金额的设定比例",
        en: "|amount − quantity × mean price| within the tolerance of the settings")
    case .c3:
      Phrase(
        zh: "隐含单价不低于底价，隐含折扣不超过上限",
        en: "the implied price is not below the floor, nor the discount above the limit")
    case .c4: Phrase(zh: "月之和等于季，季之和等于年", en: "months add up to the quarter, quarters to the year")
    case .c5:
      Phrase(
        zh: "回款目标 ≤ 期初到期应收 + 销售 × 期内可收比例",
        en: "target ≤ receivables due + sales × share payable in the period")
    case .c6:
      Phrase(zh: "同一人全部目标所需小时 ≤ 可用小时", en: "hours of all goals of one person ≤ hours there are")
    case .c7:
      Phrase(zh: "A 类客户的拜访都已排上，D 类为 0", en: "every visit to class A has a day, D has none")
    case .c8:
      Phrase(
        zh: "产品在主推或新品之列，推广期与本期相符",
        en: "the product is promoted or new, its promotion within the period")
    }
  }

  /// What A2 says of each step.
  private static var stepsOfChance: Phrase {
    let (safe, possible, hard) = (
      Attainability.safe.leastPercent, Attainability.achievable.leastPercent,
      Attainability.challenging.leastPercent
    )
    return Phrase(
      zh: "达成概率：≥ \(safe)% 偏低，\(possible)–\(safe)% 可实现，\(hard)–\(possible)% 有挑战，< \(hard)% 不现实",
      en: "the chance to reach it: \(safe) % or more is low, \(possible)–\(safe) % achievable, "
        + "\(hard)–\(possible) % a challenge, less unrealistic")
  }
}
