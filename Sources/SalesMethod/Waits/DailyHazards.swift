/// The chance of each day that a wait ends on it, by age, at a person's pace.
struct DailyHazards: Sendable {
  private struct Group {
    /// The last age; the last group has none.
    let through: Int
    let won: Double
    let lost: Double
  }

  private let groups: [Group]

  /// The team's rates times the person's factors; where both together exceed a certainty they share
  /// it.
  init(_ table: LifeTable, _ pace: OwnPace = .team) {
    groups = table.groups.map { group in
      guard group.days > 0 else {
        return Group(through: group.through ?? .max, won: 0, lost: 0)
      }
      let won = Double(group.won) / Double(group.days) * pace.won
      let lost = Double(group.lost) / Double(group.days) * pace.lost
      let whole = max(1, won + lost)
      return Group(through: group.through ?? .max, won: won / whole, lost: lost / whole)
    }
  }

  /// The chance of an event within so many days, the first of them at this age.
  ///
  ///     // ages 19 to 49, ½·(1 − (71/72)¹²·(110/111)¹⁹)
  ///     hazards.chance(from: 19, days: 31)  // .144037168
  func chance(from age: Int, days: Int) -> Double {
    var (left, chance) = (1.0, 0.0)
    walk(from: age, days: days) { group, days in
      let both = group.won + group.lost
      guard both > 0 else { return }
      let stays = Self.power(1 - both, days)
      chance += left * (group.won / both) * (1 - stays)
      left *= stays
    }
    return chance
  }

  /// The chance of the event on each of so many days, the first of them at this age.
  func daily(from age: Int, days: Int) -> [Double] {
    var left = 1.0
    var chances: [Double] = []
    chances.reserveCapacity(days)
    walk(from: age, days: days) { group, days in
      for _ in 0..<days {
        chances.append(left * group.won)
        left *= 1 - group.won - group.lost
      }
    }
    return chances
  }

  private func walk(from age: Int, days: Int, _ body: (Group, Int) -> Void) {
    var (age, left) = (age, days)
    for group in groups where left > 0 && age <= group.through {
      let inside = group.through == .max ? left : min(left, group.through - age + 1)
      body(group, inside)
      age += inside
      left -= inside
    }
  }

  /// A whole power by repeated squaring.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
