/// The step on which amounts are counted, so that sums of them can be counted exactly.
package struct MoneyGrid: Hashable, Sendable {
  /// The step in hundredths of the currency.
  package let step: Int

  /// The finest useful number of steps up to the target.
  private static let steps = 2000.0
  /// More steps than this to the target are not counted one by one.
  private static let mostSteps = 20_000

  /// 1,000 units where the target and every amount are whole multiples of them; else a
  /// two-thousandth of the target, rounded to 1, 2 or 5 times a power of ten on a logarithmic scale.
  package init(target: Int, amounts: some Sequence<Int>) {
    let thousand = 100_000
    if target % thousand == 0, target / thousand <= Self.mostSteps,
      amounts.allSatisfy({ $0 % thousand == 0 })
    {
      step = thousand
    } else {
      step = Self.rounded(Double(target) / Self.steps)
    }
  }

  /// The next coarser grid, through 1, 2, 5 and 10.
  var coarser: MoneyGrid {
    var power = 1
    while power <= step / 10 { power *= 10 }
    return MoneyGrid(step: step < 2 * power ? 2 * power : step < 5 * power ? 5 * power : 10 * power)
  }

  private init(step: Int) { self.step = step }

  /// The bin of an amount, halves away from zero; negative amounts count as nothing.
  package func bin(_ hundredths: Int) -> Int {
    guard hundredths > 0 else { return 0 }
    let (quotient, rest) = hundredths.quotientAndRemainder(dividingBy: step)
    return rest >= step - rest ? quotient + 1 : quotient
  }

  /// The bin of an amount that may be a fraction of a hundredth.
  func bin(_ amount: Rational) -> Int { bin(amount.rounded) }

  /// The first bin that reaches a target.
  package func threshold(_ hundredths: Int) -> Int {
    guard hundredths > 0 else { return 0 }
    return (hundredths - 1) / step + 1
  }

  /// The nearest of 1, 2, 5 × 10ⁿ: 175 gives 200.
  private static func rounded(_ value: Double) -> Int {
    var (low, power) = (1, 1)
    while true {
      for factor in [2, 5, 10] {
        let high = power * factor
        if value * value < Double(low) * Double(high) { return low }
        low = high
      }
      guard power < 1_000_000_000_000_000 else { return low }
      power *= 10
    }
  }
}
