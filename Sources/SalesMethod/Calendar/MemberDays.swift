/// The days of a period as one member works them.
struct MemberDays {
  /// A day of the period and whether this member works on it.
  struct WorkDay {
    let calendar: CalendarDay
    let isWorked: Bool
    /// Whether only half of it is worked.
    let isHalf: Bool
    let isPast: Bool
  }

  /// Every day of the period.
  let all: [WorkDay]
  /// The days worked from the day of planning on.
  let worked: [Day]
  /// The time each of these days leaves for selling.
  let caps: [WorkingTime]

  /// How many of the days that are left are worked for one half.
  var halvesLeft: Int { all.count { $0.isWorked && $0.isHalf && !$0.isPast } }

  /// The time that all days left leave for selling.
  func timeLeft() throws(MethodFailure) -> WorkingTime {
    var sum = WorkingTime.zero
    for cap in caps { sum = try sum + cap }
    return sum
  }

  /// Working days of the calendar, days off and days before the member's start taken out.
  init(
    _ member: Member, in range: DayRange, of calendar: WorkCalendar, from asOf: Day
  ) throws(MethodFailure) {
    let (daysOff, halves) = (Set(member.daysOff), Set(member.halfDaysOff))
    all = try calendar.days(in: range).map { day in
      WorkDay(
        calendar: day,
        isWorked: day.isWorkday && !daysOff.contains(day.day)
          && day.day >= member.start ?? day.day,
        isHalf: halves.contains(day.day), isPast: day.day < asOf)
    }
    let left = all.filter { $0.isWorked && !$0.isPast }
    worked = left.map(\.calendar.day)
    let time = try member.sellingTime()
    caps = left.map { $0.isHalf ? time.half : time }
  }
}
