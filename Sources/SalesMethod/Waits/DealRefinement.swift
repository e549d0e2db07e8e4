/// What the chance of an open deal goes by beside its age.
package struct DealRefinement: Codable, Hashable, Sendable {
  /// Deals of a stage are counted apart.
  package var byStage = false
  /// A deal's days at risk are those around its expected date, as its owner's deals kept theirs.
  package var byDate = false

  /// By age alone.
  package static let none = DealRefinement()

  /// Everything that may be tried.
  static let all = [
    DealRefinement(), DealRefinement(byStage: true), DealRefinement(byDate: true),
    DealRefinement(byStage: true, byDate: true),
  ]

  /// What was tried on the months before, and what was taken.
  package struct Choice: Codable, Hashable, Sendable {
    /// What enough is on record for.
    package var tried = DealRefinement.none
    /// What did better than age alone; nothing where nothing did.
    package var used = DealRefinement.none
    /// How far the chances were from what happened, squared, on average: by age alone, and by what is
    /// used.
    package var brier: Double?
    package var brierUsed: Double?
  }
}

/// Deals counted by stage, and how their owners keep expected dates, as a day knows them.
package struct DealHabits: Sendable {
  /// So many deals of a stage must have closed for it to be counted apart.
  package static let leastClosed = 30
  /// So many deals must have been won for their owner to have a way with dates.
  static let leastWon = 20

  /// By member, and stage: how a deal of the stage ends.
  private let stages: [[String: DailyHazards]]
  /// By member: days from the expected date to the win, fewest first; none where too few are known.
  private let slips: [[Int]]

  /// Reads the deals that had closed before the day of a book.
  init(_ book: WaitBook, _ counts: WaitCounts, _ deals: [Deal], members: Int) {
    var tallies = [[String: AgeTally]](repeating: [:], count: members)
    var slips = [[Int]](repeating: [], count: members)
    for wait in book.waits[Wait.Kind.deal.number] {
      guard let owner = wait.owner, let deal = wait.deal else { continue }
      if let stage = deals[deal].stage {
        tallies[owner][stage, default: AgeTally()].count(
          wait, from: counts.window(.deal, of: owner), before: book.day, pauses: [])
      }
      if wait.cause == .event, let end = wait.end, let expected = deals[deal].expectedClose {
        slips[owner].append(expected.days(to: end))
      }
    }
    stages = Self.stages(tallies, counts)
    self.slips = slips.map { $0.count >= Self.leastWon ? $0.sorted() : [] }
  }

  /// What enough is known for of a member's deals.
  func tried(of member: Int) -> DealRefinement {
    DealRefinement(byStage: !stages[member].isEmpty, byDate: !slips[member].isEmpty)
  }

  /// The hazards of a stage; nil where it is not counted apart.
  func hazards(of member: Int, at stage: String?) -> DailyHazards? {
    stage.flatMap { stages[member][$0] }
  }

  /// The days from the expected date to the win that a member's deals had.
  func slips(of member: Int) -> [Int] { slips[member] }

  private static func stages(
    _ tallies: [[String: AgeTally]], _ counts: WaitCounts
  ) -> [[String: DailyHazards]] {
    let isPooled = counts.isPooled[Wait.Kind.deal.number]
    let together = tables(
      tallies.reduce(into: [:]) { sums, own in
        for (stage, tally) in own { sums[stage, default: AgeTally()].add(tally) }
      })
    return tallies.indices.map { member in
      let tables = isPooled ? together : tables(tallies[member])
      guard !tables.isEmpty, let whole = counts.tables(.deal, of: member)?.first else { return [:] }
      // One pace over all stages; those that are not counted apart go by the whole table.
      let own = tallies[member].sorted { $0.key < $1.key }
      let pace = OwnPace(own.map(\.value), against: own.map { tables[$0.key] ?? whole })
      return tables.mapValues { DailyHazards($0, pace) }
    }
  }

  /// A stage in which nothing was won, or nothing lost, says how deals end and not where they stand.
  private static func tables(_ tallies: [String: AgeTally]) -> [String: LifeTable] {
    tallies.filter { _, tally in
      let won = tally.bins.reduce(0) { $0 + $1.won }
      return tally.events >= leastClosed && won >= LifeTable.leastEvents
        && tally.events - won >= LifeTable.leastEvents
    }.mapValues { LifeTable($0) }
  }
}

extension KnownWaits {
  /// The chance of an open deal to be won through a day; nil where too little is known of deals.
  func chance(
    of open: WaitBook.OpenWait, _ member: Int, through end: Day, by refinement: DealRefinement
  ) -> Double? {
    let deal = rows.deals[open.deal]
    let staged = refinement.byStage ? habits.hazards(of: member, at: deal.stage) : nil
    guard let hazards = staged ?? dealHazards[member] else { return nil }
    let age = open.since.days(to: book.day)
    if refinement.byDate, let expected = deal.expectedClose, expected >= book.day {
      let wins = habits.slips(of: member).map { expected.adding(days: $0) }
        .filter { $0 >= book.day }
      if !wins.isEmpty {
        let inTime = Double(wins.count { $0 <= end }) / Double(wins.count)
        return inTime * hazards.chance(from: age, days: Self.horizon)
      }
    }
    return hazards.chance(from: age, days: max(0, book.day.days(to: end) + 1))
  }

  /// A deal whose date is to come is won within a year or not at all.
  private static let horizon = 365
}
