import Desk
package import Diagnostics
package import Phrases
package import Rulebook
import SalesData
package import SalesMethod
package import Wording

/// One member's plan for one month, with the planner that can say where its numbers come from.
package struct RequestedPlan: Sendable {
  /// What made the plan.
  package let planner: Planner
  /// The plan.
  package let plan: MonthlyPlan
  /// How its classes stand beside those of the earlier plan that was given, if any.
  package let classes: ClassHistory?
  /// What the company's own checks say of the plan, in the workspace's language; nil where it has
  /// none.
  package let checks: [CompanyChecks.Finding]?
  /// The workspace's language.
  package let language: Language

  /// Reads a workspace's settings and tables and makes the plan; nil where an error in them, or in
  /// what was asked for, stands in the way.
  package static func read(_ request: PlanRequest) throws -> Parsed<RequestedPlan?> {
    try make(request, from: WorkspaceInput.read(request))
  }

  /// Makes the plan from a workspace whose files were read.
  static func make(
    _ request: PlanRequest, from input: Parsed<WorkspaceInput>
  ) throws -> Parsed<RequestedPlan?> {
    let read = try DeskInput.read(request, from: input)
    let found = read.diagnostics + (read.value?.missingData ?? [])
    guard let input = read.value, !found.hasErrors else { return Parsed(nil, found) }
    let plan = input.plan(of: request.person)
    return Parsed(plan.value, found + plan.diagnostics)
  }

  /// Where a class or a number of the plan comes from: a customer by id or by a name that only one
  /// has, a goal by id, or a key of the plan as data.
  ///
  ///     requested.explain("workload.stages.contact").value?.result.english  // "160"
  package func explain(_ what: String) -> Parsed<Explanation?> {
    let isID =
      plan.customers.contains { $0.customer.id == what }
      || plan.goals.contains { $0.goal.id == what }
    let namesakes = plan.customers.filter { $0.customer.name == what }.map(\.customer.id)
    if !isID, namesakes.count > 1 { return Parsed(nil, [.namesakes(what, ids: namesakes)]) }
    if !isID, namesakes.isEmpty, let check = companyCheck(what) { return Parsed(check) }
    do {
      return Parsed(try planner.explain(what, in: plan, classes: classes))
    } catch .nothingToExplain {
      return explainTeamGoal(what)
    } catch {
      return Parsed(nil, [.noPlan(because: error, in: "explain")])
    }
  }

  /// A goal of a team or of the company, which is nobody's alone.
  private func explainTeamGoal(_ what: String) -> Parsed<Explanation?> {
    do {
      let found = try planner.explain(teamGoal: what, beside: plan)
      return found.map { Parsed($0) } ?? Parsed(nil, [refused(what)])
    } catch {
      return Parsed(nil, [.noPlan(because: error, in: "explain")])
    }
  }

  /// Why a check of the company's own speaks: `checks.busy` or `checks.busy.status`.
  private func companyCheck(_ key: String) -> Explanation? {
    guard
      let finding = checks?.first(where: {
        ["checks.\($0.id)", "checks.\($0.id).status"].contains(key)
      })
    else { return nil }
    return Explanation(
      key, Phrase(zh: "公司检查 \(finding.id)", en: "The company’s check \(finding.id)"),
      Phrase(same: finding.condition), word: finding.level.rawValue,
      says: Phrase(same: "\(finding.level.rawValue): \(finding.text)"),
      at: Row(path: finding.place.path, line: finding.place.line))
  }

  private func refused(_ what: String) -> Diagnostic {
    switch what {
    case "classes.migration" where classes == nil,
      "classes.calibration" where classes?.calibration == nil:
      .noEarlierPlan(what, horizonEnd: classes?.horizonEnd)
    default: unknown(what)
    }
  }

  private func unknown(_ what: String) -> Diagnostic {
    let keys = (try? planner.explainableKeys(of: plan, classes: classes)) ?? []
    let names =
      ["classes.migration", "classes.calibration"]
      + ((try? planner.explanations(of: plan, classes: classes)) ?? []).map(\.subject)
      + plan.goals.map(\.goal.id)
      + plan.customers.flatMap { [$0.customer.id, $0.customer.name] }
    // A part of a name is far from the whole by letters, and near by what a person means.
    let wanted = what.lowercased()
    let longer = names.filter { !wanted.isEmpty && $0.lowercased().contains(wanted) }
    var seen: Set<String> = []
    let different = longer.filter { seen.insert($0).inserted }
    let near = different.isEmpty ? nearestName(to: what, in: names) : nil
    return .nothingToExplain(
      what, near: different.count == 1 ? different[0] : near,
      keys: different.isEmpty ? keys : different)
  }
}
