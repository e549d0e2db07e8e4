/// The distribution of the sum of 0, 1, 2 … orders, one after the other, cut at an amount nobody asks
/// about.
///
/// Orders alone are added up, the one thing that costs time; open deals and repeat orders are set
/// against the sums by whoever reads them. So a plan adds up its orders once, however many questions
/// it asks.
struct OrderSums {
  /// The chance of each amount from `first` on, in steps of the grid.
  private(set) var masses = [1.0]
  /// The least amount that has a chance.
  private(set) var first = 0
  private let sizes: [(bin: Int, mass: Double)]
  private var limit: Int

  /// Amounts at the ends with smaller chances count for nothing: together they stay far below what
  /// counts of customers leave out.
  private static let least = 1e-21
  private static let width = 8

  /// Begins with no order; amounts at or above the limit are forgotten.
  init(_ model: RevenueModel, upTo limit: Int) {
    sizes = model.orderSizes
    self.limit = max(limit, 0)
    if limit < 1 { masses = [] }
  }

  /// How many multiplications the next order costs.
  var work: Int { masses.count * (sizes.count + 1) }

  /// Adds one order: every amount is reached from the amounts below it by each of the sizes.
  mutating func addOrder() {
    guard let smallest = sizes.first?.bin, first + smallest < limit, !masses.isEmpty else {
      masses = []
      return
    }
    let reachable = sizes.prefix { first + $0.bin < limit }
    let spread = (reachable.last?.bin ?? smallest) - smallest
    let count = min(masses.count + spread, limit - first - smallest)
    // Zeros around the sums, so that every size can be looked back from every amount, and so that
    // eight amounts can always be taken together.
    let padding = [Double](repeating: 0, count: spread + Self.width)
    let source = padding + masses + padding
    var next = [Double](repeating: 0, count: count + Self.width - 1)
    for start in stride(from: 0, to: count, by: Self.width) {
      let offset = start + Self.width + spread + smallest
      Self.addEight(at: start, offset, reachable, from: source, to: &next)
    }
    next.removeLast(Self.width - 1)
    first += smallest
    masses = next
    dropEnds()
  }

  private mutating func dropEnds() {
    let begin = masses.firstIndex { $0 >= Self.least } ?? masses.count
    let end = (masses.lastIndex { $0 >= Self.least } ?? begin - 1) + 1
    guard begin > 0 || end < masses.count else { return }
    first += begin
    masses = Array(masses[begin..<max(begin, end)])
  }

  /// The inner loop of the forecast: the chances of eight neighbouring amounts at once.
  ///
  /// It reads through a raw buffer because checking every index keeps the compiler from treating
  /// the eight as one; the padding above is what makes every read valid.
  @inline(__always)
  private static func addEight(
    at start: Int, _ offset: Int, _ sizes: ArraySlice<(bin: Int, mass: Double)>,
    from source: [Double], to target: inout [Double]
  ) {
    var (a, b, c, d, e, f, g, h) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    source.withUnsafeBufferPointer { source in
      for (bin, mass) in sizes {
        let position = offset &- bin
        a += mass * source[position]
        b += mass * source[position &+ 1]
        c += mass * source[position &+ 2]
        d += mass * source[position &+ 3]
        e += mass * source[position &+ 4]
        f += mass * source[position &+ 5]
        g += mass * source[position &+ 6]
        h += mass * source[position &+ 7]
      }
    }
    for (offset, mass) in [a, b, c, d, e, f, g, h].enumerated() { target[start + offset] = mass }
  }

  /// Forgets what lies at or above an amount, now and later.
  mutating func cut(to limit: Int) {
    self.limit = min(self.limit, max(limit, 0))
    let most = max(0, self.limit - first)
    if masses.count > most { masses.removeLast(masses.count - most) }
  }

  /// The chance of each amount or less, from nothing to below the limit.
  func cumulative(upTo limit: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: max(limit, 0))
    var sum = 0.0
    for position in min(first, sums.count)..<sums.count {
      if position - first < masses.count { sum += masses[position - first] }
      sums[position] = sum
    }
    return sums
  }
}
