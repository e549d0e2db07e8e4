/// Everything the checks of one goal look at.
struct GoalContext {
  let goal: Goal
  /// The numbers of the members it is for.
  let members: [Int]
  let plan: PlanBasis
  /// The hours of the plan, or of the team's plans.
  let hours: HoursBalance?
  /// What only one person's plan knows.
  var personal: Personal?

  /// The parts of one person's plan.
  struct Personal {
    let workload: Workload?
    /// The chance of the plan, or why none is said.
    let chance: PeriodOutlook.Chance?
    let lag: LagReport?
    let unplaced: [UnplacedVisits]
    let classCounts: ClassCounts
  }

  var index: RecordIndex { plan.index }
  var settings: GoalSettings { plan.settings.goals }
  var period: DayRange { plan.period.range }
  var actual: GoalActual {
    GoalActual(goal: goal, members: members, index: index, asOf: plan.known)
  }
  var target: Double { Double(goal.targetHundredths) / 100 }

  /// Whether the plan's target is taken from this goal, so that its workload and its forecast speak of
  /// it.
  var isPlanned: Bool {
    MemberTarget.sources(index.goals.owned(by: goal.owner), of: period).contains {
      $0.id == goal.id
    }
  }

  /// The hours of activities planned in the period that name a goal of the same owner, this one or
  /// any other.
  func plannedTime(onlyThis: Bool) throws(MethodFailure) -> WorkingTime {
    var time = WorkingTime.zero
    for member in members {
      for customer in index.customersOfMember[member] {
        for position in index.activitiesOfCustomer[customer] {
          let activity = index.records.activities[position]
          guard period.contains(activity.date), let named = activity.goal,
            onlyThis ? named == goal.id : true
          else { continue }
          time = try time + plan.settings.time(of: activity)
        }
      }
    }
    return time
  }

  /// The checks that apply to the goal, in the order of their ids.
  func checks() throws(MethodFailure) -> [GoalCheck] {
    let baseline = try GoalBaseline(actual, calendar: plan.calendar, before: plan.known)
    var checks: [GoalCheck] = []
    for id in GoalCheck.ID.allCases {
      if let check = try check(id, baseline) { checks.append(check) }
    }
    return checks
  }

  private func check(
    _ id: GoalCheck.ID, _ history: GoalBaseline?
  ) throws(MethodFailure) -> GoalCheck? {
    switch id {
    case .s1: specific()
    case .s2: concrete()
    case .m1: try measurable()
    case .m2: baseline(history)
    case .a1: againstHistory(history)
    case .a2: probability()
    case .a3: capacity()
    case .r1: parent()
    case .r2: try plannedHours()
    case .r3: GoalCheck(.r3, .ask, .whyAsked(goal.why))
    case .t1: dates()
    case .t2: try milestones()
    case .t3: try closesInTime()
    case .c1: try assignment()
    case .c2: try priceTimesQuantity()
    case .c3: pricePolicy()
    case .c4: try partsAdd()
    case .c5: try collectable()
    case .c6: try goalsFit()
    case .c7: cadence()
    case .c8: strategy()
    }
  }
}
