/// The amount a member is to reach in the period, and the goals it was taken from.
struct MemberTarget {
  let amount: Money
  /// The goal of which the target is only a share, by working days.
  let shareOf: String?

  /// Takes the goal for exactly the period; else the sum of the goals within it; else the share of
  /// a goal that covers it.
  ///
  /// Nil where no amount goal touches the period, or those within it leave a month of it out.
  init?(_ goals: [Goal], period: Period, calendar: WorkCalendar) throws(MethodFailure) {
    let range = period.range
    let sources = Self.sources(goals, of: range)
    guard let first = sources.first else { return nil }
    if sources.allSatisfy({ $0.start >= range.start && $0.end <= range.end }) {
      amount = try total(sources.map { Money(hundredths: $0.targetHundredths) })
      shareOf = nil
    } else {
      amount = try Self.share(of: first, in: range, calendar)
      shareOf = first.id
    }
  }

  /// The goals that the target of a range is taken from.
  static func sources(_ goals: [Goal], of range: DayRange) -> [Goal] {
    let amounts = goals.filter { $0.metric == .amount }
    if let exact = amounts.last(where: { $0.start == range.start && $0.end == range.end }) {
      return [exact]
    }
    let within = amounts.filter { $0.start >= range.start && $0.end <= range.end }
    if !within.isEmpty { return missingMonths(within, of: range).isEmpty ? within : [] }
    return amounts.last { $0.start <= range.start && $0.end >= range.end }.map { [$0] } ?? []
  }

  /// The months of a range on which none of the goals that lie in it has a day, where some has: their sum would
  /// be set against the sales of all of it.
  static func missingMonths(_ goals: [Goal], of range: DayRange) -> [DayRange] {
    let within = goals.filter {
      $0.metric == .amount && $0.start >= range.start && $0.end <= range.end
    }
    guard !within.isEmpty else { return [] }
    return range.months.filter { month in
      !within.contains { $0.start <= month.end && $0.end >= month.start }
    }
  }

  /// The part of a longer goal that falls to a range, by working days and largest remainder.
  private static func share(
    of goal: Goal, in range: DayRange, _ calendar: WorkCalendar
  ) throws(MethodFailure) -> Money {
    let pieces = [
      DayRange(from: goal.start, through: range.start.adding(days: -1)), range,
      DayRange(from: range.end.adding(days: 1), through: goal.end),
    ]
    var parts: [DayRange] = []
    for piece in pieces { parts += piece?.months ?? [] }
    let shares = try TargetSplit(
      Money(hundredths: goal.targetHundredths), over: parts, calendar: calendar, step: 100)
    return try total(
      shares.parts.filter { range.start <= $0.range.start && $0.range.end <= range.end }
        .map(\.target))
  }
}
