/// What the workspace's history says where one member's own is too short: counted once for every
/// team, every segment and the whole, and only where nobody's own rows can be read off.
struct HistoryPool: Sendable {
  /// What customers of one segment have in common.
  struct Segment: Sendable {
    /// The days between their orders, shortest first.
    fileprivate(set) var gaps: [Int] = []
    /// The sum of their orders after returns, in hundredths.
    fileprivate(set) var netAmount = 0
    fileprivate(set) var orders = 0
    fileprivate var contributors = Contributors()

    fileprivate mutating func add(
      _ history: CustomerHistory, of member: Int
    ) throws(MethodFailure) {
      gaps += history.gaps
      for purchase in history.net.sizes {
        netAmount = try sum(netAmount, purchase)
        orders += 1
      }
      contributors.add(history.net.sizes.count, of: member)
    }
  }

  private(set) var lags: [String?: LagDistribution] = [:]
  /// Of teams, and of everybody: those who are old enough; where nobody is, whoever was contacted.
  private var cohorts: [String?: PooledCohort] = [:]
  private(set) var segments: [String?: Segment] = [:]
  /// Reads customers' histories as they were known on the same day.
  let reader: HistoryReader

  /// Reads the history of teams and segments; members of one pool wait for the same age.
  init(
    _ index: RecordIndex, settings: MethodSettings, _ waits: TeamWaits, before day: Day
  ) throws(MethodFailure) {
    reader = HistoryReader(settings, before: day)
    guard index.members.count >= Pooling.leastPersons else { return }
    let firsts = try readLagsAndSegments(of: index)
    // Fewer than are pooled have no age in common.
    let leastAge = waits.isPooled(.firstOrder) ? waits.leastAge(of: 0) ?? 0 : 0
    let windows = firsts.filter { $0.value.contributors.mayBePooled }.compactMapValues { firsts in
      reader.window(for: firsts.days, leastAge: leastAge)
        ?? reader.window(for: firsts.days, leastAge: 0)
    }
    cohorts = try cohorts(of: index, in: windows, leastAge: leastAge)
  }

  /// The pools that a member's estimates may be taken from, the nearest first: the team's, everybody's.
  func cohorts(for member: Member) -> [PooledCohort] {
    [member.team.flatMap { cohorts[$0] }, cohorts[nil]].compactMap { $0 }
  }

  /// The lag to plan with: one's own, else the team's, else everybody's.
  func lag(own: LagDistribution?, team: String?) -> LagDistribution? {
    own ?? team.flatMap { lags[$0] } ?? lags[nil]
  }

  /// What one member's customers of each segment have in common.
  static func segments(
    _ histories: [CustomerHistory]
  ) throws(MethodFailure) -> [String?: Segment] {
    var segments: [String?: Segment] = [:]
    for history in histories where !history.orders.isEmpty {
      try segments[history.customer.segment, default: Segment()].add(history, of: 0)
    }
    return sorted(segments)
  }

  private static func sorted(_ segments: [String?: Segment]) -> [String?: Segment] {
    segments.mapValues { segment in
      var sorted = segment
      sorted.gaps.sort()
      return sorted
    }
  }

  /// The first contacts of a team, or their cycles, and whose they are.
  private struct Counted {
    var days: [Day] = []
    var lags: [Int] = []
    var contributors = Contributors()
    var contributorsOfLags = Contributors()
  }

  private mutating func readLagsAndSegments(
    of index: RecordIndex
  ) throws(MethodFailure) -> [String?: Counted] {
    var counted: [String?: Counted] = [:]
    for (number, member) in index.members.enumerated() {
      let histories = reader.histories(ofMember: number, in: index)
      let (firsts, lags) = (histories.compactMap(\.firstActivity), histories.compactMap(\.lag))
      for team in member.team.map({ [nil, $0] }) ?? [nil] {
        var sums = counted.removeValue(forKey: team) ?? Counted()
        sums.days += firsts
        sums.lags += lags
        sums.contributors.add(firsts.count, of: number)
        sums.contributorsOfLags.add(lags.count, of: number)
        counted[team] = sums
      }
      for history in histories where !history.orders.isEmpty {
        try segments[history.customer.segment, default: Segment()].add(history, of: number)
      }
    }
    lags = counted.compactMapValues { sums in
      sums.contributorsOfLags.mayBePooled ? LagDistribution(sums.lags) : nil
    }
    segments = Self.sorted(segments.filter { $0.value.contributors.mayBePooled })
    return counted
  }

  /// The cohorts of the windows.
  private func cohorts(
    of index: RecordIndex, in windows: [String?: CohortWindow], leastAge: Int
  ) throws(MethodFailure) -> [String?: PooledCohort] {
    var cohorts: [String?: PooledCohort] = windows.reduce(into: [:]) { pools, entry in
      pools[entry.key] = PooledCohort(
        reader.nobody(in: entry.value), team: entry.key,
        isMature: entry.value.leastAge == leastAge)
    }
    for (number, member) in index.members.enumerated() {
      let teams = (member.team.map { [nil, $0] } ?? [nil]).filter { windows[$0] != nil }
      guard !teams.isEmpty else { continue }
      let histories = reader.histories(ofMember: number, in: index)
      for team in teams {
        guard let window = windows[team] else { continue }
        try cohorts[team]?.add(reader.cohort(histories, in: window), of: number)
      }
    }
    return cohorts
  }
}
