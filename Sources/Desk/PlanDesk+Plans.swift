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
        return seen(plan(of: member, in: own, period, on: head, for: reader), by: reader)
      }
    }
    guard let example = example(name) else {
      return .failure(.unknownExample(name, known: examples.compactMap(\.name)))
    }
    let own = head.period == nil ? example.firstGoalPeriod ?? request.period : period(of: head)
    return example.member(source.member).flatMap { plan(of: $0, in: example, source.period ?? own) }
  }

  /// A member's plan, made of records in which customers have their names, or codes where the reader sees
  /// those.
  private func plan(
    of member: String, in own: Dataset, _ period: Period, on head: FrontMatter, for reader: Reader
  ) -> Result<MonthlyPlan, PlanProblem> {
    let isCoded = forms(for: reader)[.customer] == .code
    // Pages of customers share their owner's plan, and managers' folders hold the same one again.
    let isShared = head.each == .customer || hasManagers || isCoded
    return plan(of: member, in: own, period, isCoded: isCoded, isShared: isShared)
  }

  /// A member's plan for the period that was asked for, as a reader sees it, who may see it.
  func plan(of member: String, for reader: Reader) -> Result<MonthlyPlan, PlanProblem> {
    guard let own else { return .failure(.noData) }
    if let refusal = reader.refusal(of: .plan(of: subject(member))) { return .failure(refusal) }
    let isCoded = forms(for: reader)[.customer] == .code
    return seen(
      plan(of: member, in: own, request.period, isCoded: isCoded, isShared: false), by: reader)
  }

  private func plan(
    of member: String, in own: Dataset, _ period: Period, isCoded: Bool, isShared: Bool
  ) -> Result<MonthlyPlan, PlanProblem> {
    func make() -> Result<MonthlyPlan, PlanProblem> {
      guard isCoded else { return plan(of: member, in: own, period).map(withMoves) }
      return codedDataset(own).flatMap { coded in
        codedRecords.planner(period) { planner(coded, period, isCoded: true) }
          .flatMap { plan(of: member, by: $0, in: coded) }.map(withMoves)
      }
    }
    guard isShared else { return make() }
    let key = FiguresKey(member: member, period: period)
    return recent.plan(RecentPlans.Key(plan: key, isCoded: isCoded), make)
  }

  /// A plan beside the classes that were kept of the member's customers.
  private func withMoves(_ plan: MonthlyPlan) -> MonthlyPlan {
    var plan = plan
    plan.moves = moves(of: plan)
    return plan
  }

  /// A plan as a reader may see it: names of contacts, telephone numbers, addresses and notes in the forms
  /// that the settings give them.
  private func seen(
    _ plan: Result<MonthlyPlan, PlanProblem>, by reader: Reader
  ) -> Result<MonthlyPlan, PlanProblem> {
    let forms = forms(for: reader)
    return forms == .everything ? plan : plan.map { $0.withForms(forms) }
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
    let forms = fieldForms[.own] ?? .everything
    let plan = forms == .everything ? plan : plan.withForms(forms)
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

extension MonthlyPlan {
  /// The plan with what leads to people at customers, and notes, in these forms.
  fileprivate func withForms(_ forms: FieldForms) -> MonthlyPlan {
    showing { part, text in
      switch part {
      case .contact: shown(text, forms[.contact], Masks.name(text))
      case .phone: shown(text, forms[.phone], Masks.phone(text))
      case .address: shown(text, forms[.address], nil)
      case .note: shown(text, forms[.note], nil)
      }
    }
  }

  private func shown(_ text: String, _ form: FieldForm, _ masked: String?) -> String? {
    switch form {
    case .full: text
    case .masked: masked
    case .code, .none: nil
    }
  }
}
