import Book
import Desk
package import Diagnostics
import Rulebook
import SalesData
import SalesMethod

/// Makes the key of a workspace, with codes as long as its customers are many; a key that is there is
/// replaced only where that is asked.
package func newCodeKey(
  in source: String, replacing isReplaced: Bool
) throws -> [Diagnostic] {
  let sources = try WorkspaceInput.read(WorkspaceReader(source), in: source).value
  let tables = loadRecords(
    files: sources.sources.desk.data, tables: sources.sources.desk.tables,
    settings: sources.settings.dataSettings)
  return try KeyFile(in: source).make(
    customers: tables.value.records.customers.count, replacing: isReplaced)
}

/// The customers of a workspace with their codes, in the order of the table: for whoever holds the key.
package func customerCodes(
  in source: String, _ request: BuildRequest
) throws -> Parsed<[(code: String, id: String, name: String)]> {
  let input = try WorkspaceInput.read(WorkspaceReader(source), in: source)
  var found = input.diagnostics
  guard let generation = request.generation(input.value.settings, &found) else {
    return Parsed([], found)
  }
  let asked = DeskRequest(period: generation.period, asOf: generation.asOf)
  let sources = input.value.sources
  let desk = try PlanDesk.read(sources.desk, input.value.settings, asked, read: sources.read)
  if sources.desk.codeKey == nil, !found.hasErrors { found.append(.noCodeKeyToRotate()) }
  return Parsed(desk.value.codeList, found + desk.diagnostics)
}
