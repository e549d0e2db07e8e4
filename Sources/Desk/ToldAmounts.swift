import SalesMethod

extension PlanDesk {
  /// The amounts that sums without names tell, as digits of whole units, of all periods planned.
  ///
  /// A sum of what fewer than three customers bought is none of them, whatever the gate gave: who bought is
  /// counted here from the orders anew, so that the gate's mistake is not the proof's.
  package func toldAmounts(for reader: Reader) -> Set<String> {
    guard let own, reader.refusal(of: .teams) == nil else { return [] }
    var told: Set<String> = []
    for period in plannedPeriods {
      let buying = Buying(own.index.records, in: period)
      for team in [nil] + own.index.records.teams.map({ Optional($0.id) }) {
        guard let sums = try? self.team(team, in: period, [:], for: reader)?.sums.get() else {
          continue
        }
        let members = team.map { own.index.members(ofTeam: $0) } ?? own.index.members
        told.formUnion(amounts(sums, of: members, buying).map(GuardedValues.digits))
      }
    }
    let teams = Set(own.index.records.teams.map(\.id) + [Goal.company])
    for goal in own.index.records.goals where teams.contains(goal.owner) {
      told.insert(GuardedValues.digits(Money(hundredths: goal.targetHundredths)))
    }
    return told
  }

  private func amounts(
    _ sums: TeamFigures.Sums, of members: [Member], _ buying: Buying
  ) -> [Money] {
    let summary = sums.summary
    var amounts = [summary.target, summary.assigned, summary.target.map { $0 - summary.assigned }]
    amounts += sums.goals.flatMap { [$0.target, $0.sumOfParts] }
    if buying.isEnough(of: members) {
      amounts += [summary.outlook.won, summary.outlook.expected]
      amounts += [summary.interval?.low, summary.interval?.high]
      let weeks = summary.weeks.filter { buying.isEnough(of: members, in: $0.days.start) }
      amounts += weeks.map(\.sold)
    }
    return amounts.compactMap { $0 }
  }
}

/// Who bought in a period and in its weeks of which member, counted from the orders one by one.
private struct Buying {
  private var customers: [String: Set<String>] = [:]
  private var byWeek: [ISOWeek: [String: Set<String>]] = [:]

  init(_ records: SalesRecords, in period: Period) {
    let owners = Dictionary(
      records.customers.map { ($0.id, $0.owner) }, uniquingKeysWith: { first, _ in first })
    for order in records.orders where period.range.contains(order.date) {
      let customer = order.customer ?? ""
      guard let owner = order.owner ?? owners[customer] ?? nil else { continue }
      customers[owner, default: []].insert(customer)
      byWeek[ISOWeek(of: order.date), default: [:]][owner, default: []].insert(customer)
    }
  }

  /// Whether enough bought of some members, or nobody; in a week, where one is named by a day.
  func isEnough(of members: [Member], in day: Day? = nil) -> Bool {
    let bought = day.map { byWeek[ISOWeek(of: $0)] ?? [:] } ?? customers
    let count = members.reduce(into: Set<String>()) { $0.formUnion(bought[$1.id] ?? []) }.count
    return count == 0 || count >= Disclosure.least
  }
}
