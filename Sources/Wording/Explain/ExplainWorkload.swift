import Phrases
import SalesMethod

extension Explainer {
  /// The work of every stage, the hours, and what fits.
  func workload() throws(MethodFailure) -> [Explanation] {
    guard let workload = plan.workload, let rates = plan.rates, let factors = plan.factors else {
      return []
    }
    let confidence = Explanation(
      "workload.confidence", Phrase(zh: "第二列求的把握", en: "The confidence of the second column"),
      Phrase(zh: "设置中的 estimate.confidence", en: "estimate.confidence of the settings"),
      gives: .share(plan.confidence))
    var list = [confidence, try customers(workload, factors)]
    for position in workload.stages.indices {
      list += try stage(position, workload, rates, factors)
    }
    return list + hours(workload) + fit(workload) + sensitivity
  }

  private static let contactsFormula = Phrase(
    zh: "最终使“已成交 + 新客户 + 在途 + 老客户 ≥ 目标”的概率不低于所求把握的最少首次接触数",
    en: "the least first contacts for which what is sold, new customers, open deals and existing "
      + "customers reach the target in the end with the confidence asked for")

  private func customers(
    _ workload: Workload, _ factors: Factors
  ) throws(MethodFailure) -> Explanation {
    Explanation(
      "workload.customers", Phrase(zh: "要赢得的新客户", en: "New customers to win"),
      Self.customersFormula,
      try customerInputs(workload, factors), gives: .count(workload.customers),
      from: sources.factorRows)
  }

  private static let customersFormula = Phrase(
    zh: "⌈缺口 ÷ (单量 × 续购量)⌉", en: "⌈gap ÷ (order size × orders per buyer)⌉")

  private func customerInputs(
    _ workload: Workload, _ factors: Factors
  ) throws(MethodFailure) -> [Explanation.Input] {
    [
      .init(zh: "缺口", en: "gap", .money(plan.streams?.gap ?? .zero)),
      .init(
        zh: "每位成交客户的价值", en: "worth of a customer", .money(hundredths: try factors.customerValue())),
      .init(zh: "取整前", en: "before rounding up", .number(workload.exactCustomers)),
    ]
  }

  private func stage(
    _ position: Int, _ workload: Workload, _ rates: FunnelRates, _ factors: Factors
  ) throws(MethodFailure) -> [Explanation] {
    let work = workload.stages[position]
    let key = "workload.stages.\(work.stage)"
    let stage = Phrase(StageName(work.stage))
    let title = Phrase(zh: "“\(stage)”的工作量", en: "The work of “\(stage)”")
    let isLast = position >= rates.rates.count
    let rows = isLast ? sources.factorRows : sources.rateRows(position)
    let formula: Phrase
    var inputs: [Explanation.Input]
    if isLast {
      formula = Self.customersFormula
      inputs = try customerInputs(workload, factors)
    } else {
      let rate = rates.rates[position]
      let next = Phrase(StageName(rate.to))
      formula = Phrase(
        zh: "⌈\(next)数 × 试验 ÷ 成功⌉，用整数计算",
        en: "⌈\(next) × trials ÷ successes⌉, in whole numbers")
      inputs = [
        .init(next, ExplainedValue.count(workload.stages[position + 1].mean).text),
        .init(zh: "成功", en: "successes", .count(rate.working.successes)),
        .init(zh: "试验", en: "trials", .count(rate.working.trials)),
      ]
    }
    let mean = Explanation(
      "\(key).mean", title, formula, inputs, gives: .count(work.mean), from: rows)
    if let confident = work.confident {
      inputs.append(.init(zh: "有把握的数量", en: "with confidence", .count(confident)))
    }
    let whole = Explanation(
      group: key, title, formula, inputs, result: mean.result, from: rows)
    return [whole, mean] + [confident(key, position, workload, rates)].compactMap { $0 }
      + [perWeek(key, work)]
  }

  private func confident(
    _ key: String, _ position: Int, _ workload: Workload, _ rates: FunnelRates
  ) -> Explanation? {
    guard let count = workload.stages[position].confident else { return nil }
    let stage = Phrase(StageName(workload.stages[position].stage))
    let title = Phrase(zh: "“\(stage)”有把握的数量", en: "“\(stage)” with confidence")
    guard position > 0 else {
      return Explanation(
        "\(key).confident", title, Self.contactsFormula,
        [.init(zh: "求的把握", en: "confidence", .share(plan.confidence))], gives: .count(count),
        from: sources.conversionRows + sources.factorRows)
    }
    let rate = rates.rates[position - 1]
    let before = Phrase(StageName(rate.from))
    return Explanation(
      "\(key).confident", title,
      Phrase(
        zh: "⌈“\(before)”有把握的数量 × 成功 ÷ 试验⌉",
        en: "⌈“\(before)” with confidence × successes ÷ trials⌉"),
      [
        .init(before, ExplainedValue.count(workload.stages[position - 1].confident ?? 0).text),
        .init(zh: "成功", en: "successes", .count(rate.working.successes)),
        .init(zh: "试验", en: "trials", .count(rate.working.trials)),
      ], gives: .count(count), from: sources.rateRows(position - 1))
  }

  private func perWeek(_ key: String, _ work: StageWorkload) -> Explanation {
    let stage = Phrase(StageName(work.stage))
    return Explanation(
      "\(key).perWeek",
      Phrase(zh: "“\(stage)”按周的数量", en: "“\(stage)” week by week"),
      Phrase(
        zh: "总数按剩余工作日分摊（\(shape)），再按周相加：各周之和等于总数",
        en:
          "the whole spread over the working days left (\(shape)) and added up by week: the "
          + "weeks add up to the whole"),
      work.perWeek.map {
        .init(
          Phrase(same: "\($0.week) (\($0.days.start)..\($0.days.end))"), Phrase(same: "\($0.count)")
        )
      }, gives: .list(work.perWeek.map { .count($0.count) }))
  }

  /// How work is spread over the days.
  var shape: Phrase {
    let layout = planner.settings.layout
    let shape =
      switch layout.shape {
      case .even: Phrase(zh: "均匀", en: "even")
      case .front: Phrase(zh: "前多后少", en: "more at the start")
      }
    guard layout.buffer > 0 else { return shape }
    return Phrase(
      zh: "\(shape)，最后 \(layout.buffer) 天留空",
      en: "\(shape), the last \(count: layout.buffer, "day", "days") kept free")
  }
}
