import Formula
import Pages
import Rulebook
import SalesMethod

/// What the settings decide about the text of every page.
struct PageRules: Hashable, Sendable {
  /// The units that formulas know.
  let units: Units
  /// The values that formulas of every page know.
  let values: [NamedValue]
  /// The company's own checks, ready to be asked.
  let checks: CompanyChecks
  /// What the workspace decides about the method.
  let method: MethodSettings
  /// Which sheets to write on stand behind a plan.
  let sheets: SheetSettings

  /// What of a workspace's settings reaches its pages.
  init(_ settings: Settings, _ checks: CompanyChecks) {
    units = Units(settings.units)
    values = settings.values
    self.checks = checks
    method = settings.method
    sheets = settings.sheets
  }
}
