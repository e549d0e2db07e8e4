/// A goal of a member, a team or the company.
package struct Goal: Hashable, Sendable {
  package enum Dimension: String, Hashable, Sendable, CaseIterable {
    case performance, organisation
  }
  package enum Metric: String, Hashable, Sendable, CaseIterable {
    case amount, quantity, collections, problems, promotion
  }
  /// What a goal for a quantity counts.
  package enum Counted: String, Hashable, Sendable, CaseIterable {
    /// Customers who order for the first time.
    case newCustomers
    case orders
    /// The quantities of the orders.
    case pieces
  }
  package enum Better: String, Hashable, Sendable, CaseIterable { case more, less }

  /// The owner of the company's goals: `company`, which is no member's id and no team's.
  package static let company = "company"

  /// A part of the goal and the day it is due.
  package struct Milestone: Hashable, Sendable {
    package var date: Day
    /// The part due by then, in hundredths of the goal's unit.
    package var targetHundredths: Int

    package init(date: Day, targetHundredths: Int) {
      self.date = date
      self.targetHundredths = targetHundredths
    }
  }

  package var id: String
  /// The id of a member or a team, or ``company``.
  package var owner: String
  package var dimension: Dimension
  package var metric: Metric
  /// The target in hundredths of its unit: 350,000 元 is 35,000,000.
  package var targetHundredths: Int
  package var unit: String?
  /// What is counted where the metric is a quantity: it was decided by the unit where the goal was read.
  package var counted: Counted
  package var better: Better
  package var start: Day
  package var end: Day
  package var parent: String?
  package var scope: String?
  /// Why it matters to its owner.
  package var why: String?
  /// The share of sales payable within the period, in thousandths.
  package var payableShareThousandths: Int?
  package var milestones: [Milestone]
  package var row: Row

  package init(
    id: String, owner: String, dimension: Dimension, metric: Metric, targetHundredths: Int,
    unit: String? = nil, counted: Counted = .pieces, better: Better = .more, start: Day, end: Day,
    parent: String? = nil,
    scope: String? = nil, why: String? = nil, payableShareThousandths: Int? = nil,
    milestones: [Milestone] = [], row: Row
  ) {
    self.id = id
    self.owner = owner
    self.dimension = dimension
    self.metric = metric
    self.targetHundredths = targetHundredths
    self.unit = unit
    self.counted = counted
    self.better = better
    self.start = start
    self.end = end
    self.parent = parent
    self.scope = scope
    self.why = why
    self.payableShareThousandths = payableShareThousandths
    self.milestones = milestones
    self.row = row
  }
}
