import Phrases
import SalesMethod

extension Explainer {
  static let contactsFormula = Phrase(
    zh: "使“期内已成交 + 新客户 + 在途 + 续购 ≥ 目标”的概率不低于所求把握的最少首次接触数",
    en:
      "the least first contacts for which achieved + new customers + open deals + repeats reach the "
      + "target with the confidence asked for")

  /// What the planned contacts can be expected to bring, and how surely.
  func forecast() throws(MethodFailure) -> [Explanation] {
    guard let forecast = plan.forecast else { return [] }
    let rows =
      sources.conversionRows + sources.factorRows + sources.pipelineRows + sources.repeatRows
    let contacts = Explanation(
      "forecast.contacts", Phrase(zh: "预测所用的首次接触数", en: "First contacts the forecast is for"),
      Phrase(zh: "倒推出的平均数量", en: "the mean count that was worked back"),
      gives: .count(forecast.contacts), from: rows)
    var list = [whole(forecast, rows), contacts]
    list += chances(forecast, rows)
    list += try moments(forecast, rows)
    list += forecast.quantiles.map { quantile($0, rows) }
    list += grid(forecast)
    list += [overdispersion(forecast)]
    if let count = forecast.contactsForConfidence {
      list.append(
        Explanation(
          "forecast.contactsForConfidence",
          Phrase(zh: "有把握的首次接触数", en: "First contacts for the confidence"),
          Self.contactsFormula, [.init("求的把握", "confidence", .share(plan.confidence))],
          gives: .count(count), from: rows))
    }
    return list + forecast.sensitivity.flatMap { sensitivity($0, forecast, rows) }
  }

  private static let method = Phrase(
    zh: "成交客户数：Beta 二项分布（Jeffreys 后验）；金额：实际订单的精确卷积；在途与续购各按概率；不用随机数；"
      + "未含单量与续购量的估计误差",
    en:
      "customers won: beta-binomial (Jeffreys’ posterior); amounts: exact convolution of the orders "
      + "seen; open deals and repeats each with their chance; no random numbers; the error of order "
      + "size and repeats is not included")

  private func givens(_ forecast: Forecast) -> [Explanation.Input] {
    [
      .init("首次接触", "first contacts", .count(forecast.contacts)),
      .init("还需达成（目标 − 已成交）", "still to reach (target − achieved)", .money(forecast.target)),
      .init("金额网格", "grid", .money(forecast.grid)),
      .init("月间波动 ρ", "spread of months ρ", .number(forecast.overdispersion.rho)),
    ]
  }

  private func whole(_ forecast: Forecast, _ rows: SourceRows) -> Explanation {
    let ever = Digits.percent(forecast.probabilityEver)
    let result =
      plan.outlook.saidChance.map(Digits.percent).map {
        Phrase(zh: "期内 \($0)，最终 \(ever)", en: "\($0) in the period, \(ever) ever")
      } ?? Phrase(zh: "最终 \(ever)", en: "\(ever) ever")
    let spread: [Explanation.Input] =
      [
        .init("期望值", "mean", .money(units: forecast.mean)),
        .init("标准差", "standard deviation", .money(units: forecast.standardDeviation)),
      ]
      + forecast.quantiles.map {
        .init(
          "\(Digits.percent($0.share)) 分位", "\(Digits.percent($0.share)) quantile",
          .money($0.amount))
      }
    return Explanation(
      group: "forecast", Phrase(zh: "达成目标的把握", en: "The chance to reach the target"), Self.method,
      givens(forecast) + spread, result: result, changes: forecast.sensitivity.map(change),
      from: rows)
  }

  private func change(_ sensitivity: FactorSensitivity) -> Phrase {
    let points =
      (sensitivity.probability < 0 ? "" : "+")
      + Digits.decimal(sensitivity.probability * 100, places: 1)
    return Phrase(
      zh: "\(sensitivity.factor.text(in: .chinese)) +10%：\(points) 个百分点",
      en: "\(sensitivity.factor.text(in: .english)) +10 %: \(points) points")
  }

  private func chances(_ forecast: Forecast, _ rows: SourceRows) -> [Explanation] {
    let whole = whole(forecast, rows)
    let ever = Explanation(
      "forecast.probability.ever",
      Phrase(zh: "最终达成目标的概率", en: "The chance to reach the target in the end"),
      Phrase(
        zh: "P(新客户 + 在途 + 续购 ≥ 还需达成)，不问何时成交；\(Self.method.chinese)",
        en: "P(new customers + open deals + repeats ≥ still to reach), whenever they close; "
          + "\(Self.method)"), givens(forecast), gives: .share(forecast.probabilityEver),
      from: rows)
    let group = Explanation(
      group: "forecast.probability", whole.title, whole.formula, whole.inputs,
      result: whole.result, changes: whole.changes, from: rows)
    guard let chance = plan.outlook.saidChance else { return [group, ever] }
    let inPeriod = Explanation(
      "forecast.probability.inPeriod",
      Phrase(zh: "期内达成目标的概率", en: "The chance to reach the target in the period"),
      Phrase(
        zh: "在途、老客户、接触中与放得下的新接触到期末的分布，乘以修正，并计入月与月的差异",
        en:
          "the distribution by the end of open deals, existing customers, contacts in progress and the "
          + "new contacts that fit, times the correction, with how months differ"),
      givens(forecast),
      gives: .share(chance), from: rows + sources.lagRows)
    return [group, inPeriod, ever]
  }

  /// The mean and the standard deviation, with the expected wins they are made of.
  private func moments(
    _ forecast: Forecast, _ rows: SourceRows
  ) throws(MethodFailure) -> [Explanation] {
    guard let rates = plan.rates, let factors = plan.factors else { return [] }
    let belief = ConversionBelief(rates.conversion, overdispersion: forecast.overdispersion)
    let wins = belief.wins(of: forecast.contacts).mean
    var others = 0.0
    if let streams = plan.streams {
      let parts = [streams.openPipeline, streams.repeats, streams.inProgress, streams.other]
      for part in parts { others += Double(part.hundredths) / 100 }
    }
    let inputs: [Explanation.Input] = [
      .init("预期成交客户", "customers expected", .number(wins)),
      .init("每客价值", "worth of a customer", .money(hundredths: try factors.customerValue())),
      .init("在途、续购、接触中的预计", "expected of the other parts", .money(units: others)),
      .init("金额网格", "grid", .money(forecast.grid)),
    ]
    return [
      Explanation(
        "forecast.mean", Phrase(zh: "金额的期望值", en: "The expected amount"),
        Phrase(
          zh: "预期成交客户 × 每客价值 + 在途与续购的期望，各单先取整到网格",
          en:
            "customers expected × worth of one + what open deals and repeats are expected to bring, "
            + "each amount rounded to the grid first"), inputs,
        gives: .money(units: forecast.mean), from: rows),
      Explanation(
        "forecast.sd", Phrase(zh: "金额的标准差", en: "The standard deviation of the amount"),
        Phrase(
          zh: "√(E[N]·Var(每客) + Var(N)·E(每客)² + Σ p(1 − p)·金额²)，N 为成交客户数",
          en: "√(E[N]·Var(one) + Var(N)·E(one)² + Σ p(1 − p)·amount²), N the customers won"),
        inputs,
        gives: .money(units: forecast.standardDeviation), from: rows),
    ]
  }

  private func quantile(_ quantile: Forecast.Quantile, _ rows: SourceRows) -> Explanation {
    let share = Digits.percent(quantile.share)
    return Explanation(
      "forecast.quantiles.\(Digits.decimal(quantile.share, places: 2))",
      Phrase(zh: "金额的 \(share) 分位", en: "The \(share) quantile of the amount"),
      Phrase(
        zh: "不超过它的概率达到 \(share) 的最小金额（最终，不问何时成交）",
        en: "the least amount that is not exceeded with a chance of \(share) (in the end)"),
      gives: .money(quantile.amount), from: rows)
  }

  private func grid(_ forecast: Forecast) -> [Explanation] {
    [
      Explanation(
        "forecast.grid", Phrase(zh: "金额网格", en: "The grid of amounts"),
        Phrase(
          zh: "目标与各单都是整千则为 1000；否则取目标的约 1/2000，按 1、2、5 × 10ⁿ 取整，金额太大时再放粗",
          en:
            "1,000 where the target and all amounts are whole thousands; else about a two-thousandth of "
            + "the target, as 1, 2 or 5 × 10ⁿ, coarser where amounts are too many to count"),
        gives: .money(forecast.grid)),
      Explanation(
        "forecast.maxRoundingError",
        Phrase(zh: "网格取整的最大累计误差", en: "The most that rounding can add up to"),
        Phrase(
          zh: "各单都在网格上则为 0；否则（订单数上限 + 在途与续购数）× 半格",
          en:
            "nothing where all amounts lie on the grid; else (the most orders + open deals and repeats) × "
            + "half a step"),
        [.init("金额网格", "grid", .money(forecast.grid))],
        gives: .money(forecast.largestRoundingError)),
    ]
  }

  private func overdispersion(_ forecast: Forecast) -> Explanation {
    let isOwn = plan.rates?.rates.allSatisfy { $0.source == .own } ?? false
    let months = isOwn ? plan.cohort.months.filter { $0.trials > 0 } : []
    return Explanation(
      "forecast.overdispersion", Phrase(zh: "月间波动 ρ", en: "The spread of months ρ"),
      Phrase(
        zh: "Pearson X² 超出机会所能解释的部分；不足 \(Overdispersion.leastMonths) 个月或非本人记录时为 0",
        en:
          "what Pearson’s X² exceeds chance by; 0 with fewer than \(Overdispersion.leastMonths) months "
          + "or where rates are not one’s own"),
      months.map {
        .init("月：成交/接触", "month: won/contacted", "\($0.successes)/\($0.trials)")
      }, gives: .number(forecast.overdispersion.rho), from: sources.conversionRows)
  }

  private func sensitivity(
    _ sensitivity: FactorSensitivity, _ forecast: Forecast, _ rows: SourceRows
  ) -> [Explanation] {
    let name = Self.name(of: sensitivity.factor)
    let factor = Phrase(sensitivity.factor)
    func one(_ part: String, _ formula: Phrase, _ value: ExplainedValue) -> Explanation {
      Explanation(
        "forecast.sensitivity.\(name).\(part)",
        Phrase(
          zh: "\(factor.chinese)提高 10% 的影响", en: "What 10 % more of \(factor.english) changes"),
        formula,
        givens(forecast), gives: value, from: rows)
    }
    return [
      one(
        "amount",
        Phrase(
          zh: "首次接触 × 转化率 × 每客价值 × 10%",
          en: "first contacts × conversion × worth of a customer × 10 %"),
        .money(sensitivity.amount)),
      one(
        "hours",
        sensitivity.factor == .developed
          ? Phrase(zh: "漏斗用时 × 10%", en: "time of the funnel × 10 %")
          : Phrase(zh: "不增加用时", en: "it takes no more hours"), .hours(sensitivity.time)),
      one(
        "probability",
        Phrase(
          zh: "该因素提高 10% 后最终达成的概率 − 现在的概率",
          en: "the chance in the end with 10 % more of it − the chance now"),
        .number(sensitivity.probability)),
    ]
  }

  /// The name of a factor in the plan as data.
  static func name(of factor: Factor) -> String {
    factor == .repeats ? "repeat" : factor.rawValue
  }
}
