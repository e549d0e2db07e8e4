import Diagnostics
import Tables

/// Finds which canonical table each table of a file is: by the settings' `tables`, else by its name,
/// else by its columns.
struct TableNamer {
  private let entries: [DataSettings.NamedFile]
  private var used: Set<Int> = []
  private var names: [String] = []
  /// The tables of which the settings say what they are.
  private(set) var given: Set<String> = []

  /// Takes the entries of `tables`.
  init(_ entries: [DataSettings.NamedFile]) { self.entries = entries }

  /// A table of a file and what it is.
  struct Named {
    let table: Table
    let schema: TableSchema
    /// Whether it holds what a person wrote down as done, in a plan.
    var isActual = false
  }

  /// The tables of a file that are canonical ones.
  ///
  /// Of a plan's workbook only the sheets with actuals are. The only sheet of a workbook is named by the file where the file's name is a table's.
  mutating func tables(_ tables: [Table], of file: SourceFile) -> Parsed<[Named]> {
    let (base, _) = nameAndExtension(of: file.path)
    var diagnostics: [Diagnostic] = []
    var found: [Named] = []
    let isPlan = ActualSheet.isPlan(tables)
    for table in tables {
      let name = shortName(of: table, in: file)
      names.append(name)
      let isOnly = tables.count == 1
      let meant = entries.indices.filter { entries[$0].means(table, of: file, isOnly: isOnly) }
      used.formUnion(meant)
      // A name counts before a pattern.
      if let index = meant.first(where: { !entries[$0].file.contains("*") }) ?? meant.first {
        // A name that is no table's was reported with the settings themselves.
        if let name = entries[index].table.flatMap(TableName.init) {
          found.append(Named(table: table, schema: .of(name)))
          given.insert(table.origin.placePath)
        }
      } else if let sheet = isPlan ? ActualSheet(named: table.name) : ActualSheet(file: file.path) {
        found.append(Named(table: table, schema: .of(sheet.table), isActual: true))
      } else if isPlan {
        continue
      } else if let schema = (isOnly ? TableSchema.named(base) : nil) ?? .named(table.name) {
        found.append(Named(table: table, schema: schema))
      } else {
        let place = Place(path: table.origin.placePath)
        switch recognised(table, besides: base) {
        case .one(let likely):
          found.append(Named(table: table, schema: .of(likely)))
          diagnostics.append(.takenAs(likely, at: place))
        case .several(let candidates):
          let others = rankedTables(of: table).filter { !candidates.contains($0) }
          diagnostics.append(.whichTable(candidates, or: others, file: name, at: place))
        case .none:
          let almost = AlmostTable(table, names: [base, table.name])
          diagnostics.append(
            almost.map { .almostTable($0, file: name, at: place) }
              ?? .unknownTable(
                table.name, file: name, ranked: rankedTables(of: table), at: place))
        }
      }
    }
    if isPlan {
      let sheets = found.filter(\.isActual).map(\.table.name)
      diagnostics.append(.planWorkbook(sheets, at: Place(path: file.path)))
    }
    return Parsed(found, diagnostics)
  }

  private func recognised(_ table: Table, besides base: String) -> RecognisedTable {
    recogniseTable(table, names: [base, table.name])
  }

  /// What is said of entries that mean none of the tables.
  var unusedEntries: [Diagnostic] {
    entries.indices.filter { !used.contains($0) }.map {
      .namedFileMissing(entries[$0], known: names)
    }
  }

  /// The file's name, and the sheet's where there is one, as `tables` in the settings names them.
  private func shortName(of table: Table, in file: SourceFile) -> String {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    return name + (table.origin.sheet.map { "[\($0)]" } ?? "")
  }
}

extension DataSettings.NamedFile {
  /// Whether the entry means a table of a file; a workbook's only sheet needs no name.
  fileprivate func means(_ table: Table, of source: SourceFile, isOnly: Bool) -> Bool {
    func isEnd(of path: String) -> Bool {
      file.contains("*") ? fits(name: path) : path == file || path.hasSuffix("/" + file)
    }
    return isEnd(of: table.origin.placePath) || (isOnly && isEnd(of: source.path))
  }

  /// Whether a path ends with the file's name, where `*` stands for any characters: `客户导出*.csv`.
  private func fits(name path: String) -> Bool {
    let parts = file.split(separator: "*", omittingEmptySubsequences: false)
    let depth = file.count { $0 == "/" } + 1
    let ends = path.split(separator: "/").suffix(depth).joined(separator: "/")
    guard let first = parts.first, let last = parts.last, ends.hasPrefix(first) else {
      return false
    }
    var rest = ends.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let found = part.isEmpty ? rest.startIndex..<rest.startIndex : rest.firstRange(of: part)
      else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.count >= last.count && rest.hasSuffix(last)
  }
}
