/// Two amounts, and what lies between them.
package struct AmountInterval: Codable, Hashable, Sendable {
  package let low: Money
  package let high: Money
}

extension AmountInterval {
  /// What the sum of members' months should fall into eight times out of ten; nil where it can be told of nobody.
  ///
  /// It is taken as if no month of theirs depended on another's; of one member it is that of the plan.
  init?(of members: [MemberFigures]) {
    let told = members.filter { $0.spread != nil }
    guard told.count > 1 else {
      guard members.count == 1, let own = told.first?.interval else { return nil }
      self = own
      return
    }
    // Of whom nothing can be told, what is sold stands.
    let certain = members.filter { $0.spread == nil }.reduce(0.0) {
      $0 + Double($1.outlook.won.hundredths)
    }
    let sum = OutlookSpread.sum(told.compactMap(\.spread))
    let (low, high) = (certain + sum.quantile(0.1), certain + sum.quantile(0.9))
    self.init(
      low: .rounded(low, for: high - low), high: .rounded(high, for: high - low))
  }
}

extension Money {
  /// An amount in hundredths rounded to the power of ten that is at most a fiftieth of a width, not below a
  /// whole unit: more digits than an interval can bear say nothing.
  ///
  ///     Money.rounded(12_345_678, for: 5_000_000)  // 123,000
  static func rounded(_ hundredths: Double, for width: Double) -> Money {
    var step = 100.0
    while step * 10 <= width / 50 { step *= 10 }
    return Money(hundredths: Int((min(max(hundredths, -9e15), 9e15) / step).rounded()) * Int(step))
  }
}
