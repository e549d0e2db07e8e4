package import Diagnostics
package import Tables

/// What a workspace's settings say of its data.
///
/// Every entry that a user wrote keeps its place, so that a wrong one is reported where it
/// stands.
package struct DataSettings: Hashable, Sendable {
  /// `mapping`: a header and the column it is, where the automatic match is wrong.
  package struct Mapping: Hashable, Sendable {
    /// The canonical table: `deals`.
    package let table: String
    /// The header as the file has it.
    package let header: String
    /// The canonical column; nil says that the header is none.
    package let field: String?
    package let place: Place

    package init(table: String, header: String, field: String?, place: Place) {
      self.table = table
      self.header = header
      self.field = field
      self.place = place
    }
  }

  /// `stages`: what a stage of the company's means.
  package struct Stage: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, CaseIterable { case open, won, lost }

    /// The stage as the file has it.
    package let name: String
    package let status: Status
    /// The chance to win, in millionths.
    package let probabilityMillionths: Int?

    package init(name: String, status: Status, probabilityMillionths: Int? = nil) {
      self.name = name
      self.status = status
      self.probabilityMillionths = probabilityMillionths
    }
  }

  /// `date_order`: how the days of a column are written.
  package struct Order: Hashable, Sendable {
    /// The canonical table and column: `deals.created`.
    package let column: String
    package let order: DateOrder
    package let place: Place

    package init(column: String, order: DateOrder, place: Place) {
      self.column = column
      self.order = order
      self.place = place
    }
  }

  /// `number_format`: how the numbers of a column are meant, where the values leave it open.
  package struct NumberFormat: Hashable, Sendable {
    /// What the values of a column are.
    package enum Meaning: String, Hashable, Sendable, CaseIterable {
      /// A point is the decimal mark, a comma stands between thousands.
      case point = "1,234.5"
      /// A comma is the decimal mark, a point stands between thousands.
      case comma = "1.234,5"
      /// Chances and shares are written as 65 and as 0.65.
      case percent, fraction
      /// Lengths of time are written in hours, in minutes.
      case hours, minutes
      /// One in an amount's column is 1, 1000, 10,000 (万), a million, 100 million (亿).
      case ones = "x1"
      case thousands = "x1000"
      case tenThousands = "x10000"
      case millions = "x1000000"
      case hundredMillions = "x100000000"

      /// The power of ten that one in the column stands for; nil where it says nothing of that.
      var tens: Int? {
        switch self {
        case .ones: 0
        case .thousands: 3
        case .tenThousands: 4
        case .millions: 6
        case .hundredMillions: 8
        default: nil
        }
      }

      static let scales: Set<Meaning> = [
        .ones, .thousands, .tenThousands, .millions, .hundredMillions,
      ]
    }

    /// The canonical table and column: `orders.amount`.
    package let column: String
    package let meaning: Meaning
    package let place: Place

    package init(column: String, meaning: Meaning, place: Place) {
      self.column = column
      self.meaning = meaning
      self.place = place
    }
  }

  /// `exchange_rates`: what one unit of another currency is worth in the workspace's.
  package struct ExchangeRate: Hashable, Sendable {
    /// The code: `USD`.
    package let currency: String
    /// The rate in millionths: 7.12 is 7,120,000.
    package let millionths: Int
    package let place: Place

    package init(currency: String, millionths: Int, place: Place) {
      self.currency = currency
      self.millionths = millionths
      self.place = place
    }
  }

  /// `owners`: a name in columns of owners, and whom it means.
  package struct Owner: Hashable, Sendable {
    /// The name as the files have it.
    package let name: String
    /// The member by id or name; nil says that rows of theirs do not count here.
    package let member: String?
    package let place: Place

    package init(name: String, member: String?, place: Place) {
      self.name = name
      self.member = member
      self.place = place
    }
  }

  /// `encodings`: the encoding of a file whose bytes leave it open.
  package struct Encoding: Hashable, Sendable {
    /// The file's path below the data folder.
    package let file: String
    package let encoding: TextEncoding
    package let place: Place

    package init(file: String, encoding: TextEncoding, place: Place) {
      self.file = file
      self.encoding = encoding
      self.place = place
    }

    /// Takes the encoding by its name; nil where there is none of that name.
    ///
    ///     Encoding(file: "a.csv", named: "gbk", place: place)?.encoding  // .gb18030
    package init?(file: String, named name: String, place: Place) {
      guard let encoding = TextEncoding(named: name) else { return nil }
      self.init(file: file, encoding: encoding, place: place)
    }

    /// The names of all encodings, for messages.
    package static let known = TextEncoding.allCases.map(\.rawValue)
  }

  /// The scale of M, A and N: `man.scale`.
  package var scale: ClosedRange<Int> = 1...5
  package var mapping: [Mapping] = []
  package var stages: [Stage] = []
  package var dateOrders: [Order] = []
  /// The tables that come from databases.
  package var queries: [Query] = []
  /// The tables of files whose names are none.
  package var files: [NamedFile] = []
  /// The stages of the funnel, the first contact first.
  package var funnel: [String] = ["contact", "visit", "proposal", "deal"]
  /// The workspace's clocks, by which moments that name their zone become days.
  package var clock = LocalClock.china
  /// The code of the currency that the workspace counts in.
  package var currency = "CNY"
  package var numberFormats: [NumberFormat] = []
  package var exchangeRates: [ExchangeRate] = []
  package var encodings: [Encoding] = []
  /// `person`: the name or id by which exports call the workspace's only member.
  package var person: String?
  /// `owners`: whom names among owners mean.
  package var owners: [Owner] = []
  /// `rows_left_out`: how many thousandths of an export's rows may be left out for cells that cannot be
  /// read; more is an error.
  package var rowsLeftOutThousandths = 20

  /// The settings of a workspace that says nothing.
  package init() {}
}

extension DataSettings {
  /// The encoding that the settings give a file; nil where they give none.
  func encoding(of path: String) -> TextEncoding? {
    encodings.first { path == $0.file || path.hasSuffix("/" + $0.file) }?.encoding
  }

  /// What the settings say that the numbers of a column mean, among some meanings.
  func meaning(
    of column: String, among meanings: Set<NumberFormat.Meaning>
  ) -> NumberFormat.Meaning? {
    numberFormats.first { $0.column == column && meanings.contains($0.meaning) }?.meaning
  }
}

/// What is wrong with the settings of the data themselves: unknown tables and columns.
func check(_ settings: DataSettings) -> [Diagnostic] {
  let named =
    settings.queries.map { ($0.table, $0.place) }
    + settings.files.compactMap { entry in entry.table.map { ($0, entry.place) } }
  var diagnostics = named.filter { TableName(rawValue: $0.0) == nil }.map {
    Diagnostic.unknownMappedTable($0.0, at: $0.1)
  }
  for entry in settings.mapping {
    guard let table = TableName(rawValue: entry.table) else {
      diagnostics.append(.unknownMappedTable(entry.table, at: entry.place))
      continue
    }
    let schema = TableSchema.of(table)
    if let field = entry.field, schema.column(field) == nil {
      diagnostics.append(.unknownField(field, of: schema, at: entry.place))
    }
  }
  diagnostics += settings.dateOrders.compactMap { entry in
    misnamed(entry.column, at: entry.place) { $0.holdsDays }
  }
  diagnostics += settings.numberFormats.compactMap { entry in
    misnamed(entry.column, at: entry.place) { $0.allows(entry.meaning) }
  }
  diagnostics += settings.exchangeRates.filter { CurrencyMark(named: $0.currency) == nil }.map {
    .unknownCurrency($0.currency, at: $0.place)
  }
  return diagnostics
}

/// What is wrong with the name of a column, `orders.date`, whose type must be one of some.
private func misnamed(
  _ name: String, at place: Place, _ isRight: (ColumnType) -> Bool
) -> Diagnostic? {
  let parts = name.split(separator: ".").map(String.init)
  guard parts.count == 2, let table = TableName(rawValue: parts[0]) else {
    return .unknownMappedTable(parts.first ?? name, at: place)
  }
  let schema = TableSchema.of(table)
  let isKnown = schema.column(parts[1]).map { isRight($0.type) } ?? false
  return isKnown ? nil : .unknownField(parts[1], of: schema, at: place)
}

extension ColumnType {
  /// Whether the cells are days.
  var holdsDays: Bool { self == .day || self == .days }

  /// Whether the cells are numbers, of any kind.
  var holdsNumbers: Bool {
    switch self {
    case .money, .quantity, .decimal, .count, .share, .probability, .hours: true
    default: false
    }
  }

  /// Whether a `number_format` can say what the cells mean.
  func allows(_ meaning: DataSettings.NumberFormat.Meaning) -> Bool {
    switch meaning {
    case .point, .comma: holdsNumbers
    case .percent, .fraction: self == .share || self == .probability
    case .hours, .minutes: self == .hours
    case .ones, .thousands, .tenThousands, .millions, .hundredMillions: self == .money
    }
  }
}
