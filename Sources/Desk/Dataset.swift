import SalesMethod

/// The records of the workspace or of one example, indexed.
struct Dataset: Sendable {
  /// The name of the example; nil for the workspace's own data.
  let name: String?
  /// Where its tables are, from the workspace's root.
  let folder: String
  /// The records, grouped by whom they belong to.
  let index: RecordIndex

  /// The members' ids, in the order of the table.
  var memberIds: [String] { index.members.map(\.id) }

  /// The days of the first goal: what an example is about where the page does not say.
  var firstGoalPeriod: Period? {
    guard let goal = index.records.goals.first,
      let range = DayRange(from: goal.start, through: goal.end)
    else { return nil }
    let month = DayRange.month(goal.start.month, of: goal.start.year)
    return month == range
      ? Period.month(goal.start.month, of: goal.start.year) : Period.custom(range)
  }

  /// The member who is meant: the one named, or the only one.
  func member(_ id: String?) -> Result<String, PlanProblem> {
    if let id {
      return index.member(id) == nil
        ? .failure(.unknownMember(id, known: memberIds)) : .success(id)
    }
    return index.members.count == 1
      ? .success(index.members[0].id) : .failure(.whichMember(known: memberIds))
  }
}
