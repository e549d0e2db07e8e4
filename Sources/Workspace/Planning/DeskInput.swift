import Book
import Desk
import Diagnostics
import Rulebook
import SalesMethod
import Wording

/// A workspace whose files and tables were read once, with the desk that makes its plans: what `plan`,
/// `explain`, `export` and `build` start from.
struct DeskInput: Sendable {
  /// The settings, and what a site is made from.
  let workspace: WorkspaceInput
  /// What of a site to make, and for which day.
  let request: GenerationRequest
  /// Where plans are made.
  let desk: PlanDesk

  /// Reads the tables of a workspace whose files were read; nil where no day can be told.
  static func read(
    _ request: PlanRequest, from input: Parsed<WorkspaceInput>
  ) throws -> Parsed<DeskInput?> {
    var found = input.diagnostics
    let (settings, sources) = (input.value.settings, input.value.sources)
    var build = BuildRequest(now: request.now)
    build.period = request.period
    guard let generation = build.generation(settings, &found) else { return Parsed(nil, found) }
    let asked = DeskRequest(
      period: generation.period, asOf: generation.asOf, person: request.person,
      earlier: request.earlier)
    let desk = try PlanDesk.read(sources.desk, settings, asked, read: sources.read)
    found += desk.diagnostics
    return Parsed(DeskInput(workspace: input.value, request: generation, desk: desk.value), found)
  }

  /// What is said where there are no tables at all.
  var missingData: [Diagnostic] {
    desk.hasMembers ? [] : [.noPlanData(in: workspace.settings.data)]
  }

  /// The plan of a member, or of the only one; nil, with the reason, where there is none.
  func plan(of person: String?) -> Parsed<RequestedPlan?> {
    let settings = workspace.settings
    let made = desk.memberPlan(person, in: settings.language, for: .holder)
    switch made.value {
    case .failure(let problem):
      return Parsed(nil, made.diagnostics + [diagnostic(of: problem)])
    case .success(let plan):
      return Parsed(
        RequestedPlan(
          planner: plan.planner, plan: plan.plan, classes: plan.classes, checks: plan.checks,
          language: settings.language), made.diagnostics)
    }
  }
}

extension DeskInput {
  /// Why there is no plan, as the command says it.
  func diagnostic(of problem: PlanProblem) -> Diagnostic {
    problem.diagnostic(ofCommandIn: workspace.settings.data)
  }
}

extension PlanProblem {
  /// The problem as the command that met it says it.
  fileprivate func diagnostic(ofCommandIn folder: String) -> Diagnostic {
    switch self {
    case .noData: .noPlanData(in: folder)
    case .unknownMember(let id, let known): .unknownMember(id, known: known)
    case .whichMember(let known): .whichMember(known: known)
    case .noCalendar(let failure, folder: _), .method(let failure):
      .noPlan(because: failure, in: folder)
    case .unknownExample, .notForAudience, .anotherPersonsPlan:
      diagnostic(at: Place(path: folder))
    }
  }
}

extension WorkspaceInput {
  /// Reads the files of the workspace that a plan is asked of.
  static func read(_ request: PlanRequest) throws(MachineFailure) -> Parsed<WorkspaceInput> {
    try read(WorkspaceReader(request.source), in: request.source, log: request.log)
  }
}
