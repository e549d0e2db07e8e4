import Diagnostics
import Phrases
import SalesMethod

extension Diagnostic {
  static func noEarlierPlanOf(_ person: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "earlier-plan.person", severity: .warning, at: place,
      Phrase(
        zh: "给出的计划中没有“\(person)”以前的计划：无法知道谁的类别变了",
        en: "none of the plans given is an earlier one of “\(person)”: who moved cannot be told"),
      expected: Phrase(zh: "“\(person)”以前的计划", en: "an earlier plan of “\(person)”"),
      fix: Phrase(zh: "把这个人的文件交给 --since", en: "give that person's file to --since"))
  }
}

extension Diagnostic {
  static func nobodyToSee(in folder: String) -> Diagnostic {
    Diagnostic(
      id: "plan.no-customers", severity: .warning, at: Place(path: folder),
      Phrase(
        zh: "没有客户，计划里就没有要拜访的人",
        en: "there are no customers, so the plan has nobody to see"),
      fix: Phrase(
        zh: "把客户表放进 \(folder)，列为 名称、M、A、N",
        en: "put a table of customers into \(folder): name, M, A, N"))
  }

  static func noGoal(for period: Period, in folder: String) -> Diagnostic {
    Diagnostic(
      id: "plan.no-goal", severity: .warning, at: Place(path: folder),
      Phrase(
        zh: "\(period.description) 没有目标，算不出要做多少",
        en: "there is no goal for \(period.description), so the work cannot be worked out"),
      fix: Phrase(
        zh: "运行 salesbook fix --goal 金额，或写进 \(folder)/goals.yaml",
        en: "run salesbook fix --goal AMOUNT, or write it to \(folder)/goals.yaml"))
  }
}
