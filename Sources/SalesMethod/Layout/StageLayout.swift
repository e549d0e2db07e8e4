/// The later stages of the funnel laid on days beside what stands there already.
///
/// How many of a stage fall into each week stays as the workload spreads them; within the week each goes
/// to the day nearest its own that has room. Where no day of the week has room they stay on their own
/// days, which then hold more than there is time for.
package struct StageLayout: Hashable, Sendable {
  /// The count of each stage on each day.
  package private(set) var perDay: [[Int]]
  /// What each day holds in the end.
  package private(set) var loads: [WorkingTime]

  private let weeks: [Range<Int>]
  private let caps: [WorkingTime]

  /// Lays all stages but the first, the longest pieces of work first, on days that hold `loads`: the
  /// first stage’s own work and the visits.
  ///
  /// `weeks` are the days of each week, by their places.
  package init(
    _ perDay: [[Int]], times: [WorkingTime], weeks: [Range<Int>], loads: [WorkingTime],
    caps: [WorkingTime]
  ) throws(MethodFailure) {
    self.perDay = perDay
    self.loads = loads
    self.weeks = weeks
    self.caps = caps
    let later = perDay.indices.dropFirst().sorted { (times[$1], $0) < (times[$0], $1) }
    for stage in later { try lay(stage, times[stage]) }
  }

  private mutating func lay(_ stage: Int, _ time: WorkingTime) throws(MethodFailure) {
    let own = perDay[stage]
    perDay[stage] = own.map { _ in 0 }
    for week in weeks {
      for day in week {
        var rest = own[day]
        while rest > 0, time > .zero, let free = try nearestFree(to: day, in: week, for: time) {
          try add(1, of: stage, time, on: free)
          rest -= 1
        }
        try add(rest, of: stage, time, on: day)
      }
    }
  }

  private func nearestFree(
    to day: Int, in week: Range<Int>, for time: WorkingTime
  ) throws(MethodFailure) -> Int? {
    var best: (distance: Int, load: WorkingTime, day: Int)?
    for candidate in week where try loads[candidate] + time <= caps[candidate] {
      let key = (abs(candidate - day), loads[candidate], candidate)
      if best.map({ key < $0 }) ?? true { best = key }
    }
    return best?.day
  }

  private mutating func add(
    _ count: Int, of stage: Int, _ time: WorkingTime, on day: Int
  ) throws(MethodFailure) {
    perDay[stage][day] += count
    loads[day] = try loads[day] + time * count
  }
}
