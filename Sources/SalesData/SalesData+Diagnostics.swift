import Diagnostics
import SalesMethod

// MARK: - Tables and headers

extension Diagnostic {
  static func unknownTable(
    _ name: String, file: String? = nil, likely: TableName? = nil, at place: Place
  ) -> Diagnostic {
    let fix =
      if let likely, let file {
        "its columns are those of “\(likely.rawValue)”: say so in the settings, "
          + "tables: {\"\(file)\": \(likely.rawValue)}"
      } else {
        suggestion(for: name, among: TableName.allCases.map(\.rawValue))
      }
    return Diagnostic(
      id: "data.unknown-table", severity: .warning, at: place,
      "“\(name)” is no table that Salesbook knows; it was left out", fix: fix)
  }

  static func twoFiles(for table: TableName, first: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.two-files", at: place,
      "the table “\(table.rawValue)” is also in \(first)", expected: "one file for a table",
      fix: "join the two, or remove one")
  }

  static func whichSheet(_ names: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.which-sheet", at: place,
      "which sheet is meant: \(names.map { "“\($0)”" }.joined(separator: ", "))?",
      fix: "give the sheet the name of the table, or save it as a file of its own")
  }

  static func twoCandidates(
    _ headers: [String], field: String, table: TableName, at place: Place
  ) -> Diagnostic {
    let shown = headers.map { "“\($0)”" }.joined(separator: " and ")
    return Diagnostic(
      id: "data.two-candidates", at: place, "which column is “\(field)”: \(shown)?",
      expected: "one column for each field",
      fix: "say it in the settings: mapping: {\(table.rawValue): {\"\(headers[0])\": \(field)}}")
  }

  static func missingColumn(
    _ column: ColumnSchema, of table: TableName, unknown: [String], at place: Place
  ) -> Diagnostic {
    missingColumn(
      named: column.name, of: table, unknown: unknown, also: column.synonyms, why: nil, at: place)
  }

  static func missingColumn(
    named name: String, of table: TableName, unknown: [String], also synonyms: [String] = [],
    why: String?, at place: Place
  ) -> Diagnostic {
    let near = ([name] + synonyms).lazy.compactMap { nearestName(to: $0, in: unknown) }.first
    let fix =
      if let near {
        "is it “\(near)”? then say so in the settings: "
          + "mapping: {\(table.rawValue): {\"\(near)\": \(name)}}"
      } else {
        "add the column, or say in the settings which one it is: "
          + "mapping: {\(table.rawValue): {HEADER: \(name)}}"
      }
    return Diagnostic(
      id: "data.missing-column", at: place,
      "the table “\(table.rawValue)” has no column “\(name)”" + (why.map { ", but \($0)" } ?? ""),
      expected: unknown.isEmpty
        ? nil : "columns not recognised: \(unknown.joined(separator: ", "))",
      fix: fix)
  }

  static func tooManyCells(header: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.too-many-cells", at: place,
      "the row has more cells than the header, which has \(header)",
      fix: "put quotes around a cell that holds the separator"
    )
    .saying("这一行的单元格比表头多（表头有 \(header) 个）")
  }

  static func noCustomers(of tables: [TableName], at place: Place) -> Diagnostic {
    let shown = tables.map { "“\($0.rawValue)”" }
    return Diagnostic(
      id: "data.no-customers", at: place,
      "\(shown.joined(separator: ", ")) \(tables.count == 1 ? "names" : "name") customers, "
        + "but there is no table of customers",
      fix: "add customers.csv with the columns name, owner, M, A and N"
    )
    .saying("\(shown.joined(separator: "、"))提到客户，但没有客户表")
  }
}

// MARK: - Settings

extension Diagnostic {
  static func unknownMappedTable(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unknown-mapped-table", at: place, "“\(name)” is no table",
      fix: suggestion(for: name, among: TableName.allCases.map(\.rawValue)))
  }

  static func unknownField(_ name: String, of schema: TableSchema, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unknown-field", at: place,
      "“\(name)” is no such column of the table “\(schema.name.rawValue)”",
      fix: suggestion(for: name, among: schema.columns.map(\.name)))
  }

  static func namedFileMissing(_ entry: DataSettings.NamedFile, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "data.named-file-missing", severity: .warning, at: entry.place,
      "there is no table “\(entry.file)” in the data folder",
      expected: "a file's name, for a sheet of several with its name behind: crm.xlsx[客户]",
      fix: nearestName(to: entry.file, in: known).map { "did you mean “\($0)”?" })
  }

  static func mappedHeaderMissing(_ entry: DataSettings.Mapping, headers: [String]) -> Diagnostic {
    Diagnostic(
      id: "data.mapped-header-missing", severity: .warning, at: entry.place,
      "the table “\(entry.table)” has no header “\(entry.header)”",
      fix: suggestion(for: entry.header, among: headers.filter { !$0.isEmpty }))
  }
}
