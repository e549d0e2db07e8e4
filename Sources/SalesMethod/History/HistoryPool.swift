/// What the workspace's history says where one member's own is too short: counted once for every
/// team, every segment and the whole.
struct HistoryPool: Sendable {
  /// What customers of one segment have in common.
  struct Segment: Sendable {
    /// The days between their orders, shortest first.
    var gaps: [Int] = []
    /// The sum of their orders after returns, in hundredths.
    var netAmount = 0
    var orders = 0

    mutating func add(_ history: CustomerHistory) throws(MethodFailure) {
      gaps += history.gaps
      for purchase in history.net.sizes {
        netAmount = try sum(netAmount, purchase)
        orders += 1
      }
    }
  }

  private(set) var lags: [String?: LagDistribution] = [:]
  private(set) var cohorts: [String?: Cohort] = [:]
  private(set) var segments: [String?: Segment] = [:]
  /// Reads customers' histories as they were known on the same day.
  let reader: HistoryReader

  init(_ index: RecordIndex, settings: MethodSettings, before day: Day) throws(MethodFailure) {
    reader = HistoryReader(settings, before: day)
    try readLagsAndSegments(of: index)
    for (number, member) in index.members.enumerated() {
      let cohort = try reader.cohort(
        reader.histories(ofMember: number, in: index), lag: lag(own: nil, team: member.team))
      let nobody = reader.nobody
      try cohorts[nil, default: nobody].add(cohort)
      if let team = member.team { try cohorts[team, default: nobody].add(cohort) }
    }
  }

  /// The lag to plan with: one's own, else the team's, else everybody's.
  func lag(own: LagDistribution?, team: String?) -> LagDistribution? {
    own ?? team.flatMap { lags[$0] } ?? lags[nil]
  }

  private mutating func readLagsAndSegments(of index: RecordIndex) throws(MethodFailure) {
    var observed: [String?: [Int]] = [:]
    for (number, member) in index.members.enumerated() {
      for history in reader.histories(ofMember: number, in: index) {
        if let lag = history.lag {
          observed[nil, default: []].append(lag)
          if let team = member.team { observed[team, default: []].append(lag) }
        }
        guard !history.orders.isEmpty else { continue }
        try segments[history.customer.segment, default: Segment()].add(history)
      }
    }
    lags = observed.compactMapValues { LagDistribution($0) }
    segments = segments.mapValues { segment in
      var sorted = segment
      sorted.gaps.sort()
      return sorted
    }
  }
}
