import Book
import Desk
package import Diagnostics
package import Phrases
import Rulebook
package import SalesMethod

/// What earlier plans said of a person, or of everybody, and what came.
package struct RequestedRecord: Sendable {
  /// What was said, beside what came.
  package let record: PlanRecord
  /// The members' ids, in the order of the table, with their names.
  package let members: [(id: String, name: String)]
  /// The day that is looked back from.
  package let asOf: Day
  /// How many complete months were looked at.
  package let months: Int
  /// How many kept plans say nothing of a whole month by its end, and so stand for none.
  package let undatedKept: Int
  /// The workspace's language.
  package internal(set) var language: Language

  /// Reads a workspace and looks back; nil where an error stands in the way.
  ///
  /// Plans of this version that were kept, in the workspace or handed over, are what was said; other
  /// months are computed again from what was known on their first day.
  package static func read(_ request: PlanRequest, months: Int) throws -> Parsed<RequestedRecord?> {
    let read = try DeskInput.read(request, from: WorkspaceInput.read(request))
    let found = read.diagnostics + (read.value?.missingData ?? [])
    guard let input = read.value, !found.hasErrors else { return Parsed(nil, found) }
    switch input.desk.record(of: request.person, months: months, for: .holder) {
    case .failure(let problem):
      return Parsed(nil, found + [input.diagnostic(of: problem)])
    case .success(let record):
      let ids = request.person.map { [$0] } ?? input.desk.memberIds
      return Parsed(
        RequestedRecord(
          record: record, members: ids.map { ($0, input.desk.name(of: $0, for: .holder)) },
          asOf: input.request.asOf, months: months, undatedKept: input.desk.undatedKept,
          language: input.workspace.settings.language),
        found)
    }
  }
}
