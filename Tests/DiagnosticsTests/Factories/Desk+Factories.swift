import Diagnostics
import Pages
import Phrases
import SalesMethod

@testable import Desk

extension Factories {
  /// Every diagnostic of `Desk`.
  static let desk: [Diagnostic] =
    ofPeriod + [
      .nobodyToSee(in: "q1"),
      .noCustomersKept(of: 3, in: "q1"),
      .dealsAhead(2, Day(number: 20_000), at: place),
      .ordersAhead(2, Day(number: 20_000), at: place),
      .noEarlierPlanOf("q1", at: place),
      .sharedFiguresOfOtherTables(),
      .noCodeKey(at: place), .unknownTeamOfGroup("q1", known: ["q2"], at: place),
      .noData(at: place),
      .unknownExample("q1", known: ["q2", "q3"], at: place),
      .unknownMember("q1", known: ["q2", "q3"], at: place),
      .whichMember(of: ["q2", "q3"], at: place),
      .shownToOthers(.team, at: place),
      .teamShown(to: .everybody, meantFor: .team, at: place),
      .anotherPersonsPlan(at: place),
      .noCalendar(.yearWithoutCalendar(2031), in: "q1"),
      .noCalendar(.provisionalYear(2031), in: "q1"),
      .method(.overflow, at: place),
      .method(.unknownMember("q1"), at: place),
      .method(.unknownTeam("q1"), at: place),
      .method(.funnelTooShort, at: place),
      .method(.nothingToExplain("q1"), at: place),
    ]

  private static let ofPeriod: [Diagnostic] =
    Period.month(5, of: 2026).map { [.noGoal(for: $0, in: "q1")] } ?? []
}
