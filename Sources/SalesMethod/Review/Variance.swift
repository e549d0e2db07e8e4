/// The four factors of results = customers developed × conversion × deal size × repeats.
package struct FactorValues: Hashable, Sendable {
  package var developed: Double
  package var conversion: Double
  /// In units of the currency.
  package var dealSize: Double
  package var repeats: Double

  package init(developed: Double, conversion: Double, dealSize: Double, repeats: Double) {
    self.developed = developed
    self.conversion = conversion
    self.dealSize = dealSize
    self.repeats = repeats
  }

  /// Their product.
  package var result: Double { developed * conversion * dealSize * repeats }

  fileprivate var all: [Double] { [developed, conversion, dealSize, repeats] }

  /// What was counted; where nobody bought, deal size and repeats are unknown and stand as planned.
  package init(
    developed: Int, buyers: Int, orders: Int, net: Money, planned: FactorValues
  ) {
    self.init(
      developed: Double(developed),
      conversion: developed > 0 ? Double(buyers) / Double(developed) : planned.conversion,
      dealSize: orders > 0 ? Double(net.hundredths) / 100 / Double(orders) : planned.dealSize,
      repeats: buyers > 0 ? Double(orders) / Double(buyers) : planned.repeats)
  }
}

/// Why a result differs from the plan, by factor; the parts add up to the difference.
package struct Variance: Hashable, Sendable {
  package let plan: FactorValues
  package let actual: FactorValues
  /// What each factor contributes, in the order of `Factor.allCases`, in units of the currency: its
  /// average over every order in which the factors could have changed (Shapley).
  package let effects: [Double]
  /// The same as whole units that add up to `difference`.
  package let shown: [Money]
  /// The planned result in whole units.
  package let planned: Money
  /// The actual result in whole units.
  package let reached: Money
  /// Actual less planned.
  package let difference: Money
  /// The same by logarithmic means, as a check; nil where a factor is nothing.
  package let logarithmic: [Double]?

  /// Splits the difference between two results over the factors.
  ///
  ///     // 160 × .05 × 35,000 × 1.25 planned; 150 × 8/150 × 33,000 × 1.375 reached
  ///     try Variance(plan: plan, actual: actual).shown  // −23,050 +23,041 −21,015 +34,024
  package init(plan: FactorValues, actual: FactorValues) throws(MethodFailure) {
    self.plan = plan
    self.actual = actual
    effects = plan.all.indices.map { Self.shapley($0, plan.all, actual.all) }
    planned = try Self.whole(plan.result)
    reached = try Self.whole(actual.result)
    difference = reached - planned
    shown = try Self.wholeParts(effects, adding: difference)
    logarithmic = Self.logarithmic(plan, actual)
  }

  /// Σ over the sets of other factors at their actual values of |S|! (3 − |S|)! / 4! · the change.
  private static func shapley(_ factor: Int, _ plan: [Double], _ actual: [Double]) -> Double {
    let weights = [6.0, 2, 2, 6].map { $0 / 24 }
    let others = plan.indices.filter { $0 != factor }
    var effect = 0.0
    for set in 0..<8 {
      var term = actual[factor] - plan[factor]
      var size = 0
      for (bit, other) in others.enumerated() {
        let isActual = set >> bit & 1 == 1
        size += isActual ? 1 : 0
        term *= isActual ? actual[other] : plan[other]
      }
      effect += weights[size] * term
    }
    return effect
  }

  private static func logarithmic(_ plan: FactorValues, _ actual: FactorValues) -> [Double]? {
    guard (plan.all + actual.all).allSatisfy({ $0 > 0 }) else { return nil }
    let change = Elementary.log(actual.result / plan.result)
    let mean =
      change.magnitude < 1e-12 ? plan.result : (actual.result - plan.result) / change
    return zip(plan.all, actual.all).map { mean * Elementary.log($1 / $0) }
  }

  private static func whole(_ units: Double) throws(MethodFailure) -> Money {
    let rounded = try money(hundredths: units)
    return Money(hundredths: try product(rounded.hundredths, 100))
  }

  /// Largest remainder: floors toward −∞, then one more for the largest fractions.
  private static func wholeParts(
    _ parts: [Double], adding total: Money
  ) throws(MethodFailure) -> [Money] {
    var units: [Int] = []
    var fractions: [(fraction: Double, position: Int)] = []
    for (position, part) in parts.enumerated() {
      guard part.magnitude < 9e15 else { throw .overflow }
      let truncated = Int(part)
      let floor = Double(truncated) > part ? truncated - 1 : truncated
      units.append(floor)
      fractions.append((part - Double(floor), position))
    }
    let rest = total.hundredths / 100 - units.reduce(0, +)
    fractions.sort { ($1.fraction, $0.position) < ($0.fraction, $1.position) }
    for (_, position) in fractions.prefix(max(0, rest)) { units[position] += 1 }
    if rest < 0 { for (_, position) in fractions.suffix(-rest) { units[position] -= 1 } }
    return units.map(Money.init(units:))
  }
}
