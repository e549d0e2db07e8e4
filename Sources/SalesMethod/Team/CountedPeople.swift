/// Whom the sums of each team are over, where nobody may be known by them.
///
/// A team of fewer than three counts in the one around it; of a team with teams inside, those of its own
/// who are fewer than three count in the one around it too. Who is left in the end counts nowhere: nothing
/// that is shown, and no difference of it, says anything of them. To those who know some of the people anyway,
/// themselves or who is below them, there must be left more than one.
package struct CountedPeople: Hashable, Sendable {
  /// The members counted by team, the whole company's by the empty name; a team that is not told by itself is
  /// absent.
  package let members: [String: Set<String>]

  /// Finds them for the teams of some members.
  package init(_ members: [Member], in teams: [Team], least: Int = Disclosure.least) {
    let known = Set(teams.map(\.id))
    let groups = teams.map { team in
      Disclosure.Group(
        id: team.id, parent: team.parent.flatMap { known.contains($0) ? $0 : nil } ?? "",
        counts: [])
    }
    let company = Disclosure.Group(id: "", parent: nil, counts: [])
    let nesting = Disclosure.Nesting(groups + [company])
    let own = Dictionary(grouping: members) { member in
      member.team.flatMap { known.contains($0) ? $0 : nil } ?? ""
    }.mapValues { Set($0.map(\.id)) }
    let knowledge = Knowledge(members)
    func isEnough(_ people: Set<String>) -> Bool {
      people.reduce(into: Disclosure.Count()) { $0 += Disclosure.Count(1, by: $1) }
        .isEnough(least, to: knowledge)
    }
    var counted: [String: Set<String>] = [:]
    var handedOn: [String: Set<String>] = [:]
    for group in nesting.order {
      let children = nesting.children[group.id] ?? []
      var left = own[group.id] ?? []
      for child in children { left.formUnion(handedOn[child.id] ?? []) }
      let inside = children.compactMap { counted[$0.id] }
      if !left.isEmpty, isEnough(left) {
        counted[group.id] = inside.reduce(left) { $0.union($1) }
      } else if !inside.isEmpty {
        counted[group.id] = inside.reduce([]) { $0.union($1) }
        handedOn[group.id] = left
      } else {
        handedOn[group.id] = left
      }
    }
    self.members = counted
  }
}
