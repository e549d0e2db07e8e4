package import Diagnostics
package import Pages
package import Phrases
package import Rulebook
package import SalesMethod

extension PlanDesk {
  /// The plan that a view of a page asks for, or why its reader has none.
  ///
  /// `member` is the member whose page it is, where it is one's. An example is about its first goal's days
  /// where the page names none.
  ///
  ///     desk.plan(.own, of: "lin", on: head, for: reader)
  package func plan(
    _ source: ViewSource, of member: String?, on head: FrontMatter, for reader: Reader
  ) -> Result<MonthlyPlan, PlanProblem> {
    guard let name = source.data else {
      guard let own else { return .failure(.noData) }
      if let refusal = reader.refusal(of: .numbers) { return .failure(refusal) }
      if let named = source.member, let refusal = reader.refusal(of: .plan(of: subject(named))) {
        return .failure(refusal)
      }
      let period = source.period ?? period(of: head)
      return own.member(source.member ?? member).flatMap { member in
        if let refusal = reader.refusal(of: .plan(of: subject(member))) { return .failure(refusal) }
        // Pages of customers share their owner's plan, and managers' folders hold the same one again.
        guard head.each == .customer || hasManagers else {
          return seen(plan(of: member, in: own, period), of: member, by: reader)
        }
        return seen(
          recent.plan(FiguresKey(member: member, period: period)) {
            plan(of: member, in: own, period)
          }, of: member, by: reader)
      }
    }
    guard let example = example(name) else {
      return .failure(.unknownExample(name, known: examples.compactMap(\.name)))
    }
    let own = head.period == nil ? example.firstGoalPeriod ?? request.period : period(of: head)
    return example.member(source.member).flatMap { plan(of: $0, in: example, source.period ?? own) }
  }

  /// A plan as a reader may see it: with telephone numbers and addresses only for those to whom the
  /// settings show them.
  private func seen(
    _ plan: Result<MonthlyPlan, PlanProblem>, of member: String, by reader: Reader
  ) -> Result<MonthlyPlan, PlanProblem> {
    let asked = Reader.Matter.contactDetails(
      of: subject(member), shownTo: contactDetailsShownTo)
    return reader.refusal(of: asked) == nil ? plan : plan.map { $0.withoutContactDetails() }
  }

  private func plan(
    of member: String, in dataset: Dataset, _ period: Period
  ) -> Result<MonthlyPlan, PlanProblem> {
    planner(dataset, period).flatMap { plan(of: member, by: $0, in: dataset) }
  }

  /// The products of the data whose plan a reader may see; none for others.
  package func products(_ source: ViewSource, for reader: Reader) -> [Product] {
    if let name = source.data { return example(name)?.index.records.products ?? [] }
    return reader.refusal(of: .numbers) == nil ? own?.index.records.products ?? [] : []
  }

  func example(_ name: String) -> Dataset? { examples.first { $0.name == name } }

  /// The plan of one member for the period that was asked for, with the planner that can say where its
  /// numbers come from; without an id the only member's.
  ///
  /// Its diagnostics are what was wrong with asking the company's checks.
  ///
  ///     try desk.memberPlan("lin", in: .chinese, for: .holder).value.get().plan.customers.count  // 12
  package func memberPlan(
    _ member: String?, in language: Language, for reader: Reader
  ) -> Parsed<Result<MemberPlan, PlanProblem>> {
    guard let own else { return Parsed(.failure(.noData)) }
    switch (own.member(member), planner(own, request.period)) {
    case (.failure(let problem), _), (_, .failure(let problem)): return Parsed(.failure(problem))
    case (.success(let member), .success(let planner)):
      if let refusal = reader.refusal(of: .plan(of: subject(member))) {
        return Parsed(.failure(refusal))
      }
      switch plan(of: member, by: planner, in: own) {
      case .failure(let problem): return Parsed(.failure(problem))
      case .success(let plan): return checked(plan, by: planner, in: language)
      }
    }
  }

  private func checked(
    _ plan: MonthlyPlan, by planner: Planner, in language: Language
  ) -> Parsed<Result<MemberPlan, PlanProblem>> {
    // Whoever holds the tables stands in the owner's place.
    let plan = contactDetailsShownTo.contains(.own) ? plan : plan.withoutContactDetails()
    let findings = checks.findings(in: plan, language)
    let classes = latest.map { planner.classHistory(of: $0, beside: plan) }
    let made = MemberPlan(
      planner: planner, plan: plan, classes: classes, checks: checks.isEmpty ? nil : findings.value)
    return Parsed(.success(made), findings.diagnostics)
  }
}

/// One member's plan as a command asks for it.
package struct MemberPlan: Sendable {
  /// What made the plan.
  package let planner: Planner
  /// The plan.
  package let plan: MonthlyPlan
  /// How its classes stand beside those of the latest kept plan, if any.
  package let classes: ClassHistory?
  /// What the company's own checks say of the plan; nil where it has none.
  package let checks: [CompanyChecks.Finding]?
}
