package import Diagnostics
package import Phrases
package import SalesMethod

/// What the head of a page says about it.
package struct FrontMatter: Hashable, Sendable {
  /// The rows a page is written once for.
  package enum Each: String, Hashable, Sendable, CaseIterable {
    case member, team, customer

    /// The table that the rows come from.
    package var table: String {
      switch self {
      case .member: "team"
      case .team: "teams"
      case .customer: "customers"
      }
    }
  }

  /// The days a page is about.
  package enum PagePeriod: Hashable, Sendable {
    case month
    case quarter
    case range(DayRange)
  }

  /// A learning objective and its id.
  package struct Objective: Hashable, Sendable {
    package var id: String
    package var text: String
  }

  /// A word and what it means.
  package struct Term: Hashable, Sendable {
    package var word: String
    package var meaning: String
  }

  package var title: String?
  package var description: String?
  package var date: Day?
  package var isDraft = false
  /// The language by its tag, `zh-Hans` or `en`; nil leaves it to the file's name and the settings.
  package var language: Language?
  package var order: Int?
  package var slug: String?
  package var template: String?
  package var each: Each?
  /// The rows that `each` keeps: a column of the row and the value it must have.
  package var conditions: [Condition] = []
  /// The path of a page with `each`, with `{member}`, `{team}`, `{customer}`, `{month}` in it.
  package var path: String?
  package var period: PagePeriod?
  package var editions: [Edition]?
  package var audiences: [Audience]?
  package var objectives: [Objective] = []
  /// The words that the page explains.
  package var terms: [Term] = []
  /// The time the page takes on the course, in minutes.
  package var minutes: Int?
  /// Whether the page shows its own table of contents; nil leaves it to the template.
  package var showsContents: Bool?

  /// The book that the pages of the folder become, where this is the folder's page.
  package var book: BookHead?

  /// The values that formulas of the page know.
  package var values: [NamedValue] = []
  /// The example whose plan formulas mean by names such as `goal.amount`; nil for the page's own.
  package var data: String?

  /// One condition of `where`.
  package struct Condition: Hashable, Sendable {
    package var column: String
    package var value: String
    package var place: Place
  }

  /// A page without a head.
  package init() {}
}

extension FrontMatter {
  /// The days the page is about, where another period was asked for.
  ///
  ///     // period: quarter
  ///     head.period(asked: may).description  // "2026-Q2"
  package func period(asked: Period) -> Period {
    switch period {
    case .month, nil: asked
    case .quarter:
      Period.quarter((asked.range.start.month + 2) / 3, of: asked.range.start.year) ?? asked
    case .range(let range): Period.custom(range)
    }
  }
}
