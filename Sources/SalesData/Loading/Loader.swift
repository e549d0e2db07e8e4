import Diagnostics
import Phrases
import SalesMethod
import Tables

/// Turns decoded tables into records: people first, then customers, then all that refers to them.
///
/// Each step resolves the references of one table, leaves out the rows where that fails, and builds
/// the records of the rest. The steps are spread over the files of this folder.
struct Loader {
  let settings: DataSettings
  var tables: [TableName: DecodedTable]
  var records = SalesRecords()
  var diagnostics: [Diagnostic] = []

  var members = Directory()
  var teams = Directory()
  var customers = Directory()
  var goals = Directory()
  /// The owner of each customer, for rows that name none.
  var ownerOfCustomer: [String: String] = [:]
  /// The tables of which it is in doubt which file they are: who is not in them may be in the other.
  var disputed: Set<TableName> = []
  /// Whom rows name as owners who is nobody: said once for all tables.
  var strangers = Strangers()
  /// The rows whose owners the settings say to be nobody of this workspace.
  var rowsOfOthers: [TableName: Int] = [:]
  /// The same, by the names that the rows give.
  var rowsOfNames: [String: Int] = [:]
  /// The tables that name customers where there is no table of them.
  private var withoutCustomers: [(table: TableName, place: Place)] = []

  init(_ tables: [TableName: DecodedTable], _ settings: DataSettings) {
    self.tables = tables
    self.settings = settings
  }

  /// The tables, in the order of the schema.
  var loadedTables: [DecodedTable] { TableName.allCases.compactMap { tables[$0] } }

  /// Loads every table, in the order in which they refer to each other.
  mutating func load() {
    records.presentTables = tables.keys.map(\.rawValue).sorted()
    loadTeams()
    loadMembers()
    loadCustomers()
    loadContacts()
    loadGoals()
    loadDeals()
    loadOrders()
    loadActivities()
    loadReceivables()
    loadProducts()
    loadCalendar()
    loadRates()
    loadFactors()
    loadParticipants()
    diagnostics += strangers.findings(only: members.only) + othersLeftOut
    if let first = withoutCustomers.first {
      diagnostics.append(.noCustomers(of: withoutCustomers.map(\.table), at: first.place))
    }
  }

  /// Whether the workspace has people to own anything.
  var hasPeople: Bool { tables[.team] != nil || settings.person != nil }

  /// Works on one table and puts it back; nothing happens where there is none.
  mutating func with(_ name: TableName, _ body: (inout Self, inout DecodedTable) -> Void) {
    guard var table = tables.removeValue(forKey: name) else { return }
    table.settleJoinedFiles()
    setAsideRowsOfOthers(in: &table)
    body(&self, &table)
    tables[name] = table
  }
}

// MARK: - References

extension Loader {
  /// The ids of what a column names, by row; rows whose reference fails are left out, and each name
  /// that is unknown is said once.
  mutating func references(
    _ column: String, _ kind: RowKind, in table: inout DecodedTable,
    _ directory: WritableKeyPath<Loader, Directory>
  ) -> [String?] {
    let texts = table.texts(column)
    var ids = [String?](repeating: nil, count: table.table.rowCount)
    var answers = [Directory.Answer?](repeating: nil, count: texts.texts.count)
    var failed = FailedReferences(column: column, kind: kind)
    var loose: [Int: Int] = [:]
    for row in table.rowsToCheck {
      guard let number = texts.number(row) else { continue }
      let text = texts.texts[number]
      let answer = answers[number] ?? self[keyPath: directory].resolve(text)
      if answers[number] == nil {
        answers[number] = answer
        if case .found(let id) = answer, self[keyPath: directory].isLoose(text, id) {
          loose[number] = 0
        }
      }
      switch answer {
      case .found(let id):
        ids[row] = id
        if loose[number] != nil { loose[number, default: 0] += 1 }
      case .leftOut: table.skip(row, because: .leftOut(text))
      case .unknown:
        if let id = idByName(row, column, table, directory) {
          ids[row] = id
        } else if kind.table.map(disputed.contains) ?? false {
          table.skip(row, because: .disputed(text))
        } else if !isBlankReference(text, column, table.schema) {
          let alike = kind == .member ? self[keyPath: directory].alike(text) : nil
          failed.add(row, text, alike.map { .unknown(nearest: $0) } ?? answer)
        }
      case .ambiguous: failed.add(row, text, answer)
      }
    }
    for number in loose.keys.sorted() {
      guard case .found(let id)? = answers[number] else { continue }
      table.loose.append(
        LooseMatch(
          column: column, written: texts.texts[number], meant: id, rows: loose[number] ?? 0))
    }
    failed.report(in: &table, &strangers)
    if kind == .customer { noteSeveral(texts, column, in: &table) }
    return ids
  }

  /// Says once how many rows list several customers, of whom the first counts.
  private mutating func noteSeveral(
    _ texts: TextColumn, _ column: String, in table: inout DecodedTable
  ) {
    let lists = Set(
      texts.texts.indices.filter { customers.firstOfSeveral(texts.texts[$0]) != nil })
    guard !lists.isEmpty else { return }
    let rows = table.keptRows.filter { texts.number($0).map(lists.contains) ?? false }
    guard let first = rows.first else { return }
    table.diagnostics.append(
      .severalCustomers(texts[first] ?? "", rows: rows.count, at: table.place(first, column)))
  }

  /// The id of what the name beside an unknown id means.
  private mutating func idByName(
    _ row: Int, _ column: String, _ table: DecodedTable,
    _ directory: WritableKeyPath<Loader, Directory>
  ) -> String? {
    guard let name = table.namesBeside[column]?[row],
      case .found(let id) = self[keyPath: directory].resolve(name)
    else { return nil }
    return id
  }

  /// Whether an unknown name is a word for no value in a column that may be blank.
  private func isBlankReference(_ text: String, _ column: String, _ schema: TableSchema) -> Bool {
    isWordForNothing(text) && schema.column(column)?.allowsBlank == true
  }

  /// The customers that the rows of a table name.
  ///
  /// Without a table of customers there is nothing to name: said once.
  mutating func customerReferences(in table: inout DecodedTable) -> [String?] {
    guard tables[.customers] != nil else {
      let place = table.table.placeOfHeader(0)
      withoutCustomers.append((table.schema.name, place))
      let reason = Diagnostic.noCustomers(of: [table.schema.name], at: place).message
      for row in table.keptRows { table.skip(row, because: reason) }
      return []
    }
    return references("customer", .customer, in: &table, \.customers)
  }

  /// The members that the rows of a table name as owners; where a row names none, the owner of
  /// its customer.
  ///
  /// Nil for all rows where the workspace has no members.
  mutating func ownerReferences(in table: inout DecodedTable, customers: [String?]) -> [String?] {
    guard hasPeople else { return [String?](repeating: nil, count: customers.count) }
    var owners = references("owner", .member, in: &table, \.members)
    for (row, customer) in customers.enumerated() where owners[row] == nil {
      owners[row] = customer.flatMap { ownerOfCustomer[$0] }
    }
    return owners
  }

  /// The members, teams or the company that the rows of a table name as owners.
  mutating func ownersOfAnyKind(in table: inout DecodedTable) -> [String?] {
    let texts = table.texts("owner")
    var owners = [String?](repeating: nil, count: table.table.rowCount)
    for row in table.rowsToCheck {
      guard let text = texts[row] else { continue }
      if [Goal.company, "公司", "全公司"].contains(matchKey(text)) {
        owners[row] = Goal.company
        continue
      }
      if case .found(let id) = members.resolve(text) {
        owners[row] = id
      } else if case .found(let id) = teams.resolve(text) {
        owners[row] = id
      } else if members.resolve(text) == .leftOut || teams.resolve(text) == .leftOut {
        table.skip(row, because: .leftOut(text))
      } else {
        let nearest = nearOwner(text)
        table.skip(
          row,
          .unknownReference(text, .memberOrTeam, nearest: nearest, at: table.place(row, "owner"))
        )
      }
    }
    return owners
  }

  private mutating func nearOwner(_ text: String) -> String? {
    if case .unknown(let nearest?) = members.resolve(text) { return nearest }
    if case .unknown(let nearest?) = teams.resolve(text) { return nearest }
    return nearestName(to: text, in: [Goal.company])
  }

  /// Leaves out rows whose end comes before their start.
  func demandOrder(_ start: String, _ end: String, in table: inout DecodedTable) {
    let (starts, ends) = (table.integers(start), table.integers(end))
    for row in table.keptRows {
      if let first = starts[row], let last = ends[row], last < first {
        table.skip(
          row,
          .endBeforeStart(
            table.header(of: start), table.header(of: end), at: table.place(row, end)))
      }
    }
  }
}

extension DecodedTable {
  /// The rows that are left out, whose ids others may still name.
  var rowsLeftOut: [Int] { skipped.keys.sorted() }
}

extension Phrase {
  /// Why a row is left out that names another, which was left out for a mistake of its own.
  static func leftOut(_ text: String) -> Phrase {
    Phrase(zh: "“\(text)”那一行本身已被略去", en: "the row of “\(text)” was left out itself")
  }
}
