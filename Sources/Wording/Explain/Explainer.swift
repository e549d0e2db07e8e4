import Phrases
package import SalesMethod

/// Says where the numbers of one plan come from, key by key.
///
/// Every key stands in one list and is looked up whole: what is not in the list is not explained.
struct Explainer {
  let planner: Planner
  let plan: MonthlyPlan
  /// An earlier plan's classes beside these, where one was given.
  var history: ClassHistory?

  /// The rows that the plan's numbers were computed from.
  var sources: PlanSources { PlanSources(planner, plan) }

  /// What a key begins with, in the order of the plan.
  private enum Group: String, CaseIterable {
    case asOf, period, verdict, goals, outlook, deals, chances, customers, funnel, factors, workload
    case layout, pareto, attention, variance, pastForecast, classes, notes
  }

  private func explanations(_ group: Group) throws(MethodFailure) -> [Explanation] {
    switch group {
    case .asOf: [asOf]
    case .period: period
    case .verdict: verdict
    case .goals: try goals()
    case .outlook: outlook()
    case .deals: deals
    case .chances: chances
    case .customers: customers
    case .funnel: funnel
    case .factors: try factors()
    case .workload: try workload()
    case .layout: layout
    case .pareto: pareto
    case .attention: attention
    case .variance: variance
    case .pastForecast: pastForecast
    case .classes: classes
    case .notes: notes
    }
  }

  /// The explanation of a key; nil where the plan has no such key.
  func explanation(of key: String) throws(MethodFailure) -> Explanation? {
    guard let group = Group(rawValue: String(key.prefix { $0 != "." })) else { return nil }
    guard group == .customers else {
      let all = try explanations(group)
      return all.first { $0.subject == key } ?? Explanation(all, below: key)
    }
    let named = plan.customers.filter { planned in
      key == "customers.\(planned.customer.id)"
        || key.hasPrefix("customers.\(planned.customer.id).")
    }
    let all = named.flatMap { customer($0, as: $0.customer.id) }
    return all.first { $0.subject == key } ?? Explanation(all, below: key)
  }

  /// Every explanation, in the order of the plan.
  func all() throws(MethodFailure) -> [Explanation] {
    var all: [Explanation] = []
    for group in Group.allCases { all += try explanations(group) }
    return all
  }

  /// The keys as a person looks them up: of goals, customers and days one stands for all.
  func patterns() throws(MethodFailure) -> [String] {
    var keys: [String] = []
    for group in Group.allCases {
      switch group {
      case .goals:
        for goal in plan.goals.prefix(1) {
          let parts = try self.goal(goal, as: "ID").map(\.subject)
          keys += parts.filter { !$0.contains(".checks.") } + ["goals.ID.checks.A3"]
        }
      case .customers:
        keys += plan.customers.prefix(1).flatMap { customer($0, as: "ID").map(\.subject) }
      case .layout:
        keys += ["layout"]
        let first = plan.workedDays.prefix(1).flatMap { day($0, as: "DATE").map(\.subject) }
        keys += first.filter { !$0.contains(".visits.") }
      case .outlook: keys += outlookPatterns
      case .deals: keys += dealPatterns
      default: keys += try explanations(group).map(\.subject)
      }
    }
    return keys
  }
}

extension Explanation {
  /// Everything that is explained below a key, line by line; nil where nothing is.
  fileprivate init?(_ all: [Explanation], below key: String) {
    let inside = all.filter { $0.subject.hasPrefix(key + ".") }
    guard !inside.isEmpty else { return nil }
    self.init(
      group: key, Phrase(zh: "\(key) 之下的数", en: "The numbers below \(key)"),
      Phrase(
        zh: "每一行也可以单独询问", en: "each line can be asked for by itself"),
      inside.map {
        Input(
          Phrase(zh: "\($0.subject) \($0.title)", en: "\($0.subject) \($0.title)"), $0.result)
      }, result: Phrase(zh: "\(inside.count) 个数", en: "\(count: inside.count, "number", "numbers")")
    )
  }
}

extension Planner {
  /// Explains a customer (by id, or by a name that only one has), a goal (by id) or a key of the
  /// plan as data: members are joined by dots, and what stands in a list is named by its id, its
  /// stage or its day.
  ///
  ///     try planner.explain("workload.stages.contact.mean", in: plan).result.english  // "160"
  ///     try planner.explain("customers.c1.class", in: plan).result.english  // "B"
  package func explain(
    _ what: String, in plan: MonthlyPlan, classes: ClassHistory? = nil
  ) throws(MethodFailure) -> Explanation {
    let explainer = Explainer(planner: self, plan: plan, history: classes)
    if let customer = plan.customers.first(where: { $0.customer.id == what }) {
      return explainer.whyClass(customer)
    }
    if let goal = plan.goals.first(where: { $0.goal.id == what }) {
      return explainer.whole(goal, as: goal.goal.id)
    }
    let named = plan.customers.filter { $0.customer.name == what }
    if named.count == 1 { return explainer.whyClass(named[0]) }
    if let explanation = try explainer.explanation(of: what) { return explanation }
    if let moved = Explanation(retired: what) { return moved }
    throw .nothingToExplain(what)
  }

  /// Everything that can be explained of a plan, in the order of the plan as data.
  package func explanations(
    of plan: MonthlyPlan, classes: ClassHistory? = nil
  ) throws(MethodFailure) -> [Explanation] {
    try Explainer(planner: self, plan: plan, history: classes).all()
  }

  /// The keys that can be explained, `ID`, `KEY` and `DATE` standing for any goal,
  /// customer, deal or day.
  package func explainableKeys(
    of plan: MonthlyPlan, classes: ClassHistory? = nil
  ) throws(MethodFailure) -> [String] {
    try Explainer(planner: self, plan: plan, history: classes).patterns()
  }
}
