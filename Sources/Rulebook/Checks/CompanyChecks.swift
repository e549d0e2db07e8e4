package import Diagnostics
package import Formula
package import Phrases
package import SalesMethod
import Wording

/// The company's own checks, ready to be asked of plans.
package struct CompanyChecks: Hashable, Sendable {
  private let checks: [CompanyCheck]
  private let scope: Scope
  private let method: MethodSettings
  private let units: Units

  /// What a check says of a plan.
  package struct Finding: Hashable, Sendable {
    /// The check's id.
    package let id: String
    /// How much it weighs.
    package let level: CompanyCheck.Level
    /// What it says, in the language asked for.
    package let text: String
    /// Its condition as it is written.
    package let condition: String
    /// Where the condition stands.
    package let place: Place
  }

  /// Checks whose conditions know the names of a scope beside those of the plan.
  package init(
    _ checks: [CompanyCheck], in scope: Scope, _ method: MethodSettings, _ units: Units
  ) {
    self.checks = checks
    self.scope = scope
    self.method = method
    self.units = units
  }

  /// Whether the company has no checks of its own.
  package var isEmpty: Bool { checks.isEmpty }

  /// What the checks say of a plan, in their order; one whose numbers the plan does not have says
  /// nothing, one that cannot be computed is a warning.
  ///
  ///     // checks: [{id: busy, if: plan.hours > 1 小时, say: 太满}]
  ///     CompanyChecks(settings).findings(in: plan, .chinese).value.map(\.id)  // ["busy"]
  package func findings(in plan: MonthlyPlan, _ language: Language) -> Parsed<[Finding]> {
    guard !checks.isEmpty else { return Parsed([]) }
    let known = DataNames.scope(scope, adding: plan, method: method, units)
    var found: [Diagnostic] = []
    let findings = checks.compactMap { check -> Finding? in
      let outcome = evaluate(check.condition, in: known).value.outcome
      if case .failed(let failure) = outcome, !outcome.isMissing {
        found.append(
          .checkFault(failure.fault.message, check.id, member: plan.member.id, at: failure.place))
      }
      guard outcome == .value(.truth(true)) else { return nil }
      return Finding(
        id: check.id, level: check.level, text: check.text(in: language),
        condition: check.conditionText, place: check.place)
    }
    return Parsed(findings, found)
  }
}
