/// The amount a member is to reach in the period, and the goals it was taken from.
struct MemberTarget {
  let amount: Money
  /// The goal of which the target is only a share, by working days.
  let shareOf: String?

  /// Takes the goal for exactly the period; else the sum of the goals within it; else the share of
  /// a goal that covers it.
  ///
  /// Nil where no amount goal touches the period.
  init?(_ goals: [Goal], period: Period, calendar: WorkCalendar) throws(MethodFailure) {
    let amounts = goals.filter { $0.metric == .amount }
    let range = period.range
    if let exact = amounts.last(where: { $0.start == range.start && $0.end == range.end }) {
      amount = Money(hundredths: exact.targetHundredths)
      shareOf = nil
      return
    }
    let within = amounts.filter { $0.start >= range.start && $0.end <= range.end }
    if !within.isEmpty {
      amount = try total(within.map { Money(hundredths: $0.targetHundredths) })
      shareOf = nil
      return
    }
    guard let whole = amounts.last(where: { $0.start <= range.start && $0.end >= range.end }) else {
      return nil
    }
    amount = try Self.share(of: whole, in: range, calendar)
    shareOf = whole.id
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
      Money(hundredths: goal.targetHundredths), over: parts, calendar: calendar)
    return try total(
      shares.parts.filter { range.start <= $0.range.start && $0.range.end <= range.end }
        .map(\.target))
  }
}
