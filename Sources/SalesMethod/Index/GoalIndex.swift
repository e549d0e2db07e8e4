/// The goals by id, by owner and by parent, each list in the order of the table: a company's goals are
/// many, and each is asked for its parent, its parts and its owner's others.
struct GoalIndex: Sendable {
  private var first: [String: Goal] = [:]
  private var owned: [String: [Goal]] = [:]
  private var parts: [String: [Goal]] = [:]

  init(_ goals: [Goal]) {
    for goal in goals {
      if first[goal.id] == nil { first[goal.id] = goal }
      owned[goal.owner, default: []].append(goal)
      if let parent = goal.parent { parts[parent, default: []].append(goal) }
    }
  }

  /// The goal of an id: the first of several.
  subscript(id: String) -> Goal? { first[id] }

  /// The goals of a member, a team or the company.
  func owned(by owner: String) -> [Goal] { owned[owner] ?? [] }

  /// The goals of an owner that touch a range.
  func owned(by owner: String, touching range: DayRange) -> [Goal] {
    owned(by: owner).filter { $0.start <= range.end && $0.end >= range.start }
  }

  /// The goals that name a goal as their parent.
  func parts(of id: String) -> [Goal] { parts[id] ?? [] }
}
