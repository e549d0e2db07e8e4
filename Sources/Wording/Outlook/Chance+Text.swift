package import Phrases
package import SalesMethod

extension PeriodOutlook.Chance: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }

  /// The chance, or why none is said.
  ///
  ///     PeriodOutlook.Chance.said(0.62).phrase.english  // "62%"
  ///     PeriodOutlook.Chance.tooFewMonths(2).phrase.english
  ///     // "no chance is said: only 2 past months could be tested, 3 are needed"
  package var phrase: Phrase {
    switch self {
    case .said(let chance): Phrase(same: Digits.chance(chance))
    case .tooFewMonths(let months):
      Phrase(
        zh: "不给把握：能回头检验的只有 \(months) 个月，至少要 \(ChanceRecord.leastMonths) 个月",
        en:
          "no chance is said: only \(count: months, "past month", "past months") could be tested, "
          + "\(ChanceRecord.leastMonths) are needed")
    case .worseThanShare:
      Phrase(
        zh: "不给把握：过去几个月说的把握，还不如只报平均达成率准",
        en: "no chance is said: in past months it was further off than always naming the share of "
          + "targets reached")
    case .nothingKnown:
      Phrase(
        zh: "不给把握：到期末还能来多少，现有的记录一样也说不出",
        en: "no chance is said: nothing on record tells what may still come by the period’s end")
    }
  }
}

extension ChanceRecord {
  /// The one line beside a chance: how often a chance like it was said, and how often it came true; nil where
  /// none was said at all.
  ///
  ///     record.sentence(beside: 0.7)?.english
  ///     // "said 60–80 % in 9 months; reached in 6", or, of several persons judged together,
  ///     // "tested on the team’s last 6 months: 9 plans would have said 60–80 %; 6 came true"
  package func sentence(beside chance: Double) -> Phrase? {
    let band = ChanceBand(around: chance, in: self)
    let (low, high) = (band.fromPercent, band.toPercent)
    guard band.said > 0 else {
      return entries.isEmpty
        ? nil
        : Phrase(
          zh: "过去 \(months) 个月里没有说过 \(low)–\(high)%，还没有对照",
          en:
            "\(low)–\(high) % was not said in the last \(count: months, "month", "months"): nothing to "
            + "compare with yet")
    }
    guard Set(entries.map(\.member)).count > 1 else {
      return Phrase(
        zh: "过去有 \(band.said) 个月说过 \(low)–\(high)%，其中 \(band.reached) 个月达成",
        en: "said \(low)–\(high) % in \(count: band.said, "month", "months"); "
          + "reached in \(band.reached)")
    }
    return Phrase(
      zh: "拿全队过去 \(months) 个月回头检验：有 \(band.said) 份计划会说 \(low)–\(high)%，其中 \(band.reached) 份达成",
      en: "tested on the team’s last \(count: months, "month", "months"): "
        + "\(count: band.said, "plan", "plans") would have said \(low)–\(high) %; \(band.reached) came true"
    )
  }
}
