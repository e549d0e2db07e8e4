/// The rule that turns M, A and N and a date into a class: all of it is data.
package struct ManRule: Hashable, Sendable {
  /// When a close date is near enough for class A.
  package enum Horizon: Hashable, Sendable {
    /// So many days from the day of planning, that many included.
    case days(Int)
    /// To the end of the period.
    case periodEnd
  }

  /// The scale of scores and where “yes” begins on it.
  package var scale: LetterScale
  /// The horizon of class A.
  package var near: Horizon
  /// The horizon of class B in days.
  package var mid: Int
  /// Whether blanks may be filled from the order history, marked as presumed.
  package var presumes: Bool
  /// A receivable overdue for more than so many days makes M a no; nil switches the rule off.
  package var overdueDays: Int?
  /// How letters become a base class.
  package var scheme: ManScheme
  /// The least class of a customer with an unknown letter: C, so that a new lead is not dropped, or
  /// D, where an unknown is to count as lacking throughout.
  package var leastUnknown: CustomerClass
  /// The chance that a customer of each class buys within the near horizon, in thousandths, used
  /// until the workspace's own history says better.
  package var chances: ClassChances

  package init(
    scale: LetterScale = .oneToFive, near: Horizon = .days(30), mid: Int = 90,
    presumes: Bool = false, overdueDays: Int? = 60, scheme: ManScheme = .letters(LetterTable()),
    leastUnknown: CustomerClass = .c,
    chances: ClassChances = ClassChances()
  ) {
    self.scale = scale
    self.near = near
    self.mid = mid
    self.presumes = presumes
    self.overdueDays = overdueDays
    self.scheme = scheme
    self.leastUnknown = leastUnknown
    self.chances = chances
  }
}

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

  /// How far up the scale a score in thousandths lies, in thousandths: 3 on 1 to 5 is 500.
  func height(thousandths score: Int) -> Int { (score - lowest * 1000) / (highest - lowest) }
}

/// The chance to buy within the near horizon, by class, in thousandths.
package struct ClassChances: Hashable, Sendable {
  package var a: Int
  package var b: Int
  package var c: Int
  package var d: Int

  package init(a: Int = 500, b: Int = 200, c: Int = 50, d: Int = 0) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  /// The chance of a class in thousandths.
  package subscript(_ customerClass: CustomerClass) -> Int {
    switch customerClass {
    case .a: a
    case .b: b
    case .c: c
    case .d: d
    }
  }
}
