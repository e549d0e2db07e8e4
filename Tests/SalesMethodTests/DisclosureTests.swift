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

  @Test func `a customer of two teams counts in each`() {
    let groups = [
      Disclosure.Group(id: "", parent: nil, counts: [0]),
      Disclosure.Group(id: "east", parent: "", counts: [.init(of: ["C1", "C2", "C3", "C4"])]),
      Disclosure.Group(id: "south", parent: "", counts: [.init(of: ["C1"])]),
    ]
    // South’s one customer bought in east too; all less east would be that order.
    #expect(Disclosure.shown(groups) == [""])
    let three =
      groups + [
        Disclosure.Group(id: "north", parent: "", counts: [.init(of: ["C1", "C5", "C6"])])
      ]
    // C1 of south and of north is one: with north’s there are three.
    #expect(Disclosure.shown(three) == ["", "east"])
  }

  @Test func `whoever manages others takes what they know away, and is left with nobody alone`() {
    func member(_ id: String, under manager: String?) -> Member {
      Member(id: id, name: "", manager: manager, row: Row(path: "", line: 0))
    }
    // Han knows li’s numbers; the sum of all three less these is the boss’s.
    let three = [
      member("boss", under: nil), member("han", under: "boss"), member("li", under: "han"),
    ]
    #expect(CountedPeople(three, in: []).members == [:])
    #expect(CountedPeople(three + [member("sun", under: "boss")], in: []).members[""]?.count == 4)
    let knowledge = Knowledge(three)
    #expect(knowledge.known(to: "boss") == ["boss", "han", "li"])
    #expect(knowledge.known(to: "han") == ["han", "li"])
    // Of four customers three are li’s: li, and han, would know the fourth’s order.
    let four =
      Disclosure.Count(of: ["C1", "C2", "C3"], by: "li") + Disclosure.Count(of: ["C4"], by: "boss")
    #expect(!four.isEnough(3, to: knowledge))
    #expect((four + Disclosure.Count(of: ["C5"], by: "boss")).isEnough(3, to: knowledge))
    #expect(four.isEnough(3, to: .nothing))
  }

  @Test func `some weeks less an inner group’s whole period do not tell an order`() {
    func group(_ id: String, _ parent: String?, _ weeks: [Set<String>]) -> Disclosure.Group {
      Disclosure.Group(id: id, parent: parent, counts: weeks.map { .init(of: $0) })
    }
    // East sold nothing in week 2, and to fewer than three in each of the others: it tells the whole alone. All
    // of weeks 1 and 3 less that is C4’s order.
    let groups = [
      group("", nil, [["C4"], ["C1", "C2", "C3"], []]),
      group("east", "", [["C5", "C6"], [], ["C7", "C8", "C9"]]),
    ]
    let weekly = Disclosure.shown(groups)
    #expect(weekly == [""])
    #expect(Disclosure.weekly(groups, weekly: weekly, whole: ["", "east"]) == [])
    #expect(Disclosure.weekly(groups, weekly: weekly, whole: [""]) == [""])
  }

  /// Customers who buy of teams in weeks, at random.
  private struct Sales {
    var cells: [(customer: Int, team: Int, week: Int)] = []
    let parents: [Int?]
    let weeks: Int

    init(seed: Int) {
      var random = Seeded(state: UInt64(seed) &* 2_654_435_761 &+ 7)
      let teams = 2 + random.next(4)
      parents = (0..<teams).map { $0 == 0 ? nil : random.next($0) }
      weeks = 2 + random.next(3)
      for customer in 0..<(5 + random.next(12)) {
        for _ in 0...random.next(2) {
          let cell = (customer: customer, team: random.next(teams), week: random.next(weeks))
          if !cells.contains(where: { $0 == cell }) { cells.append(cell) }
        }
      }
    }

    func groups(_ counts: ([(customer: Int, team: Int, week: Int)]) -> [Disclosure.Count])
      -> [Disclosure.Group]
    {
      parents.enumerated().map { team, parent in
        Disclosure.Group(
          id: String(team), parent: parent.map(String.init),
          counts: counts(cells.filter { $0.team == team }))
      }
    }

    func isInside(_ team: Int, _ group: Int) -> Bool {
      team == group || parents[team].map { isInside($0, group) } ?? false
    }

    /// A row of what a sum holds: 1 for each cell in a group, in all weeks or in one.
    func row(_ group: Int, week: Int? = nil) -> [Double] {
      cells.map { isInside($0.team, group) && week ?? $0.week == $0.week ? 1 : 0 }
    }
  }

  /// What customers bought, week by week and in the whole period, as groups.
  private func groups(_ sales: Sales) -> (whole: [Disclosure.Group], weekly: [Disclosure.Group]) {
    func names(_ cells: [(customer: Int, team: Int, week: Int)]) -> Disclosure.Count {
      .init(of: Set(cells.map { String($0.customer) }))
    }
    return (
      sales.groups { [names($0)] },
      sales.groups { cells in
        (0..<sales.weeks).map { week in names(cells.filter { $0.week == week }) }
      }
    )
  }

  /// Two customers, or one twice, whose orders the sums that are told give away.
  private func solved(_ sales: Sales, whole: Set<String>, weekly: Set<String>) -> [Int]? {
    let rows =
      sales.parents.indices.filter { whole.contains(String($0)) }.map { sales.row($0) }
      + sales.parents.indices.filter { weekly.contains(String($0)) }.flatMap { group in
        (0..<sales.weeks).map { sales.row(group, week: $0) }
      }
    let known = rank(rows)
    let customers = Set(sales.cells.map(\.customer)).sorted()
    for first in customers {
      for second in customers where second >= first {
        // Something of the two is known where the others’ orders alone say less.
        let others = sales.cells.indices.filter {
          ![first, second].contains(sales.cells[$0].customer)
        }
        let rest = rank(rows.map { row in others.map { row[$0] } })
        if rest < known { return [first, second] }
      }
    }
    return nil
  }

  @Test(arguments: 0..<400)
  func `solving for what any two customers bought finds nothing`(seed: Int) {
    let sales = Sales(seed: seed)
    let (whole, weekly) = groups(sales)
    let tellingWhole = Disclosure.shown(whole)
    let telling = Disclosure.weekly(
      weekly, weekly: Disclosure.shown(weekly), whole: tellingWhole)
    #expect(telling.isSubset(of: tellingWhole))
    #expect(solved(sales, whole: tellingWhole, weekly: telling) == nil)
  }

  @Test func `solving finds what weeks and wholes told side by side would give away`() {
    let solved = (0..<400).count { seed in
      let sales = Sales(seed: seed)
      let (whole, weekly) = groups(sales)
      let tellingWhole = Disclosure.shown(whole)
      return self.solved(
        sales, whole: tellingWhole,
        weekly: Disclosure.shown(weekly).intersection(tellingWhole)) != nil
    }
    #expect(solved > 0)
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
        counts: [.init(people.filter { $0.team == team }.reduce(0) { $0 + $1.count })])
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
