import Foundation
import Testing

/// The machine's Python, or the one that `SALESBOOK_PYTHON` names, which may have more modules.
enum TablePython {
  static let program = ProcessInfo.processInfo.environment["SALESBOOK_PYTHON"] ?? "python3"

  static let isThere = has("csv")

  /// Whether it has a module.
  static func has(_ module: String) -> Bool {
    let run = try? Program.run(
      "\(program) -c 'import \(module)'", in: FileManager.default.temporaryDirectory)
    return run?.exit == 0
  }

  /// Runs a script in a workspace that knows a table by its `name` and its `rows`, the header first.
  static func run(_ script: String, _ table: SampleTable, in workspace: PlanWorkspace) throws {
    let rows = [table.header] + table.rows.map { $0.map(\.written) }
    let json = try JSONEncoder().encode(rows)
    try workspace.write("rows.json", json)
    try workspace.write(
      "script.py",
      "import csv, json\nname = '\(table.name)'\n"
        + "rows = json.load(open('rows.json', encoding='utf-8'))\n" + script)
    let run = try Program.run("\(program) script.py", in: workspace.folder)
    try #require(run.exit == 0, "\(run.stderr)")
  }
}
