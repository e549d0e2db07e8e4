/// Ways to split a whole so that the parts add up to it.
package enum Apportionment {
  /// Splits a total over weights by cumulative rounding: no prefix is off by more than a half.
  ///
  /// Without any weight everything is 0. Weights are not negative.
  ///
  ///     try Apportionment.cumulative(160, weights: Array(repeating: 1, count: 19))
  ///     // 8 9 8 9 8 9 8 8 9 8 9 8 8 9 8 9 8 9 8
  package static func cumulative(_ total: Int, weights: [Int]) throws(MethodFailure) -> [Int] {
    var weightSum = 0
    for weight in weights { weightSum = try sum(weightSum, weight) }
    guard weightSum > 0 else { return weights.map { _ in 0 } }
    let below = try product(2, weightSum)
    var parts: [Int] = []
    parts.reserveCapacity(weights.count)
    var (passed, given) = (0, 0)
    for weight in weights {
      passed += weight
      let reached = try sum(product(try product(2, total), passed), weightSum) / below
      parts.append(reached - given)
      given = reached
    }
    return parts
  }

  /// Splits a total over weights by largest remainder, ties to the earlier part.
  ///
  ///     try Apportionment.largestRemainder(1_000_000, weights: [21, 19, 21])
  ///     // 344262 311476 344262
  package static func largestRemainder(
    _ total: Int, weights: [Int]
  ) throws(MethodFailure) -> [Int] {
    var weightSum = 0
    for weight in weights { weightSum = try sum(weightSum, weight) }
    guard weightSum > 0 else { return weights.map { _ in 0 } }
    var shares: [Rational] = []
    for weight in weights {
      guard let share = Rational(try product(total, weight), over: weightSum) else {
        throw .overflow
      }
      shares.append(share)
    }
    return try wholeParts(of: shares, adding: total)
  }

  /// Rounds exact parts to whole numbers that add up to their whole total: each is floored toward
  /// −∞, then the largest fractions get one more, ties to the earlier part.
  ///
  ///     try Apportionment.wholeParts(of: parts, adding: 13_000)
  ///     // for −23050, 829475/36, −252175/12 and 612425/18: −23050 23041 −21015 34024
  package static func wholeParts(
    of parts: [Rational], adding total: Int
  ) throws(MethodFailure) -> [Int] {
    var whole = parts.map(\.floor)
    var rest = total
    for part in whole { rest = try sum(rest, -part) }
    var fractions: [(fraction: Rational, position: Int)] = []
    for (position, part) in parts.enumerated() {
      fractions.append((try part - Rational(whole[position]), position))
    }
    fractions.sort { ($1.fraction, $0.position) < ($0.fraction, $1.position) }
    for (_, position) in fractions.prefix(max(0, rest)) { whole[position] += 1 }
    return whole
  }

  /// Rounds parts that are estimates to whole numbers that add up to their sum rounded: the largest
  /// fractions get what the floors leave, ties to the earlier part.
  ///
  ///     Apportionment.wholeParts(of: [0.4, 0.4, 0.4])  // 1 0 0
  package static func wholeParts(of parts: [Double]) -> [Int] {
    let bounded = parts.map { min(max($0, -9e15), 9e15) }
    var whole = bounded.map { Int($0.rounded(.down)) }
    let total = Int(bounded.reduce(0, +).rounded())
    let rest = total - whole.reduce(0, +)
    let order = bounded.indices.sorted {
      (bounded[$1] - Double(whole[$1]), $0) < (bounded[$0] - Double(whole[$0]), $1)
    }
    for position in order.prefix(max(0, rest)) { whole[position] += 1 }
    return whole
  }
}
