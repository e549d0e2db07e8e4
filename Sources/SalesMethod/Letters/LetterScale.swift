/// The scale that scores are given on, and the threshold of a yes.
package struct LetterScale: Hashable, Sendable {
  package let lowest: Int
  package let highest: Int
  /// The share of the scale from which a score is a yes, in thousandths.
  package let thresholdThousandths: Int

  /// A scale; nil where its ends are not in order or lie beyond ±1,000,000, or the threshold is not
  /// a share.
  package init?(_ lowest: Int, through highest: Int, thresholdThousandths: Int = 625) {
    guard lowest < highest, lowest >= -1_000_000, highest <= 1_000_000,
      (0...1000).contains(thresholdThousandths)
    else { return nil }
    self.init(lowest: lowest, highest: highest, thresholdThousandths: thresholdThousandths)
  }

  private init(lowest: Int, highest: Int, thresholdThousandths: Int) {
    self.lowest = lowest
    self.highest = highest
    self.thresholdThousandths = thresholdThousandths
  }

  /// 1 to 5; a yes begins at 4.
  package static let oneToFive = LetterScale(lowest: 1, highest: 5, thresholdThousandths: 625)

  /// Whether a score in thousandths is a yes.
  ///
  ///     LetterScale.oneToFive.isYes(thousandths: 3500)  // true: 3.5 is 0.625 of the way
  package func isYes(thousandths score: Int) -> Bool {
    (score - lowest * 1000) >= thresholdThousandths * (highest - lowest)
  }

  /// Whether a score in thousandths lies on the scale.
  package func contains(thousandths score: Int) -> Bool {
    (lowest * 1000...highest * 1000).contains(score)
  }

  /// The lowest whole score that is a yes: 4 on 1 to 5.
  package var lowestYes: Int {
    lowest + (thresholdThousandths * (highest - lowest) + 999) / 1000
  }

  /// The whole score of 中, in the middle of the scale: 3 on 1 to 5.
  var middle: Int { lowest + (highest - lowest) / 2 }

  /// How far up the scale a score in thousandths lies, in thousandths: 3 on 1 to 5 is 500.
  func height(thousandths score: Int) -> Int { (score - lowest * 1000) / (highest - lowest) }
}
