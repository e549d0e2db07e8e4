/// Everything a forecast is computed from.
struct ForecastInput {
  /// The conversion as it was counted.
  var rate: Rational
  var belief: ConversionBelief
  var overdispersion: Overdispersion
  var factors: Factors
  /// What must still be reached.
  var target: Money
  /// The target of the period, which decides how finely amounts are counted.
  var wholeTarget: Money?
  /// The first contacts.
  var contacts: Int
  /// The first contacts by the share of them that can have bought by the end of the period; nil
  /// where the sales cycle is not known.
  var groups: [(contacts: Int, share: Double)]?
  /// Open deals and repeat orders.
  var others: [OtherPart] = []
  /// The confidence asked for, from 0 to 1.
  var confidence: Double
  /// The first contacts that fit into the hours, where not all do.
  var feasibleContacts: Int?
  /// What the work for the contacts takes.
  var time: WorkingTime = .zero

  /// An amount beside new customers with its chances.
  struct OtherPart {
    var amount: Rational
    var inPeriod: Double
    var ever: Double
  }
}
