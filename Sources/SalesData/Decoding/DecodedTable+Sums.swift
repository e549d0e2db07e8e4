import SalesMethod

extension DecodedTable {
  /// What a column's amounts come to in some rows: added up exactly, then rounded once.
  func sum(of column: String, _ rows: some Sequence<Int>) -> Money {
    let (values, rests) = (integers(column), rests[column] ?? [:])
    var sum = ExactSum()
    for row in rows { if let value = values[row] { sum.add(value, rest: rests[row] ?? 0) } }
    return Money(hundredths: sum.hundredths)
  }

  /// The amounts of a column in whole hundredths that, added up by what `key` names, are the exact sum
  /// rounded once: what one row leaves out is carried to the next of the same key.
  ///
  /// Three lines of 0.005 of one customer are 0.01, 0 and 0.01.
  func amounts(_ column: String, addedUpBy key: (Int) -> String) -> (Int) -> Money? {
    let (values, rests) = (integers(column), rests[column] ?? [:])
    guard !rests.isEmpty else { return values.money }
    var (sums, carried): ([String: ExactSum], [Int: Int]) = ([:], [:])
    for row in keptRows {
      guard let value = values[row] else { continue }
      var sum = sums[key(row)] ?? ExactSum()
      let before = sum.hundredths
      sum.add(value, rest: rests[row] ?? 0)
      carried[row] = sum.hundredths - before
      sums[key(row)] = sum
    }
    return { [carried] row in carried[row].map(Money.init(hundredths:)) }
  }
}
