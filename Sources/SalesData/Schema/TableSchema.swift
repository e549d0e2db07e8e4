import Phrases

/// The canonical tables of a workspace.
package enum TableName: String, Hashable, Sendable, CaseIterable {
  case team, teams, customers, contacts, deals, orders, activities, receivables, products, goals
  case calendar, rates, factors, participants
}

/// What the cells of a column mean, and so how they are read and described.
package enum ColumnType: Hashable, Sendable {
  /// Free text; a text that names something: a customer's name, a segment.
  case text, name
  /// An id: any text to 200 characters.
  case id
  /// The id or the unique name of a customer, a member or a goal.
  case customer, member, goal
  /// The id or unique name of a member or a team; for a goal also `company`.
  case owner
  /// A stage of the funnel.
  case stage
  /// A day; days with `;` between them.
  case day, days
  /// The currency of the row's amounts, or their unit.
  case currency
  /// An amount of money; a quantity of any unit: both in hundredths.
  case money, quantity
  /// A number in thousandths.
  case decimal
  /// A whole number from 0.
  case count
  /// A part of a whole, in thousandths; a chance, in millionths.
  case share, probability
  /// Hours, in minutes.
  case hours
  /// A letter of MAN: a word or a score on the declared scale.
  case letter
  /// Yes or no.
  case flag
  /// One word of a few; words of a few with `;` between them.
  case word([Word])
  case words([Word])
  /// Parts of a goal with their days.
  case milestones
}

/// One column of a canonical table.
///
/// Decoding, header matching, JSON Schema and documentation all follow from these declarations.
package struct ColumnSchema: Hashable, Sendable {
  /// The canonical name: `expected_close`.
  package let name: String
  /// What its cells mean.
  package let type: ColumnType
  /// Whether the table is useless without it.
  package let isRequired: Bool
  /// Whether an unreadable cell of an export counts as unknown; else it leaves its row out.
  package let becomesUnknown: Bool
  /// Whether a required column may have blank cells.
  package let allowsBlank: Bool
  /// What CRMs and people call it.
  package let synonyms: [String]
  /// Names that mean it only where no other column of the file does.
  ///
  /// Pipedrive's exports have `Deal - Closed on` and beside it `Won time` and `Lost time`.
  package let lesserSynonyms: [String]
  /// One sentence for editors and documentation.
  package let summary: String

  init(
    _ name: String, _ type: ColumnType, _ summary: String, required: Bool = false,
    blank: Bool = false, _ synonyms: [String] = [], lesser: [String] = [], leavesOut: Bool = false
  ) {
    becomesUnknown = !required && !leavesOut
    self.name = name
    self.type = type
    self.summary = summary
    lesserSynonyms = lesser
    self.isRequired = required
    self.allowsBlank = blank || !required
    self.synonyms = synonyms
  }
}

extension ColumnSchema {
  /// What people call the column: in Chinese the first Chinese name that it goes by.
  ///
  ///     TableSchema.of(.deals).column("amount")?.title.chinese  // "金额"
  var title: Phrase {
    let isHan = { (scalar: Unicode.Scalar) in (0x4E00...0x9FFF).contains(scalar.value) }
    let chinese = synonyms.first { $0.unicodeScalars.contains(where: isHan) }
    return Phrase(
      zh: "\(chinese ?? name)", en: "\(name.replacing("_", with: " "))")
  }
}

/// A canonical table: its columns and the names by which people know it.
package struct TableSchema: Hashable, Sendable {
  package let name: TableName
  /// One sentence for editors and documentation.
  package let summary: String
  /// Names of files and sheets that mean this table.
  package let synonyms: [String]
  /// Prefixes that some CRMs put before every header of the table: `Deal - Value`.
  package let entities: [String]
  package let columns: [ColumnSchema]
  /// Columns of which a row must have at least one.
  package let oneOf: [String]

  init(
    _ name: TableName, _ summary: String, synonyms: [String], entities: [String] = [],
    oneOf: [String] = [], _ columns: [ColumnSchema]
  ) {
    self.name = name
    self.summary = summary
    self.synonyms = synonyms
    self.entities = entities
    self.oneOf = oneOf
    self.columns = columns
  }

  /// Whether the table usually comes out of a program: then a cell that cannot be read is no
  /// catastrophe.
  ///
  /// People, goals, rates and the calendar are written by hand, and every mistake in them is an error.
  var isExported: Bool {
    switch name {
    case .customers, .contacts, .deals, .orders, .activities, .receivables: true
    default: false
    }
  }

  /// Whether a file is this table by its name alone: a list of people says too little of what it is by its columns.
  var isTakenByNameOnly: Bool { name == .participants }

  /// The column of a name.
  package func column(_ name: String) -> ColumnSchema? { columns.first { $0.name == name } }

  /// All canonical tables, in the order of the documentation.
  ///
  ///     TableSchema.all.map(\.name).first  // .team
  package static let all: [TableSchema] = [
    .team, .teams, .customers, .contacts, .deals, .orders, .activities, .receivables, .products,
    .goals, .calendar, .rates, .factors, .participants,
  ]

  /// The schema of a canonical table.
  package static func of(_ name: TableName) -> TableSchema {
    switch name {
    case .team: .team
    case .teams: .teams
    case .customers: .customers
    case .contacts: .contacts
    case .deals: .deals
    case .orders: .orders
    case .activities: .activities
    case .receivables: .receivables
    case .products: .products
    case .goals: .goals
    case .calendar: .calendar
    case .rates: .rates
    case .factors: .factors
    case .participants: .participants
    }
  }

  /// The table that a file's or a sheet's name means; nil where it is none.
  ///
  ///     TableSchema.named("客户")?.name  // .customers
  package static func named(_ name: String) -> TableSchema? {
    let key = HeaderKey(name).key
    return byName[key] ?? simplified(key).flatMap { byName[$0] }
  }

  private static let byName: [String: TableSchema] = {
    var names: [String: TableSchema] = [:]
    for schema in all {
      for name in [schema.name.rawValue] + schema.synonyms + japaneseNames(of: schema.name) {
        names[HeaderKey(name).key] = schema
      }
    }
    return names
  }()
}
