/// What is believed of the conversion from first contact to customer, and so of how many contacts
/// become customers.
///
/// The long-run rate follows Jeffreys’ posterior; where months differ more than chance explains, the
/// rate of one month varies around it. Averages over the belief are taken at the midpoints of 200
/// equal shares: no random numbers.
package struct ConversionBelief: Sendable {
  private enum Belief {
    case known(Double)
    case posterior(BetaDistribution)
  }

  private let belief: Belief
  private let overdispersion: Overdispersion
  /// The long-run rate in the middle of each of 200 equal shares of the belief.
  private let longRun: [Double]
  /// The same for the rate of one month.
  private let monthly: [Double]

  private static let midpointCount = 200

  /// The belief after a count, with what the months say of each other.
  package init(_ conversion: Conversion, overdispersion: Overdispersion) {
    switch conversion {
    case .composed(let share):
      self.init(known: share.double)
    case .counted(let rate):
      self.init(BetaDistribution(jeffreys: rate), overdispersion: overdispersion)
    }
  }

  init(known rate: Double) {
    belief = .known(rate)
    overdispersion = Overdispersion(rho: 0, months: 0)
    longRun = [rate]
    monthly = [rate]
  }

  init(_ posterior: BetaDistribution, overdispersion: Overdispersion) {
    belief = .posterior(posterior)
    self.overdispersion = overdispersion
    longRun = posterior.midpoints(Self.midpointCount)
    monthly =
      overdispersion.rho > 0
      ? Self.widened(posterior, by: overdispersion.rho).midpoints(Self.midpointCount) : longRun
  }

  /// The expected rate.
  package var mean: Double {
    switch belief {
    case .known(let rate): rate
    case .posterior(let posterior): posterior.mean
    }
  }

  /// The mean and the variance of how many of so many contacts become customers in the end.
  ///
  ///     // 12 of 240, 160 contacts
  ///     belief.moments(of: 160).mean  // 8.298755
  func moments(of contacts: Int) -> (mean: Double, variance: Double) {
    let n = Double(contacts)
    switch belief {
    case .known(let rate): return (n * rate, n * rate * (1 - rate))
    case .posterior(let posterior):
      let (mean, spread) =
        overdispersion.rho == 0
        ? (posterior.mean, posterior.variance) : Self.moments(ofMidpoints: longRun)
      // Of one month at a rate p: n p (1 − p) (1 + (n − 1) ρ); its mean over the belief in p, and the
      // variance of n p.
      let within = n * (mean * (1 - mean) - spread) * (1 + (n - 1) * overdispersion.rho)
      return (n * mean, within + n * n * spread)
    }
  }

  private static func moments(ofMidpoints rates: [Double]) -> (mean: Double, spread: Double) {
    let mean = rates.reduce(0, +) / Double(rates.count)
    let squares = rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(rates.count))
  }

  /// How many of so many contacts become customers in the end.
  package func wins(of contacts: Int) -> CountDistribution {
    switch belief {
    case .known(let rate): CountDistribution(binomial: contacts, rate)
    case .posterior(let posterior) where overdispersion.rho == 0:
      CountDistribution(betaBinomial: contacts, posterior)
    case .posterior:
      CountDistribution(
        averageOf: longRun.map { rate in
          let kappa = overdispersion.kappa
          return CountDistribution(
            betaBinomial: contacts, BetaDistribution(kappa * rate, kappa * (1 - rate)),
            losing: 1e-12)
        })
    }
  }

  /// How many become customers in the end if every rate were so many times as high, 1 at most.
  package func wins(of contacts: Int, ratesTimes factor: Double) -> CountDistribution {
    CountDistribution(
      averageOf: monthly.map {
        CountDistribution(binomial: contacts, min(1, $0 * factor), losing: 1e-12)
      })
  }

  /// The rate of one month: the beta distribution with the mean and the variance of a month's rate
  /// drawn around a long-run rate drawn from the posterior.
  private static func widened(_ posterior: BetaDistribution, by rho: Double) -> BetaDistribution {
    let (mean, variance) = (posterior.mean, posterior.variance)
    let total = variance + rho * (mean * (1 - mean) - variance)
    let weight = mean * (1 - mean) / total - 1
    return BetaDistribution(mean * weight, (1 - mean) * weight)
  }
}
