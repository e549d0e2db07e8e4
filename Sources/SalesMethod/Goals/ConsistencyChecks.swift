extension GoalContext {
  private func sum(of goals: [Goal]) throws(MethodFailure) -> Int {
    try total(goals.map { Money(hundredths: $0.targetHundredths) }).hundredths
  }

  private func isSameTime(_ other: Goal) -> Bool {
    other.start == goal.start && other.end == goal.end
  }

  /// C1: the goals below a team's goal add up to it, a little more allowed.
  ///
  /// A member's goal is checked together with the others under the same parent; where there is one other, the
  /// sum would tell the member what the other's goal is, and is for those who manage both.
  func assignment() throws(MethodFailure) -> GoalCheck? {
    let isAbove = index.goals.parts(of: goal.id).contains { $0.owner != goal.owner }
    let parent = goal.parent.flatMap { index.goals[$0] }.flatMap {
      $0.owner == goal.owner ? nil : $0
    }
    guard let above = isAbove ? goal : parent, above.metric == goal.metric,
      above.targetHundredths > 0
    else { return nil }
    let parts = index.goals.parts(of: above.id).filter {
      $0.metric == above.metric && $0.owner != above.owner
        && $0.start == above.start && $0.end == above.end
    }
    let others = Set(parts.map(\.owner)).subtracting([goal.owner])
    guard !parts.isEmpty, isAbove || others.count != 1,
      let ratio = Rational(try sum(of: parts), over: above.targetHundredths)
    else { return nil }
    let bounds = settings.assignmentThousandths
    let (low, high) = (Double(bounds.lowerBound) / 1000, Double(bounds.upperBound) / 1000)
    let thousandths = try ratio * Rational(1000)
    let isWithin =
      Rational(bounds.lowerBound) <= thousandths && thousandths <= Rational(bounds.upperBound)
    return GoalCheck(
      .c1, isWithin ? .pass : ratio < Rational(1) ? .fail : .warn,
      .assignment(ratio: ratio.double, low: low, high: high))
  }

  /// The same owner's goal for a quantity at the same time and of the same scope.
  private var quantityGoal: Goal? {
    index.goals.owned(by: goal.owner).first {
      $0.metric == .quantity && isSameTime($0) && $0.scope == goal.scope
        && $0.targetHundredths > 0
    }
  }

  /// C2: the amount is the quantity times the mean price.
  func priceTimesQuantity() throws(MethodFailure) -> GoalCheck? {
    guard goal.metric == .amount else { return nil }
    guard let quantity = quantityGoal, let price = try meanPrice(for: quantity) else {
      return GoalCheck(.c2, .ask, .noPriceToCompare)
    }
    let expected = price * Double(quantity.targetHundredths) / 100
    let tolerance = target * Double(settings.priceToleranceThousandths) / 1000
    return GoalCheck(
      .c2, (target - expected).magnitude <= tolerance ? .pass : .warn,
      .priceTimesQuantity(amount: target, expected: expected, price: price))
  }

  /// The mean amount for one of a quantity goal's units, over the window.
  private func meanPrice(for quantity: Goal) throws(MethodFailure) -> Double? {
    let window = EstimationWindow(
      months: plan.settings.estimate.months, before: plan.known)
    guard let first = window.months.first,
      let range = DayRange(from: first.start, through: plan.known)
    else { return nil }
    var money = goal
    money.metric = .amount
    func reached(_ goal: Goal) throws(MethodFailure) -> Int {
      try GoalActual(goal: goal, members: members, index: index, asOf: plan.known)
        .hundredths(in: range)
    }
    let (amount, count) = (try reached(money), try reached(quantity))
    return amount > 0 && count > 0 ? Double(amount) / Double(count) : nil
  }

  /// C3: the implied price respects the floor, and the discount the policy.
  func pricePolicy() -> GoalCheck? {
    guard goal.metric == .amount else { return nil }
    guard let quantity = quantityGoal, let product, let floor = product.floorPrice else {
      return GoalCheck(.c3, .ask, .noPricePolicy)
    }
    let price = Double(goal.targetHundredths) / Double(quantity.targetHundredths)
    let least = Double(floor.hundredths) / 100
    guard price >= least else {
      return GoalCheck(.c3, .fail, .priceBelowFloor(price: price, floor: least))
    }
    let largest = Double(settings.largestDiscountThousandths) / 1000
    if let list = product.listPrice, list > .zero {
      let discount = 1 - price / (Double(list.hundredths) / 100)
      if discount > largest {
        return GoalCheck(.c3, .warn, .discount(share: discount, largest: largest))
      }
    }
    return GoalCheck(.c3, .pass, .priceAboveFloor(price: price, floor: least))
  }

  private var product: Product? { index.records.products.first { $0.id == goal.scope } }

  /// C4: the same owner's goals for shorter times add up exactly.
  func partsAdd() throws(MethodFailure) -> GoalCheck? {
    let parts = index.goals.parts(of: goal.id).filter {
      $0.owner == goal.owner && $0.metric == goal.metric
    }
    guard !parts.isEmpty else { return nil }
    let reached = try sum(of: parts)
    let value = Double(reached) / 100
    return reached == goal.targetHundredths
      ? GoalCheck(.c4, .pass, .partsAdd(sum: value, target: target))
      : GoalCheck(.c4, .fail, .partsDiffer(sum: value, target: target))
  }

  /// C5: no more is to be collected than falls due; nil where nobody knows what does.
  func collectable() throws(MethodFailure) -> GoalCheck? {
    guard goal.metric == .collections, actual.hasSource else { return nil }
    var due = Money.zero
    for member in members {
      for customer in index.customersOfMember[member] {
        for position in index.receivablesOfCustomer[customer] {
          let receivable = index.records.receivables[position]
          guard receivable.due <= goal.end else { continue }
          due = try total([due, receivable.outstanding(before: goal.start)])
        }
      }
    }
    let sales = index.goals.owned(by: goal.owner).first { $0.metric == .amount && isSameTime($0) }
    let share = Rational(goal.payableShareThousandths ?? 0, over: 1000) ?? .zero
    let fromSales = try Rational(sales?.targetHundredths ?? 0) * share
    let limit = try Rational(due.hundredths) + fromSales
    let (dueUnits, salesUnits) = (Double(due.hundredths) / 100, fromSales.double / 100)
    return Rational(goal.targetHundredths) <= limit
      ? GoalCheck(
        .c5, .pass, .collectable(target: target, due: dueUnits, fromSales: salesUnits))
      : GoalCheck(
        .c5, .fail, .notCollectable(target: target, due: dueUnits, fromSales: salesUnits))
  }

  /// C6: everything one person means to do fits into the hours.
  func goalsFit() throws(MethodFailure) -> GoalCheck? {
    guard personal != nil, let hours else { return nil }
    let needed = try (hours.needed + plannedTime(onlyThis: false)).hours.double
    let available = hours.available.hours.double
    return needed <= available
      ? GoalCheck(.c6, .pass, .goalsFit(needed: needed, available: available))
      : GoalCheck(.c6, .fail, .goalsCompete(needed: needed, available: available))
  }

  /// C7: every A customer has the visits of the cadence.
  func cadence() -> GoalCheck? {
    guard let personal, goal.metric == .amount, personal.classCounts.total > 0 else { return nil }
    let missing = personal.unplaced.filter { $0.customerClass == .a }.reduce(0) { $0 + $1.missing }
    return missing == 0
      ? GoalCheck(.c7, .pass, .cadenceKept(customers: personal.classCounts.a))
      : GoalCheck(.c7, .warn, .cadenceBroken(visits: missing))
  }

  /// C8: what is sold is a lead or new product, promoted at the time.
  func strategy() -> GoalCheck? {
    guard goal.dimension == .performance || goal.metric == .promotion else { return nil }
    guard let product, product.kind == .lead || product.kind == .new else {
      return GoalCheck(.c8, .ask, .strategyAsked)
    }
    let starts = product.promotionStart ?? goal.start
    let ends = product.promotionEnd ?? goal.end
    return starts <= goal.end && ends >= goal.start
      ? GoalCheck(.c8, .pass, .promotionInPeriod(product.id))
      : GoalCheck(.c8, .warn, .promotionOutside(product.id))
  }
}
