import Book
package import Desk
package import Diagnostics
import Glibc
import Phrases
import Proof
import Rulebook
import SalesMethod

/// Whose data are to be removed from what was kept, and where.
package struct ForgetRequest: Sendable {
  /// The workspace.
  package var build: BuildRequest
  /// The member or customer, as the tables know them; nil where only `values` say what is meant.
  package var subject: ForgottenSubject?
  /// Names, numbers and addresses that the tables do not have any more.
  package var values: [String] = []
  /// The folder that was published to; nil where its releases are to stay.
  package var target: String?
  /// Whether only to say what would be removed.
  package var isDryRun = false

  /// Asks for a workspace, and for a member by id or a customer by id or name.
  package init(_ build: BuildRequest, person: String? = nil, customer: String? = nil) {
    self.build = build
    subject = person.map(ForgottenSubject.person) ?? customer.map(ForgottenSubject.customer)
  }
}

/// What was removed, and what was not.
package struct ForgetReport: Sendable {
  /// A file of the workspace that held some of it.
  package struct File: Hashable, Sendable {
    /// Its path in the workspace.
    package let path: String
    /// Whether it was removed; else the values alone were taken out.
    package let isRemoved: Bool
  }

  /// What was wrong with the request; nothing was removed then.
  package var diagnostics: [Diagnostic] = []
  /// The files of the archive and of the kept plans.
  package var files: [File] = []
  /// The releases that held some of it and were removed.
  package var releases: [String] = []
  /// The release that readers see and that holds some of it: it stays until another is published.
  package var currentRelease: String?
  /// The rows of the tables that hold it.
  package var rows: [Place] = []
  /// How many values are too short to be told from chance, and were not looked for.
  package var unsearched = 0
}

/// Removes what a person or a customer could be known by from the pages of the archive, from the kept plans
/// and from the releases that are kept.
///
/// Values are taken out of pages; a file in which one still stands in any spelling is removed whole, as is a
/// person's own folder. A release that holds anything is removed, unless readers see it. The tables stay as
/// they are: where they have it is told.
package func forget(_ request: ForgetRequest) throws -> ForgetReport {
  let source = request.build.source
  let input = try WorkspaceInput.read(WorkspaceReader(source), in: source)
  var report = ForgetReport()
  var found = input.diagnostics
  guard let generation = request.build.generation(input.value.settings, &found) else {
    report.diagnostics = found
    return report
  }
  let asked = DeskRequest(period: generation.period, asOf: generation.asOf)
  let sources = input.value.sources
  let desk = try PlanDesk.read(sources.desk, input.value.settings, asked, read: sources.read).value
  let values = request.subject.map(desk.values) ?? []
  if let subject = request.subject, values.isEmpty, request.values.isEmpty {
    report.diagnostics = [.nobodyToForget(subject, known: desk.memberIds)]
    return report
  }
  let search = ValueSearch(
    values.map { ValueSearch.Value($0.text, of: $0.kind) }
      + request.values.map { ValueSearch.Value($0, .text) })
  var places = ForgottenPlaces(
    search: search, text: ForgottenText(values.map(\.text) + request.values),
    folder: request.subject.flatMap { folder(of: $0, desk) }, isDryRun: request.isDryRun)
  let settings = input.value.settings
  try places.takeOut(of: [settings.archive, settings.keptPlans].compactMap(\.self), in: source)
  report.files = places.files
  // What a build remembers of its pages beside Output goes too; Output itself the next build makes.
  let output = request.build.output ?? joined(source, settings.output)
  if !request.isDryRun, realPathOfExisting(output) != nil {
    RecordPlace(beside: try OutputPlace(output)).remove()
  }
  if let target = request.target {
    guard realPathOfExisting(target) != nil else { throw MachineFailure("open", target, ENOENT) }
    (report.releases, report.currentRelease) = try ReleaseFolder(target).forget(places)
  }
  report.rows = Set(values.flatMap(\.sources).map(\.row)).map {
    Place(path: $0.path, line: max(1, $0.line))
  }.sorted { ($0.path, $0.line) < ($1.path, $1.line) }
  report.unsearched = search.unsearched.count
  return report
}

/// The name of the folder that is a person's own; nil for a customer.
private func folder(of subject: ForgottenSubject, _ desk: PlanDesk) -> String? {
  guard case .person(let id) = subject else { return nil }
  return desk.folderName(ofMember: id)
}
