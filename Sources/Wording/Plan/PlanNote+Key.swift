package import SalesMethod

extension PlanNote {
  /// The note's name in the plan as data.
  ///
  ///     PlanNote.noWorkdayLeft.key  // "no_workday_left"
  package var key: String {
    switch self {
    case .missingTable: "missing_table"
    case .noAmountGoal: "no_amount_goal"
    case .goalMissing: "goal_missing"
    case .targetIsShare: "target_is_share"
    case .noRate: "no_rate"
    case .noFactors: "no_factors"
    case .ratePooled: "rate_pooled"
    case .rateGiven: "rate_given"
    case .noSuccess: "no_success"
    case .stageSkipped: "stage_skipped"
    case .factorsPooled: "factors_pooled"
    case .fewOrders: "few_orders"
    case .returnsBeyondOrders: "returns_beyond_orders"
    case .factorsGiven: "factors_given"
    case .recentLeftOut: "recent_left_out"
    case .windowWidened: "window_widened"
    case .conversionByLifeTable: "conversion_by_life_table"
    case .conversionByStages: "conversion_by_stages"
    case .outlook(let note): note.key
    case .provisionalCalendar: "provisional_calendar"
    case .daysOverCap: "days_over_cap"
    case .allWorkLaidOut: "all_work_laid_out"
    case .lagUnknown: "lag_unknown"
    case .fewMonths: "few_months"
    case .orderSizesUnknown: "order_sizes_unknown"
    case .forecastTooLarge: "forecast_too_large"
    case .confidenceOutOfReach: "confidence_out_of_reach"
    case .fewCustomers: "few_customers"
    case .noWorkdayLeft: "no_workday_left"
    }
  }
}

extension OutlookNote {
  /// The note's name in the plan as data.
  fileprivate var key: String {
    switch self {
    case .wonDealsStandIn: "won_deals_stand_in"
    case .today: "sold_today"
    case .laterOrders: "later_orders"
    case .laterDeals: "later_deals"
    case .tooFewEvents: "too_few_events"
    case .recordTooShort: "record_too_short"
    case .metBeforeRecords: "met_before_records"
    case .dealsWithoutChance: "deals_without_chance"
    case .dealsTooNew: "deals_too_new"
    case .dealsOverdue: "deals_overdue"
    case .dealsRefined: "deals_refined"
    case .dealsByAge: "deals_by_age"
    case .neverWell: "never_well"
    case .wonWithoutOrder: "won_without_order"
    case .unusedRows: "unused_rows"
    case .sizesOfTeam: "sizes_of_team"
    case .chanceUnsaid: "chance_unsaid"
    case .spreadAssumed: "spread_assumed"
    case .recordIsOfToday: "record_is_of_today"
    case .scaled: "scaled"
    }
  }
}
