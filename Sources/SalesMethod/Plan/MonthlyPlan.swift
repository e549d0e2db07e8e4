/// One person's plan for a period: everything a page, a data file or a question about a number can
/// ask for.
///
/// What cannot be computed from the data is nil, and `notes` says what would be needed.
package struct MonthlyPlan: Hashable, Sendable {
  package let member: Member
  /// The member's team, if any.
  package let team: Team?
  package let period: Period
  /// The day the plan is made for: work lies from it on.
  package let asOf: Day
  /// The day before which rows are known: that of the plan, or the day after today where that is to come.
  package let known: Day
  /// The code of the currency.
  package let currency: String
  /// The confidence the second column of the workload aims at, from 0 to 1.
  package let confidence: Double
  /// The working days of the period and whether they are certain.
  package let calendar: PlanCalendar
  /// The person's goals that touch the period.
  package let goals: [PlannedGoal]
  /// The customers, likeliest and most valuable first.
  package private(set) var customers: [PlannedCustomer]
  /// How many customers each class has.
  package let classCounts: ClassCounts
  /// How likely each class is taken to buy, A first, and whether that was measured.
  package let chances: [ClassChance]
  /// The names of the funnel's stages.
  package let stages: [String]
  /// The customers first contacted in the window, counted.
  package let cohort: Cohort
  /// The conversions of the funnel.
  package let rates: FunnelRates?
  /// What an order is worth and how many a customer places.
  package let factors: Factors?
  /// What the period is expected to bring by its end: every number with a date.
  package let outlook: PeriodOutlook
  /// What the plan comes to; nil without an amount goal.
  package let verdict: Verdict?
  /// The parts the target is made of.
  package let streams: Streams?
  /// The work of each stage, with the hours.
  package let workload: Workload?
  /// What the planned contacts can be expected to bring, and how surely.
  package let forecast: Forecast?
  /// What the sales cycle means for the period.
  package let lag: LagReport?
  /// What to do where the hours do not suffice; nil where they do.
  package let shortfall: Shortfall?
  /// Every day of the period, days off included.
  package let days: [PlanDay]
  /// Visits that found no day.
  package let unplaced: [UnplacedVisits]
  /// The days of the period that are over, planned and done; nil where none is, or nobody looks back.
  package let begun: BegunPeriod?
  /// What was promised for a day that is over and not done, the longest overdue first.
  package let promises: [OverduePromise]
  /// What was done in the weeks of the period that have begun.
  package let done: [WeekActual]
  /// The net orders of each of the twelve months before the day of planning, the oldest first; empty where
  /// there are none.
  package let sold: [MonthSold]
  /// What customers owe and is due by the period’s end, the longest overdue first.
  package let receivables: [OpenReceivable]
  /// How revenue is spread over the customers.
  package let pareto: Pareto?
  /// Whether time goes where the money comes from.
  package let attention: Attention?
  /// The month before: what was planned of new customers, and what came of it.
  package let review: PeriodReview?
  /// What the forecast of the month before would have said on its first day, and what happened.
  package let pastForecast: PastForecast?
  /// What the reader should know about the numbers.
  package let notes: [PlanNote]
  /// How the customers moved between classes since the latest plan that was kept; nil where none was, or
  /// where nobody has set it beside this one.
  package var moves: ClassMoves?
}

/// The working days of a plan.
package struct PlanCalendar: Hashable, Sendable {
  /// The working days of the period, personal days off taken out.
  package let workdays: Int
  /// Those from the day of planning on.
  package let remainingWorkdays: Int
  /// How many of these are worked for one half.
  package let halfDaysLeft: Int
  /// Whether the holidays are announced or may still change.
  package let status: CalendarEntry.Status

  /// The working days left, a half counted as one: 19.5 of 20 days one of which is half off.
  package var daysLeft: Rational {
    Rational(remainingWorkdays * 2 - halfDaysLeft, over: 2) ?? .zero
  }
}

/// A customer of a plan.
package struct PlannedCustomer: Hashable, Sendable {
  package fileprivate(set) var customer: Customer
  /// How the customer is reached; nil where nothing is known, or it is not for the reader.
  package fileprivate(set) var details: ContactDetails?
  package let classification: Classification
  /// The next day that an open deal of the customer is expected on; nil where none is to come.
  package let dealDate: Day?
  package let expectedValue: ExpectedValue
  /// The rank by past revenue: another axis than the class.
  ///
  /// Nil without a transaction.
  package let valueTier: ValueTier?
  /// The last day anybody was in touch, before the day of planning.
  package let lastTouch: Day?
  /// How many visits the cadence still asks for in the period.
  package let wantedVisits: Int
  /// The days the visits were laid on.
  package let visits: [Day]

  /// What to do next.
  package var nextStep: NextStep { NextStep(for: classification, dealDate: dealDate) }
}

extension MonthlyPlan {
  /// The plan with what leads to people at customers, and notes, as far as they are shown.
  ///
  ///     plan.showing { part, text in part == .phone ? nil : text }  // without telephone numbers
  package func showing(_ shown: (ContactDetails.Part, String) -> String?) -> MonthlyPlan {
    var plan = self
    for place in plan.customers.indices {
      var planned = plan.customers[place]
      planned.details = planned.details?.showing(shown)
      planned.customer.contact = planned.customer.contact.flatMap { shown(.contact, $0) }
      planned.customer.phone = planned.customer.phone.flatMap { shown(.phone, $0) }
      planned.customer.address = planned.customer.address.flatMap { shown(.address, $0) }
      planned.customer.note = planned.customer.note.flatMap { shown(.note, $0) }
      plan.customers[place] = planned
    }
    return plan
  }

  /// The deals that are open, in the order of the table.
  package var openDeals: [DealOutlook] { outlook.openDeals }

  /// The amount to reach in the period, if there is a goal that says so.
  package var target: Money? { streams?.target }

  /// What to tell the manager, where the plan does not fit.
  package var managerMessage: ManagerMessage? {
    guard let workload, let shortfall, let streams else { return nil }
    return ManagerMessage(
      target: streams.target, hours: workload.hours, shortfall: shortfall,
      feasibleContacts: shortfall.feasibleCounts.first ?? 0,
      probability: outlook.saidChance)
  }

  /// The days people work from the day of planning on.
  package var workedDays: [PlanDay] { days.filter { $0.isWorked && !$0.isPast } }

  /// The customers of one class, in order.
  package func customers(of customerClass: CustomerClass) -> [PlannedCustomer] {
    customers.filter { $0.classification.customerClass == customerClass }
  }
}
