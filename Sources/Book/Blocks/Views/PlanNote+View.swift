package import SalesMethod

extension PlanNote {
  /// The view of a plan that a note stands at.
  package enum View: Hashable, Sendable {
    case goal, customers, formula, workload, forecast, pareto, calendar
  }

  /// Where the note stands, so that each is printed once on a page with every view.
  package var view: View {
    switch self {
    case .noAmountGoal, .goalMissing, .targetIsShare, .outlook: .goal
    case .noRate, .noFactors, .ratePooled, .rateGiven, .noSuccess, .stageSkipped,
      .factorsPooled, .fewOrders, .returnsBeyondOrders, .factorsGiven, .recentLeftOut,
      .windowWidened, .conversionByLifeTable, .conversionByStages:
      .formula
    case .provisionalCalendar, .noWorkdayLeft, .allWorkLaidOut: .calendar
    case .missingTable(_, without: let part): part.view
    case .daysOverCap, .fewMonths, .orderSizesUnknown, .forecastTooLarge,
      .confidenceOutOfReach:
      .workload
    case .lagUnknown: .forecast
    case .fewCustomers: .pareto
    }
  }
}

extension PlanNote.Part {
  fileprivate var view: PlanNote.View {
    switch self {
    case .goal, .openPipeline, .repeatOrders, .collections: .goal
    case .customers, .authority, .attention: .customers
    }
  }
}
