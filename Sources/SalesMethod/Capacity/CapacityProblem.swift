/// The work of a plan as capacity sees it.
struct CapacityProblem {
  let rates: [Rate]
  let funnel: [FunnelStage]
  let factors: Factors
  /// What the funnel may take: the hours there are less those of known customers.
  let budget: WorkingTime
  let gap: Money
  /// What each stage needs now.
  let counts: [Int]

  private func fits(_ counts: [Int]) throws(MethodFailure) -> Bool {
    try BackSolving.time(for: counts, funnel: funnel) <= budget
  }

  /// The largest number up to a limit for which something fits; nil where not even the least does.
  private func largest(
    from least: Int, through limit: Int, _ suffices: (Int) throws(MethodFailure) -> Bool
  ) throws(MethodFailure) -> Int? {
    guard least <= limit, try suffices(least) else { return nil }
    var (low, high) = (least, limit + 1)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try suffices(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// The most customers whose back-solved work fits.
  func feasibleCustomers() throws(MethodFailure) -> Int {
    let most = try largest(from: 0, through: counts[counts.count - 1]) {
      count throws(MethodFailure) in
      try fits(BackSolving.counts(for: count, rates: rates))
    }
    return most ?? 0
  }

  /// How many times as much a customer must bring so that the feasible ones suffice.
  func valueLever(_ kind: Lever.Kind, feasible: Int) throws(MethodFailure) -> Lever {
    guard feasible > 0 else { return Lever(kind: kind, effect: .insufficient) }
    let factor =
      try Rational(gap.hundredths) / (try factors.customerValue() * Rational(feasible))
    return Lever(kind: kind, effect: .times(max(factor, Rational(1))))
  }

  /// How many times as high one step's rate must be, 1 at most, with everything else as it is.
  func conversionLever(_ step: Int, from: String, to: String) throws(MethodFailure) -> Lever {
    let kind = Lever.Kind.conversion(from: from, to: to)
    let wanted = counts[step + 1]
    let found = try largest(from: wanted, through: max(wanted, counts[step])) {
      count throws(MethodFailure) in
      let before = try BackSolving.counts(for: count, rates: Array(rates.prefix(step)))
      return try fits(before + counts.suffix(from: step + 1))
    }
    guard let found, found > 0 else { return Lever(kind: kind, effect: .insufficient) }
    let factor =
      try Rational(wanted) * Rational(rates[step].trials)
      / (try Rational(rates[step].successes) * Rational(found))
    return Lever(kind: kind, effect: .times(factor))
  }
}
