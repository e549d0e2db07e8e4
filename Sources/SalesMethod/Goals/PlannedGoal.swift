/// A goal of a plan.
package struct PlannedGoal: Hashable, Sendable {
  package let goal: Goal
  /// What was reached before the day of planning, in hundredths of the goal's unit; nil where the
  /// data cannot say.
  package let actualHundredths: Int?
  /// What SMART+C says of it.
  package let checks: [GoalCheck]
}

extension PlannedGoal {
  /// A goal with what was reached of it and what the checks say.
  init(_ context: GoalContext) throws(MethodFailure) {
    var actual: Int?
    if context.actual.hasSource,
      let range = DayRange(from: context.goal.start, through: context.goal.end)
    {
      actual = try context.actual.hundredths(in: range)
    }
    self.init(goal: context.goal, actualHundredths: actual, checks: try context.checks())
  }
}
