package import Phrases
package import SalesMethod

extension OutlookNote: Worded {
  /// What the outlook by the period's end leaves out, and what to do.
  ///
  ///     OutlookNote.wonDealsStandIn.text(in: .chinese)  // "近一年没有订单：赢下的商机算作已成交"
  package func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .wonDealsStandIn:
      Phrase(zh: "近一年没有订单：赢下的商机算作已成交", en: "no orders within a year: won deals count as sales")
    case .today(let amount):
      Phrase(zh: "今天成交的 \(amount) 还没有计入", en: "today’s sales of \(amount) are not yet counted")
    case .laterOrders(let count):
      Phrase(
        zh: "\(count: count) 笔成交的日期在计划日之后：未计入，核对日期",
        en:
          "\(count: count, "sale is", "sales are") dated after the day of planning: not counted; "
          + "check the dates")
    case .laterDeals(let count):
      Phrase(
        zh: "\(count: count) 个商机的创建日或成交日在计划日之后：还没有发生，核对日期",
        en:
          "\(count: count, "deal was", "deals were") created or closed after the day of planning, says the table: "
          + "that has not happened yet; check the dates")
    case .tooFewEvents(let kind):
      Phrase(
        zh: "\(kind)：有结果的记录不足 \(LifeTable.leastEvents) 个，说不出到期末能来多少，不计入预计",
        en: "\(kind): fewer than \(LifeTable.leastEvents) have ended on record, so nothing is "
          + "expected of them by the period’s end")
    case .recordTooShort(let kind):
      Phrase(
        zh: "\(kind)：有结果的记录还不到 \(LifeTable.leastDays) 天，说不出一个月能来多少，不计入预计；满了再看",
        en:
          "\(kind): those on record ended within the last \(LifeTable.leastDays) days, too few to "
          + "tell a month by, so nothing is expected of them yet; plan again later")
    case .metBeforeRecords(let count, let begin):
      Phrase(
        zh: "\(count: count) 位没有订单的客户在 \(begin) 开始有记录之前就接触过，可能早就下过单：不计入预计，以前的订单记上以后才算",
        en:
          "\(count: count, "customer", "customers") without an order \(agreeing: count, "was", "were") met "
          + "before records begin on \(begin) and may have ordered unseen: nothing is expected of "
          + "\(agreeing: count, "it", "them"); note the earlier orders to have them counted")
    case .dealsWithoutChance(let count):
      Phrase(
        zh: "\(count: count) 个商机没有创建日：未计入预计，补上日期",
        en: "\(count: count, "open deal has", "open deals have") no day of creation: nothing is "
          + "expected of \(agreeing: count, "it", "them"); fill in the day")
    case .dealsTooNew(let count):
      Phrase(
        zh: "\(count: count) 个商机的创建日不早于计划日：从第二天起才有机会可说，现在不计入预计",
        en: "\(count: count, "open deal was", "open deals were") created on the day of planning or "
          + "later: nothing is expected of \(agreeing: count, "it", "them") before the day after")
    case .dealsRefined(let choice): Self.refined(choice)
    case .dealsByAge:
      Phrase(
        zh: "商机的机会只按已等的天数：已结束的商机还不够多，试不出阶段和预计成交日准不准",
        en:
          "the chances of open deals go by their age alone: too few have closed to try whether stage or "
          + "expected date say more")
    case .neverWell(let kind):
      Phrase(
        zh: "\(kind)：已有的结果里没有一个成的，说不出到期末能来多少，不计入预计",
        en:
          "\(kind): of those that have ended on record none ended well, so nothing is expected of them by the "
          + "period’s end")
    case .dealsOverdue(let count):
      Phrase(
        zh: "\(count: count) 个商机已过预计成交日：问清新的日子，或关闭",
        en: "\(count: count, "open deal is", "open deals are") past "
          + "\(agreeing: count, "its", "their") expected date: ask for a new date, or close "
          + "\(agreeing: count, "it", "them")")
    case .wonWithoutOrder(let count):
      Phrase(
        zh: "\(count: count) 个赢下的商机前后 30 天内没有该客户的订单：把订单记上，或者改商机的状态",
        en: "\(count: count, "won deal has", "won deals have") no order of that customer within 30 "
          + "days: note the order, or correct the deal")
    case .unusedRows(let reason, let count):
      Phrase(
        zh: "\(count: count) 行没有使用（\(reason)）：改正后才会计入",
        en: "\(count: count, "row was", "rows were") not used (\(reason)): correct "
          + "\(agreeing: count, "it", "them") to have \(agreeing: count, "it", "them") counted")
    case .sizesOfTeam(let orders):
      Phrase(
        zh:
          "本人近一年的订单不足 \(OrderSizes.leastOwn) 笔：到期末的预计按全队 \(orders) 笔订单的平均单额；"
          + "倒推工作量的单量另算",
        en:
          "fewer than \(OrderSizes.leastOwn) orders of one’s own within a year: what is expected by "
          + "the period’s end goes by the mean of the team’s \(orders); the deal size of the work is counted apart"
      )
    case .chanceUnsaid(let chance): Phrase(chance)
    case .scaled(let scale):
      Phrase(
        zh: "预计的金额除了机会 × 金额，还乘以 \(Digits.decimal(scale, places: 2))：拿过去几个月的预计和实际对照得出",
        en:
          "expected amounts are chance × amount × \(Digits.decimal(scale, places: 2)), a factor found by "
          + "setting what past months were expected to bring beside what came")
    case .spreadAssumed:
      Phrase(
        zh: "还没有一个月可以回头检验：月与月之间的起伏按 30% 假定",
        en: "no past month could be tested yet: that months differ by 30 % is an assumption")
    case .recordIsOfToday:
      Phrase(
        zh: "过去各月的说法按今天的负责人、阶段、金额和预计成交日重算；没有目标的月份，拿那时的平常月份当目标",
        en:
          "what past months would have said goes by today’s owners, stages, amounts and expected "
          + "dates; where a month had no goal, a usual month of then stands for it"
      )
    }
  }

  /// What open deals' chances go by.
  private static func refined(_ choice: DealRefinement.Choice) -> Phrase {
    guard choice.used != .none else {
      let tried = parts(choice.tried)
      return Phrase(
        zh: "商机的机会只按已等的天数：也试过\(tried.chinese)，过去几个月并不更准",
        en:
          "the chances of open deals go by their age alone: \(tried.english) was tried, and was no nearer "
          + "to what past months brought")
    }
    let used = parts(choice.used)
    return Phrase(
      zh: "商机的机会按已等的天数和\(used.chinese)：过去几个月比只看天数更准",
      en:
        "the chances of open deals go by their age and \(used.english): in past months that was nearer to "
        + "what came than age alone")
  }

  private static func parts(_ refinement: DealRefinement) -> Phrase {
    switch (refinement.byStage, refinement.byDate) {
    case (true, true): Phrase(zh: "阶段和预计成交日", en: "stage and expected date")
    case (true, false): Phrase(zh: "阶段", en: "stage")
    case (false, _): Phrase(zh: "预计成交日", en: "expected date")
    }
  }
}
