import Phrases

extension Explanation {
  /// Where a key of `salesbook.plan/1` went; nil for any other.
  ///
  ///     Explanation(retired: "streams.gap")?.result.english  // "now outlook.gap"
  init?(retired key: String) {
    guard let successor = Self.successors[key] else { return nil }
    guard !successor.isEmpty else {
      self.init(
        group: key, Phrase(zh: "不再有这个数", en: "This number is gone"),
        Phrase(
          zh: "它没有日期，或由一条不可靠的规则得来", en: "it had no date, or came from a rule that did not hold"),
        result: Phrase(
          zh: "到期末的数都在 outlook 之下", en: "numbers by the period’s end stand under outlook"))
      return
    }
    self.init(
      group: key, Phrase(zh: "这个键改了名", en: "This key has a new name"),
      Phrase(
        zh: "自 salesbook.plan/2 起，到期末的数由同一个值得出",
        en: "since salesbook.plan/2 all numbers by the period’s end come from one value"),
      result: Phrase(zh: "现在是 \(successor)", en: "now \(successor)"))
  }

  /// The keys of `salesbook.plan/1` that are gone, and what stands for each; nothing where nothing does.
  private static let successors: [String: String] = [
    "streams": "outlook", "streams.target": "outlook.target", "streams.achieved": "outlook.won",
    "streams.openPipeline": "outlook.deals", "streams.repeat": "outlook.existing",
    "streams.gap": "outlook.gap", "streams.surplus": "outlook.surplus",
    "forecast": "outlook", "forecast.contacts": "workload.stages",
    "forecast.probability": "outlook.chance",
    "forecast.probability.inPeriod": "outlook.chance", "forecast.probability.ever": "",
    "forecast.mean": "outlook.expected", "forecast.sd": "outlook.interval80",
    "forecast.quantiles": "outlook.quantiles", "forecast.quantiles.0.1": "outlook.quantiles.0.1",
    "forecast.quantiles.0.25": "outlook.quantiles.0.25",
    "forecast.quantiles.0.5": "outlook.quantiles.0.5",
    "forecast.quantiles.0.75": "outlook.quantiles.0.75",
    "forecast.quantiles.0.9": "outlook.quantiles.0.9", "forecast.grid": "",
    "forecast.maxRoundingError": "", "forecast.overdispersion": "outlook.adjustment.spread",
    "forecast.contactsForConfidence": "workload.stages",
    "forecast.sensitivity": "workload.sensitivity", "lag": "outlook.evidence",
    "lag.median": "outlook.evidence", "lag.lastUsefulStart": "", "lag.closesBy": "",
    "pastForecast.probability": "pastForecast.chance",
    "pastForecast.probability.inPeriod": "pastForecast.chance",
    "pastForecast.probability.ever": "",
  ]
}
