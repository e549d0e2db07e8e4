extension Function {
  /// Computes a function of values whose kinds were checked.
  func apply(to values: [Value]) throws(Fault) -> Value {
    switch self {
    case .round, .roundUp, .roundDown: .number(try rounded(values))
    case .ceiling, .floor: .number(try stepped(values))
    case .abs: .number(try magnitude(values))
    case .min: .number(try extreme(values) { $0 < $1 })
    case .max: .number(try extreme(values) { $0 > $1 })
    case .sum: .number(try Self.sum(Self.numbers(values)))
    case .average: .number(try average(values))
    case .count: .number(Rational(Self.count(values)))
    case .countIf: .number(Rational(try Self.matching(values).count))
    case .sumIf: .number(try sumIf(values))
    case .if, .ifError: throw .unavailable
    }
  }

  private func rounded(_ values: [Value]) throws(Fault) -> Rational {
    guard case .number(let number) = values[0] else { throw .unavailable }
    var decimals = 0
    if values.count > 1 {
      guard case .number(let asked) = values[1], let whole = asked.whole else { throw .digits }
      decimals = whole
    }
    let rounding: Rounding =
      switch self {
      case .roundUp: .awayFromZero
      case .roundDown: .towardsZero
      default: .nearest
      }
    return try number.rounded(rounding, decimals: decimals)
  }

  private func stepped(_ values: [Value]) throws(Fault) -> Rational {
    guard case .number(let number) = values[0] else { throw .unavailable }
    var step = Rational(1)
    if values.count > 1, case .number(let asked) = values[1] { step = asked }
    return try number.rounded(self == .ceiling ? .up : .down, toMultipleOf: step)
  }

  private func magnitude(_ values: [Value]) throws(Fault) -> Rational {
    guard case .number(let number) = values[0] else { throw .unavailable }
    return number.signum < 0 ? -number : number
  }

  private func extreme(_ values: [Value], isBetter: (Rational, Rational) -> Bool) throws(Fault)
    -> Rational
  {
    guard
      let best = Self.numbers(values).reduce(
        nil,
        { best, next in
          best.map { isBetter(next, $0) ? next : $0 } ?? next
        }) as Rational?
    else { throw .nothing }
    return best
  }

  private func average(_ values: [Value]) throws(Fault) -> Rational {
    let numbers = Self.numbers(values)
    guard !numbers.isEmpty else { throw .nothing }
    return try Self.sum(numbers) / Rational(numbers.count)
  }

  private func sumIf(_ values: [Value]) throws(Fault) -> Rational {
    let rows = try Self.matching(values)
    guard case .column(.numbers(let cells)) = values.count == 3 ? values[2] : values[0] else {
      throw .unavailable
    }
    if values.count == 3, case .column(let tested) = values[0], tested.count != cells.count {
      throw .lengths
    }
    return try Self.sum(rows.compactMap { cells[$0] })
  }

  private static func sum(_ numbers: [Rational]) throws(Fault) -> Rational {
    var sum = Rational.zero
    for number in numbers { sum = try sum + number }
    return sum
  }

  /// The numbers among values and in the columns among them; blank cells are none.
  private static func numbers(_ values: [Value]) -> [Rational] {
    values.flatMap { value -> [Rational] in
      switch value {
      case .number(let number): [number]
      case .column(.numbers(let cells)): cells.compactMap(\.self)
      default: []
      }
    }
  }

  private static func count(_ values: [Value]) -> Int {
    values.reduce(0) { count, value in
      switch value {
      case .column(.numbers(let cells)): count + cells.count { $0 != nil }
      case .column(.texts(let cells)): count + cells.count { $0 != nil }
      default: count + 1
      }
    }
  }

  /// The rows whose cell meets the condition; a blank cell meets none.
  private static func matching(_ values: [Value]) throws(Fault) -> [Int] {
    switch (values[0], values[1]) {
    case (.column(.numbers(let cells)), .number(let wanted)):
      return cells.indices.filter { cells[$0] == wanted }
    case (.column(.numbers(let cells)), .text(let text)):
      let (comparison, rest) = criterion(text)
      guard let limit = Rational(written: rest) else { throw .criterion }
      return cells.indices.filter { cells[$0].map { comparison.holds($0, limit) } ?? false }
    case (.column(.texts(let cells)), .text(let text)):
      let (comparison, rest) = criterion(text)
      guard comparison == .equal || comparison == .notEqual else { throw .criterion }
      return cells.indices.filter { cells[$0].map { comparison.holds($0, rest) } ?? false }
    default:
      throw .unavailable
    }
  }

  /// The comparison a condition begins with, equality where it begins with none, and the rest.
  static func criterion(_ text: String) -> (Comparison, String) {
    for (sign, comparison) in [
      ("<>", Comparison.notEqual), ("≠", .notEqual), ("<=", .lessOrEqual), ("≤", .lessOrEqual),
      (">=", .greaterOrEqual), ("≥", .greaterOrEqual), ("<", .less), (">", .greater), ("=", .equal),
    ] where text.hasPrefix(sign) {
      return (comparison, String(text.dropFirst(sign.count)))
    }
    return (.equal, text)
  }
}

extension Column {
  /// How many rows it has, blank ones included.
  package var count: Int {
    switch self {
    case .numbers(let cells): cells.count
    case .texts(let cells): cells.count
    }
  }
}
