/// A customer with its class, its worth and what the cadence asks for.
struct ClassifiedCustomer {
  /// The customer's number in the records.
  let number: Int
  let customer: Customer
  let classification: Classification
  let expectedValue: ExpectedValue
  let lastTouch: Day?
  /// Visits of the cadence that are not done yet in the period.
  let wantedVisits: Int

  /// What customers are sorted by.
  fileprivate struct Key {
    let customerClass: CustomerClass
    let value: Money
    let date: Day?
    let id: String
    let position: Int

    /// Likelier classes first, then the more valuable, then the earlier date (undated last), then the
    /// id.
    static func precedes(_ left: Self, _ right: Self) -> Bool {
      if left.customerClass != right.customerClass {
        return left.customerClass < right.customerClass
      }
      if left.value != right.value { return left.value > right.value }
      if left.date != right.date {
        guard let first = left.date else { return false }
        guard let second = right.date else { return true }
        return first < second
      }
      return (left.id, left.position) < (right.id, right.position)
    }
  }

  fileprivate func key(_ position: Int) -> Key {
    Key(
      customerClass: classification.customerClass, value: expectedValue.amount,
      date: customer.closeDate, id: customer.id, position: position)
  }
}

/// Gives a member's customers their classes.
struct CustomerClassifier {
  private let basis: MemberBasis
  private let calibration: Calibration?
  private let ownSegments: [String?: HistoryPool.Segment]
  private var settings: MethodSettings { basis.settings }
  private var index: RecordIndex { basis.index }
  private var asOf: Day { basis.asOf }

  /// Classes by the settings' rule, worth by the measured chances where there are any.
  init(_ basis: MemberBasis, _ calibration: Calibration?) throws(MethodFailure) {
    self.basis = basis
    self.calibration = calibration
    ownSegments = try HistoryPool.segments(basis.histories)
  }

  /// The customers with their classes, likeliest and most valuable first.
  func customers() throws(MethodFailure) -> [ClassifiedCustomer] {
    var result: [ClassifiedCustomer] = []
    for history in basis.histories {
      let customer = history.customer
      let classification = classification(of: history)
      result.append(
        ClassifiedCustomer(
          number: history.number, customer: customer, classification: classification,
          expectedValue: try expectedValue(history, classification),
          lastTouch: history.lastTouch(before: basis.known),
          wantedVisits: wantedVisits(classification.customerClass, history)))
    }
    // Keys are sorted in place of the customers, which are large.
    let keys = zip(result.indices, result).map { $1.key($0) }
    return keys.sorted(by: ClassifiedCustomer.Key.precedes).map { result[$0.position] }
  }

  private func classification(of history: CustomerHistory) -> Classification {
    let (number, customer) = (history.number, history.customer)
    let gaps = segment(customer.segment)?.gaps ?? []
    let evidence = CustomerEvidence(
      contacts: index.contactsOfCustomer[number].map { index.records.contacts[$0] },
      orders: Array(history.orders), overdueDays: overdueDays(of: number),
      segmentGap: gaps.isEmpty ? nil : gaps[(gaps.count - 1) / 2])
    let end = basis.period.range.end
    return Classification(
      LetterReadings(of: customer, evidence, rule: settings.man, asOf: asOf, periodEnd: end),
      close: CloseReading(customer.closeDate, by: settings.man, asOf: asOf, periodEnd: end),
      flags: customer.flags, rule: settings.man)
  }

  /// What is known of a segment: everybody's, where that tells nobody's own, else the member's.
  private func segment(_ name: String?) -> HistoryPool.Segment? {
    basis.pool.segments[name] ?? ownSegments[name]
  }

  private func overdueDays(of number: Int) -> Int? {
    index.receivablesOfCustomer[number].map { index.records.receivables[$0] }
      .filter { $0.outstanding(before: basis.known) > .zero && $0.due < asOf }
      .map { $0.due.days(to: asOf) }.max()
  }

  /// The visits of the class for the period less what was done in it already.
  private func wantedVisits(_ customerClass: CustomerClass, _ history: CustomerHistory) -> Int {
    let perMonth = min(max(0, settings.cadence[customerClass].perMonth), 1000)
    let wanted =
      switch basis.period.kind {
      case .month: perMonth
      case .quarter: perMonth * 3
      case .custom: (perMonth * basis.period.range.count * 2 + 30) / 60
      }
    let done = history.activities.reversed().prefix { $0.date >= basis.period.range.start }.count
    return max(0, wanted - done)
  }

  private func expectedValue(
    _ history: CustomerHistory, _ classification: Classification
  ) throws(MethodFailure) -> ExpectedValue {
    let repeats = basis.factors?.ordersPerBuyer ?? Rational(1)
    let (value, source) = try value(history, repeats)
    let chance = ClassChance(classification.customerClass, calibration, settings.man.chances)
    return try ExpectedValue(chance, value: value, source)
  }

  private func value(
    _ history: CustomerHistory, _ repeats: Rational
  ) throws(MethodFailure) -> (Money, ExpectedValue.ValueSource) {
    if let hint = history.customer.valueHint { return (hint, .hint) }
    func worth(_ net: Int, of orders: Int) throws(MethodFailure) -> Money? {
      guard net > 0, let mean = Rational(net, over: orders) else { return nil }
      return Money(hundredths: try (mean * repeats).rounded)
    }
    var net = 0
    let purchases = history.net.sizes
    for purchase in purchases { net = try sum(net, purchase) }
    if let own = try worth(net, of: purchases.count) { return (own, .ownOrders) }
    if let segment = segment(history.customer.segment),
      let amount = try worth(segment.netAmount, of: segment.orders)
    {
      return (amount, .segment)
    }
    guard let factors = basis.factors else { return (.zero, .none) }
    return (Money(hundredths: try factors.customerValue().rounded), .team)
  }
}
