import Diagnostics
import Phrases
import YAML

/// Reads a YAML or JSON file that holds a list of rows, each with its columns as keys.
///
/// The list is the whole document, or the only value of a mapping (`goals: [...]`). The columns are
/// all keys in the order in which they first come.
///
/// With `isInLines` every line of JSON is a row by itself.
func readList(
  _ file: SourceFile, named name: String, format: TableOrigin.Format, isInLines: Bool = false
) -> Parsed<[Table]> {
  let parsed = format == .json ? parseJSON(file, isInLines: isInLines) : parseYAML(file)
  guard let root = parsed.value else {
    let empty: [Diagnostic] =
      parsed.diagnostics.hasErrors ? [] : [.noHeader(at: Place(path: file.path))]
    return Parsed([], parsed.diagnostics + empty)
  }
  guard let rows = rows(of: root) else {
    return Parsed([], parsed.diagnostics + [.notAList(at: root.place)])
  }
  var builder = ListTable(hasNumbers: format == .json)
  for row in rows { builder.add(row) }
  let origin = TableOrigin(path: file.path, format: format)
  return Parsed(
    [builder.table(named: name, origin: origin)], parsed.diagnostics + builder.diagnostics)
}

private func rows(of root: YAMLNode) -> [YAMLNode]? {
  if let items = root.items { return items }
  guard let entries = root.entries, entries.count == 1 else { return nil }
  return entries[0].value.items
}

/// Gathers rows of keys and values into a table.
private struct ListTable {
  /// Rows with ever new keys would make the table grow with their square.
  private static let mostColumns = 1024

  /// Whether values without quotes are numbers, as JSON has them; YAML's are texts that look so.
  let hasNumbers: Bool
  private var header: [String] = []
  private var isTooWide = false
  private var columns: [String: Int] = [:]
  private var rows: [(place: Place, values: [Int: YAMLNode])] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(hasNumbers: Bool) { self.hasNumbers = hasNumbers }

  mutating func add(_ row: YAMLNode) {
    guard let entries = row.entries else {
      diagnostics.append(.notARow(at: row.place))
      return
    }
    var values: [Int: YAMLNode] = [:]
    for entry in entries {
      let column = columns[entry.key] ?? header.count
      if column == header.count {
        guard column < Self.mostColumns else {
          if !isTooWide {
            diagnostics.append(
              .tooLarge(Phrase(zh: "1,024 列", en: "1,024 columns"), at: entry.place))
          }
          isTooWide = true
          continue
        }
        columns[entry.key] = column
        header.append(entry.key)
      }
      values[column] = entry.value
    }
    rows.append((row.place, values))
  }

  /// The table, its header being row 0 of the grid.
  ///
  /// Cells behind a row's last value are left out, so that rows with keys of their own cost no
  /// more than what was written.
  func table(named name: String, origin: TableOrigin) -> Table {
    var grid = CellGrid()
    var positions: [Table.Position] = []
    let start = rows.first?.place
    grid.startRow(line: start?.line ?? 1)
    for key in header {
      grid.append(key.utf8, kind: .text)
      positions.append(position(of: start))
    }
    for (place, values) in rows {
      grid.startRow(line: place.line)
      for column in 0..<((values.keys.max() ?? -1) + 1) {
        positions.append(position(of: values[column]?.place ?? place))
        append(values[column], to: &grid)
      }
    }
    return Table(
      name: name, origin: origin, header: header, grid: grid, placing: .recorded(positions),
      headerRow: 0)
  }

  private func position(of place: Place?) -> Table.Position {
    Table.Position(
      line: UInt32(clamping: place?.line ?? 1), column: UInt32(clamping: place?.column ?? 1))
  }

  private func append(_ node: YAMLNode?, to grid: inout CellGrid) {
    guard let node, !node.isNull else {
      grid.cells.append(.blank)
      return
    }
    switch node.content {
    case .scalar(let text, let isQuoted):
      let plain = hasNumbers && !isQuoted ? plainDecimal(Array(text.utf8)) : nil
      if let plain, isJSONNumber(text) {
        grid.append(plain, kind: .text)
      } else {
        grid.append(text.utf8, kind: isQuoted ? .text : kind(text))
      }
    case .sequence(let items) where items.allSatisfy({ $0.text != nil }):
      grid.append(items.compactMap(\.text).joined(separator: ";").utf8, kind: .text)
    case .sequence(let items):
      grid.append(String(grid.lists.count).utf8, kind: .list)
      grid.lists.append(items.map(nestedRow))
    case .mapping:
      grid.append(String(grid.lists.count).utf8, kind: .list)
      grid.lists.append([nestedRow(node)])
    }
  }

  private func isJSONNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 &- 48 < 10 || "+-.eE".utf8.contains($0) }
  }

  private func kind(_ text: String) -> CellKind {
    text == "true" || text == "false" ? .boolean : .text
  }

  private func nestedRow(_ node: YAMLNode) -> NestedRow {
    let entries = (node.entries ?? []).map {
      NestedRow.Entry(key: $0.key, value: $0.value.text ?? "", place: $0.value.place)
    }
    return NestedRow(entries: entries, place: node.place)
  }
}
