package import Book
package import Diagnostics
import Export
import Phrases
import Rulebook
import SalesMethod
import Tables
import Wording

/// What to put into a workbook, and where.
package struct WorkbookRequest: Sendable {
  /// Whose plan, and for which month.
  package var plan: PlanRequest
  /// Which pages' calculations; nil for none.
  package var pages: PageChoice?
  /// Whether a workbook that is not ours, or was changed since, is replaced.
  package var force = false

  /// Asks for a plan alone.
  package init(plan: PlanRequest) { self.plan = plan }
}

/// What came of an export.
package struct ExportReport: Sendable {
  /// Everything that was found.
  package var diagnostics: [Diagnostic] = []
  /// The files written, as they were named; empty where an error stood in the way.
  package var written: [String] = []
  /// The files that were there already with the very same bytes.
  package var unchanged: [String] = []
  /// What the workbook or the folder holds: the names of the sheets or tables.
  package var parts: [String] = []
  /// Whether the machine lacks the program that would have made the files.
  package var lacksProgram = false

  /// A report of nothing yet.
  package init() {}
}

/// Writes a member's plan, and what pages compute, as a workbook.
///
/// A plan is left out where only pages are asked for and the workspace does not say whose it is.
/// Nothing is written where anything is an error; a file that is there is replaced in one step.
/// Throws what the machine fails at.
package func exportWorkbook(_ request: WorkbookRequest, to path: String) async throws
  -> ExportReport
{
  var report = ExportReport()
  let read = try DeskInput.read(request.plan, from: WorkspaceInput.read(request.plan))
  report.diagnostics += read.diagnostics
  guard let input = read.value else { return report }
  var workbook = Workbook(sheets: [])
  if request.wantsPlan, !report.diagnostics.hasErrors {
    let read = input.plan(of: request.plan.person)
    report.diagnostics += read.diagnostics
    if let requested = read.value {
      report.diagnostics += missing(from: requested, in: input.workspace.settings)
      workbook = .plan(
        requested.plan, method: requested.planner.settings, in: requested.language)
    }
  }
  if let pages = request.pages {
    let made = try await calculations(pages, input)
    report.diagnostics += made.diagnostics
    report.diagnostics += workbook.add(made.value)
    if workbook.title.isEmpty { workbook.title = input.workspace.settings.title }
  }
  report.diagnostics = report.diagnostics.withoutRepeats()
  guard !report.diagnostics.hasErrors else { return report }
  let place = try ExportPlace(path)
  let bytes = try place.bytes(of: workbook)
  report.parts = workbook.sheetNames
  try place.put(bytes, force: request.force, ours: isUntouchedWorkbook, &report)
  return report
}

extension WorkbookRequest {
  /// Whether the workbook holds a plan: where pages alone are named, nobody's plan is meant.
  fileprivate var wantsPlan: Bool { pages == nil || plan.person != nil || plan.period != nil }
}

/// Whether a file is a workbook of ours that no other program has saved since.
private func isUntouchedWorkbook(_ bytes: [UInt8]) -> Bool {
  guard let origin = WorkbookOrigin(of: SourceFile(path: "", bytes: bytes)) else { return false }
  return origin.creator == Workbook.author && origin.lastModifiedBy == Workbook.author
    && origin.created == origin.modified
}

private func calculations(
  _ choice: PageChoice, _ input: DeskInput
) async throws -> Parsed<[CalculatedPage]> {
  let site = try await BookSite.read(input.workspace.sources, at: input.desk, input.request)
  guard let book = site.value, !site.diagnostics.hasErrors else {
    return Parsed([], site.diagnostics)
  }
  let pages = try book.calculatedPages(choice)
  return Parsed(pages.value, site.diagnostics + pages.diagnostics)
}

/// Says what the month lacks: without a target, or without rates and factors, there is nothing to work back
/// from; without goals and customers there is nothing at all.
private func missing(from requested: RequestedPlan, in settings: Settings) -> [Diagnostic] {
  let plan = requested.plan
  guard plan.workload == nil else { return [] }
  let reasons = plan.notes.filter(\.keepsFromWorkload).map { Phrase($0) }
  return plan.customers.isEmpty && plan.goals.isEmpty
    ? [.nothingPlanned(plan.period, in: settings.data)]
    : [.noWorkload(plan.period, because: reasons, in: settings.data)]
}

extension PlanNote {
  /// Whether it says why there is no workload.
  fileprivate var keepsFromWorkload: Bool {
    switch self {
    case .noAmountGoal, .goalMissing, .noRate, .noFactors: true
    case .missingTable(_, without: let part):
      part == .goal
    default: false
    }
  }
}

extension [Diagnostic] {
  /// The diagnostics in their order, each once.
  func withoutRepeats() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
