import Desk
import Diagnostics
import Mustache
import Pages
import SalesMethod

/// `members`: every member by team, each with a link to their plan, and each team with one to its page.
struct MembersBlock: TeamView {
  static let name = "members"
  static let form = BlockForm.leaf

  init(_ options: inout AttributeReader) {}

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    guard let team = scene.plans.team else {
      return Parsed(nil, [PlanProblem.noData.diagnostic(at: scene.place)])
    }
    let roster: [TeamFigures.Group]
    switch team.roster {
    case .failure(let problem): return Parsed(nil, [problem.diagnostic(at: scene.place)])
    case .success(let groups): roster = groups
    }
    let isDivided = !scene.plans.partLinks.isEmpty
    let shown =
      isDivided ? shown(roster, team.lines, onPage: scene.instance.part) : roster
    let teams = shown.map { group in
      Value.record([
        "name": .text(group.name),
        "href": .optional(group.id.flatMap { scene.plans.teamLinks[$0] }, Value.text),
        "count": .optional(group.members.isEmpty ? group.count : nil, Value.integer),
        "members": .list(
          group.members.map {
            .record([
              "name": .text($0.name.isEmpty ? $0.id : $0.name),
              "href": .optional(scene.plans.links[$0.id], Value.text),
            ])
          }),
      ])
    }
    return Parsed([
      ("example", .nothing), ("notes", []), ("period", .nothing), ("teams", .list(teams)),
    ])
  }

  /// The groups of one page of the list.
  private func shown(
    _ roster: [TeamFigures.Group], _ lines: TeamLines, onPage page: Int
  ) -> [TeamFigures.Group] {
    var members: Set<String> = []
    var teams: Set<String> = []
    for line in lines.lines(ofPage: page) {
      switch line {
      case .member(let id, _): members.insert(id)
      case .team(let id, _, _, _): teams.insert(id)
      }
    }
    return roster.compactMap { group in
      let some = group.members.filter { members.contains($0.id) }
      let isFolded = group.members.isEmpty && group.id.map(teams.contains) ?? false
      guard !some.isEmpty || isFolded else { return nil }
      return TeamFigures.Group(id: group.id, name: group.name, members: some, count: group.count)
    }
  }
}
