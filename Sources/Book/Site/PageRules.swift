import Formula
import Pages
import Rulebook
import SalesMethod

/// What the settings decide about the text of every page.
struct PageRules: Hashable, Sendable {
  /// The units that formulas know.
  private(set) var units: Units
  /// The values that formulas of every page know.
  private(set) var values: [NamedValue]
  /// The company's own checks, ready to be asked.
  private(set) var checks: CompanyChecks
  /// What the workspace decides about the method.
  private(set) var method: MethodSettings
  /// Which sheets to write on stand behind a plan.
  private(set) var sheets: SheetSettings

  /// What of a workspace's settings reaches its pages.
  init(_ settings: Settings, _ checks: CompanyChecks) {
    units = Units(settings.units)
    values = settings.values
    self.checks = checks
    method = settings.method
    sheets = settings.sheets
  }

  /// What standard settings decide: nothing that a workspace wrote.
  private static let standard = PageRules(Settings(), CompanyChecks(Settings()))

  /// These as far as a page's file can depend on them: all where it shows a plan, what formulas read where
  /// it computes, and nothing for a page of plain text.
  ///
  ///     rules.needed(showsPlan: false, computes: true).values  // the settings' values; `sheets` is standard
  func needed(showsPlan: Bool, computes: Bool) -> PageRules {
    if showsPlan { return self }
    var rules = Self.standard
    guard computes else { return rules }
    (rules.units, rules.values, rules.method) = (units, values, method)
    return rules
  }
}
