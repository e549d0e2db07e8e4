/// Everything about the method that a workspace may decide: the rules as data, with the defaults of
/// the documentation.
package struct MethodSettings: Hashable, Sendable {
  /// How customers are classified.
  package var man: ManRule
  /// How often a customer of a class is met.
  package var cadence: Cadence
  /// The stages from the first contact to the deal, and the time each takes.
  package var funnel: [FunnelStage]
  /// How work is spread over the days.
  package var layout: LayoutSettings
  /// How history becomes rates, and which confidence the plan aims at.
  package var estimate: EstimateSettings
  /// Which working calendar holds.
  package var calendar: CalendarSettings
  /// The code of the currency: `CNY`.
  package var currency: String
  /// The bounds the checks of goals use.
  package var goals: GoalSettings

  package init(
    man: ManRule = ManRule(), cadence: Cadence = Cadence(),
    funnel: [FunnelStage] = FunnelStage.standard, layout: LayoutSettings = LayoutSettings(),
    estimate: EstimateSettings = EstimateSettings(),
    calendar: CalendarSettings = CalendarSettings(), currency: String = "CNY",
    goals: GoalSettings = GoalSettings()
  ) {
    self.man = man
    self.cadence = cadence
    self.funnel = funnel
    self.layout = layout
    self.estimate = estimate
    self.calendar = calendar
    self.currency = currency
    self.goals = goals
  }
}

/// How work is spread over the days of a period.
package struct LayoutSettings: Hashable, Sendable {
  /// Even, or more at the start: three times as much on the first day as on the last.
  package enum Shape: String, Hashable, Sendable, CaseIterable { case even, front }

  package var shape: Shape
  /// Working days at the end of the period without new contacts.
  package var buffer: Int

  package init(shape: Shape = .even, buffer: Int = 0) {
    self.shape = shape
    self.buffer = buffer
  }
}

/// How history becomes rates.
package struct EstimateSettings: Hashable, Sendable {
  /// The window: so many whole calendar months before the day of planning.
  package var months: Int
  /// The confidence of the second column of the workload, in thousandths.
  package var confidenceThousandths: Int

  package init(months: Int = 6, confidenceThousandths: Int = 800) {
    self.months = months
    self.confidenceThousandths = confidenceThousandths
  }
}

/// Which working calendar holds.
package struct CalendarSettings: Hashable, Sendable {
  /// The country whose holidays are built in (`CN`); any other needs a calendar table.
  package var country: String
  /// Whether a year may be used whose holidays are not announced yet.
  package var allowsProvisional: Bool

  package init(country: String = "CN", allowsProvisional: Bool = true) {
    self.country = country
    self.allowsProvisional = allowsProvisional
  }
}

/// The bounds the checks of goals use.
package struct GoalSettings: Hashable, Sendable {
  /// How the members' targets may sum up against their team's, in thousandths of the team's.
  package var assignmentThousandths: ClosedRange<Int>
  /// How far an amount may lie from quantity × average price, in thousandths of the amount.
  package var priceToleranceThousandths: Int
  /// The largest discount on the list price, in thousandths of it.
  package var largestDiscountThousandths: Int
  /// Utilisation up to which a plan has room, in thousandths.
  package var comfortableThousandths: Int

  package init(
    assignmentThousandths: ClosedRange<Int> = 1000...1150, priceToleranceThousandths: Int = 50,
    largestDiscountThousandths: Int = 100, comfortableThousandths: Int = 850
  ) {
    self.assignmentThousandths = assignmentThousandths
    self.priceToleranceThousandths = priceToleranceThousandths
    self.largestDiscountThousandths = largestDiscountThousandths
    self.comfortableThousandths = comfortableThousandths
  }
}
