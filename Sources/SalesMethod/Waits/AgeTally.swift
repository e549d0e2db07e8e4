/// The ages that waits are counted by, in days: 0–7, 8–14, 15–30, 31–60, 61–90, 91–120, 121–180,
/// 181–365 and more.
enum AgeBins {
  /// The last age of every bin but the last, which has none.
  static let lastAges = [7, 14, 30, 60, 90, 120, 180, 365]
  static let count = lastAges.count + 1

  /// The bin of an age.
  static func bin(of age: Int) -> Int {
    var bin = 0
    while bin < lastAges.count, age > lastAges[bin] { bin += 1 }
    return bin
  }

  /// The first age of a bin.
  static func firstAge(of bin: Int) -> Int { bin == 0 ? 0 : lastAges[bin - 1] + 1 }
  /// The last age of a bin; nil where it has no end.
  static func lastAge(of bin: Int) -> Int? { bin < lastAges.count ? lastAges[bin] : nil }
}

/// Days waited and what ended them, by age: whole numbers only, so that tallies add up in any order.
struct AgeTally: Hashable, Sendable {
  /// What was counted at one age.
  struct Bin: Hashable, Sendable {
    /// Days at risk.
    var days = 0
    var won = 0
    var lost = 0
    /// Waits whose first day at risk was at this age.
    var entered = 0
    /// Waits that were at risk at a younger age too.
    var continued = 0
  }

  private(set) var bins = [Bin](repeating: Bin(), count: AgeBins.count)

  /// Events, won and lost.
  var events: Int { bins.reduce(0) { $0 + $1.won + $1.lost } }

  mutating func add(_ other: AgeTally) {
    for bin in bins.indices {
      bins[bin].days += other.bins[bin].days
      bins[bin].won += other.bins[bin].won
      bins[bin].lost += other.bins[bin].lost
      bins[bin].entered += other.bins[bin].entered
      bins[bin].continued += other.bins[bin].continued
    }
  }

  /// Counts a wait's days from `window` until the day before `day`, but for pauses, and its end where
  /// that lies between.
  mutating func count(_ wait: Wait, from window: Day, before day: Day, pauses: [Pause]) {
    let first = max(wait.start.number + wait.kind.firstAge, window.number)
    let last = min(wait.end?.number ?? .max, day.number - 1)
    var previous: Int?
    var next = first
    var position = Pause.first(notBefore: first, in: pauses)
    while next <= last {
      let pause = position < pauses.count ? pauses[position] : nil
      let through = min(last, (pause?.first ?? .max) - 1)
      if next <= through {
        addDays(ages: next - wait.start.number, through - wait.start.number, after: &previous)
      }
      guard let pause else { break }
      next = max(next, pause.last + 1)
      position += 1
    }
    guard let end = wait.end, let cause = wait.cause, window <= end, end < day,
      !Pause.contains(end.number, in: pauses)
    else { return }
    let bin = AgeBins.bin(of: wait.start.days(to: end))
    if cause == .event { bins[bin].won += 1 } else { bins[bin].lost += 1 }
  }

  private mutating func addDays(ages first: Int, _ last: Int, after previous: inout Int?) {
    for bin in AgeBins.bin(of: first)...AgeBins.bin(of: last) {
      let from = max(first, AgeBins.firstAge(of: bin))
      bins[bin].days += min(last, AgeBins.lastAge(of: bin) ?? last) - from + 1
      if let before = previous {
        if before < bin { for passed in before + 1...bin { bins[passed].continued += 1 } }
      } else {
        bins[bin].entered += 1
      }
      previous = bin
    }
  }
}

/// Days on which a customer has an open deal: it then waits for the deal and for no other order.
struct Pause: Hashable, Sendable {
  /// The first and the last day, as numbers.
  let first: Int
  let last: Int

  /// Pauses in order, those that touch joined.
  static func joined(_ pauses: [Pause]) -> [Pause] {
    var result: [Pause] = []
    for pause in pauses.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      if let before = result.last, pause.first <= before.last + 1 {
        result[result.count - 1] = Pause(first: before.first, last: max(before.last, pause.last))
      } else {
        result.append(pause)
      }
    }
    return result
  }

  /// The position of the first pause that ends on a day or later.
  static func first(notBefore day: Int, in pauses: [Pause]) -> Int {
    var (low, high) = (0, pauses.count)
    while low < high {
      let middle = (low + high) / 2
      if pauses[middle].last < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a day lies in one of the pauses.
  static func contains(_ day: Int, in pauses: [Pause]) -> Bool {
    let position = first(notBefore: day, in: pauses)
    return position < pauses.count && pauses[position].first <= day
  }
}
