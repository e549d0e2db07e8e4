/// What past months teach of the rule's expectations: how far they were off, how much a usual month says
/// beside them, and how much months go well or badly as a whole.
package struct Adjustment: Codable, Hashable, Sendable {
  /// What came for each unit expected, drawn toward 1: the bias.
  package let bias: Double
  /// The weight of a usual month beside the rule's expectation, from 0 to 1.
  package let blend: Double
  /// How much months as a whole spread around what is expected, as a share of it.
  package let spread: Double
  /// The months it was learned from; 0 where it is an assumption.
  package let months: Int
  /// Those of them in which a usual month was known.
  package let withUsual: Int
  /// What came in those months, of all persons judged together, in hundredths.
  package let actual: Double
  /// What was expected of them before any correction, in hundredths.
  package let expected: Double

  /// Without a month to learn from.
  static let assumed = Adjustment()

  /// One month of a member.
  struct Observation {
    var actual: Double
    var expected: Double
    var variance: Double
    /// What the member sold in a usual month; nil where that is not known.
    var usual: Double?
  }

  /// So many months at the rule's own word stand beside the months tested.
  private static let biasWeight = 12.0
  private static let blendWeight = 3.0
  private static let spreadWeight = 6.0
  private static let spreadBefore = 0.09

  /// Learns from months: so many of them, of which so many have a usual month.
  ///
  ///     // 120, 60 and 90 came, 100 expected each, variance 400, usual 90, 80 and 85
  ///     Adjustment(observations, months: 3, withUsual: 3)  // .98, ½, .258493994
  init(_ observations: [Observation], months: Int, withUsual: Int) {
    guard months > 0 else {
      self = .assumed
      return
    }
    let count = Double(months)
    let bias = Self.bias(observations, count)
    var corrected = observations.map { bias * $0.expected }
    let blend = Self.blend(observations, corrected, months: withUsual)
    for (position, seen) in observations.enumerated() {
      if let usual = seen.usual { corrected[position] += blend * (usual - corrected[position]) }
    }
    let squared = Self.spread(observations, corrected)
    let spread =
      (count * squared + Self.spreadWeight * Self.spreadBefore) / (count + Self.spreadWeight)
    self.bias = bias
    self.blend = blend
    self.spread = spread.squareRoot()
    self.months = months
    self.withUsual = withUsual
    actual = observations.reduce(0) { $0 + $1.actual }
    expected = observations.reduce(0) { $0 + $1.expected }
  }

  private init() {
    (bias, blend, spread) = (1, 0, 0.3)
    (months, withUsual, actual, expected) = (0, 0, 0, 0)
  }

  private static func bias(_ seen: [Observation], _ months: Double) -> Double {
    let expected = seen.reduce(0) { $0 + $1.expected }
    let actual = seen.reduce(0) { $0 + $1.actual }
    let before = biasWeight * (expected / months)
    return expected + before == 0 ? 1 : (actual + before) / (expected + before)
  }

  private static func blend(_ seen: [Observation], _ corrected: [Double], months: Int) -> Double {
    var (products, squares) = (0.0, 0.0)
    for (seen, corrected) in zip(seen, corrected) {
      guard let usual = seen.usual else { continue }
      products += (seen.actual - corrected) * (usual - corrected)
      squares += (usual - corrected) * (usual - corrected)
    }
    guard squares > 0 else { return 0 }
    let share = min(max(products / squares, 0), 1)
    return share * Double(months) / (Double(months) + blendWeight)
  }

  /// The squared spread of months that chance does not explain.
  private static func spread(_ seen: [Observation], _ corrected: [Double]) -> Double {
    var (squares, chance, whole) = (0.0, 0.0, 0.0)
    for (seen, corrected) in zip(seen, corrected) {
      squares += (seen.actual - corrected) * (seen.actual - corrected)
      if seen.expected != 0 {
        let scale = corrected / seen.expected
        chance += seen.variance * scale * scale
      }
      whole += corrected * corrected
    }
    return whole == 0 ? 0 : min(max((squares - chance) / whole, 0), 1)
  }
}

extension Adjustment {
  /// Learns from the months that say something of a member.
  init(_ test: BackTest, for member: Int) {
    let judged = test.judged(for: member)
    let months = Set(judged.map(\.month.start))
    let withUsual = Set(judged.filter { $0.usual != nil }.map(\.month.start))
    self.init(
      judged.map { month in
        Observation(
          actual: Double(month.actual), expected: month.expected.mean,
          variance: month.expected.variance, usual: month.usual?.double)
      }, months: months.count, withUsual: withUsual.count)
  }

  /// What each unit expected is multiplied by: the bias, and a usual month's part.
  ///
  /// The usual month is cut to the share of its working days that are left; nothing expected stays
  /// nothing.
  func scale(expected: Double, usual: Double?, share: Double) -> Double {
    guard let usual, expected > 0 else { return bias }
    return bias * (1 - blend) + blend * usual * share / expected
  }

  /// How months go as a whole: 21 equally likely factors around 1.
  var factors: [Double] {
    let sigma = Elementary.log(1 + spread * spread).squareRoot()
    let values = Self.normalQuantiles.map { Elementary.exp(sigma * $0) }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.map { $0 / mean }
  }

  /// The quantiles of the normal distribution in the middle of 21 equal shares.
  private static let normalQuantiles = [
    -1.980752396647279, -1.4652337926855226, -1.179761117611861, -0.967421566101701,
    -0.7916386077433746, -0.6374841609623769, -0.49720057068155404, -0.36610635680056963,
    -0.24104039388602683, -0.11964811303984202, 0, 0.11964811303984202, 0.24104039388602683,
    0.36610635680056963, 0.49720057068155404, 0.6374841609623769, 0.7916386077433746,
    0.967421566101701, 1.179761117611861, 1.4652337926855226, 1.980752396647279,
  ]
}
