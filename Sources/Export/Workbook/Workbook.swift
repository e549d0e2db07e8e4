/// A workbook as a value: sheets of cells, with what a spreadsheet needs to be used and printed.
///
///     let workbook = Workbook(sheets: [.calculation(calculation, .init(title: "倒推", language: .chinese))])
///     try workbook.write(to: "plan.xlsx")
package struct Workbook: Hashable, Sendable {
  /// The sheets in their order.
  package var sheets: [Sheet]
  /// The title in the file's properties.
  package var title: String
  /// The date in the file's properties, in seconds since 1970: given, so that the same plan is the
  /// same bytes.
  package var created: Int

  /// Makes a workbook; dated 2000-01-01 unless the caller knows better.
  package init(sheets: [Sheet], title: String = "", created: Int = 946_684_800) {
    self.sheets = sheets
    self.title = title
    self.created = created
  }
}

/// One sheet.
package struct Sheet: Hashable, Sendable {
  /// As it is wished; what a spreadsheet does not allow is changed when it is written.
  package var name: String
  /// The widths of the columns, in characters.
  package var widths: [Double]
  /// The cells, row by row; nil is an empty cell.
  package var rows: [[Cell?]]
  /// The rows above and the columns left of the part that scrolls.
  package var frozen = Address(row: 0, column: 0)
  /// The row repeated on every printed page.
  package var headerRow: Int?
  package var isLandscape = false
  /// Whether it is printed on a single page, however many rows it has.
  package var isOnePage = false
  /// The table whose header gets a filter for each column.
  package var filter: Area?
  package var names: [DefinedName] = []
  package var validations: [Validation] = []
  package var highlights: [Highlight] = []
  package var charts: [Chart] = []
  /// What is said beside cells, when a reader rests on them.
  package var notes: [Note] = []
  /// How cells look that nothing is in yet, by column.
  package var columnStyles: [CellStyle] = []

  /// Makes a sheet of cells.
  package init(name: String, widths: [Double], rows: [[Cell?]]) {
    self.name = name
    self.widths = widths
    self.rows = rows
  }
}

/// A cell's place, from 0.
package struct Address: Hashable, Sendable, CustomStringConvertible {
  /// The row, from 0.
  package var row: Int
  /// The column, from 0.
  package var column: Int

  /// The cell of a row and a column.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// As formulas write it: `B3`.
  ///
  ///     Address(row: 2, column: 1).description  // "B3"
  package var description: String { Self.letters(column) + String(row + 1) }

  /// With the sheet's own marks: `$B$3`.
  package var fixed: String { "$" + Self.letters(column) + "$" + String(row + 1) }

  private static func letters(_ column: Int) -> String {
    var (text, rest) = ("", column + 1)
    while rest > 0 {
      let letter = UInt8((rest - 1) % 26) + 65
      text = String(Character(Unicode.Scalar(letter))) + text
      rest = (rest - 1) / 26
    }
    return text
  }
}

/// A rectangle of cells, both corners within.
package struct Area: Hashable, Sendable, CustomStringConvertible {
  /// The upper left cell.
  package var first: Address
  /// The lower right cell.
  package var last: Address

  /// The cells from one to another.
  package init(_ first: Address, _ last: Address) {
    self.first = first
    self.last = last
  }

  /// One column of rows.
  package init(column: Int, rows: Range<Int>) {
    self.init(
      Address(row: rows.lowerBound, column: column),
      Address(row: max(rows.lowerBound, rows.upperBound - 1), column: column))
  }

  /// As formulas write it: `B3:B9`, or `B3` for a single cell.
  package var description: String {
    first == last ? first.description : "\(first):\(last)"
  }

  /// With the sheet's own marks: `$B$3:$B$9`.
  var fixed: String { first == last ? first.fixed : "\(first.fixed):\(last.fixed)" }
}

/// A name that formulas use for a cell or a column of cells.
package struct DefinedName: Hashable, Sendable {
  package var name: String
  package var area: Area
}

/// What a cell holds and how it looks.
package struct Cell: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case blank
    /// Stored as text whatever it begins with: `=1+2` typed into data is never a formula.
    case text(String)
    case number(Double)
    /// A formula without `=`, and the value it has at the build.
    case formula(String, Cached)
  }

  /// The value a formula has before the spreadsheet recalculates it.
  package enum Cached: Hashable, Sendable {
    case number(Double)
    case text(String)
  }

  package var content: Content
  package var style: CellStyle

  /// A content and its look.
  package init(_ content: Content, _ style: CellStyle = .plain) {
    self.content = content
    self.style = style
  }

  /// A text.
  package static func text(_ text: String, _ style: CellStyle = .plain) -> Cell {
    Cell(.text(text), style)
  }

  /// A number.
  package static func number(_ number: Double, _ style: CellStyle = .plain) -> Cell {
    Cell(.number(number), style)
  }

  /// A formula with the number it gives.
  package static func formula(_ text: String, _ value: Double, _ style: CellStyle = .plain) -> Cell
  {
    Cell(.formula(text, .number(value)), style)
  }
}

/// How a cell looks.
package struct CellStyle: Hashable, Sendable {
  package enum Fill: Hashable, Sendable {
    case none
    /// The header of a table.
    case header
    /// A cell to be filled in.
    case input
    /// A day that is not worked, or is over.
    case muted
  }

  /// As spreadsheets write it: `#,##0.00`.
  package var numberFormat: String?
  package var isBold = false
  package var isTitle = false
  package var hasBorder = false
  package var wraps = false
  package var isCentred = false
  package var isIndented = false
  /// Grey letters: an example.
  package var isFaint = false
  package var fill = Fill.none

  /// Nothing of its own.
  package static let plain = CellStyle()
  /// The title of a sheet.
  package static let title = CellStyle(isBold: true, isTitle: true)
  /// What stands behind a number outside of a table.
  package static let unit = CellStyle(isIndented: true)
  /// The title of a part of a sheet.
  package static let section = CellStyle(isBold: true)
  /// The header of a table.
  package static let header = CellStyle(isBold: true, hasBorder: true, wraps: true, fill: .header)
  /// A text in a table.
  package static let body = CellStyle(hasBorder: true, wraps: true)
  /// A word to be filled in.
  package static let entry = CellStyle(hasBorder: true, isCentred: true, fill: .input)

  /// A number in a table.
  package static func number(_ format: String, fill: Fill = .none, isBold: Bool = false)
    -> CellStyle
  {
    CellStyle(numberFormat: format, isBold: isBold, hasBorder: true, fill: fill)
  }
}

/// What may be typed into cells.
package struct Validation: Hashable, Sendable {
  package enum Rule: Hashable, Sendable {
    case list([String])
    case whole(ClosedRange<Int>)
    case decimal(ClosedRange<Double>)
    /// A day from 2000 to 2099.
    case days
    /// What stands in some cells, as a formula with `=`.
    case cells(String)
    /// Anything.
    case any
  }

  package var area: Area
  package var rule: Rule
  /// What the spreadsheet says when it refuses what was typed.
  package var message: String
  /// What it says when the cell is chosen; nil: nothing.
  package var prompt: String?
}

/// What is said beside a cell.
package struct Note: Hashable, Sendable {
  package var address: Address
  package var text: String

  /// A note at a cell.
  package init(at address: Address, text: String) {
    (self.address, self.text) = (address, text)
  }
}

/// Cells that stand out while a condition holds.
package struct Highlight: Hashable, Sendable {
  package enum Mark: Hashable, Sendable {
    /// Dark text on a light red ground, and bold: seen without colour too.
    case alert
    /// A light ground of its own for each class, darker for the more promising.
    case shade(Int)
  }

  package var area: Area
  /// A formula for the first cell of the area, without `=`.
  package var condition: String
  package var mark: Mark
}

/// A native chart of one row of values over categories, or of two beside each other.
package struct Chart: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case columns
    case line
    /// Bars from the top down, as a funnel is read.
    case bars
  }

  package var kind: Kind
  package var title: String
  package var name: String
  package var categories: Area
  package var values: Area
  /// Values that stand beside the first, named below the chart; nil for none.
  package var beside: Series?
  /// The cell at its upper left corner.
  package var anchor: Address
  /// The greatest value of the axis, where it is known.
  package var maximum: Double?
  /// How the axis shows its values, as spreadsheets write it.
  package var axisFormat: String?
  /// Whether each value stands at its mark.
  package var hasLabels = true
  /// How many times wider and higher than 480 × 288 points of the screen it is.
  package var scale = Scale(width: 1, height: 1)

  /// A row of values and what it is called.
  package struct Series: Hashable, Sendable {
    package var name: String
    package var values: Area
  }

  /// Factors of a chart's size.
  package struct Scale: Hashable, Sendable {
    package var width: Double
    package var height: Double
  }
}
