package import Phrases

/// Why a plan cannot be computed at all.
///
/// Data that is merely missing is no failure: the plan says so in its notes.
package enum MethodFailure: Error, Hashable, Sendable {
  /// A number grew beyond what whole arithmetic holds.
  case overflow
  /// Neither the built-in calendar nor the workspace's `calendar` table knows this year.
  case yearWithoutCalendar(Int)
  /// The year's holidays are not announced yet, and the settings ask for official ones only.
  case provisionalYear(Int)
  /// There is no member of this id.
  case unknownMember(String)
  /// There is no team of this id.
  case unknownTeam(String)
  /// The settings name no stage, or one only: there is nothing to convert.
  case funnelTooShort
  /// There is nothing in the plan by this name.
  case nothingToExplain(String)
}

extension MethodFailure: Worded {
  /// The failure as one sentence without a full stop.
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.overflow, .chinese): "数值过大，无法精确计算"
    case (.overflow, .english): "a number is too large to be computed exactly"
    case (.yearWithoutCalendar(let year), .chinese): "没有 \(year) 年的工作日历，请在 calendar 表中补上"
    case (.yearWithoutCalendar(let year), .english):
      "there is no working calendar for \(year): add it to the calendar table"
    case (.provisionalYear(let year), .chinese): "\(year) 年放假安排尚未公布，设置要求只用正式日历"
    case (.provisionalYear(let year), .english):
      "the holidays of \(year) are provisional, and the settings ask for official ones"
    case (.unknownMember(let id), .chinese): "没有成员“\(id)”"
    case (.unknownMember(let id), .english): "there is no member “\(id)”"
    case (.unknownTeam(let id), .chinese): "没有团队“\(id)”"
    case (.unknownTeam(let id), .english): "there is no team “\(id)”"
    case (.funnelTooShort, .chinese): "漏斗至少要有两个阶段"
    case (.funnelTooShort, .english): "a funnel needs two stages at least"
    case (.nothingToExplain(let name), .chinese): "计划里没有“\(name)”可供解释"
    case (.nothingToExplain(let name), .english): "the plan has nothing named “\(name)” to explain"
    }
  }
}
