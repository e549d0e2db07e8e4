import Mustache
import SalesMethod

/// A week of the workload sheet: planned, begun, or both.
struct SheetWeek {
  let week: ISOWeek
  let start, end: Day
  /// The working days that are left.
  let workdays: Int
  /// The time of the work laid on them.
  let load: WorkingTime
  /// What was done, where the week has begun.
  let done: WeekActual?
  /// Whether any table tells what was sold in it.
  let tellsSold: Bool

  /// The weeks of a plan's period with work in them, in order.
  static func all(_ plan: MonthlyPlan) -> [SheetWeek] {
    let planned = plan.weeks
    let over = plan.done.filter { done in !planned.contains { $0.week == done.week } }
      .filter { done in plan.days.contains { $0.isWorked && done.days.contains($0.day) } }
    let begun = over.map {
      SheetWeek(
        week: $0.week, start: $0.days.start, end: $0.days.end, workdays: 0, load: .zero, done: $0,
        tellsSold: plan.outlook.tellsWon)
    }
    return begun
      + planned.compactMap { week in
        guard let first = week.days.first, let last = week.days.last else { return nil }
        let done = plan.done.first { $0.week == week.week }
        return SheetWeek(
          week: week.week, start: done?.days.start ?? first, end: last, workdays: week.days.count,
          load: plan.workedDays.filter { ISOWeek(of: $0.day) == week.week }.allLoads, done: done,
          tellsSold: plan.outlook.tellsWon)
      }
  }

  /// The week as templates know it.
  var fields: Value {
    .record([
      "start": .day(start), "end": .day(end), "workdays": .integer(workdays),
      "isPlanned": .bool(workdays > 0), "minutes": .minutes(load),
      "sold": .optional(tellsSold ? done?.amount : nil, Value.money),
    ])
  }
}

/// A week of a plan: the worked days of an ISO week within the period.
struct PlanWeek: Sendable {
  let week: ISOWeek
  let days: [Day]
}

extension MonthlyPlan {
  /// The weeks with a worked day from the day of planning on, in order.
  var weeks: [PlanWeek] {
    var weeks: [PlanWeek] = []
    for day in workedDays.map(\.day) {
      let week = ISOWeek(of: day)
      let days = weeks.last?.week == week ? weeks.removeLast().days : []
      weeks.append(PlanWeek(week: week, days: days + [day]))
    }
    return weeks
  }
}
