/// How many customers moved from class to class since plans that were kept.
package struct ClassMoves: Codable, Hashable, Sendable {
  /// By the class before, nothing last, and in it by the class now, nothing last.
  private var counts: [Int]
  /// The earliest and the latest day of the plans compared with; nil where there was none.
  package private(set) var days: DayRange?

  /// Nobody moved.
  package init() { counts = [Int](repeating: 0, count: 25) }

  /// Counts the moves from an earlier plan to a later one.
  package init(_ matrix: MigrationMatrix, since day: Day) {
    self.init()
    days = DayRange(from: day, through: day)
    for move in matrix.moves { counts[Self.place(move.from, move.to)] += 1 }
  }

  /// How many moved from one class to another, stayed, came (`from` nil) or went (`to` nil).
  ///
  ///     moves[.b, .a]  // 3
  package subscript(from: CustomerClass?, to: CustomerClass?) -> Int {
    counts[Self.place(from, to)]
  }

  /// How many stand in a likelier class than before.
  package var raised: Int { sum { from, to in to < from } }
  /// How many stand in a less likely class than before.
  package var lowered: Int { sum { from, to in from < to } }

  private func sum(where isCounted: (CustomerClass, CustomerClass) -> Bool) -> Int {
    CustomerClass.allCases.reduce(0) { sum, from in
      CustomerClass.allCases.reduce(sum) { $0 + (isCounted(from, $1) ? self[from, $1] : 0) }
    }
  }

  private static func place(_ from: CustomerClass?, _ to: CustomerClass?) -> Int {
    func number(_ customerClass: CustomerClass?) -> Int {
      customerClass.flatMap { CustomerClass.allCases.firstIndex(of: $0) } ?? 4
    }
    return number(from) * 5 + number(to)
  }

  /// The moves of both together.
  package static func + (left: ClassMoves, right: ClassMoves) -> ClassMoves {
    var sum = left
    for place in sum.counts.indices { sum.counts[place] += right.counts[place] }
    if let days = right.days {
      sum.days =
        left.days.flatMap {
          DayRange(from: min($0.start, days.start), through: max($0.end, days.end))
        } ?? days
    }
    return sum
  }
}
