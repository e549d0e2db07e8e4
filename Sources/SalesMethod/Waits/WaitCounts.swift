/// Everybody's waits counted by age, each person's apart and, where that tells nobody's own figures,
/// all together.
struct WaitCounts: Sendable {
  /// The day the counts end before.
  let day: Day
  /// By kind: whether the team's rows are counted together.
  let isPooled: [Bool]
  /// By kind and member: the day the counts begin with.
  private let windows: [[Day]]
  /// By kind, member and stratum.
  private let tallies: [[[AgeTally]]]
  /// By kind: the team's tables; nil where nothing is pooled or too few events are known.
  private let team: [[LifeTable]?]
  /// By member: first contacts until the first order, whatever stood between.
  private let conversions: [AgeTally]
  /// The same of the team, and when its first contacts are old enough.
  private let teamConversion: LifeTable?
  private let teamMaturity: Maturity?

  /// Counts the waits of a book.
  init(_ book: WaitBook, members: Int) {
    day = book.day
    var pooled: [Bool] = []
    var windows: [[Day]] = []
    var tallies: [[[AgeTally]]] = []
    var team: [[LifeTable]?] = []
    for kind in Wait.Kind.allCases {
      let waits = book.waits[kind.number]
      let isPooled = Pooling.allows(waits.map(\.owner), members: members)
      let starts = Self.windows(waits, members: members, isPooled: isPooled, before: book.day)
      var counted = Array(
        repeating: Array(repeating: AgeTally(), count: kind.strata), count: members)
      for wait in waits {
        guard let owner = wait.owner else { continue }
        counted[owner][kind == .reorder ? wait.stratum : 0].count(
          wait, from: starts[owner], before: book.day,
          pauses: kind == .deal ? [] : book.pauses[wait.customer])
      }
      pooled.append(isPooled)
      windows.append(starts)
      tallies.append(counted)
      team.append(
        isPooled ? LifeTable.tables(of: Self.together(counted, strata: kind.strata)) : nil)
    }
    let first = Wait.Kind.firstOrder.number
    var conversions = Array(repeating: AgeTally(), count: members)
    for wait in book.waits[first] {
      guard let owner = wait.owner else { continue }
      conversions[owner].count(
        wait, from: windows[first][owner], before: book.day, pauses: [])
    }
    let all = pooled[first] ? Self.together(conversions.map { [$0] }, strata: 1)[0] : nil
    self.conversions = conversions
    teamConversion = all.flatMap { LifeTable.tables(of: [$0])?.first }
    teamMaturity = all.flatMap { Maturity($0) }
    (isPooled, self.windows, self.tallies, self.team) = (pooled, windows, tallies, team)
  }

  /// The tables that hold for a member, by stratum; nil where too few events are known, or all of them
  /// for too few days.
  ///
  /// Nor where none of them ended well: that none ever will is more than anybody knows.
  func tables(_ kind: Wait.Kind, of member: Int) -> [LifeTable]? {
    guard window(kind, of: member).days(to: day) >= LifeTable.leastDays else { return nil }
    let tables =
      isPooled[kind.number]
      ? team[kind.number] : LifeTable.tables(of: tallies[kind.number][member])
    return tables.flatMap { $0.contains { $0.won > 0 } ? $0 : nil }
  }

  /// A member's pace against those tables.
  func pace(_ kind: Wait.Kind, of member: Int) -> OwnPace {
    guard let tables = tables(kind, of: member) else { return .team }
    return OwnPace(tallies[kind.number][member], against: tables)
  }

  /// The chances of each day for a member, by stratum; nil where too few events are known.
  func hazards(_ kind: Wait.Kind, of member: Int) -> [DailyHazards]? {
    guard let tables = tables(kind, of: member) else { return nil }
    let pace = OwnPace(tallies[kind.number][member], against: tables)
    return tables.map { DailyHazards($0, pace) }
  }

  /// When first contacts of a member are old enough to be judged; nil where too few first orders are
  /// known.
  func maturity(of member: Int) -> Maturity? {
    isPooled[Wait.Kind.firstOrder.number] ? teamMaturity : Maturity(conversions[member])
  }

  /// The chances of each day of a member's first contacts to order for the first time, through a deal or
  /// without one; nil where too few first orders are known.
  ///
  /// A deal that is open is part of this wait, and not a pause of it.
  func conversion(of member: Int) -> DailyHazards? {
    let table =
      isPooled[Wait.Kind.firstOrder.number]
      ? teamConversion : LifeTable.tables(of: [conversions[member]])?.first
    return table.map { DailyHazards($0, OwnPace([conversions[member]], against: [$0])) }
  }

  /// The same for contacts to come; nil too where all that is known is of too few days to tell a month by.
  func firstOrders(of member: Int) -> DailyHazards? {
    window(.firstOrder, of: member).days(to: day) >= LifeTable.leastDays
      ? conversion(of: member) : nil
  }

  /// The first day that was counted for a member.
  func window(_ kind: Wait.Kind, of member: Int) -> Day { windows[kind.number][member] }

  /// How many ends of a kind were counted, and how many of them were good, of the pool or of the member alone.
  func events(_ kind: Wait.Kind, of member: Int) -> (all: Int, won: Int) {
    let counted = tallies[kind.number]
    let strata = (isPooled[kind.number] ? counted : [counted[member]]).flatMap(\.self)
    return (
      strata.reduce(0) { $0 + $1.events },
      strata.reduce(0) { $0 + $1.bins.reduce(0) { $0 + $1.won } }
    )
  }

  private static func together(_ tallies: [[AgeTally]], strata: Int) -> [AgeTally] {
    var sums = Array(repeating: AgeTally(), count: strata)
    for member in tallies {
      for (stratum, tally) in member.enumerated() { sums[stratum].add(tally) }
    }
    return sums
  }

  /// A year before the day, or the first recorded end of a wait where that came later.
  private static func windows(
    _ waits: [Wait], members: Int, isPooled: Bool, before day: Day
  ) -> [Day] {
    let earliest = day.adding(days: -WaitBook.reach)
    var first = [Day?](repeating: nil, count: members)
    for wait in waits {
      guard let owner = wait.owner, let end = wait.end else { continue }
      first[owner] = min(first[owner] ?? end, end)
    }
    guard isPooled else { return first.map { max(earliest, $0 ?? earliest) } }
    let ends = first.compactMap { $0 }
    return Array(repeating: max(earliest, ends.min() ?? earliest), count: members)
  }
}

/// When rows of several persons are counted together: fewer would let a colleague's own figures be read
/// off.
enum Pooling {
  static let leastPersons = 3
  static let leastRecords = 20

  /// Whether records of these owners may be pooled; those of nobody are left out.
  static func allows(_ owners: [Int?], members: Int) -> Bool {
    var has = [Bool](repeating: false, count: members)
    var (persons, records) = (0, 0)
    for case let owner? in owners {
      records += 1
      if !has[owner] {
        has[owner] = true
        persons += 1
      }
    }
    return persons >= leastPersons && records >= leastRecords
  }
}
