import Diagnostics
import Phrases
import SalesMethod

extension Diagnostic {
  static func sharedFiguresOfOtherTables() -> Diagnostic {
    Diagnostic(
      id: "shared.other-tables", at: Place(path: "--shared"),
      Phrase(
        zh: "共用的数字是用别的数据算出来的", en: "the shared figures were worked out from other tables"),
      fix: Phrase(
        zh: "用现在的数据再运行一次 salesbook prepare",
        en: "run salesbook prepare again with the tables as they are"))
  }

  static func noCodeKey(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "codes.no-key", at: place,
      Phrase(
        zh: "这里要用代号代替客户名称，但是没有生成代号的密钥",
        en: "codes are to stand for customers here, and there is no key to make them by"),
      fix: Phrase(zh: "运行 salesbook keys new", en: "run salesbook keys new"))
  }

  static func unknownTeamOfGroup(
    _ team: String, known: [String], at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "groups.team", at: place,
      Phrase(zh: "没有团队“\(team)”", en: "there is no team “\(team)”"),
      fix: suggestion(for: team, among: known))
  }

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

  static func noCustomersKept(of rows: Int, in folder: String) -> Diagnostic {
    Diagnostic(
      id: "plan.no-customers", severity: .warning, at: Place(path: folder),
      Phrase(
        zh: "客户表里没有能算的客户（略去了 \(count: rows) 行），计划里就没有要拜访的人",
        en:
          "the table of customers has none that counts (\(count: rows, "row", "rows") left out), so the plan "
          + "has nobody to see"),
      fix: Phrase(
        zh: "示例行换成自己的客户；负责人的名字对不上的，在设置的 owners 里写明各是谁",
        en:
          "put your own customers in place of examples; where the owners’ names do not match, say in the "
          + "settings’ owners who is who"))
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

/// What is said of orders on a day far ahead, which are most likely slips of the year: they count when that day has
/// come.
func ordersAhead(_ records: SalesRecords, of today: Day) -> [Diagnostic] {
  let far = today.adding(days: 92)
  let orders = records.orders.filter { $0.date > far }
  guard let first = orders.first else { return [] }
  let place = Place(path: first.row.path, line: first.row.line)
  return [.ordersAhead(orders.count, first.date, at: place)]
}

extension Diagnostic {
  static func ordersAhead(_ rows: Int, _ day: Day, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.far-ahead", severity: .warning, at: place,
      Phrase(
        zh: "\(count: rows) 笔订单的日期还很远（如 \(day.description)），到那天才算",
        en:
          "\(count: rows, "order is", "orders are") dated far ahead, as \(day.description), and "
          + "\(agreeing: rows, "does", "do") not count before that day"),
      fix: Phrase(zh: "核对年份", en: "check the year"))
  }

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
