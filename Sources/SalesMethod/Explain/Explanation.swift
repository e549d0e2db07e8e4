/// A sentence in both languages.
package struct Phrase: Hashable, Sendable, Worded {
  package let chinese: String
  package let english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The same in both languages: a number, a name.
  package init(same text: String) { self.init(text, text) }

  /// What a value says in each language.
  package init(_ worded: some Worded) {
    self.init(worded.text(in: .chinese), worded.text(in: .english))
  }

  package func text(in language: Language) -> String { language == .chinese ? chinese : english }
}

/// Where a class or a number of a plan comes from.
package struct Explanation: Hashable, Sendable {
  /// A number or a fact that was put in.
  package struct Input: Hashable, Sendable {
    package let name: Phrase
    package let value: Phrase

    init(_ name: Phrase, _ value: Phrase) {
      self.name = name
      self.value = value
    }
  }

  /// What is explained: a customer's or a goal's id, or a key of the plan.
  package let subject: String
  package let title: Phrase
  /// The rule or the formula.
  package let formula: Phrase
  package let inputs: [Input]
  /// What comes out.
  package let result: Phrase
  /// What would change it.
  package let changes: [Phrase]
  /// The rows it came from, in the order of file and line, each once.
  package let rows: [Row]

  init(
    _ subject: String, title: Phrase, formula: Phrase, inputs: [Input], result: Phrase,
    changes: [Phrase] = [], rows: [Row] = []
  ) {
    self.subject = subject
    self.title = title
    self.formula = formula
    self.inputs = inputs
    self.result = result
    self.changes = changes
    self.rows = Set(rows).filter { $0.line > 0 }.sorted {
      ($0.path, $0.line) < ($1.path, $1.line)
    }
  }
}

extension Planner {
  /// Explains a customer (by id, or by a name that only one has), a goal (by id) or a key of the
  /// plan.
  ///
  ///     try planner.explain("workload.stages.contact", in: plan).result.english  // "160"
  package func explain(
    _ what: String, in plan: MonthlyPlan
  ) throws(MethodFailure) -> Explanation {
    if let customer = plan.customers.first(where: { $0.customer.id == what }) {
      return explain(customer, in: plan)
    }
    if let goal = plan.goals.first(where: { $0.goal.id == what }) { return explain(goal) }
    let named = plan.customers.filter { $0.customer.name == what }
    if named.count == 1 { return explain(named[0], in: plan) }
    if let explanation = try explain(key: what, in: plan) { return explanation }
    throw .nothingToExplain(what)
  }

  /// The keys of a plan that can be explained, in the order of the plan.
  package func explainableKeys(of plan: MonthlyPlan) throws(MethodFailure) -> [String] {
    var keys = ["period.workdays"]
    keys += plan.stages.dropLast().map { "funnel.rates.\($0)" }
    keys += ["factors.conversion", "factors.dealSize", "factors.repeat", "streams.gap"]
    keys += plan.stages.map { "workload.stages.\($0)" }
    keys += [
      "workload.hours", "workload.largestFeasibleTarget", "forecast.probability", "lag",
      "pareto.top20", "attention.mismatch", "variance",
    ]
    var known: [String] = []
    for key in keys where try explain(key: key, in: plan) != nil { known.append(key) }
    return known
  }

  private func explain(_ goal: PlannedGoal) -> Explanation {
    Explanation(
      goal.goal.id, title: Phrase("目标 \(goal.goal.id) 的检查", "The checks of goal \(goal.goal.id)"),
      formula: Phrase(
        "SMART+C：每项检查单独给出结论，不合成总分", "SMART+C: every check on its own, no total score"),
      inputs: goal.checks.map { check in
        Explanation.Input(
          Phrase(same: "\(check.id.rawValue) \(check.status.rawValue)"), Phrase(check.finding))
      },
      result: Phrase(
        "\(goal.checks.count { $0.status == .pass }) 项通过，\(goal.checks.count { $0.status == .fail }) 项不通过",
        "\(goal.checks.count { $0.status == .pass }) pass, "
          + "\(goal.checks.count { $0.status == .fail }) fail"), rows: [goal.goal.row])
  }
}
