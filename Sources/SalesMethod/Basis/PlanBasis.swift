/// What every step of a plan goes by: the records, the rules, the calendar, the period, the day of
/// planning, and the history that members share.
struct PlanBasis: Sendable {
  let index: RecordIndex
  let settings: MethodSettings
  let calendar: WorkCalendar
  let period: Period
  /// The day the plans are made for: the work begins on it.
  let asOf: Day
  /// Nothing on this day or later is seen: the day the plans are made for, or where that is still to come, the
  /// day after today.
  let known: Day
  /// Today, or the day the plans are made for where that is over.
  let today: Day
  /// The history of teams, segments and everybody, as it was known on that day.
  let pool: HistoryPool
  /// The waits of all members as they were known on that day, and what past months taught.
  let waits: TeamWaits

  /// Reads the calendar and the history of teams and segments; of months that were tested before, `tests` says what they
  /// taught.
  init(
    _ index: RecordIndex, settings: MethodSettings, period: Period, asOf: Day,
    today: Day? = nil, tests: MonthTests? = nil,
    targets: (_ member: Int, _ month: DayRange) throws(MethodFailure) -> Money? = { _, _ in nil }
  ) throws(MethodFailure) {
    self.index = index
    self.settings = settings
    self.period = period
    self.asOf = asOf
    let today = min(today ?? asOf, asOf)
    let known = min(today.adding(days: 1), asOf)
    self.today = today
    self.known = known
    calendar = WorkCalendar(settings.calendar, overlay: index.records.calendar)
    _ = try calendar.status(of: period.range)
    waits = try TeamWaits(
      WaitRows(index.recorded), before: known, from: asOf, tests: tests ?? MonthTests(),
      target: targets)
    pool = try HistoryPool(index, settings: settings, waits, before: known)
  }
}
