package import Phrases
package import SalesMethod

extension PlanRecord: Worded {
  package func text(in language: Language) -> String { phrase.text(in: language) }

  /// How often the interval held, and whether plans said too much or too little.
  ///
  ///     record.phrase.english
  ///     // "5 of 6 months fell into their interval (8 of 10 should); 97.5% of what was expected came"
  package var phrase: Phrase {
    guard !entries.isEmpty else {
      return Phrase(
        zh: "过去的月份里还没有一个可以对照", en: "no past month can be held against what was said yet")
    }
    let held = Phrase(
      zh: "\(count: entries.count) 个月里有 \(inside) 个落在区间内（应为十之八）",
      en: "\(inside) of \(count: entries.count, "month", "months") fell into "
        + "\(agreeing: entries.count, "its", "their") interval (8 of 10 should)")
    guard let bias else { return held }
    let share = Digits.percent(bias.double)
    return Phrase(
      zh: "\(held)；实际为预计的 \(share)", en: "\(held); \(share) of what was expected came")
  }
}
