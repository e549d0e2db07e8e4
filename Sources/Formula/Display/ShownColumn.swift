/// The numbers of a table's column as they are shown: one unit, the same decimals in every row.
package struct ShownColumn: Hashable, Sendable {
  /// The unit for the head of the column: `万元`; empty where there is none, or where the head or the
  /// cells say it.
  package let unit: String
  /// The numbers from the first row to the last; empty where there is none.
  package let cells: [String]
  /// Their sum; nil where none was asked for.
  package let total: String?
}

extension Notation {
  /// Shows a column of numbers.
  ///
  /// `title` is the column's: a unit in brackets at its end, `金额（万元）`, is the one that is counted
  /// in. Where a `total` is given and digits are lost, the parts as shown add up to the total as shown:
  /// the largest remainders are rounded up, the earlier first.
  ///
  ///     Notation.chinese.column([a, b, c], total: one, .none, .percent, title: "占比")
  ///     // thirds: 33.4%, 33.3%, 33.3%, total 100.0%
  package func column(
    _ numbers: [Rational?], total: Rational?, _ unit: Unit, _ style: Style, title: String
  ) -> ShownColumn {
    let known = numbers.compactMap(\.self) + (total.map { [$0] } ?? [])
    let counting = counting(known, unit, style, title)
    let scaled = numbers.map { number in
      number.map { (try? $0 / counting.scale) ?? $0 }
    }
    let sum = total.map { (try? $0 / counting.scale) ?? $0 }
    let decimals = Self.decimals(
      of: scaled.compactMap(\.self) + (sum.map { [$0] } ?? []), isShare: counting.isShare)
    let step = Rational(1, over: Rational.powerOfTen(decimals))
    let whole = (try? Self.wholes(of: scaled, adding: sum, step)) ?? scaled
    func digits(_ number: Rational) -> String {
      number.fixed(decimals, grouped: groups) + counting.suffix
    }
    return ShownColumn(
      unit: counting.unit, cells: whole.map { $0.map(digits) ?? "" },
      total: sum.map { digits((try? $0.rounded(.nearest, toMultipleOf: step)) ?? $0) })
  }

  /// What a column is counted in.
  private struct Counting {
    var scale = Rational(1)
    var unit = ""
    var suffix = ""
    var isShare = false
  }

  private func counting(
    _ numbers: [Rational], _ unit: Unit, _ style: Style, _ title: String
  ) -> Counting {
    let hundredth = Rational(1, over: 100)
    let bracketed = Self.bracketed(title)
    if unit.isNone, bracketed == "%" || bracketed == "％" {
      return Counting(scale: hundredth, isShare: true)
    }
    if unit.isNone, style == .percent {
      return Counting(scale: hundredth, suffix: "%", isShare: true)
    }
    guard !unit.isNone else { return Counting() }
    let word = word(of: unit)
    if let bracketed,
      let scale = Self.scale(of: bracketed, word) ?? Self.scale(of: bracketed, unit.description)
    {
      return Counting(scale: scale)
    }
    if usesMyriads, !word.hasPrefix("1/") {
      for (name, scale) in [("亿", 100_000_000), ("万", 10_000)]
      where Self.holds(numbers, Rational(scale)) {
        return Counting(scale: Rational(scale), unit: name + word)
      }
    }
    return Counting(unit: word)
  }

  /// The text in brackets at the end of a column's title.
  private static func bracketed(_ title: String) -> String? {
    guard let last = title.last, last == "）" || last == ")" else { return nil }
    guard let open = title.lastIndex(where: { $0 == "（" || $0 == "(" }) else { return nil }
    return String(title[title.index(after: open)...].dropLast())
  }

  /// How many of a unit the unit of a title is: 10,000 for 万元 and 元.
  private static func scale(of written: String, _ unit: String) -> Rational? {
    if written == "¥", unit == "元" { return Rational(1) }
    guard written.hasSuffix(unit) else { return nil }
    switch written.dropLast(unit.count) {
    case "": return Rational(1)
    case "千": return Rational(1_000)
    case "万": return Rational(10_000)
    case "百万": return Rational(1_000_000)
    case "亿": return Rational(100_000_000)
    default: return nil
    }
  }

  /// Whether two decimals hold each of the numbers in a scale that one of them reaches.
  private static func holds(_ numbers: [Rational], _ scale: Rational) -> Bool {
    numbers.contains { ($0.signum < 0 ? -$0 : $0) >= scale }
      && numbers.allSatisfy { (try? $0 / scale)?.exactDecimals(upTo: 2) != nil }
  }

  /// The decimals that hold all of the numbers, at most two: one for shares, four for small numbers.
  private static func decimals(of numbers: [Rational], isShare: Bool) -> Int {
    let limit = isShare ? 1 : numbers.allSatisfy(\.isBelowOne) ? exactDecimals : 2
    return numbers.map { min($0.exactDecimals(upTo: limit) ?? limit, limit) }.max() ?? 0
  }

  /// The numbers as multiples of a step; with a sum, such as add up to it as it is shown.
  private static func wholes(
    of numbers: [Rational?], adding sum: Rational?, _ step: Rational
  ) throws(Fault) -> [Rational?] {
    guard let sum else {
      var rounded: [Rational?] = []
      for number in numbers { rounded.append(try number?.rounded(.nearest, toMultipleOf: step)) }
      return rounded
    }
    var parts: [Rational?] = []
    var remainders: [(rest: Rational, row: Int)] = []
    var missing = try sum.rounded(.nearest, toMultipleOf: step)
    for (row, number) in numbers.enumerated() {
      guard let number else {
        parts.append(nil)
        continue
      }
      let part = try number.rounded(.down, toMultipleOf: step)
      parts.append(part)
      remainders.append((try number - part, row))
      missing = try missing - part
    }
    remainders.sort { ($1.rest, $0.row) < ($0.rest, $1.row) }
    for (_, row) in remainders {
      guard missing > .zero, let part = parts[row] else { break }
      parts[row] = try part + step
      missing = try missing - step
    }
    return parts
  }
}

extension Rational {
  /// The number with just so many decimals: `12.50`.
  fileprivate func fixed(_ decimals: Int, grouped: Bool) -> String {
    let digits = decimal(decimals, grouped: grouped)
    guard decimals > 0 else { return digits }
    let written = digits.split(separator: ".")
    let fraction = written.count > 1 ? String(written[1]) : ""
    return written[0] + "." + fraction + String(repeating: "0", count: decimals - fraction.count)
  }
}
