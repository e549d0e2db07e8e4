/// What the plan asks of each stage of the funnel, so that the gap is filled on average and with
/// the confidence asked for.
package struct Workload: Hashable, Sendable {
  /// The whole customers that must be won.
  package let customers: Int
  /// The same before rounding up.
  package let exactCustomers: Rational
  /// One for each stage of the funnel, in order.
  package let stages: [StageWorkload]
  /// Hours needed against hours there are.
  package let hours: HoursBalance

  /// The same work with the counts of the confident column.
  func confident(_ counts: [Int]?) -> Workload {
    guard let counts else { return self }
    let stages = zip(stages, counts).map { stage, count in
      StageWorkload(
        stage: stage.stage, mean: stage.mean, confident: count, perDay: stage.perDay,
        perWeek: stage.perWeek, time: stage.time)
    }
    return Workload(
      customers: customers, exactCustomers: exactCustomers, stages: stages, hours: hours)
  }

  /// The same work with the counts of each stage as the days hold them; what falls into each week stays.
  func laid(_ perDay: [[Int]]) -> Workload {
    guard perDay.count == stages.count else { return self }
    let stages = zip(stages, perDay).map { stage, perDay in
      StageWorkload(
        stage: stage.stage, mean: stage.mean, confident: stage.confident, perDay: perDay,
        perWeek: stage.perWeek, time: stage.time)
    }
    return Workload(
      customers: customers, exactCustomers: exactCustomers, stages: stages, hours: hours)
  }

  /// Whether the hours suffice.
  package var isFeasible: Bool { hours.fit != .infeasible }
}

/// The work of one stage.
package struct StageWorkload: Hashable, Sendable {
  package let stage: String
  /// The count that fills the gap on average: rounded up at every stage.
  package let mean: Int
  /// The count that fills it with the confidence asked for; nil where no forecast can be made.
  package let confident: Int?
  /// The mean count laid on the working days from the day of planning on.
  package let perDay: [Int]
  /// The same by week; the parts add up to `mean`.
  package let perWeek: [WeekCount]
  /// The time the mean count takes.
  package let time: WorkingTime
}

/// A count for one week.
package struct WeekCount: Hashable, Sendable {
  package let week: ISOWeek
  /// The first and the last working day of the week that are planned.
  package let days: DayRange
  package let count: Int
}

/// Hours needed and hours there are.
package struct HoursBalance: Codable, Hashable, Sendable {
  /// For the funnel: new customers.
  package let funnel: WorkingTime
  /// For the visits to known customers.
  package let cadence: WorkingTime
  /// Both together.
  package let needed: WorkingTime
  /// The working days left × hours a day × the share spent selling.
  package let available: WorkingTime
  /// How the hours needed stand to those there are.
  package let fit: Fit

  /// Whether work fits into the hours.
  package enum Fit: String, Codable, Hashable, Sendable, CaseIterable {
    /// With room to spare.
    case comfortable
    /// With less room than the settings call comfortable.
    case tight
    /// More hours are needed than there are.
    case infeasible
  }

  init(
    funnel: WorkingTime, cadence: WorkingTime, available: WorkingTime, _ settings: GoalSettings
  ) throws(MethodFailure) {
    self.funnel = funnel
    self.cadence = cadence
    self.available = available
    needed = try funnel + cadence
    let used = Rational(needed.milliminutes, over: available.milliminutes)
    let comfortable = Rational(settings.comfortableThousandths, over: 1000) ?? Rational(1)
    fit =
      needed > available
      ? .infeasible : used.map { $0 > comfortable } ?? false ? .tight : .comfortable
  }

  /// Needed over available; nil where nothing is available.
  ///
  ///     // 256 h of 76 h
  ///     balance.utilisation  // 64/19
  package var utilisation: Rational? {
    Rational(needed.milliminutes, over: available.milliminutes)
  }
}
