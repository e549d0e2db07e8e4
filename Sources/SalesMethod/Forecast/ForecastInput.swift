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
  /// What else is expected by the end of the period: open deals, existing customers, contacts in
  /// progress.
  var others: [OtherPart] = []
  /// The confidence asked for, from 0 to 1.
  var confidence: Double
  /// The first contacts that fit into the hours, where not all do.
  var feasibleContacts: Int?
  /// What the work for the contacts takes.
  var time: WorkingTime = .zero

  /// An amount beside new customers with its chance.
  struct OtherPart {
    var amount: Rational
    var chance: Double
  }
}
