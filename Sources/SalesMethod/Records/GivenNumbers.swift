/// A conversion rate given by hand, where there is no history.
package struct GivenRate: Hashable, Sendable {
  /// The member or team it is for; nil for all.
  package var owner: String?
  /// The stage of the funnel it starts from.
  package var from: String
  /// The stage it leads to.
  package var to: String
  package var successes: Int
  package var trials: Int
  package var row: Row

  package init(
    owner: String? = nil, from: String, to: String, successes: Int, trials: Int, row: Row
  ) {
    self.owner = owner
    self.from = from
    self.to = to
    self.successes = successes
    self.trials = trials
    self.row = row
  }
}

/// Deal size and repeat purchases given by hand, where there is no history.
package struct GivenFactors: Hashable, Sendable {
  /// The member or team they are for; nil for all.
  package var owner: String?
  package var dealSize: Money
  /// Orders of a customer in the period, the first included, in thousandths: 1.25 is 1250.
  package var repeatThousandths: Int
  package var row: Row

  package init(owner: String? = nil, dealSize: Money, repeatThousandths: Int, row: Row) {
    self.owner = owner
    self.dealSize = dealSize
    self.repeatThousandths = repeatThousandths
    self.row = row
  }
}
