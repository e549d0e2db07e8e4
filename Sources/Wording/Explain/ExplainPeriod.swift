import Phrases
import SalesMethod

extension Explainer {
  /// The day of planning.
  var asOf: Explanation {
    Explanation(
      "asOf", Phrase(zh: "计划日", en: "The day of planning"),
      Phrase(
        zh: "今天（--now）与本期第一天中较晚的一天：此前为历史，自此起排工作",
        en:
          "the later of today (--now) and the first day of the period: history lies before it, work "
          + "from it on"),
      [.init(zh: "本期第一天", en: "first day of the period", .day(plan.period.range.start))],
      gives: .day(plan.asOf))
  }

  /// The keys of the period, the whole first.
  var period: [Explanation] {
    let range = plan.period.range
    let asked = Phrase(zh: "按 --month 指定", en: "as asked for with --month")
    return [
      Explanation(
        group: "period", Phrase(zh: "本期", en: "The period"), asked,
        [
          .init(zh: "起", en: "from", .day(range.start)), .init(zh: "止", en: "to", .day(range.end)),
          .init(zh: "天数", en: "days", .count(range.count)),
        ],
        result: Phrase(
          zh: "\(plan.period)：\(plan.calendar.workdays) 个工作日",
          en: "\(plan.period): \(plan.calendar.workdays) working days"), from: sources.calendarRows),
      Explanation(
        "period.start", Phrase(zh: "本期第一天", en: "First day of the period"), asked,
        gives: .day(range.start)),
      Explanation(
        "period.end", Phrase(zh: "本期最后一天", en: "Last day of the period"), asked,
        gives: .day(range.end)), workdays, remainingWorkdays, calendarStatus,
    ]
  }

  private var workdays: Explanation {
    let days = plan.days
    func isOff(_ day: PlanDay) -> Bool { plan.member.daysOff.contains(day.day) }
    let week = days.count { $0.day.weekday <= 5 }
    let holidays = days.filter { $0.day.weekday <= 5 && !$0.calendar.isWorkday }
    let makeUp = days.filter(\.calendar.isMakeUpWorkday)
    let own = days.filter { $0.calendar.isWorkday && isOff($0) }
    let before = days.filter { $0.calendar.isWorkday && !isOff($0) && !$0.isWorked }
    return Explanation(
      "period.workdays", Phrase(zh: "工作日", en: "Working days"),
      Phrase(
        zh: "周一至周五 − 其中放假 + 周末上班 − 个人休息 − 入职前",
        en:
          "Monday to Friday − holidays among them + weekend days worked − days off − days before the "
          + "start"),
      [
        .init(zh: "周一至周五", en: "Monday to Friday", .count(week)),
        .init(zh: "− 其中放假", en: "− holidays among them", named(holidays)),
        .init(zh: "+ 周末上班", en: "+ weekend days worked", named(makeUp)),
        .init(zh: "− 个人休息", en: "− days off", named(own)),
        .init(zh: "− 入职前", en: "− before the start", .count(before.count)),
      ], gives: .count(plan.calendar.workdays), from: sources.calendarRows)
  }

  /// How many days, and which.
  private func named(_ days: [PlanDay]) -> ExplainedValue {
    guard !days.isEmpty else { return .count(0) }
    func text(_ language: Language) -> String {
      let all = days.map { day in
        let name = day.calendar.name?.text(in: language) ?? ""
        let date = String(day.day.description.dropFirst(5))
        return name.isEmpty ? date : "\(date) \(name)"
      }
      return "\(days.count)" + language.remark(language.list(all))
    }
    return .word("\(days.count)", Phrase(zh: "\(text(.chinese))", en: "\(text(.english))"))
  }

  private var remainingWorkdays: Explanation {
    let past = plan.days.count { $0.isWorked && $0.isPast }
    return Explanation(
      "period.remainingWorkdays", Phrase(zh: "剩余工作日", en: "Working days left"),
      Phrase(zh: "工作日 − 计划日之前的", en: "working days − those before the day of planning"),
      [
        .init(zh: "工作日", en: "working days", .count(plan.calendar.workdays)),
        .init(zh: "计划日", en: "day of planning", .day(plan.asOf)),
        .init(zh: "− 已过去", en: "− gone by", .count(past)),
      ] + halves, gives: .count(plan.calendar.remainingWorkdays), from: sources.calendarRows)
  }

  private var halves: [Explanation.Input] {
    let count = plan.calendar.halfDaysLeft
    return count > 0 ? [.init(zh: "其中半天", en: "of these half days", .count(count))] : []
  }

  private var calendarStatus: Explanation {
    let years = plan.period.range.start.year...plan.period.range.end.year
    let inputs = years.map { year in
      let status = try? planner.calendar.status(ofYear: year)
      return Explanation.Input(zh: "\(year) 年", en: "\(year)", status.map(Self.status) ?? .count(0))
    }
    return Explanation(
      "period.calendar", Phrase(zh: "日历的依据", en: "How certain the calendar is"),
      Phrase(
        zh: "本期各年中只要有一年的放假安排尚未公布，就是暂定",
        en: "provisional where the holidays of any year of the period are not announced yet"),
      inputs,
      gives: Self.status(plan.calendar.status), from: sources.calendarRows)
  }

  private static func status(_ status: CalendarEntry.Status) -> ExplainedValue {
    let text =
      switch status {
      case .official: Phrase(zh: "已公布", en: "official")
      case .provisional: Phrase(zh: "暂定", en: "provisional")
      }
    return .word(status.rawValue, text)
  }
}
