/// Which refinements of open deals' chances did better than age alone in the months before a day.
struct DealTest: Codable, Hashable, Sendable {
  /// How far chances were from what happened, for each refinement that may be tried.
  fileprivate struct Errors {
    var squares = [Double](repeating: 0, count: DealRefinement.all.count)
    var deals = 0
    var months = 0
  }

  /// By member; one for all where deals are pooled.
  private var choices: [DealRefinement.Choice]
  private let isPooled: Bool

  /// Fewer months with open deals say nothing.
  static let leastMonths = 3

  /// Whether it says something of each of so many members.
  func fits(_ members: Int) -> Bool { choices.count == (isPooled ? 1 : members) }

  /// What was taken for a member.
  func choice(for member: Int) -> DealRefinement.Choice { choices[isPooled ? 0 : member] }

  /// Tries on months, each as its first day knew it, what enough is on record for today.
  init(_ today: KnownWaits, _ months: [(month: DayRange, known: KnownWaits)]) {
    let members = today.rows.memberCount
    isPooled = today.counts.isPooled[Wait.Kind.deal.number]
    let groups = isPooled ? [Array(0..<members)] : (0..<members).map { [$0] }
    choices = groups.map { group in
      var choice = DealRefinement.Choice()
      for member in group {
        let tried = today.habits.tried(of: member)
        choice.tried.byStage = choice.tried.byStage || tried.byStage
        choice.tried.byDate = choice.tried.byDate || tried.byDate
      }
      guard choice.tried != .none else { return choice }
      var errors = Errors()
      for (month, known) in months { errors.add(month, known, group) }
      errors.decide(&choice)
      return choice
    }
  }
}

extension DealTest.Errors {
  /// Adds the deals that were open on a month's first day.
  fileprivate mutating func add(_ month: DayRange, _ known: KnownWaits, _ members: [Int]) {
    let before = deals
    for member in members {
      for open in known.book.openDeals[member] {
        let deal = known.rows.deals[open.deal]
        let isWon = deal.status == .won && deal.closed.map { $0 <= month.end } ?? false
        for (position, refinement) in DealRefinement.all.enumerated() {
          guard
            let chance = known.chance(of: open, member, through: month.end, by: refinement)
          else { continue }
          let error = chance - (isWon ? 1 : 0)
          squares[position] += error * error
          if position == 0 { deals += 1 }
        }
      }
    }
    if deals > before { months += 1 }
  }

  /// Takes what was nearest to what happened, if it was nearer than age alone.
  fileprivate func decide(_ choice: inout DealRefinement.Choice) {
    guard months >= DealTest.leastMonths else { return }
    let tried = choice.tried
    var best = 0
    for (position, refinement) in DealRefinement.all.enumerated() {
      guard tried.byStage || !refinement.byStage, tried.byDate || !refinement.byDate else {
        continue
      }
      if squares[position] < squares[best] { best = position }
    }
    choice.used = DealRefinement.all[best]
    choice.brier = squares[0] / Double(deals)
    choice.brierUsed = squares[best] / Double(deals)
  }
}
