/// What one customer asks of the calendar.
package struct VisitDemand: Hashable, Sendable {
  /// The customer's id.
  package var customer: String
  package var customerClass: CustomerClass
  /// How many visits are wanted.
  package var visits: Int
  /// The least working days from one contact to the next.
  package var gap: Int
  /// How long a visit takes.
  package var time: WorkingTime
  /// The working day of the last contact, counted from the first day of the layout: the day before
  /// is −1.
  ///
  /// Nil where there was none, or none near enough to matter.
  package var lastContact: Int?

  package init(
    customer: String, customerClass: CustomerClass, visits: Int, gap: Int, time: WorkingTime,
    lastContact: Int? = nil
  ) {
    self.customer = customer
    self.customerClass = customerClass
    self.visits = visits
    self.gap = gap
    self.time = time
    self.lastContact = lastContact
  }
}

/// Visits that found no day.
package struct UnplacedVisits: Hashable, Sendable {
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Every day that keeps the gap is full.
    case full
    /// No day left keeps the gap.
    case gap
    /// There is no working day left.
    case noDays
  }

  package let customer: String
  package let customerClass: CustomerClass
  /// How many found no day.
  package let missing: Int
  /// Why the first of them did not.
  package let reason: Reason
}

/// Visits laid on working days: class by class, everybody's first before anybody's second, each on
/// the day nearest to where it would ideally fall that keeps the gap and has room.
package struct VisitLayout: Hashable, Sendable {
  /// The day of each placed visit, in the order of the demands and of time.
  package private(set) var placed: [[Int]]
  /// What each day holds; what else is laid on the days between two classes is added to it.
  package internal(set) var loads: [WorkingTime]
  /// What found no day, in the order of the demands.
  package var unplaced: [UnplacedVisits] {
    zip(demands, failed).compactMap { demand, failure in
      failure.map {
        UnplacedVisits(
          customer: demand.customer, customerClass: demand.customerClass, missing: $0.missing,
          reason: $0.reason)
      }
    }
  }

  private let demands: [VisitDemand]
  private let caps: [WorkingTime]
  private var failed: [Failure?]

  private struct Failure: Hashable {
    var missing = 1
    let reason: UnplacedVisits.Reason
  }

  /// Lays the demands on days that already hold `loads`, none over its cap.
  package init(
    _ demands: [VisitDemand], loads: [WorkingTime], caps: [WorkingTime]
  ) throws(MethodFailure) {
    self.init(waiting: demands, loads: loads, caps: caps)
    try lay(CustomerClass.allCases)
  }

  /// Days that hold `loads`, with nothing of the demands laid on them yet.
  init(waiting demands: [VisitDemand], loads: [WorkingTime], caps: [WorkingTime]) {
    (self.demands, self.loads, self.caps) = (demands, loads, caps)
    placed = Array(repeating: [], count: demands.count)
    failed = Array(repeating: nil, count: demands.count)
  }

  /// Lays the demands of some classes, class by class.
  mutating func lay(_ classes: [CustomerClass]) throws(MethodFailure) {
    for customerClass in classes {
      let numbers = demands.indices.filter {
        demands[$0].customerClass == customerClass && demands[$0].visits > 0
      }
      let rounds = numbers.map { demands[$0].visits }.max() ?? 0
      for round in 0..<rounds {
        for (rank, number) in numbers.enumerated() where round < demands[number].visits {
          let ideal = try Self.ideal(
            round: round, rank: rank, of: numbers.count, demands[number].visits, loads.count)
          if let reason = try place(number, demands[number], near: ideal) {
            let missing = (failed[number]?.missing ?? 0) + 1
            failed[number] = Failure(missing: missing, reason: failed[number]?.reason ?? reason)
          }
        }
      }
    }
  }

  /// The day a visit would fall on if there were room: visit j of v of customer i of m on n days.
  private static func ideal(
    round: Int, rank: Int, of count: Int, _ visits: Int, _ days: Int
  ) throws(MethodFailure) -> Int {
    let above = try product(days, sum(product(2 * count, round), 2 * rank + 1))
    return try above / product(2 * visits, count)
  }

  private mutating func place(
    _ number: Int, _ demand: VisitDemand, near ideal: Int
  ) throws(MethodFailure) -> UnplacedVisits.Reason? {
    guard !loads.isEmpty else { return .noDays }
    let last = placed[number].last ?? demand.lastContact
    let earliest = max(0, last.map { $0 + demand.gap } ?? 0)
    var best: (distance: Int, load: WorkingTime, day: Int)?
    for day in loads.indices.dropFirst(earliest) where try loads[day] + demand.time <= caps[day] {
      let candidate = (abs(day - ideal), loads[day], day)
      if best.map({ candidate < $0 }) ?? true { best = candidate }
    }
    guard let best else { return earliest >= loads.count ? .gap : .full }
    loads[best.day] = try loads[best.day] + demand.time
    placed[number].append(best.day)
    return nil
  }
}
