/// The customers of several persons, counted, and whose they are.
struct PooledCohort: Sendable {
  private(set) var cohort: Cohort
  /// The team it is of; nil for everybody.
  let team: String?
  /// Whether all who are counted are old enough to be judged.
  let isMature: Bool
  /// Whose customers reached each stage, and whose orders they are.
  private var stages: [Contributors]
  private var orders = Contributors()

  /// Nobody yet.
  init(_ nobody: Cohort, team: String?, isMature: Bool) {
    cohort = nobody
    self.team = team
    self.isMature = isMature
    stages = nobody.reached.map { _ in Contributors() }
  }

  /// Adds the customers of a member.
  mutating func add(_ own: Cohort, of member: Int) throws(MethodFailure) {
    try cohort.add(own)
    for stage in stages.indices { stages[stage].add(own.reached[stage], of: member) }
    orders.add(own.orders, of: member)
  }

  /// The conversion of a step; nil where one person’s customers could be told from it.
  func rate(_ step: Int) -> Rate? { stages[step].mayBePooled ? cohort.rate(step) : nil }

  /// Whether nobody's own orders can be told from them.
  var hasEnoughOrders: Bool { orders.mayBePooled }
}
