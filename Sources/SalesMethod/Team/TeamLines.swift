/// The lines in which a team's page lists its people: its own members, then the teams inside, each with its
/// people where they are few, else as one line of sums.
package struct TeamLines: Hashable, Sendable {
  /// A line: a member, or a team inside.
  package enum Line: Hashable, Sendable {
    /// A member, so many teams deep.
    case member(String, depth: Int)
    /// A team, so many teams deep, with how many people in it at any depth; folded where its people have no
    /// lines of their own.
    case team(String, depth: Int, people: Int, isFolded: Bool)
  }

  /// The lines in order.
  package let lines: [Line]
  /// How many people there are below, at any depth.
  package let people: Int

  /// No lines.
  package static let none = TeamLines(lines: [], people: 0)

  /// More people than these are not listed with those of the team around theirs.
  package static let mostListed = 60
  /// So many lines stand on one page.
  package static let perPage = 100

  /// How many pages the lines take, one at least.
  package var pages: Int { max(1, (lines.count + Self.perPage - 1) / Self.perPage) }

  /// The lines of a page, the first one being 1; a line of a member whose team stands on the page before is
  /// there without it.
  package func lines(ofPage page: Int) -> ArraySlice<Line> {
    lines.dropFirst((page - 1) * Self.perPage).prefix(Self.perPage)
  }
}

extension RecordIndex {
  /// The lines of a team's page, or of the company's where no team is named.
  ///
  ///     // hq: 1 of its own; east of 4, south of 4 and north of 3 inside
  ///     index.lines(ofTeam: "hq").lines.count  // 15: 12 people and three teams
  package func lines(ofTeam id: String?) -> TeamLines {
    let nesting = TeamNesting(records.teams)
    let known = Set(records.teams.map(\.id))
    let byTeam = Dictionary(grouping: members) { member in
      member.team.flatMap { known.contains($0) ? $0 : nil }
    }
    var counts: [String: Int] = [:]
    for member in members {
      for team in member.team.map(nesting.way(to:)) ?? [] { counts[team, default: 0] += 1 }
    }
    let people = id.map { counts[$0] ?? 0 } ?? members.count
    let isFolded = people > TeamLines.mostListed
    var lines = (byTeam[id] ?? []).map { TeamLines.Line.member($0.id, depth: 0) }
    var seen: Set<String> = Set(id.map { [$0] } ?? [])
    var waiting = nesting.children(of: id).reversed().map { (team: $0, depth: 0) }
    while let (team, depth) = waiting.popLast() {
      guard seen.insert(team).inserted, let count = counts[team], count > 0 else { continue }
      lines.append(.team(team, depth: depth, people: count, isFolded: isFolded))
      guard !isFolded else { continue }
      lines += (byTeam[team] ?? []).map { .member($0.id, depth: depth + 1) }
      waiting += nesting.children(of: team).reversed().map { ($0, depth + 1) }
    }
    return TeamLines(lines: lines, people: people)
  }
}

/// The sums of a team that stand in one line of the page of a team around it.
package struct TeamSubtotal: Hashable, Sendable {
  package let name: String
  package let people: Int
  /// The team's own target; nil where it has none.
  package let target: Money?
  /// The sum of the members' targets.
  package let assigned: Money
  package let gap: Money
  package let outlook: OutlookSums
  package let classCounts: ClassCounts
  package let hours: HoursBalance
  package let weeks: [TeamWeek]
  /// How many of its people have a plan that needs a talk.
  package let needingHelp: Int

  /// Takes them from a summary.
  package init(_ summary: TeamSummary) {
    name = summary.team.map { $0.name.isEmpty ? $0.id : $0.name } ?? ""
    people = summary.members.count
    target = summary.target
    assigned = summary.assigned
    gap = summary.gap
    outlook = summary.outlook
    classCounts = summary.classCounts
    hours = summary.hours
    weeks = summary.weeks
    needingHelp = summary.members.count { $0.needsHelp }
  }
}

extension MemberFigures {
  /// Whether the plan is one to talk about: it has a verdict, and that is not “on track”.
  package var needsHelp: Bool { verdict.map { $0.standing != .onTrack } ?? false }
}
