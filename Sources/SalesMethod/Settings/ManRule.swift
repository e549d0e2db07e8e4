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
