package import Phrases
package import SalesMethod

extension PastForecast: Worded {
  /// The chances, the middle of the amounts, and where the actual amount fell.
  package func text(in language: Language) -> String {
    let chance =
      probabilityInPeriod.map(Digits.percent).map {
        Phrase(zh: "，到期末达成把握 \($0)", en: ", chance by its end \($0)")
      } ?? Phrase(same: "")
    let reached =
      isReached ? Phrase(zh: "达成", en: "reached") : Phrase(zh: "未达成", en: "not reached")
    let first = Phrase(
      zh: "\(period) 期初预测：目标 \(target)\(chance)；实际 \(actual)，\(reached)",
      en: "forecast of \(period) on its first day: target \(target)\(chance); actual \(actual), "
        + "\(reached)")
    guard let place else { return first.text(in: language) }
    return language.say(zh: "\(first)；\(place)", en: "\(first); \(place)")
  }

  /// Where the actual amount fell; nil without quantiles.
  ///
  ///     past.place?.chinese  // "实际落在预测的 50%–75% 之间"
  package var place: Phrase? {
    guard let band else { return nil }
    let (low, high) = (Digits.percent(band.low), Digits.percent(band.high))
    if band.low == 0 { return Phrase(zh: "实际低于预测的 \(high) 分位", en: "below the \(high) quantile") }
    if band.high == 1 {
      return Phrase(zh: "实际达到或高于预测的 \(low) 分位", en: "at or above the \(low) quantile")
    }
    return Phrase(
      zh: "实际落在预测的 \(low)–\(high) 之间", en: "between the \(low) and the \(high) quantile")
  }
}
