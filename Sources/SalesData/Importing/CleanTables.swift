package import Diagnostics
import Phrases
import SalesMethod
import Tables

/// A table of a workspace under canonical headers and in canonical notation.
package struct CleanTable: Sendable {
  /// Which table it is.
  package let name: TableName
  /// The header first.
  package let rows: [[String]]
}

/// The tables of a workspace, clean.
package struct CleanTables: Sendable {
  /// In the order of the schema.
  package let tables: [CleanTable]
  /// The ids of the members there are.
  package let members: [String]
}

extension DecodedData {
  /// The tables clean, in the order of the schema: the rows that are kept, rows of one id merged, and
  /// behind the known columns the others as they were.
  ///
  /// With a `member` of several the tables hold what is theirs: their customers and all that is about
  /// these and is theirs, their goals, the row of theirs among the people without the name of a manager,
  /// and of given rates and factors those that count for them. What they sold to customers of others is
  /// left out, with a warning that counts it.
  ///
  ///     decoded.clean().value.tables[0].rows[0]  // ["member", "name", …]
  package func clean(of member: String? = nil) -> Parsed<CleanTables> {
    let records = loaded.records
    let members = RecordIndex(records).members.map(\.id)
    let share = members.count == 1 ? nil : member.map { MemberShare(of: $0, in: records) }
    let clean = tables.map { table in
      CleanTable(
        name: table.schema.name, rows: share.map { $0.part(of: table) } ?? table.cleanRows)
    }
    let leftOut = share?.leftOut ?? 0
    return Parsed(
      CleanTables(tables: clean, members: members),
      leftOut > 0 ? [.othersCustomers(leftOut, of: member ?? "")] : [])
  }
}

/// Which rows of the tables are a member's own.
private struct MemberShare {
  /// For each place where records of a table stand, which of them are the member's, in their order; a
  /// table that is not here is everybody's.
  ///
  /// A place alone tells no row: a list may have all of its rows in one line.
  private var kept: [TableName: [Row: [Bool]]] = [:]
  /// How many rows of the member's are about another's customers.
  private(set) var leftOut = 0

  init(of member: String, in records: SalesRecords) {
    let person = records.members.first { $0.id == member }
    let own = Set(records.customers.filter { $0.owner == member }.map(\.id))
    let around = Self.teams(around: person?.team, in: records)
    let counted = [nil, member, person?.team]
    take(.team, records.members.map { ($0.row, $0.id == member) })
    take(.teams, records.teams.map { ($0.row, around.contains($0.id)) })
    take(.customers, records.customers.map { ($0.row, $0.owner == member) })
    take(.contacts, records.contacts.map { ($0.row, own.contains($0.customer)) })
    take(.receivables, records.receivables.map { ($0.row, own.contains($0.customer)) })
    // A person's own tables name nobody else's list.
    take(.participants, [])
    take(.goals, records.goals.map { ($0.row, $0.owner == member) })
    take(.rates, records.givenRates.map { ($0.row, counted.contains($0.owner)) })
    take(.factors, records.givenFactors.map { ($0.row, counted.contains($0.owner)) })
    add(.deals, records.deals.map { ($0.row, $0.customer, $0.owner) }, own, member)
    add(.orders, records.orders.map { ($0.row, $0.customer, $0.owner) }, own, member)
    add(.activities, records.activities.map { ($0.row, $0.customer, $0.owner) }, own, member)
  }

  private mutating func take(_ table: TableName, _ records: [(row: Row, isOwn: Bool)]) {
    kept[table] = records.reduce(into: [:]) { $0[$1.row, default: []].append($1.isOwn) }
  }

  /// The team and those above it.
  private static func teams(around team: String?, in records: SalesRecords) -> Set<String> {
    let teams = Dictionary(
      records.teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var (found, next) = (Set<String>(), team)
    while let id = next, let team = teams[id], found.insert(id).inserted { next = team.parent }
    return found
  }

  private mutating func add(
    _ table: TableName, _ rows: [(row: Row, customer: String?, owner: String?)],
    _ own: Set<String>, _ member: String
  ) {
    let shares = rows.map { row in
      (row.row, row.owner == member && (row.customer.map(own.contains) ?? true))
    }
    take(table, shares)
    leftOut += zip(rows, shares).count { $0.owner == member && !$1.1 }
  }

  /// The rows of a table that are the member's; where a place does not tell which, none of it.
  func part(of table: DecodedTable) -> [[String]] {
    guard let kept = kept[table.schema.name] else { return table.cleanRows }
    var own = table
    let rows = table.keptRows.map { (number: $0, place: table.row($0)) }
    let counts = rows.reduce(into: [Row: Int]()) { $0[$1.place, default: 0] += 1 }
    var seen: [Row: Int] = [:]
    for row in rows {
      let flags = kept[row.place] ?? []
      let index = seen[row.place, default: 0]
      seen[row.place] = index + 1
      let isOwn =
        flags.count == counts[row.place]
        ? flags[index] : !flags.isEmpty && flags.allSatisfy(\.self)
      if !isOwn { own.skip(row.number, because: Phrase(zh: "属于别人", en: "another’s")) }
    }
    // References to rows that are not here.
    for column in ["manager", "parent"] where table.schema.name != .teams {
      own.values[column] = nil
    }
    return own.cleanRows
  }
}

extension Diagnostic {
  static func othersCustomers(_ count: Int, of member: String) -> Diagnostic {
    Diagnostic(
      id: "data.others-customers", severity: .warning, at: Place(path: "--person"),
      Phrase(
        zh: "略去了“\(member)”名下关于别人客户的 \(count: count) 行",
        en: "\(count: count, "row", "rows") of “\(member)” about other people's customers "
          + "\(agreeing: count, "was", "were") left out"),
      fix: Phrase(
        zh: "要得到每一行，导出时不加 --person", en: "export without --person to have every row"))
  }
}
