import Phrases
import SalesMethod

extension Explainer {
  /// The work of every day left, and the visits that found none.
  var layout: [Explanation] {
    let visits = plan.workedDays.reduce(0) { $0 + $1.visits.count }
    let missing = plan.unplaced.reduce(0) { $0 + $1.missing }
    let whole = Explanation(
      group: "layout", Phrase(zh: "逐日安排", en: "The days"),
      Phrase(
        zh: "首次接触按剩余工作日分摊（\(shape)）；客户拜访按 A、B、C、D，同类先各排第一次，排在离理想日最近、"
          + "间隔够、当天排得下的日子；漏斗后面的环节每周个数不变，排在那一周离原来那天最近、排得下的日子",
        en:
          "first contacts spread over the working days left (\(shape)); visits class by class, "
          + "everybody’s first before anybody’s second, on the day nearest to the ideal one that keeps "
          + "the gap and has room; the later stages keep their count of each week, each on the day of "
          + "the week nearest to its own that has room"),
      [
        .init(zh: "工作日", en: "working days", .count(plan.workedDays.count)),
        .init(
          zh: "首次接触", en: "first contacts",
          .count(plan.workedDays.reduce(0) { $0 + $1.newContacts })),
        .init(zh: "排上的拜访", en: "visits placed", .count(visits)),
        .init(zh: "没排上的拜访", en: "visits without a day", .count(missing)),
      ],
      result: missing == 0
        ? Phrase(zh: "全部排上", en: "everything has a day")
        : Phrase(zh: "\(missing) 次没有日子", en: "\(count: missing, "visit has", "visits have") no day")
    )
    return [whole] + plan.workedDays.flatMap { day($0, as: $0.day.description) }
      + plan.unplaced.flatMap(unplaced)
  }

  /// The keys of one day, named as it is to be looked up.
  func day(_ day: PlanDay, as name: String) -> [Explanation] {
    let key = "layout.days.\(name)"
    let title = Phrase(zh: "\(day.day)", en: "\(day.day)")
    let loads: [Explanation.Input] =
      zip(planner.settings.funnel, day.quotas).map { stage, count in
        .init(
          Phrase(StageName(stage.name)), Phrase(same: "\(count) × \(stage.time.hoursText)"))
      }
      + day.visits.map {
        .init(Phrase(same: "\($0.customer) \($0.name)"), Phrase(same: $0.time.hoursText))
      }
    let load = Phrase(
      zh: "各环节个数 × 每个用时 + 各次客户拜访用时",
      en: "the count of each stage × time of one + the time of the visits to known customers")
    let numbers = [
      Explanation(
        group: key, title, load, loads,
        result: Phrase(
          zh: "\(day.load.hoursText) / \(day.cap.hoursText) 小时",
          en: "\(day.load.hoursText) of \(day.cap.hoursText) h")),
      Explanation(
        "\(key).newContacts", Phrase(zh: "\(day.day) 的首次接触", en: "First contacts on \(day.day)"),
        Phrase(
          zh: "总数按剩余工作日累计分摊（\(shape)）：各天之和等于总数",
          en:
            "the whole spread over the working days left (\(shape)): the days add up to it"),
        [.init(zh: "总数", en: "the whole", .count(plan.workload?.stages.first?.mean ?? 0))],
        gives: .count(day.newContacts)),
      Explanation("\(key).load", title, load, loads, gives: .hours(day.load)),
      Explanation(
        "\(key).cap", Phrase(zh: "\(day.day) 可用的小时", en: "Available hours on \(day.day)"),
        Phrase(zh: "每天小时 × 销售时间占比", en: "hours a day × selling share"),
        gives: .hours(day.cap), from: SourceRows([plan.member.row])),
    ]
    return numbers + stages(key, of: day) + day.visits.flatMap { visit(key, $0, of: day) }
  }

  /// The count of each stage on a day.
  private func stages(_ key: String, of day: PlanDay) -> [Explanation] {
    zip(zip(planner.settings.funnel, day.quotas), plan.workload?.stages ?? []).enumerated().map {
      number, entry in
      let ((stage, count), work) = entry
      let rule =
        number == 0
        ? Phrase(
          zh: "总数按剩余工作日累计分摊（\(shape)）：各天之和等于总数",
          en: "the whole spread over the working days left (\(shape)): the days add up to it")
        : Phrase(
          zh: "每周的个数按剩余工作日累计分摊（\(shape)），再排到那一周离原来那天最近、排得下的日子",
          en: "the week’s count by the same spread (\(shape)), each on the day of the week nearest "
            + "to its own that has room")
      return Explanation(
        "\(key).stages.\(stage.name)",
        Phrase(
          zh: "\(day.day) 的\(StageName(stage.name))", en: "\(StageName(stage.name)) on \(day.day)"),
        rule, [.init(zh: "总数", en: "the whole", .count(work.mean))], gives: .count(count))
    }
  }

  private func visit(_ key: String, _ visit: PlannedVisit, of day: PlanDay) -> [Explanation] {
    let key = "\(key).visits.\(visit.customer)"
    let title = Phrase(
      zh: "\(day.day) 拜访 \(visit.name)", en: "The visit to \(visit.name) on \(day.day)")
    let cadence = planner.settings.cadence[visit.customerClass]
    return [
      Explanation(
        "\(key).class", title,
        Phrase(zh: "客户现在的类别", en: "the class of the customer now"),
        gives: .word(visit.customerClass.rawValue)),
      Explanation(
        "\(key).hours", title,
        Phrase(zh: "该类客户每次拜访的用时", en: "the time of a visit to a customer of the class"),
        [
          .init(zh: "每月次数", en: "a month", .count(cadence.perMonth)),
          .init(zh: "间隔（工作日）", en: "gap in working days", .count(cadence.gap)),
        ], gives: .hours(visit.time)),
    ]
  }

  private func unplaced(_ visits: UnplacedVisits) -> [Explanation] {
    let key = "layout.unplaced.\(visits.customer)"
    let planned = plan.customers.first { $0.customer.id == visits.customer }
    let title = Phrase(
      zh: "\(visits.customer) 没排上的拜访", en: "Visits to \(visits.customer) without a day")
    let inputs: [Explanation.Input] = [
      .init(zh: "还应拜访", en: "visits wanted", .count(planned?.wantedVisits ?? 0)),
      .init(zh: "已排上", en: "placed", .count(planned?.visits.count ?? 0)),
    ]
    let rows = SourceRows([planned?.customer.row].compactMap { $0 })
    return [
      Explanation(
        "\(key).missing", title, Phrase(zh: "还应拜访 − 已排上", en: "wanted − placed"), inputs,
        gives: .count(visits.missing), from: rows),
      Explanation(
        "\(key).reason", title,
        Phrase(zh: "第一次排不上的原因", en: "why the first of them found none"), inputs,
        gives: .sentence(visits.reason), from: rows),
    ]
  }
}
