/// The rows of history that the estimates of a plan were counted from.
extension PlanSources {
  /// The numbers of the members whose records an estimate was taken from.
  private func members(_ source: EstimateSource) -> [Int] {
    switch source {
    case .own, .lifeTable: [plan.member.id].compactMap { index.memberNumbers[$0] }
    case .given: []
    case .pooled(let team?): index.members.indices.filter { index.members[$0].team == team }
    case .pooled(nil): Array(index.members.indices)
    }
  }

  /// The customers a cohort of a source counted.
  private func counted(_ source: EstimateSource) -> [CustomerHistory] {
    let reader = basis.pool.reader
    let pooled = basis.pool.cohorts(for: plan.member).first { $0.source == source }
    let window = pooled?.cohort.window ?? plan.cohort.window
    return members(source).flatMap { number in
      reader.counted(reader.histories(ofMember: number, in: index), in: window)
    }
  }

  /// The rows a step of the funnel was counted from: who stood before it and who took it.
  package func rateRows(_ step: Int) -> SourceRows {
    guard let rates = plan.rates?.rates, rates.indices.contains(step) else { return SourceRows() }
    if case .given(let row) = rates[step].source { return SourceRows([row]) }
    var rows: [Row] = []
    let before = rates[step].source == .lifeTable ? 0 : step
    for history in counted(rates[step].source) {
      rows += stageRows(before, history) + stageRows(step + 1, history)
    }
    return SourceRows(rows)
  }

  /// The first activities of the customers who were counted as developed.
  package var developedRows: SourceRows {
    guard let source = plan.rates?.rates.first?.source else { return SourceRows() }
    if case .given(let row) = source { return SourceRows([row]) }
    return SourceRows(counted(source).flatMap { stageRows(0, $0) })
  }

  /// The rows that say a customer reached a stage: the first activity of all, those of the stage's
  /// name, or the first order.
  private func stageRows(_ stage: Int, _ history: CustomerHistory) -> [Row] {
    if stage == 0 { return history.activities.prefix(1).map(\.row) }
    if stage < plan.stages.count - 1 {
      return history.activities.filter { $0.type == plan.stages[stage] }.map(\.row)
    }
    guard let first = history.firstActivity, let bought = history.firstPurchase, bought >= first
    else { return [] }
    return history.purchases.prefix(1).map(\.row)
  }

  /// The rows of every step of the funnel.
  package var conversionRows: SourceRows {
    guard let rates = plan.rates?.rates else { return SourceRows() }
    return SourceRows(rates.indices.flatMap { rateRows($0).rows })
  }

  /// The rows of the orders that deal size and repeats were counted from.
  package var factorRows: SourceRows {
    guard let factors = plan.factors else { return SourceRows() }
    if case .given(let row) = factors.source { return SourceRows([row]) }
    return SourceRows(
      counted(factors.source).filter { history in
        guard let first = history.firstActivity, let bought = history.firstPurchase else {
          return false
        }
        return bought >= first
      }.flatMap { $0.orders.map(\.row) })
  }
}
