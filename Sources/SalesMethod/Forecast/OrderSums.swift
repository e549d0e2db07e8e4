/// The distribution of the sum of 0, 1, 2 … orders and everything else, one after the other, cut at
/// an amount nobody asks about.
struct OrderSums {
  /// The chance of each amount, in steps of the grid.
  private(set) var masses: [Double]
  private let sizes: [(bin: Int, mass: Double)]

  init(_ model: RevenueModel, upTo limit: Int) {
    sizes = model.orderSizes
    masses = Array(model.others.prefix(limit))
    masses += Array(repeating: 0, count: limit - masses.count)
  }

  /// Adds one order: every amount is reached from the amounts below it by each of the sizes.
  mutating func addOrder() {
    let reachable = sizes.prefix { $0.bin < masses.count }
    let padding = reachable.last?.bin ?? 0
    // Zeros before the first amount, so that no size reaches before the start; zeros after the
    // last, so that eight amounts can always be taken together.
    let source =
      Array(repeating: 0, count: padding) + masses + Array(repeating: 0, count: Self.width - 1)
    var next = [Double](repeating: 0, count: masses.count + Self.width - 1)
    for start in stride(from: 0, to: masses.count, by: Self.width) {
      Self.addEight(at: start, padding, reachable, from: source, to: &next)
    }
    next.removeLast(Self.width - 1)
    masses = next
  }

  private static let width = 8

  /// The inner loop of the forecast: the chances of eight neighbouring amounts at once.
  ///
  /// It reads through a raw buffer because checking every index keeps the compiler from treating
  /// the eight as one; the padding above is what makes every read valid.
  @inline(__always)
  private static func addEight(
    at start: Int, _ padding: Int, _ sizes: ArraySlice<(bin: Int, mass: Double)>,
    from source: [Double], to target: inout [Double]
  ) {
    var (a, b, c, d, e, f, g, h) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    source.withUnsafeBufferPointer { source in
      for (bin, mass) in sizes {
        let position = start &+ padding &- bin
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

  /// Forgets what lies at or above an amount.
  mutating func cut(to limit: Int) {
    if masses.count > limit { masses.removeLast(masses.count - limit) }
  }

  /// The chance of less than an amount.
  func below(_ limit: Int) -> Double {
    var sum = 0.0
    for mass in masses.prefix(limit) { sum += mass }
    return sum
  }
}
