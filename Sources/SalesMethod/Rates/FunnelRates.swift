/// Where an estimate comes from.
package enum EstimateSource: Hashable, Sendable {
  /// The member's own history.
  case own
  /// A row typed by hand.
  case given(Row)
  /// The history of the member's team, or of everybody where `team` is nil.
  case pooled(team: String?)
  /// What the life table of first orders expects within a year, over the steps before.
  case lifeTable
}

/// The conversion from one stage to the next.
package struct StageRate: Hashable, Sendable {
  package let from: String
  package let to: String
  /// What was counted or given.
  package let rate: Rate
  /// What back-solving divides by: the same, but for a stage without success.
  package let working: Rate
  package let source: EstimateSource

  /// Whether nothing succeeded yet, so that the working rate is the Jeffreys mean.
  package var isWithoutSuccess: Bool { rate.successes == 0 }
}

/// From the first contact to the deal.
package enum Conversion: Hashable, Sendable {
  /// So many of so many: evidence that carries an estimation error.
  case counted(Rate)
  /// The product of rates from different sources, taken as it is.
  case composed(Rational)

  /// The share, nothing succeeded read as nothing.
  package var share: Rational {
    switch self {
    case .counted(let rate): rate.share ?? .zero
    case .composed(let share): share
    }
  }
}

/// The conversions of the whole funnel.
package struct FunnelRates: Hashable, Sendable {
  /// One for each step, in the order of the funnel.
  package let rates: [StageRate]
  /// From the first stage to the last.
  package let conversion: Conversion
  /// The customers the first counted step was taken from, one's own or a pool's; nil where nothing was
  /// counted.
  package let cohort: Cohort?

  /// How many customers were first contacted, of those that were counted; the trials of a rate that was
  /// given.
  package var developed: Int {
    guard let first = rates.first else { return 0 }
    return first.source == .lifeTable ? cohort?.reached[0] ?? 0 : first.rate.trials
  }

  /// What first contacts come to within a year, where nobody is old enough to be counted; else nil.
  package var withinYear: Rational? {
    rates.last?.source == .lifeTable ? conversion.share : nil
  }

  /// Whether the life table expects more first orders than the stages before the last let through, as where
  /// proposals were not written down: the last step is then taken for certain.
  var isLimitedByStages: Bool {
    withinYear != nil && rates.last?.rate == Rate(successes: 1, trials: 1)
  }

  /// The share that work is planned by: where a step has no success yet, its cautious rate stands in.
  func workingShare() throws(MethodFailure) -> Rational {
    guard rates.contains(where: \.isWithoutSuccess) else { return conversion.share }
    var share = Rational(1)
    for rate in rates {
      share = try share * Rational(rate.working.successes) / Rational(rate.working.trials)
    }
    return min(share, Rational(1))
  }
}

/// What can be known of the funnel, and what cannot.
struct FunnelEstimate {
  /// The rates, where every step has one.
  let rates: FunnelRates?
  /// The steps nobody knows anything of.
  let unknown: [(from: String, to: String)]

  /// Takes each step from one's own customers who are old enough, else from what was given (for the member,
  /// the team, everybody), else from the team's, else from everybody's.
  ///
  /// Where nobody is old enough, the steps before the last are counted on whoever was contacted, and the
  /// last is what makes all of them together the share that the life table expects within a year.
  init(
    _ choice: CountedSteps, funnel: [FunnelStage], withinYear: Rational?,
    given: (_ from: String, _ to: String) -> GivenRate?
  ) throws(MethodFailure) {
    let last = funnel.count - 2
    var rates: [StageRate] = []
    var unknown: [(from: String, to: String)] = []
    for step in 0...last {
      let (from, to) = (funnel[step].name, funnel[step + 1].name)
      func found(_ rate: Rate, _ source: EstimateSource) -> StageRate? {
        rate.working.map {
          StageRate(from: from, to: to, rate: rate, working: $0, source: source)
        }
      }
      var candidates = choice.own(step).map { [found($0, .own)] } ?? []
      if let given = given(from, to) {
        candidates.append(
          found(Rate(successes: given.successes, trials: given.trials), .given(given.row)))
      }
      if choice.isMature || step < last {
        candidates += choice.pooled(step).map { found($0, $1) }
      } else if let withinYear, unknown.isEmpty {
        candidates.append(found(try Self.rest(of: withinYear, after: rates), .lifeTable))
      }
      if let first = candidates.lazy.compactMap({ $0 }).first {
        rates.append(first)
      } else {
        unknown.append((from, to))
      }
    }
    self.unknown = unknown
    self.rates =
      unknown.isEmpty
      ? FunnelRates(
        rates: rates, conversion: try Self.conversion(of: rates), cohort: choice.cohort(of: rates))
      : nil
  }

  /// What the last step must be so that all together come to a share, 1 at most.
  private static func rest(
    of share: Rational, after rates: [StageRate]
  ) throws(MethodFailure) -> Rate {
    var rest = share
    for rate in rates {
      rest = try rest * Rational(rate.working.trials) / Rational(rate.working.successes)
    }
    rest = min(rest, Rational(1))
    return Rate(successes: rest.numerator, trials: rest.denominator)
  }

  /// Steps that follow on from each other count as one long trial; others are multiplied.
  private static func conversion(of rates: [StageRate]) throws(MethodFailure) -> Conversion {
    let isChain =
      !rates.contains { $0.source == .lifeTable }
      && zip(rates, rates.dropFirst()).allSatisfy { $0.rate.successes == $1.rate.trials }
    if isChain, let first = rates.first, let last = rates.last,
      last.rate.successes <= first.rate.trials
    {
      return .counted(Rate(successes: last.rate.successes, trials: first.rate.trials))
    }
    var share = Rational(1)
    for rate in rates {
      share = try share * Rational(rate.working.successes) / Rational(rate.working.trials)
    }
    return .composed(min(share, Rational(1)))
  }
}

/// The cohorts that a funnel's steps are counted on: of those who are old enough, else of whoever was
/// contacted.
struct CountedSteps {
  let isMature: Bool
  private let own: Cohort?
  private let pools: [PooledCohort]

  init(_ own: MemberCohorts, _ pools: [PooledCohort]) {
    let mature = pools.filter { pool in
      pool.isMature && (0..<own.young.reached.count - 1).allSatisfy { pool.rate($0) != nil }
    }
    isMature =
      own.mature != nil || !mature.isEmpty || (own.young.reached[0] == 0 && pools.isEmpty)
    self.own = isMature ? own.mature : own.young.reached[0] > 0 ? own.young : nil
    self.pools = isMature ? mature : pools
  }

  /// A step of one's own; where nobody is old enough, not the last.
  func own(_ step: Int) -> Rate? {
    guard let own, isMature || step + 2 < own.reached.count else { return nil }
    return own.rate(step)
  }

  func pooled(_ step: Int) -> [(Rate, EstimateSource)] {
    pools.compactMap { pool in pool.rate(step).map { ($0, pool.source) } }
  }

  /// The cohort of the first step that was counted.
  func cohort(of rates: [StageRate]) -> Cohort? {
    for rate in rates {
      switch rate.source {
      case .own: return own
      case .pooled(let team): return pools.first { $0.team == team }?.cohort
      case .lifeTable: return own ?? pools.first?.cohort
      case .given: continue
      }
    }
    return nil
  }
}
