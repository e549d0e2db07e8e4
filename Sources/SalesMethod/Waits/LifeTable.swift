/// How often, for each day waited, a wait ends well or is lost, by how long it has waited: counts, not
/// rates.
///
///     table.groups[0]  // ages 0 to 7: on 86 days 2 won, 1 lost
package struct LifeTable: Hashable, Sendable {
  /// Ages that are counted together, because alone they have too few events.
  package struct Group: Hashable, Sendable {
    /// The first age in days.
    package let from: Int
    /// The last age; nil where the group has no end.
    package let through: Int?
    /// Days at risk, of all waits together.
    package let days: Int
    /// Waits that ended well.
    package let won: Int
    /// Waits that were lost.
    package let lost: Int
    /// Waits that were at risk at these ages.
    package let waits: Int
  }

  /// The groups, youngest first.
  package let groups: [Group]
  /// The group of each bin of ages.
  private let groupOfBin: [Int]

  /// Fewer events of a kind say nothing.
  package static let leastEvents = 5
  /// A kind whose first end on record is fewer days ago says nothing either: of how long its waits take
  /// nobody has seen more, and a month to come would be told from days that went well or badly.
  package static let leastDays = 28

  /// Merges ages from young to old until a group has enough events; what remains joins the last group.
  init(_ tally: AgeTally, leastEvents: Int = leastEvents) {
    var starts: [Int] = []
    var (first, events) = (0, 0)
    for (bin, counted) in tally.bins.enumerated() {
      events += counted.won + counted.lost
      guard events >= leastEvents else { continue }
      starts.append(first)
      (first, events) = (bin + 1, 0)
    }
    if starts.isEmpty { starts = [0] }
    let ends = starts.dropFirst() + [AgeBins.count]
    groups = zip(starts, ends).map { Group(tally.bins, $0..<$1) }
    groupOfBin = tally.bins.indices.map { bin in (starts.lastIndex { $0 <= bin }) ?? 0 }
  }

  /// Events, won and lost.
  package var events: Int { groups.reduce(0) { $0 + $1.won + $1.lost } }

  /// Events that ended well.
  var won: Int { groups.reduce(0) { $0 + $1.won } }

  /// How many of both would be expected on a person's days.
  func expected(on own: AgeTally) -> (won: Double, lost: Double) {
    var days = [Int](repeating: 0, count: groups.count)
    for (bin, counted) in own.bins.enumerated() { days[groupOfBin[bin]] += counted.days }
    var (won, lost) = (0.0, 0.0)
    for (group, days) in zip(groups, days) where group.days > 0 {
      won += Double(days) * Double(group.won) / Double(group.days)
      lost += Double(days) * Double(group.lost) / Double(group.days)
    }
    return (won, lost)
  }
}

extension LifeTable.Group {
  fileprivate init(_ bins: [AgeTally.Bin], _ range: Range<Int>) {
    from = AgeBins.firstAge(of: range.lowerBound)
    through = AgeBins.lastAge(of: range.upperBound - 1)
    let inside = bins[range]
    days = inside.reduce(0) { $0 + $1.days }
    won = inside.reduce(0) { $0 + $1.won }
    lost = inside.reduce(0) { $0 + $1.lost }
    waits = inside.reduce(bins[range.lowerBound].continued) { $0 + $1.entered }
  }
}

extension LifeTable {
  /// The tables of a kind's strata; nil where the kind has too few events to say anything.
  ///
  /// A stratum with too few takes the table of the one before it, the first that of all together.
  static func tables(of strata: [AgeTally], leastEvents: Int = leastEvents) -> [LifeTable]? {
    var all = AgeTally()
    for stratum in strata { all.add(stratum) }
    guard all.events >= leastEvents else { return nil }
    var before = LifeTable(all, leastEvents: leastEvents)
    return strata.map { stratum in
      if stratum.events >= leastEvents {
        before = LifeTable(stratum, leastEvents: leastEvents)
      }
      return before
    }
  }
}
