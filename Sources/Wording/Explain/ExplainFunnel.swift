import Phrases
import SalesMethod

extension Explainer {
  /// The conversions of the funnel.
  var funnel: [Explanation] {
    let stages = Explanation(
      "funnel.stages", Phrase(zh: "漏斗的阶段", en: "The stages of the funnel"),
      Phrase(
        zh: "设置中的 funnel，从首次接触到成交", en: "the funnel of the settings, from first contact to deal"),
      gives: .list(plan.stages.map { .word($0) }))
    let rates = plan.rates?.rates ?? []
    return [stages] + zip(rates.indices, rates).flatMap { rate($1, rows: sources.rateRows($0)) }
  }

  private func rate(_ rate: StageRate, rows: SourceRows) -> [Explanation] {
    let key = "funnel.rates.\(rate.from)"
    let step = StageName.step(rate.from, rate.to)
    let title = Phrase(zh: "\(step) 转化率", en: "Conversion \(step)")
    let (from, to) = (Phrase(StageName(rate.from)), Phrase(StageName(rate.to)))
    let counted = Self.formula(rate)
    let parts: [Explanation.Input] = [
      .init(to, ExplainedValue.count(rate.rate.successes).text),
      .init(from, ExplainedValue.count(rate.rate.trials).text),
      .init(zh: "来源", en: "source", Self.source(rate.source)),
    ]
    let intervals = rate.source == .lifeTable ? [] : intervals(rate)
    let whole = Explanation(
      group: key, title, counted, parts + intervals.map { .init($0.title, $0.result) },
      result: Phrase(
        same: "\(rate.rate.successes)/\(rate.rate.trials) = "
          + (rate.rate.share.map { Digits.percent($0.double) } ?? "—")), from: rows)
    func one(_ name: String, _ title: Phrase, _ value: ExplainedValue) -> Explanation {
      Explanation("\(key).\(name)", title, counted, parts, gives: value, from: rows)
    }
    return [
      whole,
      one(
        "successes", Phrase(zh: "到达“\(to)”的客户", en: "Customers at “\(to)”"),
        .count(rate.rate.successes)),
      one(
        "trials", Phrase(zh: "到达“\(from)”的客户", en: "Customers at “\(from)”"),
        .count(rate.rate.trials)),
      Explanation(
        "\(key).source", Phrase(zh: "转化率的来源", en: "Where the conversion is taken from"),
        Phrase(
          zh: "先用本人记录；没有则用手填的；再没有用团队的，然后全体的（至少 3 人、20 位客户）；都还没满周期，"
            + "最后一步用首单的生命表",
          en:
            "one’s own records; else what was given by hand; else the team’s, then everybody’s (of 3 "
            + "persons and 20 customers at least); where nobody is old enough, the last step comes from the "
            + "life table of first orders"),
        parts,
        gives: Self.source(rate.source), from: rows),
    ] + intervals.map { $0.at(key, parts, rows) }
  }

  private static func formula(_ rate: StageRate) -> Phrase {
    rate.source == .lifeTable
      ? Phrase(
        zh: "首次接触后 365 天内下首单的机会 ÷ 前面各阶段转化率之积，至多为 1",
        en:
          "the chance of a first order within 365 days of the first contact ÷ the product of the rates "
          + "before, 1 at most")
      : Phrase(
        zh: "窗口内首次接触、周期已满的客户中（都未满时：所有首次接触的），到达后一阶段的 ÷ 到达前一阶段的",
        en:
          "of the customers first contacted in the window who are old enough (where nobody is: of all "
          + "first contacted): those at the later stage ÷ the earlier")
  }

  /// What is known of how far a counted rate may be off.
  private struct RateInterval {
    let name: String
    let title: Phrase
    let formula: Phrase
    let value: ExplainedValue

    var result: Phrase { value.text }

    func at(_ key: String, _ parts: [Explanation.Input], _ rows: SourceRows) -> Explanation {
      Explanation("\(key).\(name)", title, formula, parts, gives: value, from: rows)
    }
  }

  private func intervals(_ rate: StageRate) -> [RateInterval] {
    let wilson = Interval(wilson95: rate.rate).map {
      RateInterval(
        name: "wilson95", title: Phrase(zh: "95% 区间（Wilson）", en: "95 % interval (Wilson)"),
        formula: Phrase(
          zh: "Wilson 得分区间：真实转化率在 95% 的情形下落在其中",
          en: "Wilson’s score interval: it holds the true rate in 95 cases of 100"),
        value: .interval($0))
    }
    let jeffreys = Interval(jeffreys: rate.rate, confidence: 0.8).map {
      RateInterval(
        name: "jeffreys80", title: Phrase(zh: "80% 区间（Jeffreys）", en: "80 % interval (Jeffreys)"),
        formula: Phrase(
          zh: "Beta(成功 + ½, 失败 + ½) 的 10% 与 90% 分位",
          en: "the 10 % and 90 % quantiles of Beta(successes + ½, failures + ½)"),
        value: .interval($0))
    }
    return [wilson, jeffreys].compactMap { $0 }
  }

  /// Where an estimate was taken from.
  static func source(_ source: EstimateSource) -> ExplainedValue {
    switch source {
    case .own: .word("own", Phrase(zh: "本人记录", en: "own records"))
    case .given(let row):
      .word(
        "given", Phrase(zh: "手填 \(row.path):\(row.line)", en: "given in \(row.path):\(row.line)"))
    case .pooled(let team?):
      .word("pooled", Phrase(zh: "团队 \(team) 的记录", en: "records of team \(team)"))
    case .pooled(nil): .word("pooled", Phrase(zh: "全体记录", en: "everybody’s records"))
    case .lifeTable:
      .word("life_table", Phrase(zh: "首单的生命表", en: "the life table of first orders"))
    }
  }
}
