import Phrases
import SalesMethod
import Wording

/// The period week by week: first contacts and visits, what was planned and what was done.
struct MonthWeeks {
  private let plan: MonthlyPlan
  private let style: SheetStyle

  init(_ plan: MonthlyPlan, _ style: SheetStyle) {
    self.plan = plan
    self.style = style
  }

  /// A week of the period.
  fileprivate struct Week {
    var days: [PlanDay]
    var planned = (contacts: 0, visits: 0)
    /// What was done on the days that are over; nil where none is.
    var done: (contacts: Int, visits: Int)?
  }

  /// A heading, a row for each week and their sums, for the rows of a sheet that has so many.
  func rows(from count: Int) -> [[Cell?]] {
    let headers = [
      say(zh: "周", en: "Week"), say(zh: "假日与调休", en: "Holidays and make-up days"),
      say(zh: "计划接触", en: "Contacts, plan"), say(zh: "计划拜访", en: "Visits, plan"),
      say(zh: "已做接触", en: "Contacts, done"), say(zh: "已做拜访", en: "Visits, done"),
    ]
    let head: [[Cell?]] = [
      [], [.text(say(zh: "逐周：计划与实际", en: "Week by week, plan and actual"), .section)],
      headers.map { .text($0, .header) },
    ]
    let lines = weeks.map(row)
    let area = count + head.count..<count + head.count + lines.count
    let sums: [Cell?] = (2...5).map { column in
      let sum = lines.reduce(0) { sum, line in
        if case .number(let number)? = line[column]?.content { sum + number } else { sum }
      }
      return .formula("SUM(\(Area(column: column, rows: area)))", sum, .number("0", isBold: true))
    }
    return head + lines + [[.text(say(zh: "合计", en: "Total"), .header), nil] + sums]
  }

  private func say(
    zh chinese: Sentence<InChinese>, en english: Sentence<InEnglish>
  ) -> String { style.language.say(zh: chinese, en: english) }

  private var weeks: [Week] {
    let past = Dictionary(
      (plan.begun?.days ?? []).map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
    var weeks: [Week] = []
    for day in plan.days {
      if let last = weeks.last?.days.last, ISOWeek(of: last.day) == ISOWeek(of: day.day) {
        weeks[weeks.count - 1].days.append(day)
      } else {
        weeks.append(Week(days: [day]))
      }
      weeks[weeks.count - 1].add(day, past[day.day])
    }
    return weeks
  }

  private func row(_ week: Week) -> [Cell?] {
    func number(_ count: Int?) -> Cell {
      count.map { .number(Double($0), .number("0")) } ?? Cell(.blank, .body)
    }
    return [
      .text(span(of: week.days), .body), .text(names(in: week.days), .body),
      number(week.planned.contacts), number(week.planned.visits), number(week.done?.contacts),
      number(week.done?.visits),
    ]
  }

  /// The first and the last day: `12/7–12/13`, `7 Dec–13 Dec` in English.
  private func span(of days: [PlanDay]) -> String {
    func text(_ day: PlanDay?) -> String {
      let (year, month, number) = day?.day.civil ?? (1970, 1, 1)
      let words = Language.english.day(year: year, month: month, day: number).split(separator: " ")
      return say(zh: "\(month)/\(number)", en: "\(number) \(words[1].prefix(3))")
    }
    return text(days.first) + "–" + text(days.last)
  }

  /// What the days off and the make-up days are called, each once.
  private func names(in days: [PlanDay]) -> String {
    var names: [String] = []
    for day in days {
      let name =
        day.calendar.isMakeUpWorkday
        ? say(zh: "调休上班", en: "make-up workday")
        : day.calendar.name?.text(in: style.language) ?? ""
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: style.language.say(zh: "、", en: ", "))
  }
}

extension MonthWeeks.Week {
  fileprivate mutating func add(_ day: PlanDay, _ past: BegunPeriod.PastDay?) {
    if let past {
      planned.contacts += past.planned.contacts
      planned.visits += past.planned.visits
      done = ((done?.contacts ?? 0) + past.done.contacts, (done?.visits ?? 0) + past.done.visits)
    } else if !day.isPast {
      planned.contacts += day.newContacts
      planned.visits += day.visits.count
    }
  }
}
