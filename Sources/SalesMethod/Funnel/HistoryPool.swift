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
      for purchase in history.netPurchases {
        netAmount = try sum(netAmount, purchase)
        orders += 1
      }
    }
  }

  private(set) var lags: [String?: LagDistribution] = [:]
  private(set) var cohorts: [String?: Cohort] = [:]
  private(set) var segments: [String?: Segment] = [:]
  private let window: EstimationWindow
  private let day: Day
  private let funnel: [FunnelStage]

  init(_ index: RecordIndex, settings: MethodSettings, before day: Day) throws(MethodFailure) {
    window = EstimationWindow(months: settings.estimate.months, before: day)
    funnel = settings.funnel
    self.day = day
    try readLagsAndSegments(of: index)
    for (number, member) in index.members.enumerated() {
      let cohort = cohort(ofMember: number, lag: lag(own: nil, team: member.team), in: index)
      let nobody = Cohort(stages: funnel.count, months: window.months.count)
      cohorts[nil, default: nobody].add(cohort)
      if let team = member.team { cohorts[team, default: nobody].add(cohort) }
    }
  }

  /// The lag to plan with: one's own, else the team's, else everybody's.
  func lag(own: LagDistribution?, team: String?) -> LagDistribution? {
    own ?? team.flatMap { lags[$0] } ?? lags[nil]
  }

  /// The lags of one member's customers.
  func lags(ofMember number: Int, in index: RecordIndex) -> [Int] {
    index.customersOfMember[number].compactMap {
      CustomerHistory($0, in: index, before: day).lag
    }
  }

  /// The cohort of one member: customers first contacted in the window, but for those the usual
  /// sales cycle is not over for.
  func cohort(ofMember number: Int, lag: LagDistribution?, in index: RecordIndex) -> Cohort {
    var cohort = Cohort(stages: funnel.count, months: window.months.count)
    let cycle = lag?.days(toReach: 9, of: 10) ?? 0
    for customer in index.customersOfMember[number] {
      let history = CustomerHistory(customer, in: index, before: day)
      guard let first = history.firstActivity, let month = window.month(of: first) else { continue }
      guard first.days(to: day) >= cycle else {
        cohort.leftOut += 1
        continue
      }
      cohort.add(history, from: first, month: month, funnel: funnel)
    }
    return cohort
  }

  private mutating func readLagsAndSegments(of index: RecordIndex) throws(MethodFailure) {
    var observed: [String?: [Int]] = [:]
    for (number, member) in index.members.enumerated() {
      for customer in index.customersOfMember[number] {
        let history = CustomerHistory(customer, in: index, before: day)
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
