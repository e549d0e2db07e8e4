import Diagnostics
import SalesMethod
import Tables

extension Loader {
  /// The teams of their own table.
  mutating func loadTeams() {
    with(.teams) { loader, table in
      let (ids, names) = (table.texts("team"), table.texts("name"))
      table.mergeDuplicates(by: ids, on: .refuse)
      for row in table.keptRows {
        if let id = ids[row] { loader.teams.add(id: id, name: names[row] ?? id) }
      }
      for row in table.rowsLeftOut { loader.teams.addLeftOut(id: ids[row], name: names[row]) }
      let parents = loader.references("parent", .team, in: &table, \.teams)
      table.refuseCircles(ids: { ids[$0] }, parents: { parents[$0] }, column: "parent")
      loader.records.teams = table.keptRows.compactMap { row in
        guard let id = ids[row] else { return nil }
        return Team(id: id, name: names[row] ?? id, parent: parents[row], row: table.row(row))
      }
    }
  }

  /// The members; and where there is no table of teams, the teams that they name.
  ///
  /// The `person` of the settings is the only member by another name, or the only member at all.
  mutating func loadMembers() {
    defer {
      loadPerson()
      loadOwners()
    }
    with(.team) { loader, table in
      let (ids, names) = (table.texts("member"), table.texts("name"))
      table.mergeDuplicates(by: ids, on: .refuse)
      for row in table.keptRows {
        if let id = ids[row] { loader.members.add(id: id, name: names[row] ?? id) }
      }
      for row in table.rowsLeftOut { loader.members.addLeftOut(id: ids[row], name: names[row]) }
      if loader.tables[.teams] == nil { loader.addTeams(namedIn: table) }
      let teams = loader.references("team", .team, in: &table, \.teams)
      let managers = loader.references("manager", .member, in: &table, \.members)
      table.refuseCircles(ids: { ids[$0] }, parents: { managers[$0] }, column: "manager")
      let build = MemberBuilder(table, teams: teams, managers: managers)
      loader.records.members = table.keptRows.compactMap(build.member)
    }
  }

  private mutating func loadPerson() {
    guard let person = settings.person else { return }
    if tables[.team] == nil {
      members.add(id: person, name: person)
      records.members = [
        Member(id: person, name: person, row: Row(path: "salesbook.yaml", line: 1))
      ]
    } else if let only = members.only, case .unknown = members.resolve(person) {
      members.add(alias: person, of: only)
    }
  }

  private mutating func addTeams(namedIn table: DecodedTable) {
    let names = table.texts("team")
    for row in table.keptRows {
      guard let name = names[row], case .unknown = teams.resolve(name) else { continue }
      teams.add(id: name, name: name)
      records.teams.append(Team(id: name, name: name, row: table.row(row)))
    }
    teams.forgetAnswers()
  }
}

/// Builds the members from the columns of their table.
private struct MemberBuilder {
  let table: DecodedTable
  let ids, names, roles: TextColumn
  let teams, managers: [String?]
  let minutes, share, start: IntegerColumn
  let leave: [Leave]

  init(_ table: DecodedTable, teams: [String?], managers: [String?]) {
    self.table = table
    self.teams = teams
    self.managers = managers
    (ids, names, roles) = (table.texts("member"), table.texts("name"), table.texts("role"))
    (minutes, share) = (table.integers("hours_per_day"), table.integers("selling_share"))
    start = table.integers("start")
    if case .leave(let leave)? = table.values["days_off"] {
      self.leave = leave
    } else {
      leave = []
    }
  }

  func member(_ row: Int) -> Member? {
    guard let id = ids[row] else { return nil }
    let away = leave.isEmpty ? Leave() : leave[row]
    return Member(
      id: id, name: names[row] ?? id, team: teams[row],
      role: roles[row].flatMap(Member.Role.init(rawValue:)) ?? .member, manager: managers[row],
      minutesPerDay: minutes[row] ?? 480, sellingShareThousandths: share[row] ?? 500,
      daysOff: away.days, halfDaysOff: away.halves, start: start.day(row),
      row: table.row(row))
  }
}

extension DecodedTable {
  /// Leaves out rows whose parents lead back to themselves.
  mutating func refuseCircles(ids: (Int) -> String?, parents: (Int) -> String?, column: String) {
    var parentOf: [String: String] = [:]
    for row in keptRows {
      if let id = ids(row), let parent = parents(row) { parentOf[id] = parent }
    }
    var cleared: Set<String> = []
    for row in keptRows {
      guard let id = ids(row) else { continue }
      var path: [String] = []
      var onPath: Set<String> = []
      var current: String? = id
      while let name = current, !cleared.contains(name), onPath.insert(name).inserted {
        path.append(name)
        current = parentOf[name]
      }
      if let name = current, onPath.contains(name) {
        skip(row, .circle(path + [name], at: place(row, column)))
        parentOf[id] = nil
      } else {
        cleared.formUnion(path)
      }
    }
  }
}
