import Book
import Desk
import Diagnostics
import Export
import Pages
import Rulebook
import SalesData
import SalesMethod
import Tables

/// Which tables to write as CSV.
package struct TablesRequest: Sendable {
  /// Whose plan, and for which month; where a person is named, the tables hold theirs alone.
  package var plan: PlanRequest
  /// The tables by name; empty for all.
  package var tables: [String] = []
  /// Whether Excel is to open them by a double click.
  package var isForExcel = false
  /// Whether files that are not ours, or were changed since, are replaced.
  package var force = false

  /// Asks for every table.
  package init(plan: PlanRequest) { self.plan = plan }
}

/// Writes a workspace's tables, and a plan's, as CSV: into a folder, or one into a file whose name
/// ends in `.csv`.
///
/// Nothing is written where anything is an error; each file is replaced in one step, and only where
/// it is as an earlier export wrote it. Throws what the machine fails at.
package func exportTables(_ request: TablesRequest, to path: String) throws -> ExportReport {
  var report = ExportReport()
  let all = try tables(request, &report)
  let chosen = request.tables.isEmpty ? all : all.filter { request.tables.contains($0.name) }
  for name in request.tables where !all.contains(where: { $0.name == name }) {
    report.diagnostics.append(.unknownTable(name, known: all.map(\.name)))
  }
  guard !report.diagnostics.hasErrors else { return report }
  let style = CSVStyle(forExcel: request.isForExcel)
  let files = chosen.map { (name: $0.name, bytes: csv($0.rows, style: style)) }
  if path.lowercased().hasSuffix(".csv") {
    guard files.count == 1 else {
      report.diagnostics.append(.manyTables(files.map(\.name), for: path))
      return report
    }
    try ExportPlace(path).put(files[0].bytes, force: request.force, ours: { _ in false }, &report)
  } else {
    try TableFolder(path).put(files, force: request.force, &report)
  }
  return report
}

private func tables(_ request: TablesRequest, _ report: inout ExportReport) throws -> [PlanTable] {
  var input = try WorkspaceInput.read(request.plan)
  let (settings, sources) = (input.value.settings, input.value.sources.desk)
  report.diagnostics = input.diagnostics
  guard !sources.data.isEmpty || !settings.dataSettings.queries.isEmpty else {
    report.diagnostics.append(.noTables(in: settings.data))
    return []
  }
  sources.log.note(.tables(folder: settings.data))
  let decoded = decodeData(
    files: sources.data, tables: sources.tables, settings: settings.dataSettings)
  let clean = decoded.value.clean(of: request.plan.person)
  let members = clean.value.members
  if let person = request.plan.person, !members.contains(person) {
    report.diagnostics.append(.unknownMember(person, known: members))
    return []
  }
  report.diagnostics += decoded.diagnostics + clean.diagnostics
  var tables = clean.value.tables.map { PlanTable(name: $0.name.rawValue, rows: $0.rows) }
  if request.wantsPlan(members: members.count) {
    input.value.sources.desk.decoded = Parsed(decoded.value.loaded, decoded.diagnostics)
    let plan = try RequestedPlan.make(request.plan, from: input)
    report.diagnostics += plan.diagnostics
    if let made = plan.value {
      do {
        tables += try planTables(made.plan, method: made.planner.settings, in: made.language)
      } catch {
        report.diagnostics.append(.noPlan(because: error, in: settings.data))
      }
    }
  }
  report.diagnostics = report.diagnostics.withoutRepeats()
  return tables
}

extension TablesRequest {
  /// Whether a plan is asked for: by name, or because there is only one it could be.
  fileprivate func wantsPlan(members: Int) -> Bool {
    guard tables.isEmpty || tables.contains(where: { $0.hasPrefix("plan-") }) else { return false }
    return plan.person != nil || plan.period != nil || members == 1 || !tables.isEmpty
  }
}

/// The folder that tables are written to, and what is ours in it: its own list says so.
private struct TableFolder {
  private static let list = ".salesbook-export.json"

  private let folder: FolderHandle
  private let path: String

  init(_ path: String) throws(MachineFailure) {
    var shown = path
    while shown.count > 1, shown.hasSuffix("/") { shown.removeLast() }
    let parent = enclosingFolders(of: shown).first ?? (shown.hasPrefix("/") ? "/" : ".")
    let name = shown.split(separator: "/").last.map(String.init) ?? "."
    let around = try FolderHandle(opening: parent.isEmpty ? "/" : parent)
    try around.makeFolder(name)
    folder = try FolderHandle(opening: shown)
    self.path = shown
  }

  /// Puts the files there, or none of them where one would harm what is not ours.
  func put(
    _ files: [(name: String, bytes: [UInt8])], force: Bool, _ report: inout ExportReport
  ) throws(MachineFailure) {
    var manifest = try known()
    for file in files {
      let place = ExportPlace(file.name + ".csv", in: folder)
      let digest = manifest.files[file.name + ".csv"]?.digest
      let refusal = try place.refusal(file.bytes, force: force) { old in
        digest == SHA256Digest(of: old)
      }
      if let refusal { report.diagnostics.append(refusal) }
    }
    guard !report.diagnostics.hasErrors else { return }
    for file in files {
      let place = ExportPlace(file.name + ".csv", in: folder)
      if try place.replace(file.bytes) {
        report.written.append(place.path)
      } else {
        report.unchanged.append(place.path)
      }
      manifest.files[file.name + ".csv"] = Manifest.File(
        size: file.bytes.count, digest: SHA256Digest(of: file.bytes))
    }
    _ = try ExportPlace(Self.list, in: folder).replace(manifest.bytes)
  }

  /// What earlier exports wrote; nothing where there is no list, or none that we wrote.
  private func known() throws(MachineFailure) -> Manifest {
    guard try folder.target(of: Self.list)?.kind == .file,
      let bytes = try folder.read(Self.list, upTo: 8 << 20)
    else { return Manifest(files: [:]) }
    return Manifest(bytes: bytes) ?? Manifest(files: [:])
  }
}
