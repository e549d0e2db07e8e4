import Testing

@testable import SalesMethod

/// Whoever adds and subtracts all sums that are shown learns nothing of fewer than three people.
@Suite struct DisclosureTests {
  @Test func `a small team is hidden, and what would give it away by difference too`() {
    let groups = [
      Disclosure.Group(id: "", parent: nil, counts: [1]),
      Disclosure.Group(id: "east", parent: "", counts: [4]),
      Disclosure.Group(id: "south", parent: "", counts: [2]),
    ]
    // 7 − 4 is 3: south’s two and the one of no team, together.
    #expect(Disclosure.shown(groups) == ["", "east"])
    let two = [
      Disclosure.Group(id: "", parent: nil, counts: [0]),
      Disclosure.Group(id: "east", parent: "", counts: [4]),
      Disclosure.Group(id: "south", parent: "", counts: [2]),
    ]
    // All less east would be south: east is hidden with it.
    #expect(Disclosure.shown(two) == [""])
  }

  @Test func `a manager alone above three teams counts in no sum`() {
    func member(_ id: String, _ team: String?) -> Member {
      Member(id: id, name: "", team: team, row: Row(path: "", line: 0))
    }
    func team(_ id: String, _ parent: String?) -> Team {
      Team(id: id, name: "", parent: parent, row: Row(path: "", line: 0))
    }
    let members =
      [member("w", "hq")] + ["a", "b", "c"].map { member($0, "east") }
      + ["d", "e"].map { member($0, "south") } + ["f", "g", "h"].map { member($0, "north") }
    let teams = [team("hq", nil), team("east", "hq"), team("south", "hq"), team("north", "hq")]
    let counted = CountedPeople(members, in: teams).members
    #expect(counted["east"] == ["a", "b", "c"])
    #expect(counted["south"] == nil)
    // South’s two and the one of hq are three together.
    #expect(counted["hq"] == Set(members.map(\.id)))
    let fewer = CountedPeople(members.filter { !["d", "e"].contains($0.id) }, in: teams).members
    #expect(fewer["hq"] == ["a", "b", "c", "f", "g", "h"])
    #expect(fewer[""] == ["a", "b", "c", "f", "g", "h"])
  }

  @Test(arguments: 0..<300)
  func `solving for every one and every two of the people finds none`(seed: Int) {
    var random = Seeded(state: UInt64(seed) &* 2_654_435_761 &+ 1)
    var people: [(team: Int, count: Int)] = []
    let teams = 2 + random.next(5)
    let parents = (0..<teams).map { $0 == 0 ? nil : Int?(random.next($0)) }
    for _ in 0..<(3 + random.next(9)) { people.append((random.next(teams), random.next(3))) }
    let groups = (0..<teams).map { team in
      Disclosure.Group(
        id: String(team), parent: parents[team].map(String.init),
        counts: [people.filter { $0.team == team }.reduce(0) { $0 + $1.count }])
    }
    let shown = Disclosure.shown(groups)
    func isInside(_ team: Int, _ group: Int) -> Bool {
      var next: Int? = team
      while let at = next {
        if at == group { return true }
        next = parents[at]
      }
      return false
    }
    let rows = (0..<teams).filter { shown.contains(String($0)) }.map { group in
      people.map { isInside($0.team, group) ? 1.0 : 0.0 }
    }
    let contributing = people.indices.filter { people[$0].count > 0 }
    for first in contributing {
      for second in contributing
      where people[first].count + people[second].count < 3 || first == second {
        guard first != second || people[first].count < 3 else { continue }
        var hidden = people.indices.map { people[$0].count > 0 ? 0.0 : Double.nan }
        hidden[first] = 1
        hidden[second] = 1
        #expect(!isCombination(hidden, of: rows), "\(seed): \(first), \(second)")
      }
    }
  }

  /// Whether sums of rows come to a target; where it is not a number it may come to anything.
  private func isCombination(_ target: [Double], of rows: [[Double]]) -> Bool {
    let columns = target.indices.filter { !target[$0].isNaN }
    let matrix = rows.map { row in columns.map { row[$0] } }
    let goal = columns.map { target[$0] }
    return rank(matrix + [goal]) == rank(matrix)
  }

  private func rank(_ matrix: [[Double]]) -> Int {
    var rows = matrix
    var rank = 0
    for column in (rows.first ?? []).indices {
      guard let pivot = (rank..<rows.count).first(where: { abs(rows[$0][column]) > 1e-9 }) else {
        continue
      }
      rows.swapAt(rank, pivot)
      for other in rows.indices where other != rank {
        let factor = rows[other][column] / rows[rank][column]
        for place in rows[other].indices { rows[other][place] -= factor * rows[rank][place] }
      }
      rank += 1
    }
    return rank
  }

  private struct Seeded {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }
}
