package import Book
package import Diagnostics
package import Phrases
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
    let input = try WorkspaceInput.read(
      WorkspaceReader(request.source), in: request.source)
    let (settings, sources) = (input.value.settings, input.value.sources)
    var found = input.diagnostics
    found += readSettings(sources.settings, templates: sources.templates).diagnostics
    var build = BuildRequest(now: request.now)
    build.period = request.period
    let generation = build.generation(settings, &found)
    if sources.data.isEmpty, settings.dataSettings.queries.isEmpty {
      found.append(.noPlanData(in: settings.data))
    }
    let data = loadRecords(
      files: sources.data, tables: sources.tables, settings: settings.dataSettings)
    found += data.diagnostics
    guard let generation, !found.hasErrors else { return Parsed(nil, found) }

    let index = RecordIndex(data.value.records)
    let person = chosenMember(request.person, among: index.members.map(\.id))
    guard let member = person.value else { return Parsed(nil, found + person.diagnostics) }
    let kept = try keptPlans(request, sources, index, settings.method, of: member, generation.asOf)
    found += kept.diagnostics
    guard !found.hasErrors else { return Parsed(nil, found) }
    do {
      let planner = try Planner(
        index, settings: settings.method, period: generation.period, now: generation.asOf,
        calibration: kept.value.calibration)
      let plan = try planner.plan(for: member)
      let company = CompanyChecks(settings)
      let checks = company.findings(in: plan, settings.language)
      found += checks.diagnostics
      let classes = kept.value.latest.map { planner.classHistory(of: $0, beside: plan) }
      return Parsed(
        RequestedPlan(
          planner: planner, plan: plan, classes: classes,
          checks: company.isEmpty ? nil : checks.value, language: settings.language), found)
    } catch {
      return Parsed(nil, found + [.noPlan(because: error, in: settings.data)])
    }
  }

  /// The plans of the workspace's folder and those of the request.
  private static func keptPlans(
    _ request: PlanRequest, _ sources: SiteSources, _ index: RecordIndex,
    _ settings: MethodSettings, of member: String, _ today: Day
  ) throws -> Parsed<KeptPlans> {
    var kept = KeptPlans(index, near: settings.man.near, today: today, latestOf: member)
    var given = kept
    var found = try kept.add(sources.keptPlans, read: sources.read)
    for file in request.earlier {
      let plan = readKeptPlan(file)
      found += plan.diagnostics
      guard let plan = plan.value else { continue }
      kept.add(plan)
      given.add(plan)
    }
    if let first = request.earlier.first, given.latest == nil, !found.hasErrors {
      found.append(.noEarlierPlanOf(member, at: Place(path: first.path)))
    }
    return Parsed(kept, found)
  }

  private static func chosenMember(_ person: String?, among known: [String]) -> Parsed<String?> {
    if let person {
      return known.contains(person)
        ? Parsed(person) : Parsed(nil, [.unknownMember(person, known: known)])
    }
    return known.count == 1 ? Parsed(known[0]) : Parsed(nil, [.whichMember(known: known)])
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
    return .nothingToExplain(what, near: nearestName(to: what, in: names), keys: keys)
  }
}
