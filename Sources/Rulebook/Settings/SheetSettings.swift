import Diagnostics
import Phrases
import YAML

/// Which sheets to write on are printed behind a plan.
package struct SheetSettings: Hashable, Sendable {
  /// For which days there is a sheet.
  package enum Days: String, Hashable, Sendable, CaseIterable {
    /// For none.
    case none
    /// For the first working day that is left.
    case first
    /// For the working days left of the first week.
    case week
    /// For every working day that is left.
    case all
  }

  /// For which weeks there is a sheet.
  package enum Weeks: String, Hashable, Sendable, CaseIterable {
    /// For none.
    case none
    /// For the first week with a working day left.
    case first
    /// For every week with a working day left.
    case all
  }

  /// The day sheets.
  package var days = Days.all
  /// The week sheets.
  package var weeks = Weeks.all

  /// A sheet for every day and every week.
  package init() {}

  /// Reads `sheets`.
  ///
  ///     // sheets: { days: week, weeks: none }
  static func read(_ node: YAMLNode?) -> Parsed<SheetSettings> {
    var reader = MappingReader(node, of: Phrase(zh: "sheets 设置", en: "sheets settings"))
    var sheets = SheetSettings()
    sheets.days = reader.choice("days", of: Days.self) ?? sheets.days
    sheets.weeks = reader.choice("weeks", of: Weeks.self) ?? sheets.weeks
    return Parsed(sheets, reader.finish())
  }
}
