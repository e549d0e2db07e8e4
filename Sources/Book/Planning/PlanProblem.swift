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
    case .method(let failure):
      Diagnostic(id: "view.method", at: place, failure.text(in: .english))
    }
  }
}
