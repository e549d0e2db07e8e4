package import Phrases

extension PlanNote: Worded {
  package func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }

  private var chinese: String {
    switch self {
    case .missingTable(let table, let part):
      "缺 \(table) 表：不计算\(part.text(in: .chinese))"
    case .noAmountGoal: "本期没有金额目标：不倒推工作量"
    case .targetIsShare(let goal): "目标取自“\(goal)”，按工作日分到本期"
    case .noRate(let from, let to):
      "\(StageName.step(from, to).chinese) 无数据：填写 rates 表或积累 activities 记录后才能倒推"
    case .noFactors: "近期新客户没有订单（或已全部退货），也没有 factors 表：不知道单量与续购量"
    case .ratePooled(let from, let to, let team):
      "\(StageName.step(from, to).chinese) 没有本人记录：用\(pool(team))的记录"
    case .rateGiven(let from, let to): "\(StageName.step(from, to).chinese) 的转化率为手工填写"
    case .noSuccess(let from, let to, let working):
      "\(StageName.step(from, to).chinese) 无成功记录：暂按 \(working.successes)/\(working.trials) 计算"
    case .stageSkipped(let from, let to):
      "“\(StageName(to).text(in: .chinese))”多于“\(StageName(from).text(in: .chinese))”："
        + "有“\(StageName(from).text(in: .chinese))”没有记录"
    case .factorsPooled(let team, let orders):
      "本人只有 \(orders) 张订单（少于 5 张）：单量与续购量用\(pool(team))的记录"
    case .fewOrders(let orders):
      "只有 \(orders) 张订单（少于 5 张），也没有别人的记录可合并：单量、续购量与把握仅供参考"
    case .returnsBeyondOrders(let customers, let amount):
      "\(customers) 位新客户的退货超过其订单，超出的 \(Digits.money(amount)) 未从单量中扣除：核对退货记录"
    case .factorsGiven: "单量与续购量为手工填写"
    case .recentLeftOut(let count, let days):
      "\(count) 位客户首次接触不足 \(days) 天（九成成交客户的周期）：未计入转化率"
    case .dealsWithoutChance(let count): "\(count) 个商机没有成交概率：未计入预计"
    case .dealsOlderThanHistory(let count): "\(count) 个商机超过历史最长周期：按 0 计"
    case .customersOlderThanHistory(let count): "\(count) 位老客户间隔超过历史最长：续购按 0 计"
    case .provisionalCalendar(let year): "\(year) 年补假与调休未公布：工作日可能变动"
    case .contactsOverCap(let days): "有 \(days) 天，仅新客户接触就超过当日可用时间"
    case .lagUnknown: "成交周期记录不足 5 个：不计算何时成交，把握只给“最终”"
    case .fewMonths(let months): "只有 \(months) 个月可比（不足 4 个）：不计月间波动"
    case .orderSizesUnknown: "只知道平均单量：把握未含单量的差异"
    case .forecastTooLarge: "目标相对单量过大：不精确计算把握"
    case .confidenceOutOfReach: "任何首次接触数都达不到所要求的把握"
    case .fewCustomers(let count): "只有 \(count) 位客户有交易（不足 10 位）：只排名，不作 80/20 结论"
    case .noWorkdayLeft: "本期没有剩余工作日"
    case .sameName(let count): "\(count) 位客户重名：请核对是否同一家"
    }
  }

  private var english: String {
    switch self {
    case .missingTable(let table, let part):
      "no \(table) table: \(part.text(in: .english)) not computed"
    case .noAmountGoal: "no amount goal for this period: no workload is derived"
    case .targetIsShare(let goal): "the target is the share of “\(goal)” by working days"
    case .noRate(let from, let to):
      "nothing is known of \(StageName.step(from, to).english): fill in the rates table or record activities"
    case .noFactors:
      "the new customers have no order left after returns, and there is no factors table: "
        + "deal size and repeats are not known"
    case .ratePooled(let from, let to, let team):
      "no records of one’s own for \(StageName.step(from, to).english): those of \(pool(team, .english)) are used"
    case .rateGiven(let from, let to):
      "the rate of \(StageName.step(from, to).english) was typed by hand"
    case .noSuccess(let from, let to, let working):
      "nothing succeeded yet at \(StageName.step(from, to).english): "
        + "\(working.successes)/\(working.trials) stands in"
    case .stageSkipped(let from, let to):
      "more reached “\(StageName(to).text(in: .english))” than "
        + "“\(StageName(from).text(in: .english))”: some of the latter were not recorded"
    case .factorsPooled(let team, let orders):
      "only \(orders) orders of one’s own (fewer than 5): deal size and repeats "
        + "come from \(pool(team, .english))"
    case .fewOrders(let orders):
      "only \(orders) orders (fewer than 5), and nobody has more to add: take deal size, repeats and "
        + "the probability as a hint"
    case .returnsBeyondOrders(let customers, let amount):
      "\(customers) new customers returned more than they ordered: \(Digits.money(amount)) of it is "
        + "not taken from the deal size; check the returns"
    case .factorsGiven: "deal size and repeats were typed by hand"
    case .recentLeftOut(let count, let days):
      "\(count) customers were first contacted less than \(days) days ago (nine tenths of won "
        + "customers took that long): left out of the rates"
    case .dealsWithoutChance(let count): "\(count) open deals have no probability: not counted"
    case .dealsOlderThanHistory(let count):
      "\(count) deals are open longer than any before: counted as nothing"
    case .customersOlderThanHistory(let count):
      "\(count) customers wait longer than any before: their repeats count as nothing"
    case .provisionalCalendar(let year):
      "the substitute and make-up days of \(year) are not announced: working days may change"
    case .contactsOverCap(let days): "on \(days) days the new contacts alone exceed the day’s time"
    case .lagUnknown:
      "fewer than 5 sales cycles are known: when deals close is not computed, and the probability "
        + "is for the end only"
    case .fewMonths(let months):
      "only \(months) months to compare (fewer than 4): how months differ is not included"
    case .orderSizesUnknown:
      "only the mean order size is known: its spread is not in the probability"
    case .forecastTooLarge:
      "the target is too many orders away: the probability is not counted exactly"
    case .confidenceOutOfReach: "no number of first contacts reaches the confidence asked for"
    case .fewCustomers(let count):
      "only \(count) customers with transactions (fewer than 10): a ranking, no 80/20 statement"
    case .noWorkdayLeft: "no working day is left in the period"
    case .sameName(let count): "\(count) customers share a name: check whether they are the same"
    }
  }

  private func pool(_ team: String?, _ language: Language = .chinese) -> String {
    switch (team, language) {
    case (nil, .chinese): "全体"
    case (nil, .english): "everybody"
    case (let team?, .chinese): "团队 \(team) "
    case (let team?, .english): "team \(team)"
    }
  }
}

extension PlanNote.Part: Worded {
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.goal, .chinese): "目标"
    case (.goal, .english): "goals"
    case (.customers, .chinese): "客户分类"
    case (.customers, .english): "customer classes"
    case (.rates, .chinese): "转化率"
    case (.rates, .english): "conversion rates"
    case (.factors, .chinese): "单量与续购量"
    case (.factors, .english): "deal size and repeats"
    case (.workload, .chinese): "工作量"
    case (.workload, .english): "workload"
    case (.openPipeline, .chinese): "在途商机"
    case (.openPipeline, .english): "open deals"
    case (.repeatOrders, .chinese): "续购"
    case (.repeatOrders, .english): "repeat orders"
    case (.lag, .chinese): "周期"
    case (.lag, .english): "sales cycle"
    case (.forecast, .chinese): "把握"
    case (.forecast, .english): "probability"
    case (.attention, .chinese): "关注度"
    case (.attention, .english): "attention"
    case (.pareto, .chinese): "80/20"
    case (.pareto, .english): "80/20"
    case (.collections, .chinese): "回款"
    case (.collections, .english): "collections"
    case (.authority, .chinese): "由联系人推断的决策能力"
    case (.authority, .english): "power to decide from contacts"
    }
  }
}
