extension Disclosure {
  /// So many weeks are looked at in every combination; a longer period tells no weeks where that would be needed.
  private static let mostWeeks = 6

  /// The groups that may tell what was sold in each week, where others inside them tell the whole period alone.
  ///
  /// Whoever adds some weeks of the outer group and takes the whole of an inner one away is left with what is not
  /// inside it in those weeks, less what is inside it in the others: where nobody bought in the others, that can be
  /// one customer's order. Groups that could tell weeks are in `weekly`, those that tell the period in `whole`; the
  /// counts of a group are those of its weeks. A group that could be taken apart so is left out.
  ///
  ///     // All sold in week 1 and 2; east, which bought in week 1 only, tells its sum, and all but one of week 1
  ///     Disclosure.weekly(groups, weekly: [""], whole: ["", "east"])  // []
  package static func weekly(
    _ groups: [Group], weekly: Set<String>, whole: Set<String>,
    to knowledge: Knowledge = .nothing, least: Int = Disclosure.least
  ) -> Set<String> {
    let inside = Nesting(groups)
    var weekly = weekly.intersection(whole)
    for group in inside.order where weekly.contains(group.id) {
      var parts = WeeklyParts()
      parts.collect(group, of: inside, weekly: weekly, whole: whole)
      guard parts.hasWholes else { continue }
      if group.counts.count > mostWeeks || parts.canBeTakenApart(by: knowledge, least) {
        weekly.remove(group.id)
      }
    }
    return weekly
  }
}

/// What the weeks of a group are made of: who bought in each, by whether only the whole period is told of them.
private struct WeeklyParts {
  /// The weeks of those of whom nothing but the group's weeks is told, and behind them those of each group inside
  /// that tells its whole period and no weeks, without the groups inside it.
  private var parts: [[Disclosure.Count]] = [[]]

  var hasWholes: Bool { parts.count > 1 }

  /// Takes in a group and all inside it but for what tells its own weeks: that can be taken away week by week.
  mutating func collect(
    _ group: Disclosure.Group, of inside: Disclosure.Nesting, weekly: Set<String>,
    whole: Set<String>, into place: Int = 0
  ) {
    if parts[place].isEmpty { parts[place] = group.counts.map { _ in Disclosure.Count() } }
    parts[place] = zip(parts[place], group.counts).map(+)
    for child in inside.children[group.id] ?? [] where !weekly.contains(child.id) {
      if whole.contains(child.id) { parts.append([]) }
      collect(
        child, of: inside, weekly: weekly, whole: whole,
        into: whole.contains(child.id) ? parts.count - 1 : place)
    }
  }

  /// Whether some sum of weeks, each times a factor, less wholes, each times one, is about too few to anybody.
  func canBeTakenApart(by knowledge: Knowledge, _ least: Int) -> Bool {
    if Cells(parts, least).canBeTakenApart { return true }
    // Who knows some of them, by the parts in which these are: without these parts altogether even less is left.
    var places: [String: Set<Int>] = [:]
    for (place, weeks) in parts.enumerated() {
      for member in Set(weeks.flatMap(\.named.keys)) {
        for reader in knowledge.readers(of: member) { places[reader, default: []].insert(place) }
      }
    }
    let readers = Dictionary(grouping: places.keys, by: { places[$0] ?? [] })
    return readers.contains { places, readers in
      let others = parts.enumerated().map { places.contains($0) ? [] : $1 }
      guard Cells(others, least - 1).canBeTakenApart || places.contains(0) else { return false }
      return readers.contains { reader in
        Cells(parts, least - 1, without: knowledge.known(to: reader)).canBeTakenApart
      }
    }
  }
}

/// Who bought in each part and week, no more of them than decide whether they are enough.
private struct Cells {
  private let least: Int
  private let rest: [Set<String>]
  private let wholes: [[Set<String>]]

  init(_ parts: [[Disclosure.Count]], _ least: Int, without known: Set<String> = []) {
    let weeks = parts.map(\.count).max() ?? 0
    let cells = parts.map { part in
      let names = part.map { count in
        var names: Set<String> = []
        for (member, more) in count.named where names.count < least && !known.contains(member) {
          names.formUnion(more.prefix(least))
        }
        return names
      }
      return names + [Set<String>](repeating: [], count: weeks - names.count)
    }
    self.least = least
    rest = cells.first ?? []
    wholes = cells.dropFirst().filter { $0.contains { !$0.isEmpty } }
  }

  var canBeTakenApart: Bool {
    factors(weeks: rest.count).contains { factors in
      var reached: Set<Set<String>> = [involved(rest, factors, without: 0)]
      for whole in wholes {
        let choices = Set((0...(factors.max() ?? 0)).map { involved(whole, factors, without: $0) })
        let next = reached.flatMap { names in choices.map { names.union($0) } }
        reached = Set(next.filter { $0.count < least })
        if reached.isEmpty { return false }
      }
      return reached.contains { !$0.isEmpty && $0.count < least }
    }
  }

  /// Those in weeks that do not have a factor: taking a whole away so many times leaves them.
  private func involved(
    _ weeks: [Set<String>], _ factors: [Int], without factor: Int
  ) -> Set<String> {
    zip(weeks, factors).reduce(into: []) { names, next in
      if next.1 != factor { names.formUnion(next.0) }
    }
  }

  /// Every way to give weeks factors, as far as it matters which are equal and which are nought.
  private func factors(weeks: Int) -> [[Int]] {
    var all: [[Int]] = [[]]
    for _ in 0..<weeks {
      all = all.flatMap { known in (0...((known.max() ?? 0) + 1)).map { known + [$0] } }
    }
    return all
  }
}
