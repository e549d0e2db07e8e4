import Diagnostics
import SalesMethod

/// Why nothing was exported, or less than was meant.
extension Diagnostic {
  static func exportForeignFile(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "export.foreign-file", at: Place(path: path),
      "this file was not made by Salesbook, or was changed since: it stays as it is",
      expected: "no file yet, or one as an earlier export wrote it",
      fix: "choose another name with -o, or replace it with --force")
  }

  static func exportIsNoFile(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "export.not-a-file", at: Place(path: path), "this is no file, and one is to be written",
      fix: "choose another name with -o")
  }

  static func noWorkload(_ period: Period, because reasons: [String], in folder: String)
    -> Diagnostic
  {
    Diagnostic(
      id: "export.no-workload", severity: .warning, at: Place(path: folder),
      "\(period) has nothing to work back from, so the workload sheet holds visits only"
        + (reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; ")),
      expected: "an amount goal of this member that touches the month, with rates and factors",
      fix: "add the goal, or name another month with --month")
  }

  static func nothingPlanned(_ period: Period, in folder: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-data", at: Place(path: folder),
      "\(period) has neither a goal nor a customer of this member: there is nothing to export",
      expected: "an amount goal that touches the month, or customers",
      fix: "add them, or name another month with --month or another member with --person")
  }

  static func noTables(in folder: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-data", at: Place(path: folder), "there are no tables to export",
      expected: "tables such as goals.csv and customers.csv in this folder",
      fix: "name the workspace with -s")
  }

  static func manyTables(_ names: [String], for path: String) -> Diagnostic {
    Diagnostic(
      id: "export.many-tables", at: Place(path: path),
      "a single file holds a single table, and these are \(names.count)",
      expected: "-o with a folder, or one --table",
      fix: "known: " + names.joined(separator: ", "))
  }

  static func unknownTable(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "export.unknown-table", at: Place(path: "--table"),
      "the export has no table “\(name)”", fix: suggestion(for: name, among: known))
  }
}
