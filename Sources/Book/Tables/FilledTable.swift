import Desk
import Diagnostics
import Rulebook

/// How a table is filled from data, as its options say: `fill=customers where="…" sort=… limit=10 total`.
struct FilledTable: Hashable, Sendable {
  /// The table of the data whose rows it shows.
  let table: DataTable.Name
  /// Whose numbers: `data=`, `member=`, `month=`.
  let source: ViewSource
  /// The columns as they are written.
  let columns: PlacedText
  /// The condition that a row meets; nil for all rows.
  let condition: PlacedText?
  /// The number by which rows come, the greatest first; nil for the data's own order.
  let order: PlacedText?
  /// The greatest number of rows; nil for all.
  let limit: Int?
  /// Which columns are summed up; nil for none.
  let total: Total?

  /// Which columns have a sum at their foot.
  enum Total: Hashable, Sendable {
    /// All that hold numbers.
    case all
    /// Those of these titles.
    case titles(PlacedText)
  }

  /// Reads the options; nil where the table is not filled.
  init?(_ options: inout AttributeReader) {
    let table = options.choice("fill", of: DataTable.Name.self)
    let source = ViewSource(&options)
    condition = options.placed("where")
    order = options.placed("sort")
    limit = options.integer("limit", in: 1...100_000)
    total = Self.total(&options)
    self.source = source
    let isAsked = condition != nil || order != nil || limit != nil || total != nil
    if isAsked || source != ViewSource.own { options.require(table, "fill") }
    guard let table else { return nil }
    let columns = options.placed("cols")
    options.require(columns, "cols")
    guard let columns else { return nil }
    (self.table, self.columns) = (table, columns)
  }

  private static func total(_ options: inout AttributeReader) -> Total? {
    // A bare word has no value; as a text it would be wrong.
    if options.isFlag("total") {
      _ = options.flag("total")
      return .all
    }
    return options.placed("total").map(Total.titles)
  }
}

/// A column of a table as it is written: `占比=amount / SUM(customers.amount)`.
struct WrittenColumn: Hashable, Sendable {
  /// What its head says.
  let title: String
  /// Where the column begins.
  let place: Place
  /// Its formula; nil for a column to write in.
  let formula: PlacedText?
  /// Whether the formula begins with `?`: readers work it out, the facilitator's edition has it.
  let isAsked: Bool

  /// Cuts columns at the commas that stand in no brackets and in no quotes.
  ///
  ///     // 客户=name, 占比=? ROUND(amount, 1), 下一步
  ///     WrittenColumn.read(text).map(\.title)  // 客户, 占比, 下一步
  static func read(_ text: PlacedText) -> [WrittenColumn] {
    var columns: [WrittenColumn] = []
    let scalars = Array(text.text.unicodeScalars)
    var (start, depth, closing) = (0, 0, Unicode.Scalar?.none)
    for (index, scalar) in scalars.enumerated() {
      if let end = closing {
        if scalar == end { closing = nil }
        continue
      }
      switch scalar {
      case "\"": closing = "\""
      case "“": closing = "”"
      case "(", "（": depth += 1
      case ")", "）": depth = max(0, depth - 1)
      case ",", "，":
        guard depth == 0 else { continue }
        columns.append(column(scalars, start..<index, at: text.place))
        start = index + 1
      default: break
      }
    }
    columns.append(column(scalars, start..<scalars.count, at: text.place))
    return columns
  }

  private static func column(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, at place: Place
  ) -> WrittenColumn {
    let blank: (Int) -> Bool = { !scalars[$0].properties.isWhitespace }
    let start = range.first(where: blank) ?? range.lowerBound
    func located(_ index: Int) -> Place {
      Place(path: place.path, line: place.line, column: place.column + index)
    }
    func text(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    let equals = range.first { scalars[$0] == "=" || scalars[$0] == "＝" }
    let title = trimmed(text(start..<max(start, equals ?? range.upperBound)))
    guard let equals else {
      return WrittenColumn(title: title, place: located(start), formula: nil, isAsked: false)
    }
    let first = (equals + 1..<range.upperBound).first(where: blank)
    let isAsked = first.map { scalars[$0] == "?" || scalars[$0] == "？" } ?? false
    let begin = isAsked ? (first ?? equals) + 1 : equals + 1
    let formula = text(begin..<range.upperBound)
    let isEmpty = isAsked && trimmed(formula).isEmpty
    return WrittenColumn(
      title: title, place: located(start),
      formula: isEmpty ? nil : PlacedText(formula, at: located(begin)), isAsked: isAsked)
  }
}
