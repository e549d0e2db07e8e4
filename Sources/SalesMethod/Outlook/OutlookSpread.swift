/// What a period may bring and how likely each amount is, in few amounts: made to be added up over people.
///
/// Each amount stands for a range of them. Sums are taken as if nobody's month depended on another's.
package struct OutlookSpread: Codable, Hashable, Sendable {
  /// Amounts in hundredths, smallest first.
  package let amounts: [Double]
  /// The chance of each; together 1.
  package let chances: [Double]

  /// Amounts and their chances, in the order of the amounts; nothing with a chance of 0.
  package init(_ parts: [(amount: Double, chance: Double)]) {
    let parts = parts.filter { $0.chance > 0 }
    amounts = parts.map(\.amount)
    chances = parts.map(\.chance)
  }

  /// No doubt: one amount.
  package init(certain amount: Double) { self.init([(amount, 1)]) }

  /// The mean, in hundredths.
  package var mean: Double { zip(amounts, chances).reduce(0) { $0 + $1.0 * $1.1 } }

  /// So many ranges are kept of a distribution.
  private static let ranges = 96
  /// What is less likely than this, on either side, is one range.
  private static let tail = 1e-6

  /// The distribution of the sum of two.
  ///
  ///     // 0 or 100, as likely, twice
  ///     half.adding(half).chances  // 0.25, 0.5, 0.25
  package func adding(_ other: OutlookSpread) -> OutlookSpread {
    guard let low = amounts.first, let high = amounts.last else { return other }
    guard let otherLow = other.amounts.first, let otherHigh = other.amounts.last else {
      return self
    }
    let (start, width) = (low + otherLow, high + otherHigh - low - otherLow)
    guard width > 0 else { return OutlookSpread(certain: start) }
    var bins = Bins(start: start, step: width / Double(Self.ranges * 16), count: Self.ranges * 16)
    for (amount, chance) in zip(amounts, chances) {
      for (more, its) in zip(other.amounts, other.chances) {
        bins.add(amount + more, chance * its)
      }
    }
    return bins.compressed(to: Self.ranges, tail: Self.tail)
  }

  /// The distribution of the sum of several: in pairs, so that little is lost by rounding to ranges.
  package static func sum(_ spreads: [OutlookSpread]) -> OutlookSpread {
    guard var left = spreads.first.map({ _ in spreads }) else { return OutlookSpread(certain: 0) }
    while left.count > 1 {
      left = stride(from: 0, to: left.count, by: 2).map { place in
        place + 1 < left.count ? left[place].adding(left[place + 1]) : left[place]
      }
    }
    return left[0]
  }

  /// The amount that is not exceeded with a chance, between the amounts in proportion.
  package func quantile(_ share: Double) -> Double {
    var below = 0.0
    var last: (amount: Double, sum: Double)?
    for (amount, chance) in zip(amounts, chances) {
      // Each amount stands in the middle of its range.
      let middle = below + chance / 2
      if middle >= share {
        guard let last, middle > last.sum else { return amount }
        return last.amount + (amount - last.amount) * (share - last.sum) / (middle - last.sum)
      }
      last = (amount, middle)
      below += chance
    }
    return amounts.last ?? 0
  }
}

/// Sums of amounts in ranges of equal width.
private struct Bins {
  let start: Double
  let step: Double
  var chances: [Double]
  var moments: [Double]

  init(start: Double, step: Double, count: Int) {
    self.start = start
    self.step = step
    chances = [Double](repeating: 0, count: count)
    moments = chances
  }

  mutating func add(_ amount: Double, _ chance: Double) {
    let bin = min(chances.count - 1, max(0, Int((amount - start) / step)))
    chances[bin] += chance
    moments[bin] += chance * amount
  }

  /// Fewer ranges over what is at all likely, each at the mean of what falls into it.
  func compressed(to count: Int, tail: Double) -> OutlookSpread {
    var (first, last) = (chances.startIndex, chances.endIndex - 1)
    var (below, above) = (chances[first], chances[last])
    while first < last, below < tail {
      first += 1
      below += chances[first]
    }
    while last > first, above < tail {
      last -= 1
      above += chances[last]
    }
    let width = max(1, (last - first + count - 1) / count)
    var parts: [(amount: Double, chance: Double)] = []
    var (chance, moment) = (0.0, 0.0)
    for bin in chances.indices {
      chance += chances[bin]
      moment += moments[bin]
      let isEnd = bin >= first && bin < last && (bin - first + 1) % width == 0
      if isEnd || bin == chances.endIndex - 1 {
        if chance > 0 { parts.append((moment / chance, chance)) }
        (chance, moment) = (0, 0)
      }
    }
    return OutlookSpread(parts)
  }
}

extension DatedOutlook {
  /// The distribution in few ranges, the mean kept.
  var spread: OutlookSpread {
    let start = Double(won)
    let end = quantile(1 - 1e-5)
    let certain = 1 - chance(toReach: won + 1)
    guard end > start else { return OutlookSpread(certain: expected) }
    let count = 64
    var parts = [(amount: start, chance: certain)]
    var below = certain
    for range in 1...count {
      let edge = start + (end - start) * Double(range) / Double(count)
      let upTo = range == count ? 1 : 1 - chance(toReach: Int(edge) + 1)
      let middle = start + (end - start) * (Double(range) - 0.5) / Double(count)
      parts.append((middle, max(0, upTo - below)))
      below = max(below, upTo)
    }
    // The middles of ranges are not quite their means: what may come is moved so that the mean is right.
    let mean = parts.reduce(0) { $0 + ($1.amount - start) * $1.chance }
    let factor = mean > 0 ? max(0, expected - start) / mean : 1
    return OutlookSpread(parts.map { (start + ($0.amount - start) * factor, $0.chance) })
  }
}
