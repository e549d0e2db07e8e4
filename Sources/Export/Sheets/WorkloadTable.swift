package import SalesMethod

/// What a workload sheet is made of: where the target comes from, what a deal brings, the time there
/// is, and the steps that lead to a deal.
///
/// The sheet computes the rest, so that it follows when a number is changed.
package struct WorkloadTable: Hashable, Sendable {
  /// The parts of the target.
  package struct Target: Hashable, Sendable {
    /// What is to be reached in the period.
    package var target: Money
    /// What is sold in it already.
    package var achieved: Money
    /// What open deals are expected to bring in it.
    package var openPipeline: Money
    /// What customers are expected to order again in it.
    package var repeats: Money
    /// What first orders of those contacted already are expected to bring in it.
    package var inProgress: Money
    /// The part of a usual month that counts where nothing else can be expected.
    package var other: Money
    /// The last day of the period, as it is written: by it the parts are expected; nil where nobody says.
    package var until: String?
    /// What an order is worth, in hundredths of the currency.
    package var dealSize: Rational
    /// Orders of a customer in the period, the first included.
    package var repeatOrders: Rational

    /// Puts a target together; what is not said is nothing.
    package init(
      target: Money, achieved: Money = .zero, openPipeline: Money = .zero, repeats: Money = .zero,
      inProgress: Money = .zero, other: Money = .zero, until: String? = nil, dealSize: Rational,
      repeatOrders: Rational
    ) {
      self.target = target
      self.achieved = achieved
      self.openPipeline = openPipeline
      self.repeats = repeats
      self.inProgress = inProgress
      self.other = other
      self.until = until
      self.dealSize = dealSize
      self.repeatOrders = repeatOrders
    }
  }

  /// One line of the table.
  package struct Step: Hashable, Sendable {
    /// What people call it.
    package var name: String
    /// What its cells are called: `visit` gives `plan.need_visit`.
    package var key: String
    /// How many of `trials` go on to the next stage; nil for the deal and for visits.
    package var rate: Rate?
    /// How many it takes.
    package var needed: Int
    /// The time one takes.
    package var each: WorkingTime
    /// What is laid out for each week, first to last.
    package var perWeek: [Int]
    /// The formula, without `=`, of how often it took place; nil where nobody writes it down.
    var actual: String?

    /// Describes a line.
    package init(
      name: String, key: String, rate: Rate? = nil, needed: Int, each: WorkingTime, perWeek: [Int]
    ) {
      self.name = name
      self.key = key
      self.rate = rate
      self.needed = needed
      self.each = each
      self.perWeek = perWeek
    }
  }

  /// Nil where there is no target to work back from.
  package var target: Target?
  /// The currency as people write it: 元.
  package var currency: String
  /// The working days from the day of planning on.
  package var daysLeft: Int
  /// How many of them are worked for one half.
  package var halfDaysLeft = 0
  /// The working time of a day.
  package var minutesPerDay: Int
  /// The share of it spent selling, in thousandths.
  package var sellingShareThousandths: Int
  /// From the first contact to the deal; empty without a target.
  package var stages: [Step]
  /// The visits to the customers of each class.
  package var visits: [Step]
  /// The weeks with days to work on, by their ISO numbers.
  package var weekNumbers: [Int]
  /// The formula, without `=`, of what was sold meanwhile; nil where nobody writes it down.
  var actualSales: String?

  /// Puts a table together.
  package init(
    target: Target?, currency: String, daysLeft: Int, minutesPerDay: Int,
    sellingShareThousandths: Int, stages: [Step], visits: [Step] = [], weekNumbers: [Int] = []
  ) {
    self.target = target
    self.currency = currency
    self.daysLeft = daysLeft
    self.minutesPerDay = minutesPerDay
    self.sellingShareThousandths = sellingShareThousandths
    self.stages = stages
    self.visits = visits
    self.weekNumbers = weekNumbers
  }

  /// The thousandths of a minute that are left for selling, times two.
  var doubleTimeLeft: Int {
    (daysLeft * 2 - halfDaysLeft) * minutesPerDay * sellingShareThousandths
  }

  /// All lines, the stages first.
  var steps: [Step] { stages + visits }

  /// How many of a stage it takes before rounding up to whole ones: the whole ones of the next
  /// stage by the rate, and at the deal the gap by what a customer is worth.
  func exact(stage index: Int) -> Double {
    if index + 1 < stages.count, let rate = stages[index].rate, rate.successes > 0 {
      return Double(stages[index + 1].needed) * Double(rate.trials) / Double(rate.successes)
    }
    guard let target, target.gap > 0 else { return 0 }
    let value = target.dealSize.double * target.repeatOrders.double
    return value > 0 ? Double(target.gap) / value : 0
  }
}

extension WorkloadTable.Target {
  /// What is left for new customers, in hundredths: never below nothing.
  var gap: Int {
    let parts = [achieved, openPipeline, repeats, inProgress, other]
    return max(0, parts.reduce(target.hundredths) { $0 - $1.hundredths })
  }
}
