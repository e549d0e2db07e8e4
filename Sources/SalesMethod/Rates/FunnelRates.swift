/// Where an estimate comes from.
package enum EstimateSource: Hashable, Sendable {
  /// The member's own history.
  case own
  /// A row typed by hand.
  case given(Row)
  /// The history of the member's team, or of everybody where `team` is nil.
  case pooled(team: String?)
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

  /// Takes each step from one's own history, else from what was given (for the member, the team,
  /// everybody), else from the team's history, else from everybody's.
  init(
    own: Cohort, pool: HistoryPool, member: Member, index: RecordIndex, funnel: [FunnelStage]
  ) throws(MethodFailure) {
    let histories: [(Cohort?, EstimateSource)] = [
      (member.team.flatMap { pool.cohorts[$0] }, .pooled(team: member.team)),
      (pool.cohorts[nil], .pooled(team: nil)),
    ]
    var rates: [StageRate] = []
    var unknown: [(from: String, to: String)] = []
    for step in 0..<funnel.count - 1 {
      func found(_ rate: Rate, _ source: EstimateSource) -> StageRate? {
        rate.working.map {
          StageRate(
            from: funnel[step].name, to: funnel[step + 1].name, rate: rate, working: $0,
            source: source)
        }
      }
      let given = index.given.rate(
        from: funnel[step].name, to: funnel[step + 1].name, for: member)
      let candidates =
        [
          found(Self.counted(own, step), .own),
          given.flatMap {
            found(Rate(successes: $0.successes, trials: $0.trials), .given($0.row))
          },
        ]
        + histories.map { cohort, source in
          cohort.flatMap { found(Self.counted($0, step), source) }
        }
      if let first = candidates.lazy.compactMap({ $0 }).first {
        rates.append(first)
      } else {
        unknown.append((funnel[step].name, funnel[step + 1].name))
      }
    }
    self.unknown = unknown
    self.rates =
      unknown.isEmpty
      ? FunnelRates(rates: rates, conversion: try Self.conversion(of: rates)) : nil
  }

  private static func counted(_ cohort: Cohort, _ step: Int) -> Rate {
    Rate(successes: cohort.reached[step + 1], trials: cohort.reached[step])
  }

  /// Steps that follow on from each other count as one long trial; others are multiplied.
  private static func conversion(of rates: [StageRate]) throws(MethodFailure) -> Conversion {
    let isChain = zip(rates, rates.dropFirst()).allSatisfy { $0.rate.successes == $1.rate.trials }
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
