import SalesMethod

extension Subject {
  /// Everybody of a dataset with the managers above and the teams around, by id; whoever stands above themselves is followed
  /// once around and no further.
  static func all(in dataset: Dataset) -> [String: Subject] {
    let members = dataset.index.members
    let direct = Dictionary(
      members.map { ($0.id, $0.manager) }, uniquingKeysWith: { first, _ in first })
    let parents = Dictionary(
      dataset.index.records.teams.map { ($0.id, $0.parent) },
      uniquingKeysWith: { first, _ in first })
    var all: [String: Subject] = [:]
    for member in members {
      var above: Set<String> = []
      var next = member.manager
      while let manager = next, manager != member.id, let its = direct[manager],
        above.insert(manager).inserted
      {
        next = its
      }
      var around: Set<String> = []
      var nextTeam = member.team
      while let team = nextTeam, around.insert(team).inserted { nextTeam = parents[team] ?? nil }
      all[member.id] = Subject(member.id, managers: above, teams: around)
    }
    return all
  }

  /// Those to whom everybody of a team is open, by the team; a team without people has none.
  static func readers(
    ofTeamsIn dataset: Dataset, _ subjects: [String: Subject]
  ) -> [String: Set<String>] {
    var readers: [String: Set<String>] = [:]
    for team in dataset.index.records.teams {
      for member in dataset.index.members(ofTeam: team.id) {
        guard let subject = subjects[member.id] else { continue }
        let its = subject.managers.union([subject.id])
        readers[team.id] = readers[team.id].map { $0.intersection(its) } ?? its
      }
    }
    return readers
  }
}
