import Diagnostics
import Mustache
import Phrases

/// `table`: a table of empty rows to fill in by hand, or with `fill=` one of the data's rows, whose
/// columns are fields and formulas.
///
/// What fills it is computed with the page's other formulas; where the page has no data that its reader
/// may see, the rows are empty.
struct TableBlock: BlockKind {
  static let name = "table"
  static let form = BlockForm.leaf

  /// The rows it is filled with; nil for a table to fill in by hand.
  let fill: FilledTable?
  private let rows: Int
  private let titles: [String]
  private let wanted: Length?
  /// The columns as the author wants them, and what came of it once the language is known.
  private var columns: WritingColumns
  private var layout = WritingColumns().layout(in: .chinese)

  /// A row's height: what is asked for, and never less than what has to be written takes.
  private var height: Length {
    Length(tenths: max(wanted?.tenths ?? 0, layout.height, wanted == nil ? 100 : 0))
  }
  private var widths: [Length] {
    let sum = max(layout.widths.reduce(0, +), 1)
    return layout.widths.map { Length(tenths: $0 * 1000 / sum, isWidth: true) }
  }
  private var pitch: Length { Length(tenths: layout.pitch) }
  var lengths: [Length] { [height] + widths + (layout.lines.isEmpty ? [] : [pitch]) }

  init(_ options: inout AttributeReader) {
    rows = options.integer("rows", in: 1...100) ?? 6
    wanted = options.length("row", in: 5...60)
    fill = FilledTable(&options)
    if let fill {
      titles = []
      columns = WritingColumns(
        &options, titles: WrittenColumn.read(fill.columns).map(\.title), isWritten: false)
    } else {
      let named = options.list("cols")
      options.require(named, "cols")
      titles = named ?? []
      columns = WritingColumns(&options, titles: titles, isWritten: true)
    }
  }

  var wantsAnswer: Bool { columns.followsAnswer }

  func sized(for answer: ModelAnswer?, in language: Language) -> any BlockKind {
    var sized = self
    sized.columns = columns.fitted(to: answer?.rows ?? [], in: language)
    sized.layout = sized.columns.layout(in: language)
    return sized
  }

  /// How many rows there are to fill in.
  var rowCount: Int { rows }

  /// Whether the answer is written in a cell of a column, and else how high the rows would have to be; nil of
  /// that where no height would do.
  func room(for text: String, in column: Int, _ language: Language) -> (fits: Bool, row: Length?) {
    let hand = WritingColumns.Hand(language)
    let all =
      layout.widths.isEmpty ? titles.map { _ in 1600 / max(titles.count, 1) } : layout.widths
    guard column < all.count else { return (true, nil) }
    let line = max(all[column] - 20, hand.sign)
    let lines = max(1, (Handwriting.width(of: text) + line - 1) / line)
    let has = max(1, height.tenths / hand.line)
    let row = Length(tenths: lines * hand.line)
    return (lines <= has, row.tenths <= 600 ? row : nil)
  }

  /// The titles of the columns to write in.
  var columnTitles: [String] { titles }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    guard fill != nil else { return Parsed(blank(titles)) }
    guard let table = scene.calculations.table(at: scene.place) else { return Parsed(nil) }
    guard let content = table.content else { return Parsed(blank(table.titles)) }
    let needsRoom = content.columns.contains(where: \.isBlank)
    return Parsed([
      ("columns", .list(content.columns.map(Self.head))), ("isFilled", true),
      ("row", needsRoom ? .text(height.className) : .nothing),
      ("widths", .texts(widths.map(\.className))),
      ("rows", .list(content.rows.map { Self.row($0, content.columns) })),
      ("total", .optional(content.total) { Self.foot($0, content.columns) }),
      ("rest", .optional(content.rest) { Self.foot($0.cells, content.columns) }),
      ("width", .integer(content.columns.count)), ("restCount", .integer(content.rest?.count ?? 0)),
    ])
  }

  private func blank(_ titles: [String]) -> [(String, Value)] {
    let columns = titles.map { TableContent.Column(title: $0, unit: "", kind: .blank) }
    let empty = Self.row(columns.map { _ in "" }, columns, rules: rules)
    return [
      ("columns", .list(columns.map(Self.head))), ("isFilled", false),
      ("row", .text(height.className)), ("rows", .list((0..<rows).map { _ in empty })),
      ("widths", .texts(widths.map(\.className))),
      ("total", .nothing), ("rest", .nothing), ("width", .integer(titles.count)),
      ("restCount", 0),
    ]
  }

  /// The classes of the lines drawn in a cell of each column: the last one is the cell's own edge.
  private var rules: [[String]] {
    layout.lines.map { Array(repeating: pitch.className, count: $0 - 1) }
  }

  /// A date or a word is set on one line, however narrow the screen.
  private static let shortest = 10

  private static func head(_ column: TableContent.Column) -> Value {
    .record([
      "title": .text(column.title), "unit": column.unit.isEmpty ? .nothing : .text(column.unit),
      "isNumber": .bool(column.isNumber), "isBlank": .bool(column.isBlank),
    ])
  }

  private static func row(
    _ cells: [String], _ columns: [TableContent.Column], rules: [[String]] = []
  ) -> Value {
    self.cells(cells, columns, hasHead: columns.first?.isText ?? false, rules: rules)
  }

  /// A row of sums, which begins with what it sums up, where no number stands there.
  private static func foot(_ cells: [String], _ columns: [TableContent.Column]) -> Value {
    self.cells(cells, columns, hasHead: !(columns.first?.isNumber ?? false))
  }

  private static func cells(
    _ cells: [String], _ columns: [TableContent.Column], hasHead: Bool, rules: [[String]] = []
  ) -> Value {
    let values = zip(cells, columns).enumerated().map { index, cell in
      Value.record([
        "text": .text(cell.0), "isNumber": .bool(cell.1.isNumber),
        "isAnswer": .bool(cell.1.isAnswer),
        "isBlank": .bool(cell.1.isBlank),
        "isShort": .bool(cell.1.isText && cell.0.count <= shortest),
        "isHead": .bool(index == 0 && hasHead),
        "rules": .texts(index < rules.count ? rules[index] : []),
      ])
    }
    return .record(["cells": .list(values)])
  }
}
