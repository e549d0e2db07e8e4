package import Phrases
package import SalesMethod

extension PastForecast: Worded {
  /// The chances, the middle of the amounts, and where the actual amount fell.
  package func text(in language: Language) -> String {
    let isChinese = language == .chinese
    let within = probabilityInPeriod.map { Digits.percent($0) }
    let chance =
      isChinese
      ? within.map { "，到期末达成把握 \($0)" } ?? "" : within.map { ", chance by its end \($0)" } ?? ""
    let (target, actual) = (Digits.money(target), Digits.money(actual))
    let reached = isChinese ? (isReached ? "达成" : "未达成") : (isReached ? "reached" : "not reached")
    let first =
      isChinese
      ? "\(period) 期初预测：目标 \(target)\(chance)；实际 \(actual)，\(reached)"
      : "forecast of \(period) on its first day: target \(target)\(chance); "
        + "actual \(actual), \(reached)"
    return first + (place(in: language).map { (isChinese ? "；" : "; ") + $0 } ?? "")
  }

  /// Where the actual amount fell; nil without quantiles.
  ///
  ///     past.place(in: .chinese)  // "实际落在预测的 50%–75% 之间"
  package func place(in language: Language) -> String? {
    guard let band else { return nil }
    let isChinese = language == .chinese
    let (low, high) = (Digits.percent(band.low), Digits.percent(band.high))
    if band.low == 0 { return isChinese ? "实际低于预测的 \(high) 分位" : "below the \(high) quantile" }
    if band.high == 1 {
      return isChinese ? "实际达到或高于预测的 \(low) 分位" : "at or above the \(low) quantile"
    }
    return isChinese
      ? "实际落在预测的 \(low)–\(high) 之间" : "between the \(low) and the \(high) quantile"
  }
}
