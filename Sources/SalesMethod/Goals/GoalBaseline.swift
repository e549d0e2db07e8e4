/// What comparable earlier periods reached.
struct GoalBaseline {
  /// What each earlier period reached, in units, latest first.
  let history: [Double]
  /// What this period would reach at the same pace: Σ actual / Σ working days × its working days.
  let amount: Double

  private static let periods = 6

  /// Looks back over at most six periods of the same kind that were over by a day; nil without any that has rows.
  init?(_ actual: GoalActual, calendar: WorkCalendar, before day: Day) throws(MethodFailure) {
    guard let range = DayRange(from: actual.goal.start, through: actual.goal.end),
      let first = actual.firstDay
    else { return nil }
    var history: [Double] = []
    var (reached, workdays) = (0, 0)
    var earlier = Self.before(range)
    while let period = earlier, period.end >= day { earlier = Self.before(period) }
    while history.count < Self.periods, let period = earlier, period.end >= first,
      let days = try? calendar.workdays(in: period).count
    {
      let value = try actual.hundredths(in: period)
      history.append(Double(value) / 100)
      reached = try sum(reached, value)
      workdays += days
      earlier = Self.before(period)
    }
    guard reached > 0, workdays > 0, let days = try? calendar.workdays(in: range).count else {
      return nil
    }
    self.history = history
    amount = Double(reached) / 100 / Double(workdays) * Double(days)
  }

  /// Three deviations are common, so the mark is one plus two coefficients of variation.
  var usualSpread: Double {
    let mean = history.reduce(0, +) / Double(history.count)
    guard history.count > 1, mean > 0 else { return .infinity }
    let squares = history.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return 1 + 2 * (squares / Double(history.count - 1)).squareRoot() / mean
  }

  /// The period of the same kind just before: a month before a month, whole months before whole
  /// months, else as many days.
  private static func before(_ range: DayRange) -> DayRange? {
    let months = range.months
    let isWhole =
      range.start.dayOfMonth == 1
      && range.end.dayOfMonth == Day.length(ofMonth: range.end.month, year: range.end.year)
    guard isWhole else {
      return DayRange(
        from: range.start.adding(days: -range.count), through: range.start.adding(days: -1))
    }
    let last = range.start.adding(days: -1)
    let number = last.year * 12 + last.month - 1 - (months.count - 1)
    return Day(year: number / 12, month: number % 12 + 1, day: 1).flatMap {
      DayRange(from: $0, through: last)
    }
  }
}
