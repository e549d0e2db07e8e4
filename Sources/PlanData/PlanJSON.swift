package import OrderedJSON
package import Phrases
package import Rulebook
package import SalesMethod
import Wording

/// A plan as data: everything a plan shows, under keys that other tools rely on.
///
/// Amounts are numbers in the currency with at most two decimals, shares and probabilities with at
/// most six, rounded half away from zero; what suffices only as it is, upward. What the plan does not
/// have is absent, and `notes` says why. Sentences are in the language asked for, notes in both.
///
///     planJSON(plan, in: .chinese).text()  // {"schema":"salesbook.plan/2","person":"zhang",…}
package func planJSON(
  _ plan: MonthlyPlan, in language: Language, classes: ClassHistory? = nil,
  checks: [CompanyChecks.Finding]? = nil
) -> JSON {
  PlanJSON(plan: plan, language: language, classes: classes, checks: checks).document
}

/// The parts of the document, in its order; each part's own file extends this.
struct PlanJSON {
  let plan: MonthlyPlan
  let language: Language
  /// An earlier plan's classes beside these, where one was given.
  let classes: ClassHistory?
  /// What the company's own checks say; nil where it has none.
  let checks: [CompanyChecks.Finding]?

  var document: JSON {
    .object([
      ("schema", "salesbook.plan/2"),
      ("person", .string(plan.member.id)),
      ("team", plan.team.map { .string($0.id) }),
      ("asOf", .string(plan.asOf.description)),
      ("currency", .string(plan.currency)),
      ("period", period),
      ("verdict", verdict),
      ("goals", .array(plan.goals.map(goal))),
      ("outlook", outlook),
      ("deals", deals),
      ("chances", .array(plan.chances.map(chance))),
      ("customers", .array(plan.customers.map(customer))),
      ("funnel", funnel),
      ("factors", factors),
      ("workload", workload),
      ("layout", layout),
      ("pareto", pareto),
      ("attention", attention),
      ("variance", variance),
      ("pastForecast", pastForecast),
      ("classes", classes.map(classHistory)),
      ("checks", checks.map { .array($0.map(companyCheck)) }),
      ("notes", .array(plan.notes.map(note))),
    ])
  }

  private var period: JSON {
    .object([
      ("start", .string(plan.period.range.start.description)),
      ("end", .string(plan.period.range.end.description)),
      ("workdays", .integer(plan.calendar.workdays)),
      ("remainingWorkdays", .integer(plan.calendar.remainingWorkdays)),
      ("calendar", .string(plan.calendar.status.rawValue)),
    ])
  }

  private func goal(_ planned: PlannedGoal) -> JSON {
    let goal = planned.goal
    return .object([
      ("id", .string(goal.id)),
      ("dimension", .string(goal.dimension.rawValue)),
      ("metric", .string(goal.metric.rawValue)),
      ("target", money(Money(hundredths: goal.targetHundredths))),
      ("actual", planned.actualHundredths.map { money(Money(hundredths: $0)) }),
      ("unit", goal.unit.map { .string($0) }),
      ("start", .string(goal.start.description)),
      ("end", .string(goal.end.description)),
      ("checks", .array(planned.checks.map(check))),
    ])
  }

  private func check(_ check: GoalCheck) -> JSON {
    .object([
      ("id", .string(check.id.rawValue)),
      ("letter", .string(check.id.letter)),
      ("status", .string(check.status.rawValue)),
      ("message", .string(check.finding.text(in: language))),
      ("values", .object(check.values.map { ($0.name, number($0.number)) })),
    ])
  }

  private func companyCheck(_ finding: CompanyChecks.Finding) -> JSON {
    .object([
      ("id", .string(finding.id)), ("status", .string(finding.level.rawValue)),
      ("message", .string(finding.text)),
    ])
  }

  private var hasStatement: Bool { plan.pareto?.hasStatement ?? false }

  private func customer(_ planned: PlannedCustomer) -> JSON {
    let classification = planned.classification
    let states = classification.readings.all.map { reading in
      (reading.letter.rawValue, JSON?.some(.string(reading.state.rawValue)))
    }
    return .object([
      ("id", .string(planned.customer.id)),
      ("name", .string(planned.customer.name)),
      ("class", .string(classification.customerClass.rawValue)),
      ("base", .string(classification.base.rawValue)),
      ("potential", .string(classification.potential.rawValue)),
      ("state", .object(states)),
      ("missing", .array(classification.missing.map { .string($0.rawValue) })),
      ("closeDate", planned.customer.closeDate.map { .string($0.description) }),
      ("reason", .string(classification.reason.text(in: language))),
      ("next", .string(planned.nextStep.text(in: language))),
      ("expectedValue", money(planned.expectedValue.amount)),
      ("value", money(planned.expectedValue.value)),
      ("valueSource", .string(planned.expectedValue.valueSource.rawValue)),
      (
        "valueTier",
        planned.valueTier.map { tier in
          .object([
            ("rank", .integer(tier.rank)), ("share", number(tier.share)),
            ("inTop20", hasStatement ? .bool(tier.isInTop20) : nil),
            ("tied", hasStatement ? .bool(tier.isTied) : nil),
          ])
        }
      ),
    ])
  }
}
