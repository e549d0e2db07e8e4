import Diagnostics
import Pages
import Phrases
import SalesMethod
import Wording

/// Why a view has no plan to show.
extension Diagnostic {
  static func noData(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "view.no-data", at: place, Phrase(zh: "没有数据可以显示", en: "there is no data for this view"),
      fix: Phrase(
        zh: "把表放进数据文件夹，或指明一个例子：data=名称",
        en: "put tables into the data folder, or name an example: data=NAME"))
  }

  static func unknownExample(_ name: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "view.unknown-example", at: place,
      Phrase(zh: "没有“\(name)”这个例子", en: "there is no example “\(name)”"),
      expected: Phrase(
        zh: "数据文件夹的 examples 下面的文件夹", en: "a folder below examples in the data folder"),
      fix: suggestion(for: name, among: known))
  }

  static func unknownMember(_ name: String, known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "view.unknown-member", at: place,
      Phrase(zh: "没有成员“\(name)”", en: "there is no member “\(name)”"),
      fix: suggestion(for: name, among: known))
  }

  static func whichMember(of known: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "view.which-member", at: place,
      Phrase(zh: "数据里有好几位成员：要谁的计划？", en: "the data has several members: whose plan is wanted?"),
      expected: Phrase(
        zh: "member=ID，或在页首写 each: member",
        en: "member=ID, or each: member at the head of the page"),
      fix: nearestNames(to: "", among: known))
  }

  static func shownToOthers(_ audience: Audience, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "view.audience", at: place,
      Phrase(
        zh: "这里显示个人自己的客户或数字，读者“\(audience.rawValue)”不能看",
        en: "this shows a person's own customers or numbers, which the audience "
          + "“\(audience.rawValue)” may not see"),
      fix: Phrase(
        zh: "显示一个例子（data=名称），或在块或页上写 audience=self",
        en: "show an example (data=NAME), or put audience=self on the block or the page"))
  }

  static func teamShown(
    to audience: Audience, meantFor meant: Audience, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "view.audience", at: place,
      Phrase(
        zh: "这里显示团队里有谁，读者“\(audience.rawValue)”不能看",
        en: "this shows who is in the teams, which the audience “\(audience.rawValue)” "
          + "may not see"),
      fix: Phrase(
        zh: "在块或页上写 audience=\(meant.rawValue)",
        en: "put audience=\(meant.rawValue) on the block or the page"))
  }

  static func anotherPersonsPlan(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "view.another-person", at: place,
      Phrase(zh: "一个人的页面不能显示别人的计划", en: "one person's pages may not show another's plan"),
      fix: Phrase(
        zh: "去掉 member=，让每个人看到自己的", en: "remove member=, so that everybody sees their own"))
  }

  static func noCalendar(_ failure: MethodFailure, in folder: String) -> Diagnostic {
    Diagnostic(
      id: "view.no-calendar", at: Place(path: folder), Phrase(failure),
      expected: Phrase(
        zh: "表“calendar”，列为 date 和 kind", en: "a table “calendar” with the columns date and kind"),
      fix: Phrase(
        zh: "把那些日子补进表里，或计划另一年的月份（--month、period:）",
        en: "add its days to the table, or plan a month of another year (--month, period:)"))
  }

  static func method(_ failure: MethodFailure, at place: Place) -> Diagnostic {
    Diagnostic(id: "view.method", at: place, Phrase(failure))
  }
}
