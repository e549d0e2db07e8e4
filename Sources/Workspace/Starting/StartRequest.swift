package import Phrases
package import SalesMethod

/// What a workspace is to begin with.
package struct StartRequest {
  /// What a workspace is for.
  package enum Kind: String, Sendable, CaseIterable {
    case course
    case plan
    case team
  }

  /// What it is for.
  package var kind: Kind
  /// The language it begins in.
  package var language: Language
  /// The day it begins.
  package var today: Day
  /// The folder whose files it begins with; nil for those in its own folder.
  package var from: String?
  /// What is planned first; nil: this month, or the next where this one is nearly over.
  package var period: Period?
  /// Whose plan it is; nil: found out or asked.
  package var person: String?
  /// The target of that plan, in whole units of money; nil: asked or worked out.
  package var target: Int?
  /// Whether it begins with a workbook to fill in.
  package var isExcel = false
  /// Who can be asked; nil: nobody.
  package var asker: Asker?

  /// Makes a request.
  package init(kind: Kind, language: Language, today: Day) {
    self.kind = kind
    self.language = language
    self.today = today
  }

  /// The last day of a month on which that month is still planned.
  private static let lastDayOfPlanning = 20

  /// What is planned first.
  var plannedPeriod: Period {
    if let period { return period }
    let first = today.adding(days: 1 - today.dayOfMonth)
    let length = Day.length(ofMonth: today.month, year: today.year)
    let month = today.dayOfMonth > Self.lastDayOfPlanning ? first.adding(days: length) : first
    return Period.month(month.month, of: month.year) ?? .custom(DayRange(only: today))
  }
}
