import Phrases
import SalesMethod

extension Explainer {
  /// What the sales cycle means for the period.
  var lag: [Explanation] {
    guard let lag = plan.lag else { return [] }
    let rows = sources.lagRows
    let cycles: [Explanation.Input] = [
      .init("记录的周期", "cycles seen", .count(lag.lag.days.count)),
      .init("中位数（天）", "median in days", .number(lag.lag.median)),
    ]
    let schedule = Phrase(
      zh: "Σ 每天首次接触 × 到该日首单的机会 × 修正",
      en: "Σ contacts of a day × chance of a first order by the date × correction")
    let closings = lag.closesBy.map { closing in
      Explanation(
        "lag.closesBy.\(closing.date).deals",
        Phrase(zh: "到 \(closing.date) 预计成交", en: "Deals expected by \(closing.date)"), schedule,
        cycles + conversionInputs, gives: .number(closing.deals),
        from: rows + sources.conversionRows)
    }
    let starts = lag.lastUsefulStart.compactMap { start in
      start.day.map { lastStart(start.shareThousandths, $0, lag, rows) }
    }
    return [
      Explanation(
        group: "lag", Phrase(zh: "成交周期", en: "The sales cycle"), schedule,
        cycles
          + lag.closesBy.map {
            .init("到 \($0.date) 成交", "won by \($0.date)", .number($0.deals))
          }, result: Phrase(lag), from: rows)
    ] + closings + starts + [
      Explanation(
        "lag.median", Phrase(zh: "成交周期的中位数（天）", en: "The median of the sales cycle in days"),
        Phrase(
          zh: "从首次接触到首单的天数，从短到长排在中间的；偶数个取中间两个的平均",
          en:
            "days from first contact to first order, the one in the middle; of an even number, halfway "
            + "between the two"), [cycles[0]], gives: .number(lag.lag.median), from: rows)
    ]
  }

  private var conversionInputs: [Explanation.Input] {
    guard let work = plan.workload?.stages.first, let conversion = plan.rates?.conversion else {
      return []
    }
    return [
      .init("首次接触", "first contacts", .count(work.mean)),
      .init("转化效率", "conversion", .share(conversion.share)),
    ]
  }

  private func lastStart(
    _ thousandths: Int, _ day: Day, _ lag: LagReport, _ rows: SourceRows
  ) -> Explanation {
    let share = Double(thousandths) / 1000
    let text = Digits.percent(share)
    let days = lag.lag.days(toReach: thousandths, of: 1000)
    return Explanation(
      "lag.lastUsefulStart.\(Digits.decimal(share, places: 3))",
      Phrase(
        zh: "\(text) 的买家还来得及的最后一天", en: "The last day from which \(text) of buyers buy in time"),
      Phrase(
        zh: "不晚于“期末 − \(text) 买家所需天数”的最后一个工作日",
        en: "the last working day up to the end less the days \(text) of buyers take"),
      [
        .init("期末", "end", .day(lag.end)), .init("所需天数", "days", .count(days)),
      ], gives: .day(day), from: rows)
  }
}
