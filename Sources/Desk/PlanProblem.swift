package import Diagnostics
package import Pages
package import SalesMethod

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
    case .overflow, .unknownMember, .unknownTeam, .funnelTooShort, .nothingToExplain:
      self = .method(failure)
    }
  }

  /// The problem at the view that met it.
  package func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .noData: .noData(at: place)
    case .unknownExample(let name, let known): .unknownExample(name, known: known, at: place)
    case .unknownMember(let name, let known): .unknownMember(name, known: known, at: place)
    case .whichMember(let known): .whichMember(of: known, at: place)
    case .notForAudience(let audience, .own): .shownToOthers(audience, at: place)
    case .notForAudience(let audience, let meant):
      .teamShown(to: audience, meantFor: meant, at: place)
    case .anotherPersonsPlan: .anotherPersonsPlan(at: place)
    case .noCalendar(let failure, let folder): .noCalendar(failure, in: folder)
    case .method(let failure): .method(failure, at: place)
    }
  }
}
