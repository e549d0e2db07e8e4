/// Which team lies in which.
struct TeamNesting {
  private let teams: [String: Team]
  private let byParent: [String: [String]]

  init(_ teams: [Team]) {
    let known = Dictionary(teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.teams = known
    byParent = Dictionary(grouping: teams) { team in
      team.parent.flatMap { known[$0] == nil ? nil : $0 } ?? ""
    }.mapValues { $0.map(\.id) }
  }

  func name(_ id: String) -> String {
    teams[id].map { $0.name.isEmpty ? $0.id : $0.name } ?? id
  }

  func children(of id: String?) -> [String] { byParent[id ?? ""] ?? [] }

  /// The teams around a team, the outmost first, and the team itself.
  func way(to id: String?) -> [String] {
    var way: [String] = []
    var next = id
    while let at = next, let team = teams[at], !way.contains(at) {
      way.append(at)
      next = team.parent
    }
    return way.reversed()
  }
}
