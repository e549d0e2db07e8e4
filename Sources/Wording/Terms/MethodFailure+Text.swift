package import Phrases
package import SalesMethod

extension MethodFailure: Worded {
  /// The failure as one sentence without a full stop.
  package func text(in language: Language) -> String {
    switch self {
    case .overflow:
      language.say(zh: "数值过大，无法精确计算", en: "a number is too large to be computed exactly")
    case .yearWithoutCalendar(let year):
      language.say(
        zh: "没有 \(year) 年的工作日历，请在 calendar 表中补上",
        en: "there is no working calendar for \(year): add it to the calendar table")
    case .provisionalYear(let year):
      language.say(
        zh: "\(year) 年放假安排尚未公布，设置要求只用正式日历",
        en: "the holidays of \(year) are provisional, and the settings ask for official ones")
    case .unknownMember(let id):
      language.say(zh: "没有成员“\(id)”", en: "there is no member “\(id)”")
    case .unknownTeam(let id):
      language.say(zh: "没有团队“\(id)”", en: "there is no team “\(id)”")
    case .funnelTooShort:
      language.say(zh: "漏斗至少要有两个阶段", en: "a funnel needs two stages at least")
    case .nothingToExplain(let name):
      language.say(
        zh: "计划里没有“\(name)”可供解释", en: "the plan has nothing named “\(name)” to explain")
    }
  }
}
