import Pages
import SalesMethod

/// What a page says of the pages beside it, where its blocks ask for it.
struct CourseAround: Hashable, Sendable {
  /// The pages with minutes of class, in order.
  var sessions: [CourseSession] = []
  /// The words that the pages explain, in the order of pages and heads.
  var terms: [CourseTerm] = []
  /// The pages of the folder but the page itself, in order.
  var pages: [CoursePage] = []
  /// Who takes part, for whoever teaches.
  var participants: [Participant] = []
  /// The day of the course, where it is known.
  var courseDay: Day?
  /// The places that the pages name for the index, in the order of pages.
  var entries: [CourseEntry] = []
}

/// A page with minutes of class, as the agenda of its folder names it.
struct CourseSession: Hashable, Sendable {
  /// The name of its file without folder, language and ending: `part-3`.
  let name: String
  let title: String
  let description: String?
  let minutes: Int
  /// The way there from the page with the agenda; nil for that page itself.
  let href: String?

  /// Whether it is the page with the agenda.
  var isOwn: Bool { href == nil }
}

/// A word that a page explains.
struct CourseTerm: Hashable, Sendable {
  let word: String
  let meaning: String
  /// The title of the page.
  let page: String
  /// The way there; nil for the page itself.
  let href: String?
}

/// A place that a page of the folder names for the index.
struct CourseEntry: Hashable, Sendable {
  let word: String
  /// What the word is sorted by; the word itself where that is nil.
  let order: String?
  /// The title of the page.
  let page: String
  /// The way to the place.
  let href: String
}

/// A page of the folder.
struct CoursePage: Hashable, Sendable {
  let title: String
  let href: String
  let description: String?
  let minutes: Int?
}
