/// A member's plan with no more of its customers than their open deals: the little that a team's page needs, so that plans need
/// not be kept until the team is summed up.
package struct MemberFigures: Codable, Hashable, Sendable {
  package let member: Member
  /// Where the target comes from; nil without an amount goal.
  package let streams: Streams?
  /// What the period is expected to bring by its end.
  package let outlook: OutlookSums
  /// What the plan comes to; nil without an amount goal.
  package let verdict: Verdict?
  package let classCounts: ClassCounts
  /// The hours needed and there are; nil without a workload.
  package let hours: HoursBalance?
  /// The first contacts the plan asks for.
  package let contacts: Int?
  /// Visits that found no day.
  package let unplacedVisits: Int
  /// Open deals by the month they are expected to close in, earliest first; those without a date
  /// last.
  package let pipeline: [MonthPipeline]
  /// The weeks of the period: planned, done, and the hours left.
  package let weeks: [TeamWeek]
  /// The working days of the period.
  package let days: [TeamDay]
  /// The open deals, in the order of the table.
  package internal(set) var deals: [TeamDeal]
  /// What the period may bring; nil where nothing can be told.
  package let spread: OutlookSpread?
  /// The interval that eight of ten months should fall into; nil where nothing can be told.
  package let interval: AmountInterval?
  /// How customers moved between the classes since the latest plan that was kept; nil where none was.
  package var moves: ClassMoves?

  /// The same without the open deals, which are in the sums of whoever asks for them.
  var withoutDeals: MemberFigures {
    var figures = self
    figures.deals = []
    return figures
  }
}

/// The open deals expected to close in one month.
package struct MonthPipeline: Codable, Hashable, Sendable {
  /// The first day of the month; nil for deals without a date.
  package let month: Day?
  package let deals: Int
  /// The sum of their amounts.
  package let amount: Money
  /// What is expected of them by the end of the period.
  package let expected: Money
}

extension MonthlyPlan {
  /// What a team's page needs of this plan.
  ///
  /// What its customers are called in it, `customerId` turns into their ids.
  package func figures(
    customerId: (String) -> String = { $0 }
  ) throws(MethodFailure) -> MemberFigures {
    MemberFigures(
      member: member, streams: streams, outlook: OutlookSums(outlook), verdict: verdict,
      classCounts: classCounts, hours: workload?.hours,
      contacts: workload?.stages.first?.mean,
      unplacedVisits: unplaced.reduce(0) { $0 + $1.missing }, pipeline: try pipeline(),
      weeks: try teamWeeks(), days: teamDays(), deals: teamDeals(customerId),
      spread: outlook.spread,
      interval: outlook.interval80.map { AmountInterval(low: $0.low, high: $0.high) }, moves: nil)
  }

  private func pipeline() throws(MethodFailure) -> [MonthPipeline] {
    var months: [MonthPipeline] = []
    for deal in outlook.openDeals {
      let date = deal.deal.expectedClose
      months.append(
        MonthPipeline(
          month: date.flatMap { DayRange.month($0.month, of: $0.year)?.start }, deals: 1,
          amount: deal.deal.amount,
          expected: deal.expected))
    }
    return try MonthPipeline.merged(months)
  }
}

extension MonthPipeline {
  /// Adds up what falls into the same month.
  static func merged(_ parts: [MonthPipeline]) throws(MethodFailure) -> [MonthPipeline] {
    let ordered = parts.enumerated().sorted { left, right in
      (left.element.month?.number ?? .max, left.offset)
        < (right.element.month?.number ?? .max, right.offset)
    }
    var months: [MonthPipeline] = []
    for (_, part) in ordered {
      guard let last = months.last, last.month == part.month else {
        months.append(part)
        continue
      }
      months[months.count - 1] = MonthPipeline(
        month: part.month, deals: last.deals + part.deals,
        amount: try total([last.amount, part.amount]),
        expected: try total([last.expected, part.expected]))
    }
    return months
  }
}
