/// The distribution of everything that may arrive, added up on a grid of amounts.
///
/// The chances of all numbers of orders are weighed by the transforms of an order's size, and those of
/// open deals multiplied in; one transform back gives the chance of each amount. Amounts beyond the
/// limit would come back at the bottom; each amount is therefore weighed by a power of a number below
/// one, which leaves of them what no digit shows.
struct ArrivalSums: Sendable {
  /// The chance of each amount or less, in steps of the grid, below a limit.
  let cumulative: [Double]
  /// Whether the limit lies above every amount that can arrive.
  let isComplete: Bool

  /// What amounts beyond the limit are weighed by at least.
  private static let damping = 32.23619130191664  // −log 10⁻¹⁴

  /// Adds up what may arrive, below an amount in steps of the grid.
  init(_ arrivals: Arrivals, on grid: MoneyGrid, below least: Int) {
    let counts = arrivals.orderCounts
    let sizes = Self.bins(arrivals.sizes, grid)
    let deals = arrivals.deals.map { (bin: grid.bin($0.amount), chance: $0.chance) }
    let most = Self.most(counts, sizes, deals)
    let limit = min(max(1, least), most)
    isComplete = limit == most
    let fourier = Fourier(atLeast: 2 * limit)
    let powers = Self.powers(fourier.count)
    var transform = Spectrum(sizes, fourier, powers)
    transform.compose(counts)
    for deal in deals where deal.bin < fourier.count && deal.chance > 0 {
      transform.multiply(chance: deal.chance, at: deal.bin, powers[deal.bin])
    }
    // A deal beyond the list only takes away its chance.
    for deal in deals where deal.bin >= fourier.count {
      transform.multiply(chance: deal.chance, at: 0, 0)
    }
    cumulative = transform.cumulative(below: limit, powers)
  }

  /// The chance of at most so many steps; all of it beyond the limit.
  func chance(ofAtMost steps: Int) -> Double {
    guard steps >= 0 else { return 0 }
    return steps < cumulative.count ? cumulative[steps] : isComplete ? 1 : cumulative.last ?? 0
  }

  /// Orders of fewer steps than this, on average, are not rounded but split between the two
  /// neighbouring amounts, so that the mean of many stays what it is.
  private static let fineSteps = 20.0

  private static func bins(_ sizes: OrderSizes?, _ grid: MoneyGrid) -> [(bin: Int, mass: Double)] {
    guard let sizes else { return [] }
    let share = 1 / Double(sizes.sizes.count)
    let isSplit = sizes.mean < fineSteps * Double(grid.step)
    var frequencies: [(bin: Int, mass: Double)] = []
    func add(_ bin: Int, _ mass: Double) {
      // Sizes come smallest first: only the last two amounts can be met again.
      for position in frequencies.indices.suffix(2) where frequencies[position].bin == bin {
        frequencies[position].mass += mass
        return
      }
      frequencies.append((bin, mass))
    }
    for size in sizes.sizes {
      let (below, rest) = size.quotientAndRemainder(dividingBy: grid.step)
      let above = isSplit ? Double(rest) / Double(grid.step) : 0
      add(isSplit ? below : grid.bin(size), share * (1 - above))
      if above > 0 { add(below + 1, share * above) }
    }
    return frequencies
  }

  /// One more than all that can arrive.
  private static func most(
    _ counts: [Double], _ sizes: [(bin: Int, mass: Double)], _ deals: [(bin: Int, chance: Double)]
  ) -> Int {
    let largest = sizes.last?.bin ?? 0
    var most = largest.multipliedReportingOverflow(by: counts.count - 1)
    for deal in deals where deal.chance > 0 {
      let (sum, overflow) = most.partialValue.addingReportingOverflow(deal.bin)
      most = (sum, overflow || most.overflow)
    }
    return most.overflow ? .max : most.partialValue + 1
  }

  private static func powers(_ count: Int) -> [Double] {
    let ratio = Elementary.exp(-damping / Double(count))
    var powers: [Double] = []
    powers.reserveCapacity(count)
    var power = 1.0
    for _ in 0..<count {
      powers.append(power)
      power *= ratio
    }
    return powers
  }
}

/// The transform of a distribution at half of all frequencies; the others mirror them.
private struct Spectrum {
  private var real: [Double]
  private var imaginary: [Double]
  private let fourier: Fourier

  /// Transforms the sizes of an order, each weighed by its power.
  init(_ sizes: [(bin: Int, mass: Double)], _ fourier: Fourier, _ powers: [Double]) {
    self.fourier = fourier
    var real = [Double](repeating: 0, count: fourier.count)
    var imaginary = [Double](repeating: 0, count: fourier.count)
    for (bin, mass) in sizes where bin < fourier.count { real[bin] += mass * powers[bin] }
    fourier.transform(&real, &imaginary)
    self.real = Array(real.prefix(fourier.count / 2 + 1))
    self.imaginary = Array(imaginary.prefix(fourier.count / 2 + 1))
  }

  /// From one order to their number: Σ chance of n · transformⁿ, from the largest n down.
  mutating func compose(_ counts: [Double]) {
    var sums = [Double](repeating: counts.last ?? 0, count: real.count)
    var turned = [Double](repeating: 0, count: real.count)
    sums.withUnsafeMutableBufferPointer { sums in
      turned.withUnsafeMutableBufferPointer { turned in
        real.withUnsafeBufferPointer { real in
          imaginary.withUnsafeBufferPointer { imaginary in
            for chance in counts.dropLast().reversed() {
              for k in 0..<real.count {
                let (r, i) = (sums[k], turned[k])
                sums[k] = r * real[k] - i * imaginary[k] + chance
                turned[k] = r * imaginary[k] + i * real[k]
              }
            }
          }
        }
      }
    }
    (real, imaginary) = (sums, turned)
  }

  /// Multiplies an amount in that arrives with a chance.
  mutating func multiply(chance: Double, at bin: Int, _ power: Double) {
    let weight = chance * power
    for k in real.indices {
      let root = fourier.root(bin * k)
      let (r, i) = (1 - chance + weight * root.real, weight * root.imaginary)
      (real[k], imaginary[k]) = (real[k] * r - imaginary[k] * i, real[k] * i + imaginary[k] * r)
    }
  }

  /// Transforms back and adds up the chances below a limit.
  func cumulative(below limit: Int, _ powers: [Double]) -> [Double] {
    // Backwards is forwards with the imaginary parts turned.
    var real = self.real + self.real[1..<fourier.count / 2].reversed()
    var imaginary =
      self.imaginary.map { -$0 } + self.imaginary[1..<fourier.count / 2].reversed()
    fourier.transform(&real, &imaginary)
    var sum = 0.0
    return (0..<limit).map { position in
      sum += max(0, real[position]) / (Double(fourier.count) * powers[position])
      return sum
    }
  }
}
