/// What may arrive in a period, corrected by what past months taught: the parts and their sum, without
/// their chances.
struct ScaledArrivals: Sendable {
  let arrivals: Arrivals
  let adjustment: Adjustment
  /// What every expected unit is multiplied by.
  let scale: Double
  /// The parts, in hundredths.
  let deals: Double
  let existing: Double
  let inProgress: Double
  let newContacts: Double
  /// Where nothing else is expected, the part of a usual month that counts.
  let other: Double
  /// Mean and variance before any scaling.
  let moments: Arrivals.Moments

  /// Corrects what may arrive.
  init(_ arrivals: Arrivals, _ adjustment: Adjustment, _ question: OutlookQuestion) {
    let orders = [
      arrivals.existingOrders, arrivals.firstOrdersInProgress, arrivals.firstOrdersOfNew,
    ]
    var (moments, all) = (arrivals.dealMoments, Arrivals.Moments())
    let deals = moments.mean
    for part in orders { all.add(part) }
    moments.add(arrivals.worth(all))
    let scale =
      question.scale
      ?? adjustment.scale(expected: moments.mean, usual: question.usual, share: question.share)
    self.arrivals = arrivals
    self.adjustment = adjustment
    self.scale = scale
    self.deals = scale * deals
    existing = scale * arrivals.worth(orders[0]).mean
    inProgress = scale * arrivals.worth(orders[1]).mean
    newContacts = scale * arrivals.worth(orders[2]).mean
    other = moments.mean > 0 ? 0 : adjustment.blend * (question.usual ?? 0) * question.share
    self.moments = moments
  }
}

/// What a person's period is expected to bring by its last day, and how surely: what is won, and what may
/// arrive, corrected by what past months taught.
struct DatedOutlook: Sendable {
  /// What is won so far, in hundredths: never scaled.
  let won: Int
  /// What may arrive, corrected.
  let scaled: ScaledArrivals
  /// The step that amounts were rounded to.
  let grid: MoneyGrid
  private let sums: ArrivalSums
  /// What a step of the sums is multiplied by.
  private let sumScale: Double
  /// What comes beside the sums, as months go.
  private let certain: Double
  private let factors: [Double]

  var scale: Double { scaled.scale }
  var other: Double { scaled.other }

  /// All parts together, in hundredths.
  var expected: Double {
    Double(won) + scaled.deals + scaled.existing + scaled.inProgress + scaled.newContacts + other
  }
}

/// What an outlook is made of beside what may arrive.
struct OutlookQuestion {
  /// What is won so far, in hundredths.
  var won: Int
  /// The target, in hundredths; nil where there is none.
  var target: Int?
  /// What the person sells in a usual month, in hundredths; nil where that is not known.
  var usual: Double?
  /// The working days left, as a share of those of a month.
  var share: Double
  /// The scale, where it is held from an outlook before.
  var scale: Double?
  /// Whether only the chance to reach the target is asked for, and that as of a month that is over:
  /// it is then counted in larger steps.
  var isRough = false
  /// Whether a usual month’s other business is counted order by order: the test of past months takes it as a sum
  /// that goes as months do.
  var countsUsual = false
}

extension DatedOutlook {
  /// Adds up what may arrive and corrects it.
  init(_ arrivals: Arrivals, _ adjustment: Adjustment, _ question: OutlookQuestion) {
    let scaled = ScaledArrivals(arrivals, adjustment, question)
    won = question.won
    self.scaled = scaled
    let usual = question.countsUsual ? arrivals.addingUsual(scaled.other) : nil
    let moments = usual?.moments ?? scaled.moments
    (sumScale, certain) = usual == nil ? (scaled.scale, scaled.other) : (1, 0)
    grid = Self.grid(usual ?? arrivals, moments, question)
    factors = adjustment.factors
    sums = Self.sums(usual ?? arrivals, moments, grid, scale: sumScale, factors, question)
  }

  /// A chance of a month that is over is counted in no more steps to the target than these.
  private static let roughSteps = 500

  /// A target further than this many times what is at all likely says nothing of the steps to count in.
  private static let reach = 32.0

  /// The finest grid on which the amounts are not too many to count.
  private static func grid(
    _ arrivals: Arrivals, _ moments: Arrivals.Moments, _ question: OutlookQuestion
  ) -> MoneyGrid {
    let amounts = arrivals.deals.map(\.amount) + (arrivals.sizes?.sizes ?? [])
    let far = moments.mean + 3 * moments.variance.squareRoot()
    // A target far beyond what may arrive would leave no step for the amounts themselves.
    let isNear = question.target.map { Double($0) <= Self.reach * far } ?? false || far == 0
    let target =
      isNear || question.isRough
      ? question.target
      : Self.standIn(question.target == nil ? moments.mean : Self.reach * far, amounts)
    var grid = MoneyGrid(
      target: target ?? Self.standIn(moments.mean, amounts), amounts: amounts)
    while far >= 20_000 * Double(grid.step) { grid = grid.coarser }
    while question.isRough, question.target ?? 0 > roughSteps * grid.step { grid = grid.coarser }
    return grid
  }

  /// Without a target what is expected stands in, where only the amounts ask for a grid of thousands.
  private static func standIn(_ mean: Double, _ amounts: [Int]) -> Int {
    let mean = Int(min(max(0, mean), 9e15).rounded())
    return amounts.allSatisfy { $0 % 100_000 == 0 } ? mean - mean % 100_000 : mean
  }

  /// Adds up as far as the target lies at its farthest, and beyond what is at all likely.
  private static func sums(
    _ arrivals: Arrivals, _ moments: Arrivals.Moments, _ grid: MoneyGrid, scale: Double,
    _ factors: [Double], _ question: OutlookQuestion
  ) -> ArrivalSums {
    let step = Double(grid.step)
    let likely =
      question.isRough ? 0 : (moments.mean + 6 * moments.variance.squareRoot()) / step
    let least = scale * (factors.first ?? 1) * step
    let missing = Double((question.target ?? 0) - question.won)
    let steps = least > 0 ? missing / least : 0
    // What lies so far beyond everything likely has no chance, wherever the sums end.
    let target = likely > 0 ? min(steps, 100 * likely) : steps
    return ArrivalSums(arrivals, on: grid, below: Int(min(max(likely, target), 1_000_000)) + 2)
  }

  /// The chance that everything together comes to an amount in hundredths by the end.
  func chance(toReach target: Int) -> Double { chance(toReach: Rational(target)) }

  /// The same for an amount that may be a fraction of a hundredth.
  func chance(toReach target: Rational) -> Double {
    var chance = 0.0
    for factor in factors {
      let missing = target.double - Double(won) - certain * factor
      guard missing > 0 else {
        chance += 1
        continue
      }
      let step = sumScale * factor * Double(grid.step)
      guard step > 0, missing / step < 9e15 else { continue }
      chance += 1 - sums.chance(ofAtMost: Int((missing / step).rounded(.up)) - 1)
    }
    return min(max(chance / Double(factors.count), 0), 1)
  }

  /// The least amount in hundredths that is not exceeded with a chance.
  func quantile(_ share: Double) -> Double {
    var (low, high) = (0.0, max(1, Double(grid.step)))
    guard chance(ofAtMost: low) < share - Self.tie else { return Double(won) }
    while chance(ofAtMost: high) < share - Self.tie, high < 1e17 { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return Double(won) + high }
      if chance(ofAtMost: middle) >= share - Self.tie { high = middle } else { low = middle }
    }
  }

  /// Sums that differ only by how they were rounded are equal.
  private static let tie = 1e-12

  /// The chance of at most an amount beside what is won.
  private func chance(ofAtMost amount: Double) -> Double {
    var chance = 0.0
    for factor in factors {
      let rest = amount - certain * factor
      let step = sumScale * factor * Double(grid.step)
      guard rest >= 0 else { continue }
      chance += step > 0 ? sums.chance(ofAtMost: Int(min(rest / step, 9e15))) : 1
    }
    return chance / Double(factors.count)
  }
}
