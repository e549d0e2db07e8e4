package import Phrases
package import SalesMethod

extension PlanNote: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }
}

extension PlanNote {
  /// The note as a sentence without a full stop.
  ///
  ///     PlanNote.noWorkdayLeft.phrase.english  // "no working day is left in the period"
  package var phrase: Phrase {
    switch self {
    case .missingTable(let table, let part):
      Phrase(
        zh: "缺 \(table) 表：不计算\(part)；\(part.gain)",
        en: "no \(table) table: \(part) not computed; \(part.gain)")
    case .noAmountGoal:
      Phrase(zh: "本期没有金额目标：不倒推工作量", en: "no amount goal for this period: no workload is derived")
    case .goalMissing(let month):
      Phrase(
        zh: "\(month.start.year) 年 \(month.start.month) 月没有金额目标，本期的目标不全：补上那个月的，或只给有目标的月份做计划",
        en: "no amount goal for \(month.start)..\(month.end), so the period has no whole target: "
          + "add one, or plan the months that have one")
    case .targetIsShare(let goal):
      Phrase(
        zh: "目标取自“\(goal)”，按工作日分到本期", en: "the target is the share of “\(goal)” by working days")
    case .noRate(let from, let to):
      Phrase(
        zh: "\(StageName.step(from, to)) 还没有记录，同事的也不够合并：倒推只能到这里；"
          + "把每次联系和拜访都记下来，或者请管数据的人给一个转化率",
        en:
          "nothing is known of \(StageName.step(from, to)), and colleagues have too few records to lend: the plan "
          + "cannot be worked back further; note every contact and visit, or ask whoever keeps the data for a rate"
      )
    case .noFactors:
      Phrase(
        zh: "近期新客户没有订单（或已全部退货），同事的也不够合并：不知道单量与续购量；"
          + "成交几单以后就能算，也可以请管数据的人给一个估计",
        en:
          "no order of new customers counts yet (none, or all returned), and colleagues have too few to lend: deal "
          + "size and repeats are not known; the first deals will tell, or whoever keeps the data can give an estimate"
      )
    case .ratePooled(let from, let to, let team):
      Phrase(
        zh: "\(StageName.step(from, to)) 没有本人记录：用\(Self.pool(team))的记录",
        en: "no records of one’s own for \(StageName.step(from, to)): those of \(Self.pool(team)) "
          + "are used")
    case .rateGiven(let from, let to):
      Phrase(
        zh: "\(StageName.step(from, to)) 的转化率为手工填写",
        en: "the rate of \(StageName.step(from, to)) was typed by hand")
    case .noSuccess(let from, let to, let working):
      Phrase(
        zh: "\(StageName.step(from, to)) 无成功记录：暂按 \(working.successes)/\(working.trials) 计算",
        en: "nothing succeeded yet at \(StageName.step(from, to)): "
          + "\(working.successes)/\(working.trials) stands in")
    case .stageSkipped(let from, let to): Self.skipped(StageName(from), StageName(to))
    case .factorsPooled(let team, let orders):
      Phrase(
        zh: "本人只有 \(orders) 张订单（少于 5 张）：单量与续购量用\(Self.pool(team))的记录",
        en: "only \(count: orders, "order", "orders") of one’s own (fewer than 5): deal size and "
          + "repeats come from \(Self.pool(team))")
    case .fewOrders(let orders):
      Phrase(
        zh: "只有 \(orders) 张订单（少于 5 张），也没有别人的记录可合并：单量、续购量与把握仅供参考",
        en: "only \(count: orders, "order", "orders") (fewer than 5), and nobody has more to add: "
          + "take deal size, repeats and the probability as a hint")
    case .returnsBeyondOrders(let customers, let amount):
      Phrase(
        zh: "\(customers) 位新客户的退货超过其订单，超出的 \(amount) 未从单量中扣除：核对退货记录",
        en: "\(count: customers, "new customer", "new customers") returned more than they ordered: "
          + "\(amount) of it is not taken from the deal size; check the returns")
    case .factorsGiven:
      Phrase(zh: "单量与续购量为手工填写", en: "deal size and repeats were typed by hand")
    case .recentLeftOut(let count, let days):
      Phrase(
        zh: "\(count) 位客户在统计期内首次接触、还不足 \(days) 天（到那时一年内的首单已来九成）：未计入转化率",
        en:
          "\(count: count, "customer was", "customers were") first contacted within the window and less than "
          + "\(count: days, "day", "days") ago (by then nine in ten of a year’s first orders have come): "
          + "left out of the rates")
    case .windowWidened(let months, let customers): Self.widened(months, customers)
    case .conversionByLifeTable(let share, let days):
      Phrase(
        zh: "还没有客户首次接触满 \(days) 天（到那时一年内的首单已来九成）：转化率按等待的进度估计，"
          + "首次接触后 365 天内下首单的占 \(Digits.percent(share.double))",
        en:
          "nobody was first contacted \(count: days, "day", "days") ago or more (by then nine in ten of a "
          + "year’s first orders have come): the conversion is what the waits so far lead to, "
          + "\(Digits.percent(share.double)) with a first order within 365 days")
    case .conversionByStages(let share, let days):
      Phrase(
        zh: "还没有客户首次接触满 \(days) 天（到那时一年内的首单已来九成）：按等待的进度，一年内下首单的比记录到的方案还多，"
          + "转化率只按各阶段的记录取 \(Digits.percent(share.double))；把漏记的拜访和方案记上",
        en:
          "nobody was first contacted \(count: days, "day", "days") ago or more (by then nine in ten of a "
          + "year’s first orders have come): the waits so far lead to more first orders than there are "
          + "proposals on record, so the conversion is what the stages come to, "
          + "\(Digits.percent(share.double)); note the visits and proposals that are missing")
    case .outlook(let note): Phrase(note)
    case .provisionalCalendar(let year):
      Phrase(
        zh: "\(year) 年补假与调休未公布：工作日可能变动",
        en: "the substitute and make-up days of \(year) are not announced: working days may change")
    case .daysOverCap(let days):
      Phrase(
        zh: "有 \(days.count) 天排的工作超过当天能用的小时（\(DayList(days))）："
          + "先和经理商量少做哪些",
        en: "on \(count: days.count, "day", "days") there is more work than time "
          + "(\(DayList(days))): agree with your manager what to leave")
    case .allWorkLaidOut(let asked, let fit):
      Phrase(
        zh: "日程里排着缺口要的全部 \(asked) 个首次接触；客户拜访一次不少时，时间只够做 \(fit) 个，到期末的预计只算这 \(fit) 个",
        en:
          "the days hold all \(count: asked, "first contact", "first contacts") that the gap asks for; "
          + "with every visit to customers kept there is time for \(fit), and what is expected by the "
          + "period’s end counts only those")
    case .lagUnknown:
      Phrase(
        zh: "成交周期记录不足 5 个：不给“最晚何时开始”",
        en: "fewer than 5 sales cycles are known: the last useful day to begin is not computed")
    case .fewMonths(let months):
      Phrase(
        zh: "只有 \(months) 个月可比（不足 4 个）：有把握的数量未含月间波动",
        en:
          "only \(count: months, "month", "months") to compare (fewer than 4): the confident counts "
          + "leave out how months differ")
    case .orderSizesUnknown:
      Phrase(
        zh: "只知道平均单量：有把握的数量未含单量的差异",
        en: "only the mean order size is known: the confident counts leave out its spread")
    case .forecastTooLarge:
      Phrase(
        zh: "目标相对单量过大：不计算有把握的数量",
        en: "the target is too many orders away: the confident counts are not computed")
    case .confidenceOutOfReach:
      Phrase(
        zh: "任何首次接触数都达不到所要求的把握",
        en: "no number of first contacts reaches the confidence asked for")
    case .fewCustomers(let count):
      Phrase(
        zh: "只有 \(count) 位客户有交易（不足 10 位）：只排名，不作 80/20 结论",
        en: "only \(count: count, "customer", "customers") with transactions (fewer than 10): a "
          + "ranking, no 80/20 statement")
    case .noWorkdayLeft: Phrase(zh: "本期没有剩余工作日", en: "no working day is left in the period")
    }
  }

  private static func widened(_ months: Int?, _ customers: Int) -> Phrase {
    guard let months else {
      return Phrase(
        zh: "设置的月数内周期已满的客户不足 20 位：转化率用全部记录（\(customers) 位客户）",
        en:
          "fewer than 20 customers of the months in the settings are old enough: the rates go by all "
          + "records (\(count: customers, "customer", "customers"))")
    }
    return Phrase(
      zh: "设置的月数内周期已满的客户不足 20 位：转化率用近 \(months) 个月（\(customers) 位客户）",
      en:
        "fewer than 20 customers of the months in the settings are old enough: the rates go by the last "
        + "\(count: months, "month", "months") (\(count: customers, "customer", "customers"))")
  }

  private static func skipped(_ from: StageName, _ to: StageName) -> Phrase {
    Phrase(
      zh: "“\(to)”多于“\(from)”：有“\(from)”没有记录",
      en: "more reached “\(to)” than “\(from)”: some of the latter were not recorded")
  }

  private static func pool(_ team: String?) -> Phrase {
    guard let team else { return Phrase(zh: "全体", en: "everybody") }
    return Phrase(zh: "团队 \(team) ", en: "team \(team)")
  }
}
