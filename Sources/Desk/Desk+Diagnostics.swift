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

/// What is said of deals that are over on a day that has not come yet; the plan has a note of orders.
func dealsAhead(_ records: SalesRecords, of today: Day) -> [Diagnostic] {
  let deals = records.deals.filter { deal in
    deal.status != .open && deal.closed.map { $0 > today } ?? false
  }
  guard let first = deals.first else { return [] }
  let place = Place(path: first.row.path, line: first.row.line)
  return [.dealsAhead(deals.count, today, at: place)]
}

extension Diagnostic {
  static func dealsAhead(_ rows: Int, _ today: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.after-today", severity: .note, at: place,
      Phrase(
        zh: "\(rows) 个商机已赢或已输，日期却晚于今天（\(today.description)），到那天为止按还在谈算",
        en:
          "\(count: rows, "deal", "deals") won or lost \(agreeing: rows, "has", "have") a day after "
          + "today (\(today.description)) and \(agreeing: rows, "counts", "count") as open until then"
      ),
      fix: Phrase(zh: "核对日期", en: "check the days"))
  }
}
