package import Phrases
package import SalesMethod

extension PeriodOutlook.Chance {
  /// Why no chance is said, as a word of the plan as data; nil where one is.
  ///
  ///     PeriodOutlook.Chance.tooFewMonths(2).missingReason  // "too_few_months"
  package var missingReason: String? {
    switch self {
    case .said: nil
    case .tooFewMonths: "too_few_months"
    case .worseThanShare: "worse_than_share"
    case .nothingKnown: "nothing_known"
    }
  }
}

extension PeriodOutlook {
  /// The one line beside the chance: how often one like it came true, or why none is said; nil without
  /// a target, where it is reached already, or where no chance like it was said before.
  ///
  ///     outlook.chanceRemark?.english  // "said 60–80 % in 9 months; reached in 6"
  package var chanceRemark: Phrase? {
    guard let chance, target.map({ won < $0 }) ?? false else { return nil }
    guard case .said(let said) = chance else { return Phrase(chance) }
    return record.sentence(beside: said)
  }
}

extension ChanceBand {
  /// Its name in the plan as data.
  ///
  ///     ChanceBand(around: 0.7, in: record).name  // "0.6-0.8"
  package var name: String {
    let ends = [fromPercent, toPercent].map { Digits.scaledDecimal($0, places: 2) }
    return ends.joined(separator: "-")
  }
}

extension WaitEvidence {
  /// What each of the tables is called in the plan as data: by the number of the order the wait began
  /// with; `start` where there is one table.
  ///
  ///     evidence.strata  // ["1", "2-3", "4+"]
  package var strata: [String] { kind == .reorder ? ["1", "2-3", "4+"] : ["start"] }
}
