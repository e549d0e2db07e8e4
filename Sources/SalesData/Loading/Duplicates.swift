import Diagnostics
import Phrases
import SalesMethod
import Tables

extension DecodedTable {
  /// What to do where two rows of one id say different things.
  enum Contradiction {
    /// Leave the later row out, as an error.
    case refuse
    /// Take the later row's word, with a warning.
    case takeLater
  }

  /// Merges rows that have the same id: blanks of the first are filled from the later ones, which are
  /// then left out of the records.
  ///
  /// Rows that have a name alone may be two things, and their merging is always a warning.
  mutating func mergeDuplicates(
    by idOfRow: (Int) -> String?, on contradiction: Contradiction,
    isNameAlone: (Int) -> Bool = { _ in false }
  ) {
    var firstRows: [String: Int] = [:]
    var updates = Updates()
    defer { note(updates) }
    for row in keptRows {
      guard let id = idOfRow(row) else { continue }
      guard let first = firstRows[id] else {
        firstRows[id] = row
        continue
      }
      let isName = isNameAlone(first) || isNameAlone(row)
      merge(row, into: first, id: id, on: contradiction, isName: isName, &updates)
    }
  }

  /// Merges rows that have the same text in a column of ids: as above, but without a look at any text.
  mutating func mergeDuplicates(by ids: TextColumn, on contradiction: Contradiction) {
    var firstRows = [Int?](repeating: nil, count: ids.texts.count)
    var updates = Updates()
    defer { note(updates) }
    for row in keptRows {
      guard let number = ids.number(row) else { continue }
      if let first = firstRows[number] {
        merge(row, into: first, id: ids.texts[number], on: contradiction, isName: false, &updates)
      } else {
        firstRows[number] = row
      }
    }
  }

  private mutating func merge(
    _ row: Int, into first: Int, id: String, on rule: Contradiction, isName: Bool,
    _ updates: inout Updates
  ) {
    let earlier = shown(first, from: row)
    let differing = columns.compactMap { column -> String? in
      guard let name = column.field?.name, let values = values[name] else { return nil }
      return values.contradicts(first, row) ? name : nil
    }
    // A later export says what has become of the row; within one file two rows contradict each other.
    let isSameFile = table.part(ofRow: first) == table.part(ofRow: row)
    if let column = differing.first, case .refuse = rule, isSameFile {
      skip(
        row, .duplicateID(id, column: header(of: column), first: earlier, at: place(row, column)))
      return
    }
    for column in columns {
      guard let name = column.field?.name else { continue }
      values[name]?.fill(first, from: row)
    }
    let diagnostic = Diagnostic.mergedRow(
      id: id, differing: differing.map(header), isName: isName, first: earlier,
      at: table.place(ofRow: row))
    skipRepeated(row, because: diagnostic.message)
    if isSameFile || isName || !schema.isExported {
      diagnostics.append(diagnostic)
    } else {
      updates.add(row, differing)
    }
  }

  /// Says once how many rows a later export has anew.
  private mutating func note(_ updates: Updates) {
    guard let first = updates.first else { return }
    diagnostics.append(
      .customersUpdated(
        updates.rows, columns: updates.columns.map(header), at: table.place(ofRow: first)))
  }
}

/// What the rows of a later file change in those of earlier ones.
private struct Updates {
  var first: Int?
  var rows = 0
  var columns: [String] = []

  mutating func add(_ row: Int, _ differing: [String]) {
    first = first ?? row
    rows += 1
    for column in differing where !columns.contains(column) { columns.append(column) }
  }
}

extension ColumnValues {
  /// Whether two rows both have a value here, and not the same.
  func contradicts(_ first: Int, _ second: Int) -> Bool {
    if isBlank(first) || isBlank(second) { return false }
    return switch self {
    case .texts(let values): values.number(first) != values.number(second)
    case .integers(let values): values[first] != values[second]
    case .letters(let values): values[first] != values[second]
    case .leave(let values): values[first] != values[second]
    case .wordLists(let values): values[first] != values[second]
    case .milestones(let values): values[first] != values[second]
    }
  }

  /// Puts the later row's value in place of the first's, where it has one.
  ///
  /// The array is taken out first, so that it is changed in place.
  fileprivate mutating func fill(_ first: Int, from later: Int) {
    if isBlank(later) { return }
    switch self {
    case .texts(var values):
      self = .texts(TextValues(rowCount: 0))
      values.set(first, like: later)
      self = .texts(values)
    case .integers(var values):
      self = .integers([])
      values[first] = values[later]
      self = .integers(values)
    case .letters(var values):
      self = .letters([])
      values[first] = values[later]
      self = .letters(values)
    case .leave(var values):
      self = .leave([])
      values[first] = values[later]
      self = .leave(values)
    case .wordLists(var values):
      self = .wordLists([])
      values[first] = values[later]
      self = .wordLists(values)
    case .milestones(var values):
      self = .milestones([])
      values[first] = values[later]
      self = .milestones(values)
    }
  }
}
