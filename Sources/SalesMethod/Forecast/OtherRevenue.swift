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
    let sum = parts.reduce(1) { sum, part in
      let (more, overflow) = sum.addingReportingOverflow(part.bin)
      return overflow ? limit : min(limit, more)
    }
    var masses = [Double](repeating: 0, count: max(sum, 1))
    masses[0] = 1
    var count = 1
    masses.withUnsafeMutableBufferPointer { masses in
      for (bin, chance) in parts {
        let longer = max(count, min(limit, count + min(bin, limit)))
        // From the largest amount down, so that each is still what it was when it is moved up.
        for place in stride(from: longer - 1, through: bin, by: -1) {
          masses[place] = masses[place] * (1 - chance) + masses[place - bin] * chance
        }
        for place in 0..<min(bin, count) { masses[place] *= 1 - chance }
        count = longer
      }
    }
    return masses
  }
}
