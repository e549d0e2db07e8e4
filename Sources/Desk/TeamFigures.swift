package import SalesMethod

/// What a page about teams may see: the sums of one team or of all, and who belongs where.
package struct TeamFigures: Hashable, Sendable {
  /// One team and its members, in the order of the tables.
  package struct Group: Hashable, Sendable {
    /// The team's id; nil for members who belong to none.
    package let id: String?
    /// The team's name; empty for members who belong to no team.
    package let name: String
    /// Its members; none where the reader may not see them.
    package let members: [Member]
    /// How many they are.
    package let count: Int

    /// A team with some of its members.
    package init(id: String?, name: String, members: [Member], count: Int) {
      self.id = id
      self.name = name
      self.members = members
      self.count = count
    }
  }

  /// The sums of a team and the days they are about.
  package struct Sums: Hashable, Sendable {
    /// The sums.
    package let summary: TeamSummary
    /// The working days of the period.
    package let workdays: Int
    /// Whom the sums are of.
    package let coverage: Covering
    /// The goals from the company down to the page's team; where people are not named, also of those below it.
    package let goals: [GoalStep]
    /// The sums of each team inside that has a line on the page, by its id; none where people are not named.
    package let subtotals: [String: TeamSubtotal]
    /// The largest open deals under codes; none where there is no key, or too few of them.
    package let listedDeals: [ListedDeal]
  }

  /// Whom sums are of.
  package enum Covering: Hashable, Sendable {
    /// Everybody, each by name.
    case everybody
    /// People who are not named, as far as no one of them can be known by the sums.
    case without(Coverage)

    /// What may be told where nobody is named; nil where everybody is.
    package var limits: Coverage? {
      if case .without(let coverage) = self { coverage } else { nil }
    }
  }

  /// What sums without names tell.
  package struct Coverage: Hashable, Sendable {
    /// How many people they are of; 0 where they were fewer than three, and nothing is told.
    package let people: Int
    /// How many of the team are in no sum, because they would be known by it.
    package let leftOut: Int
    /// Whether it is told what was sold: three customers or more bought, or none.
    package let tellsWon: Bool
    /// Whether it is told what is expected: what was sold is told, and three customers or more may still buy, or
    /// none.
    package let tellsExpected: Bool
    /// Whether it is told what was sold in each week.
    package let tellsWeeks: Bool
    /// Whether it is told how many customers each class has.
    package let tellsClasses: Bool
  }

  /// The sums of the page's team, or of everybody.
  package let sums: Result<Sums, PlanProblem>
  /// The members by team; a page about one team has that one.
  package let roster: Result<[Group], PlanProblem>
  /// The lines in which people are listed; where they are not named, of the teams alone.
  package let lines: TeamLines
}

/// An open deal as a page of a team lists it: nothing by which its customer or its owner could be known.
package struct ListedDeal: Hashable, Sendable {
  /// What the customer is called: `客户-A07`.
  package let customer: String
  package let customerClass: CustomerClass?
  package let band: AmountBand
  /// The first day of the month that it is expected in; nil where nobody has said.
  package let month: Day?
  /// Whether its date has passed.
  package let isOverdue: Bool
}

/// A member's plan for a period.
package struct FiguresKey: Hashable, Sendable {
  /// The member's id.
  package let member: String
  /// The period.
  package let period: Period

  /// Names a plan.
  package init(member: String, period: Period) {
    self.member = member
    self.period = period
  }
}
