/// What arrives beside new customers, each amount with its own chance.
struct OtherRevenue {
  private var parts: [(bin: Int, chance: Double)] = []
  private let grid: MoneyGrid

  init(grid: MoneyGrid) { self.grid = grid }

  /// Adds an amount that arrives with a chance.
  mutating func add(_ amount: Rational, chance: Double) {
    guard chance > 0 else { return }
    parts.append((grid.bin(amount), min(chance, 1)))
  }

  /// How many parts there are.
  var count: Int { parts.count }

  /// The mean and the variance in steps of the grid.
  var moments: (mean: Double, variance: Double) {
    var (mean, variance) = (0.0, 0.0)
    for (bin, chance) in parts {
      mean += Double(bin) * chance
      variance += Double(bin) * Double(bin) * chance * (1 - chance)
    }
    return (mean, variance)
  }

  /// The distribution of the sum below a limit.
  func distribution(upTo limit: Int) -> [Double] {
    var masses = [1.0]
    for (bin, chance) in parts {
      let count = min(limit, masses.count + bin)
      var next = [Double](repeating: 0, count: max(count, 1))
      Convolution.add(masses, times: 1 - chance, at: 0, to: &next)
      Convolution.add(masses, times: chance, at: bin, to: &next)
      masses = next
    }
    return masses
  }
}
