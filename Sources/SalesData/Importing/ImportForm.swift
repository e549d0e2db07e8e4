package import Diagnostics
import Phrases
import SalesMethod
import Tables

/// A table that people filled in on a page, to be read as one of the workspace's.
package struct FormTable: Hashable, Sendable {
  /// What its page and it are called: `part-3.html#mine`.
  package let name: String
  package let columns: [String]
  package let rows: [[String]]
  /// Where it stands, for what is said of it as a whole.
  package let place: Place

  /// Takes a table of a form.
  package init(name: String, columns: [String], rows: [[String]], place: Place) {
    (self.name, self.columns, self.rows, self.place) = (name, columns, rows, place)
  }
}

/// Reads the one of several filled-in tables that can be a table of the workspace.
///
/// What a form need not ask for comes from `given`, by the names of columns: whose goals they are, for which
/// month. `{row}` in it stands for the number of the row.
///
///     let form = FormTable(name: "a.html#mine", columns: ["客户", "M"], rows: [["甲", "有"]], place: place)
///     importForm([form], as: .customers, given: [:]).value?.rows  // [["name", "M"], ["甲", "yes"]]
package func importForm(
  _ forms: [FormTable], as name: TableName, given: [(column: String, value: String)],
  settings: DataSettings = DataSettings()
) -> Parsed<ImportedTable?> {
  let schema = TableSchema.of(name)
  let candidates = forms.filter { !$0.rows.isEmpty }.compactMap { form in
    form.completed(by: given, for: schema, settings)
  }
  guard let form = candidates.first else {
    let place = Place(path: forms.first?.place.path ?? "answers.json")
    return Parsed(nil, [.noFormFor(schema, forms: forms, at: place)])
  }
  if candidates.count > 1 {
    return Parsed(nil, [.whichForm(candidates.map(\.name), for: name, at: candidates[1].place)])
  }
  let file = SourceFile(
    path: "\(form.place.path) \(form.name)", bytes: csv([form.columns] + form.rows))
  let read = readTables(SourceFile(path: "\(name.rawValue).csv", bytes: file.bytes))
  var found = check(settings) + read.diagnostics
  guard let table = read.value.first else { return Parsed(nil, found) }
  let decoded = decode(table, as: schema, settings)
  found += decoded.findings(settings)
  return Parsed(
    ImportedTable(decoded, isActual: true),
    found.map { diagnostic in
      let place = diagnostic.place
      return diagnostic.placed(at: Place(path: file.path, line: place.line, column: place.column))
    })
}

extension FormTable {
  /// The table with the columns that it need not have; nil where it cannot be a table of the schema.
  fileprivate func completed(
    by given: [(column: String, value: String)], for schema: TableSchema, _ settings: DataSettings
  ) -> FormTable? {
    let file = SourceFile(path: "\(schema.name.rawValue).csv", bytes: csv([columns] + rows))
    guard let table = readTables(file).value.first else { return nil }
    let matched = matchHeaders(of: table, to: schema, by: []).value.compactMap { $0.field?.name }
    let own = Set(matched)
    let added = given.filter { !own.contains($0.column) && schema.column($0.column) != nil }
    let all = own.union(added.map(\.column))
    let hasAll = schema.columns.allSatisfy { !$0.isRequired || all.contains($0.name) }
    let hasOne = schema.oneOf.isEmpty || !own.isDisjoint(with: schema.oneOf)
    // Where every column that it must have had to be added, the form says nothing of the kind.
    let saysIt = schema.columns.contains { $0.isRequired && own.contains($0.name) }
    guard hasAll, hasOne, saysIt || !schema.oneOf.isEmpty else { return nil }
    let completed = rows.enumerated().map { number, row in
      row + added.map { $0.value.replacing("{row}", with: String(number + 1)) }
    }
    return FormTable(
      name: name, columns: columns + added.map(\.column), rows: completed, place: place)
  }
}

extension Diagnostic {
  static func noFormFor(_ schema: TableSchema, forms: [FormTable], at place: Place) -> Diagnostic {
    let needed =
      schema.oneOf.isEmpty ? schema.columns.filter(\.isRequired).map(\.name) : schema.oneOf
    let seen = forms.prefix(5).map { form in
      form.name + " (" + form.columns.joined(separator: ", ") + ")"
        + (form.rows.isEmpty ? " – 0" : "")
    }
    return Diagnostic(
      id: "answers.no-table", at: place,
      forms.isEmpty
        ? Phrase(zh: "答案里没有填过的表", en: "no table was filled in among the answers")
        : Phrase(
          zh: "填过的表里没有一张能当“\(schema.name.title)”：\(list: seen)",
          en: "none of the tables filled in can be “\(schema.name.rawValue)”: \(list: seen)"),
      expected: Phrase(
        zh: "有这些列的表，至少填一行：\(list: needed)",
        en: "a table with such columns and a row filled in: \(list: needed)"),
      fix: Phrase(
        zh: "列名照“表格说明”写，例如 客户、M、A、N",
        en: "name the columns as Documentation/tables.md does: name, M, A, N"))
  }

  static func whichForm(_ names: [String], for table: TableName, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "answers.which-table", at: place,
      Phrase(
        zh: "有几张表都能当“\(table.title)”：\(list: names)",
        en: "several tables can be “\(table.rawValue)”: \(list: names)"),
      fix: Phrase(
        zh: "用 --field 写明是哪一张：--field \(names[0])",
        en: "say which with --field: --field \(names[0])"))
  }
}
