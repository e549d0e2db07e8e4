package import Phrases
package import SalesMethod

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
