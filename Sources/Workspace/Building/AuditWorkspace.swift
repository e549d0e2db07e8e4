package import Book
package import Diagnostics
import PlanData
import Rulebook

/// Finds out who sees what of a workspace; nil where it has mistakes, which are told.
package func auditWorkspace(
  _ request: BuildRequest, asking question: AuditQuestion?
) async throws -> Parsed<Audit?> {
  let reader = try WorkspaceReader(request.source)
  let input = try WorkspaceInput.read(reader, in: request.source, log: request.log)
  var found = input.diagnostics
  guard let generation = request.generation(input.value.settings, &found) else {
    return Parsed(nil, found)
  }
  let audit = try await audit(input.value.sources, generation, asking: question)
  return Parsed(audit.value, found + audit.diagnostics)
}
