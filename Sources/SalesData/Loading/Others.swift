import Diagnostics
import Phrases
import SalesMethod
import Tables

/// What the settings say of names among owners: `owners`.
extension Loader {
  /// Sets rows aside whose owner is nobody of this workspace, before anything else in them is looked
  /// at: a colleague's order may name a colleague's customer.
  mutating func setAsideRowsOfOthers(in table: inout DecodedTable) {
    let you = settings.person.map { matchKey($0) }
    let others = Set(
      settings.owners.filter { $0.member == nil }.map { matchKey($0.name) }.filter { $0 != you })
    guard !others.isEmpty, table.schema.isExported, table.values["owner"] != nil else { return }
    let owners = table.texts("owner")
    let isOther = owners.texts.map { others.contains(matchKey($0)) }
    for row in table.rowsToCheck {
      guard let number = owners.number(row), isOther[number] else { continue }
      table.skipRepeated(row, because: .ofOthers(owners.texts[number]))
      rowsOfOthers[table.schema.name, default: 0] += 1
      rowsOfNames[matchKey(owners.texts[number]), default: 0] += 1
    }
  }

  /// Makes the other names of members known.
  mutating func loadOwners() {
    for entry in settings.owners {
      guard let member = entry.member else { continue }
      switch members.resolve(member) {
      case .found(let id): members.add(alias: entry.name, of: id)
      case .unknown(let nearest) where hasPeople:
        diagnostics.append(.ownerOfNobody(entry, known: nearest))
      case .ambiguous where hasPeople: diagnostics.append(.ownerOfNobody(entry, known: nil))
      case .unknown, .ambiguous, .leftOut: continue
      }
    }
  }

  /// What is said of the rows that were set aside.
  var othersLeftOut: [Diagnostic] {
    guard let first = settings.owners.first(where: { $0.member == nil }), !rowsOfOthers.isEmpty
    else { return [] }
    let names = settings.owners.filter { $0.member == nil }.map(\.name)
    if settings.person == nil, tables[.team] == nil {
      let rows = rowsOfOthers.values.reduce(0, +)
      return [.nobodyIsYou(names, rows: rows, at: first.place)]
    }
    let rows = TableName.allCases.compactMap { name in rowsOfOthers[name].map { (name, $0) } }
    return [.rowsOfOthers(rows, names: names, at: first.place)] + ownNamesSetAside
  }

  /// What is said where a name that is set aside looks like that of somebody who is here.
  private var ownNamesSetAside: [Diagnostic] {
    let people = ([settings.person] + records.members.map(\.name)).compactMap(\.self)
    return settings.owners.compactMap { entry in
      guard entry.member == nil, let rows = rowsOfNames[matchKey(entry.name)] else { return nil }
      let name = PersonName(entry.name)
      guard let person = people.first(where: { PersonName($0).mayBe(name) }) else { return nil }
      return .ownNameSetAside(entry.name, person: person, rows: rows, at: entry.place)
    }
  }
}

extension Phrase {
  /// Why a row is left out whose owner is nobody of this workspace.
  static func ofOthers(_ name: String) -> Phrase {
    Phrase(
      zh: "负责人是“\(name)”，按设置不算", en: "it is “\(name)”’s, and does not count by the settings")
  }
}

extension Diagnostic {
  static func ownNameSetAside(_ name: String, person: String, rows: Int, at place: Place)
    -> Diagnostic
  {
    Diagnostic(
      id: "data.own-name-set-aside", severity: .warning, at: place,
      Phrase(
        zh: "“\(name)”的 \(count: rows) 行没有算，这个名字像是“\(person)”本人",
        en:
          "\(count: rows, "row", "rows") of “\(name)” \(agreeing: rows, "does", "do") not count, and "
          + "the name looks like that of “\(person)”"),
      fix: Phrase(
        zh: "如果是同一个人，在设置中写明：owners: {\"\(name)\": \"\(person)\"}",
        en: "if they are one person, say so in the settings: owners: {\"\(name)\": \"\(person)\"}")
    )
    .offering([
      Offer(
        ["owners", name], yamlQuoted(person),
        Phrase(zh: "就是“\(person)”", en: "the same as “\(person)”"))
    ])
  }
}
