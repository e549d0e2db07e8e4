import Diagnostics
import SalesMethod

/// Why a view has no plan to show.
enum PlanProblem: Error, Hashable, Sendable {
  /// The workspace has no data.
  case noData
  /// There is no such example.
  case unknownExample(String, known: [String])
  /// There is no such member.
  case unknownMember(String, known: [String])
  /// There are several members and the page does not say which.
  case whichMember(known: [String])
  /// The tree's audience may not see it.
  case notForAudience(Audience)
  /// One person's pages may not show another's plan.
  case anotherPersonsPlan
  /// The method cannot compute it.
  case method(MethodFailure)

  /// The problem at the view that met it.
  func diagnostic(at place: Place) -> Diagnostic {
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
    case .notForAudience(let audience):
      Diagnostic(
        id: "view.audience", at: place,
        "this view shows a person's own numbers, which the audience “\(audience.rawValue)” may not see",
        fix: "show an example (data=NAME), or put audience=self on the block or the page")
    case .anotherPersonsPlan:
      Diagnostic(
        id: "view.another-person", at: place, "one person's pages may not show another's plan",
        fix: "remove member=, so that everybody sees their own")
    case .method(let failure):
      Diagnostic(id: "view.method", at: place, failure.text(in: .english))
    }
  }
}
