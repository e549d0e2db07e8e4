extension PooledCohort {
  /// Where an estimate from it comes from.
  var source: EstimateSource { .pooled(team: team) }

  /// Deal size and repeats; nil where one person’s orders could be told from them.
  func factors() throws(MethodFailure) -> Factors? {
    hasEnoughOrders ? try Factors(cohort, source: source) : nil
  }
}
