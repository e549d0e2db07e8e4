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
  private let height: Length
  var lengths: [Length] { [height] }

  init(_ options: inout AttributeReader) {
    rows = options.integer("rows", in: 1...100) ?? 6
    height = options.length("row", in: 5...60) ?? Length(tenths: 100)
    fill = FilledTable(&options)
    if fill == nil {
      let columns = options.list("cols")
      options.require(columns, "cols")
      titles = columns ?? []
    } else {
      titles = []
    }
  }

  func fields(in scene: Scene) -> Parsed<[(String, Value)]?> {
    guard fill != nil else { return Parsed(blank(titles)) }
    guard let table = scene.calculations.table(at: scene.place) else { return Parsed(nil) }
    guard let content = table.content else { return Parsed(blank(table.titles)) }
    let needsRoom = content.columns.contains(where: \.isBlank)
    return Parsed([
      ("columns", .list(content.columns.map(Self.head))), ("isFilled", true),
      ("row", needsRoom ? .text(height.className) : .nothing),
      ("rows", .list(content.rows.map { Self.row($0, content.columns) })),
      ("total", .optional(content.total) { Self.foot($0, content.columns) }),
      ("rest", .optional(content.rest) { Self.foot($0.cells, content.columns) }),
      ("width", .integer(content.columns.count)), ("restCount", .integer(content.rest?.count ?? 0)),
    ])
  }

  private func blank(_ titles: [String]) -> [(String, Value)] {
    let columns = titles.map { TableContent.Column(title: $0, unit: "", kind: .blank) }
    let empty = Self.row(columns.map { _ in "" }, columns)
    return [
      ("columns", .list(columns.map(Self.head))), ("isFilled", false),
      ("row", .text(height.className)), ("rows", .list((0..<rows).map { _ in empty })),
      ("total", .nothing), ("rest", .nothing), ("width", .integer(titles.count)),
      ("restCount", 0),
    ]
  }

  /// A date or a word is set on one line, however narrow the screen.
  private static let shortest = 10

  private static func head(_ column: TableContent.Column) -> Value {
    .record([
      "title": .text(column.title), "unit": column.unit.isEmpty ? .nothing : .text(column.unit),
      "isNumber": .bool(column.isNumber), "isBlank": .bool(column.isBlank),
    ])
  }

  private static func row(_ cells: [String], _ columns: [TableContent.Column]) -> Value {
    self.cells(cells, columns, hasHead: columns.first?.isText ?? false)
  }

  /// A row of sums, which begins with what it sums up, where no number stands there.
  private static func foot(_ cells: [String], _ columns: [TableContent.Column]) -> Value {
    self.cells(cells, columns, hasHead: !(columns.first?.isNumber ?? false))
  }

  private static func cells(
    _ cells: [String], _ columns: [TableContent.Column], hasHead: Bool
  ) -> Value {
    let values = zip(cells, columns).enumerated().map { index, cell in
      Value.record([
        "text": .text(cell.0), "isNumber": .bool(cell.1.isNumber),
        "isAnswer": .bool(cell.1.isAnswer),
        "isBlank": .bool(cell.1.isBlank),
        "isShort": .bool(cell.1.isText && cell.0.count <= shortest),
        "isHead": .bool(index == 0 && hasHead),
      ])
    }
    return .record(["cells": .list(values)])
  }
}
