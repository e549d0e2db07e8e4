import Glibc
import SalesMethod

/// Measures how long one person's whole plan takes, and 100, 1,000 and 10,000 of them on all cores, with
/// the peak memory after each.
///
///     swift run -c release MethodBenchmark [plans]
@main
enum MethodBenchmark {
  static func main() async throws {
    let only = CommandLine.arguments.dropFirst().first.flatMap(Int.init)
    var people: [(id: String, index: RecordIndex)] = []
    for seed in 1...20 {
      var team = SyntheticTeam(seed: UInt64(seed))
      let id = "member\(seed)"
      people.append((id, RecordIndex(team.records(id: id))))
    }
    try alone(people)
    try shared(people.map(\.index))
    for count in only.map({ [$0] }) ?? [100, 1_000, 10_000] {
      try await together(people, count: count)
    }
  }

  /// One plan after the other on one core: the median, the slowest, and what the parts take.
  private static func alone(_ people: [(id: String, index: RecordIndex)]) throws {
    var reading: [Double] = []
    var planning: [Double] = []
    for person in people + people + people {
      let start = processorMilliseconds()
      let planner = try planner(person.index)
      let middle = processorMilliseconds()
      let plan = try planner.plan(for: person.id)
      planning.append(processorMilliseconds() - middle)
      reading.append(middle - start)
      precondition(
        plan.forecast != nil && plan.pastForecast != nil,
        "the benchmark measures plans with a forecast, and with that of the month before")
    }
    print("history shared by members: \(share(50, of: reading)) ms of processor time by the median")
    print(
      "one plan: median \(share(50, of: planning)) ms of processor time, "
        + "95 in 100 within \(share(95, of: planning)) ms, slowest \(share(100, of: planning)) ms")
  }

  /// What a team shares on a day: the life tables, and the rule tried on the six months before.
  ///
  /// It is made once, whoever is planned.
  private static func shared(_ people: [RecordIndex]) throws {
    guard let now = Day(year: 2026, month: 12, day: 1) else { return }
    var team = SalesRecords()
    for (number, person) in people.enumerated() {
      var records = person.records
      for position in records.customers.indices { records.customers[position].id += ".\(number)" }
      for position in records.activities.indices {
        records.activities[position].customer += ".\(number)"
      }
      for position in records.orders.indices {
        records.orders[position].customer = records.orders[position].customer.map {
          $0 + ".\(number)"
        }
      }
      for position in records.deals.indices { records.deals[position].customer += ".\(number)" }
      team.members += records.members
      team.customers += records.customers
      team.activities += records.activities
      team.orders += records.orders
      team.deals += records.deals
    }
    for (name, records, rounds) in [
      ("one person", people[0].records, 20), ("a team of \(people.count)", team, 5),
    ] {
      var taken: [Double] = []
      for _ in 0..<rounds {
        let start = processorMilliseconds()
        _ = try TeamWaits(WaitRows(records), before: now) { _, _ in nil }
        taken.append(processorMilliseconds() - start)
      }
      print(
        "life tables and six months tried, \(name): \(share(50, of: taken)) ms of processor time by the "
          + "median, once for all")
    }
  }

  /// Many plans on all cores; nothing is kept of a plan but its figures' hours.
  private static func together(
    _ people: [(id: String, index: RecordIndex)], count: Int
  ) async throws {
    let planners = try people.map { try planner($0.index) }
    let clock = ContinuousClock()
    let before = peakMegabytes()
    let start = clock.now
    let workers = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let needed = try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<workers {
        group.addTask {
          var hours = 0
          for number in stride(from: worker, to: count, by: workers) {
            let person = number % people.count
            let plan = try planners[person].plan(for: people[person].id)
            hours += plan.workload?.hours.needed.hours.ceiling ?? 0
          }
          return hours
        }
      }
      return try await group.reduce(0, +)
    }
    let seconds = milliseconds(clock.now - start) / 1000
    print("\(count) plans on \(workers) cores: \(seconds) s, \(needed) hours of work planned")
    print("peak memory before \(before) MB, after \(peakMegabytes()) MB")
  }

  private static func planner(_ index: RecordIndex) throws -> Planner {
    guard let period = Period.month(12, of: 2026), let now = Day(year: 2026, month: 12, day: 1)
    else { throw MethodFailure.yearWithoutCalendar(2026) }
    return try Planner(index, settings: MethodSettings(), period: period, now: now)
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1000 + Double(attoseconds / 1_000_000_000_000) / 1000
  }

  /// What so many of a hundred values do not exceed.
  private static func share(_ percent: Int, of values: [Double]) -> Double {
    values.sorted()[(values.count * percent - 1) / 100]
  }

  /// The processor time of the process so far: other programs on a busy machine do not count.
  private static func processorMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  private static func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
