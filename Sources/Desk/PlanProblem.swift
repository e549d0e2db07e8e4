package import Diagnostics
package import Pages
import Phrases
package import SalesMethod
import Wording

/// Why a view has no plan to show.
package enum PlanProblem: Error, Hashable, Sendable {
  /// The workspace has no data.
  case noData
  /// There is no such example.
  case unknownExample(String, known: [String])
  /// There is no such member.
  case unknownMember(String, known: [String])
  /// There are several members and the page does not say which.
  case whichMember(known: [String])
  /// The tree's audience may not see what is for another.
  case notForAudience(Audience, meantFor: Audience)
  /// One person's pages may not show another's plan.
  case anotherPersonsPlan
  /// The data in this folder has no calendar of the year.
  case noCalendar(MethodFailure, folder: String)
  /// The method cannot compute it.
  case method(MethodFailure)

  /// Why a dataset has no plan; a missing calendar is the dataset's, whichever view met it.
  init(_ failure: MethodFailure, in dataset: Dataset) {
    switch failure {
    case .yearWithoutCalendar, .provisionalYear:
      self = .noCalendar(failure, folder: dataset.folder)
    default: self = .method(failure)
    }
  }

  /// The problem at the view that met it.
  package func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .noData:
      Diagnostic(
        id: "view.no-data", at: place, "there is no data for this view",
        fix: "put tables into the data folder, or name an example: data=NAME")
    case .unknownExample(let name, let known):
      Diagnostic(
        id: "view.unknown-example", at: place, "there is no example “\(name)”",
        expected: "a folder below examples in the data folder",
        fix: suggestion(for: name, among: known))
    case .unknownMember(let name, let known):
      Diagnostic(
        id: "view.unknown-member", at: place, "there is no member “\(name)”",
        fix: suggestion(for: name, among: known))
    case .whichMember(let known):
      Diagnostic(
        id: "view.which-member", at: place, "the data has several members: whose plan is meant?",
        expected: "member=ID, or each: member at the head of the page",
        fix: "known: " + known.prefix(12).joined(separator: ", "))
    case .notForAudience(let audience, .own):
      Diagnostic(
        id: "view.audience", at: place,
        "this shows a person's own customers or numbers, which the audience “\(audience.rawValue)” may not see",
        fix: "show an example (data=NAME), or put audience=self on the block or the page")
    case .notForAudience(let audience, let meant):
      Diagnostic(
        id: "view.audience", at: place,
        "this shows who is in the teams, which the audience “\(audience.rawValue)” may not see",
        fix: "put audience=\(meant.rawValue) on the block or the page")
    case .anotherPersonsPlan:
      Diagnostic(
        id: "view.another-person", at: place, "one person's pages may not show another's plan",
        fix: "remove member=, so that everybody sees their own")
    case .noCalendar(let failure, let folder):
      Diagnostic(
        id: "view.no-calendar", at: Place(path: folder), failure.text(in: .english),
        expected: "a table “calendar” with the columns date and kind",
        fix: "add its days to the table, or plan a month of another year (--month, period:)")
    case .method(let failure):
      Diagnostic(id: "view.method", at: place, failure.text(in: .english))
    }
  }
}
