/// The days of a period as one member works them.
struct MemberDays {
  /// A day of the period and whether this member works on it.
  struct WorkDay {
    let calendar: CalendarDay
    let isWorked: Bool
    let isPast: Bool
  }

  /// Every day of the period.
  let all: [WorkDay]
  /// The days worked from the day of planning on.
  let worked: [Day]

  /// Working days of the calendar, days off and days before the member's start taken out.
  init(
    _ member: Member, in range: DayRange, of calendar: WorkCalendar, from asOf: Day
  ) throws(MethodFailure) {
    let daysOff = Set(member.daysOff)
    all = try calendar.days(in: range).map { day in
      WorkDay(
        calendar: day,
        isWorked: day.isWorkday && !daysOff.contains(day.day)
          && day.day >= member.start ?? day.day,
        isPast: day.day < asOf)
    }
    worked = all.filter { $0.isWorked && !$0.isPast }.map(\.calendar.day)
  }
}
