/// A column in order, so that COUNTIF and SUMIF with another condition in every row of a table do not
/// walk all of it each time.
///
///     // cells 3, 1, 3; adding 10, 20, 30
///     try index.matching(.text(">=2"))  // 40
struct ConditionIndex: Sendable {
  /// The cells of a column that hold a number, from the least.
  private var numbers: [Rational] = []
  /// How many cells stand before each place of `numbers`, or what theirs add up to.
  private var sums: [Rational] = []
  /// The same for each text of a column of texts; nil for one of numbers.
  private var texts: [String: Rational]?
  private var total = Rational.zero

  /// Orders a column; `added` is what SUMIF adds, nil counts cells.
  ///
  /// Columns of different lengths, and sums beyond every limit, are faults.
  init(_ cells: Column, adding added: Column?) throws(Fault) {
    var weights: [Rational?]?
    if let added {
      guard case .numbers(let numbers) = added, numbers.count == cells.count else { throw .lengths }
      weights = numbers
    }
    func weight(_ row: Int) -> Rational {
      guard let weights else { return Rational(1) }
      return weights[row] ?? .zero
    }
    switch cells {
    case .texts(let cells):
      var texts: [String: Rational] = [:]
      for (row, cell) in cells.enumerated() {
        guard let cell else { continue }
        texts[cell] = try (texts[cell] ?? .zero) + weight(row)
        total = try total + weight(row)
      }
      self.texts = texts
    case .numbers(let cells):
      let known = cells.enumerated().compactMap { row, cell in cell.map { (cell: $0, row: row) } }
        .sorted { ($0.cell, $0.row) < ($1.cell, $1.row) }
      numbers = known.map(\.cell)
      sums = [.zero]
      for (_, row) in known {
        total = try total + weight(row)
        sums.append(total)
      }
    }
  }

  /// What the cells that meet a condition count or add up to.
  func matching(_ criterion: Value) throws(Fault) -> Rational {
    switch (texts, criterion) {
    case (nil, .number(let wanted)): return try matching(.equal, wanted)
    case (nil, .text(let text)):
      let (comparison, rest) = Function.criterion(text)
      guard let limit = Rational(written: rest) else { throw .criterion }
      return try matching(comparison, limit)
    case (let texts?, .text(let text)):
      let (comparison, rest) = Function.criterion(text)
      let equal = texts[rest] ?? .zero
      switch comparison {
      case .equal: return equal
      case .notEqual: return try total - equal
      default: throw .criterion
      }
    default: throw .unavailable
    }
  }

  private func matching(_ comparison: Comparison, _ limit: Rational) throws(Fault) -> Rational {
    let below = sums[place { $0 < limit }]
    let through = sums[place { $0 <= limit }]
    return switch comparison {
    case .equal: try through - below
    case .notEqual: try total - (try through - below)
    case .less: below
    case .lessOrEqual: through
    case .greater: try total - through
    case .greaterOrEqual: try total - below
    }
  }

  /// How many of the numbers, from the least, hold to a condition that greater ones do not.
  private func place(_ holds: (Rational) -> Bool) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(numbers[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
