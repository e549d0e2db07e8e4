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
  /// The lines of the rows, by table; a table that is not here is everybody's.
  private var lines: [TableName: Set<Int>] = [:]
  /// How many rows of the member's are about another's customers.
  private(set) var leftOut = 0

  init(of member: String, in records: SalesRecords) {
    let person = records.members.first { $0.id == member }
    let customers = records.customers.filter { $0.owner == member }
    let own = Set(customers.map(\.id))
    lines[.team] = person.map { [$0.row.line] } ?? []
    lines[.teams] = Self.lines(ofTeamsAround: person?.team, in: records)
    lines[.customers] = Set(customers.map(\.row.line))
    lines[.contacts] = Self.lines(records.contacts) { ($0.row, own.contains($0.customer)) }
    lines[.receivables] = Self.lines(records.receivables) { ($0.row, own.contains($0.customer)) }
    lines[.goals] = Self.lines(records.goals) { ($0.row, $0.owner == member) }
    let counted = [nil, member, person?.team]
    lines[.rates] = Self.lines(records.givenRates) { ($0.row, counted.contains($0.owner)) }
    lines[.factors] = Self.lines(records.givenFactors) { ($0.row, counted.contains($0.owner)) }
    add(.deals, records.deals.map { ($0.row, $0.customer, $0.owner) }, own, member)
    add(.orders, records.orders.map { ($0.row, $0.customer, $0.owner) }, own, member)
    add(.activities, records.activities.map { ($0.row, $0.customer, $0.owner) }, own, member)
  }

  private static func lines<Record>(
    _ records: [Record], _ isOwn: (Record) -> (row: Row, isOwn: Bool)
  ) -> Set<Int> {
    Set(records.map(isOwn).filter(\.isOwn).map(\.row.line))
  }

  /// The team and those above it.
  private static func lines(ofTeamsAround team: String?, in records: SalesRecords) -> Set<Int> {
    let teams = Dictionary(
      records.teams.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var (lines, next) = (Set<Int>(), team)
    while let id = next, let found = teams[id], lines.insert(found.row.line).inserted {
      next = found.parent
    }
    return lines
  }

  private mutating func add(
    _ table: TableName, _ rows: [(row: Row, customer: String?, owner: String?)],
    _ own: Set<String>, _ member: String
  ) {
    let mine = rows.filter { $0.owner == member }
    let kept = mine.filter { row in row.customer.map(own.contains) ?? true }
    lines[table] = Set(kept.map(\.row.line))
    leftOut += mine.count - kept.count
  }

  /// The rows of a table that are the member's.
  func part(of table: DecodedTable) -> [[String]] {
    guard let lines = lines[table.schema.name] else { return table.cleanRows }
    var own = table
    for row in table.keptRows where !lines.contains(table.table.line(ofRow: row)) {
      own.skip(row, because: Phrase(zh: "属于别人", en: "another’s"))
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
