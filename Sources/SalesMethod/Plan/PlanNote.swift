/// Something a reader should know about the numbers of a plan: what is missing, what was taken from
/// elsewhere, what is uncertain.
package enum PlanNote: Hashable, Sendable {
  /// What a plan cannot show without a table.
  package enum Part: String, Hashable, Sendable, CaseIterable {
    case goal, customers, openPipeline, repeatOrders, collections, authority, attention
  }

  /// The table is not there, so the part is not computed.
  case missingTable(String, without: Part)
  /// The person has no amount goal that touches the period.
  case noAmountGoal
  /// The goals within the period leave this month out, so that they are no target for all of it.
  case goalMissing(month: DayRange)
  /// The target is this share, by working days, of a goal for a longer time.
  case targetIsShare(of: String)
  /// There is no history and no given rate for a step of the funnel.
  case noRate(from: String, to: String)
  /// The new customers have no order left after returns, and no deal size was given.
  case noFactors
  /// A step of the funnel uses the history of others.
  case ratePooled(from: String, to: String, team: String?)
  /// The step's rate was typed by hand.
  case rateGiven(from: String, to: String)
  /// Nothing succeeded at a step yet: a cautious rate stands in.
  case noSuccess(from: String, to: String, working: Rate)
  /// More reached the later stage than the earlier: some work was not written down.
  case stageSkipped(from: String, to: String)
  /// Deal size and repeats come from the history of others.
  case factorsPooled(team: String?, ownOrders: Int)
  /// Deal size and repeats come from so few orders, and nobody has more.
  case fewOrders(Int)
  /// So many customers returned more than their orders: this much of the returns is in no deal size.
  case returnsBeyondOrders(customers: Int, amount: Money)
  /// Deal size and repeats were typed by hand.
  case factorsGiven
  /// So many customers are too recent to judge: by that age nine in ten of a year's first orders have come.
  case recentLeftOut(count: Int, days: Int)
  /// The window of the settings holds fewer than twenty customers who are old enough: so many months are
  /// counted, or everything where `months` is nil, with so many customers.
  case windowWidened(months: Int?, customers: Int)
  /// Nobody is old enough to be counted: the share that the life table of first orders expects within a year
  /// stands in.
  case conversionByLifeTable(share: Rational, days: Int)
  /// The same, where the life table expects more than the stages on record let through: no more than what they
  /// come to stands in.
  case conversionByStages(share: Rational, days: Int)
  /// What the outlook by the period's end leaves out, and why.
  case outlook(OutlookNote)
  /// The holidays of the year may still change.
  case provisionalCalendar(year: Int)
  /// On these days there is more work than time.
  case daysOverCap([Day])
  /// The days hold all the first contacts that the gap asks for; fewer fit beside the visits to customers, and
  /// only those are expected to bring anything.
  case allWorkLaidOut(asked: Int, fit: Int)
  /// Fewer than five sales cycles are known: nothing can be said about when deals close.
  case lagUnknown
  /// The months are too few to see how much they differ.
  case fewMonths(Int)
  /// Only the mean order size is known: its spread is not in the forecast.
  case orderSizesUnknown
  /// The target is too far from one order to be counted exactly.
  case forecastTooLarge
  /// No number of first contacts reaches the confidence asked for.
  case confidenceOutOfReach
  /// Too few customers for a statement about 80 and 20.
  case fewCustomers(Int)
  /// No working day is left in the period.
  case noWorkdayLeft
}
