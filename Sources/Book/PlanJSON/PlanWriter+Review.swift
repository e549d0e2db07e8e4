import OrderedJSON
import SalesMethod

/// What the past says: where revenue and time went, and how the last month differed from its plan.
extension PlanWriter {
  var pareto: JSON? {
    guard let pareto = plan.pareto else { return nil }
    return .object([
      ("base", .amount(pareto.base)), ("customers", .integer(pareto.entries.count)),
      (
        "top20",
        .object([
          ("k", .integer(pareto.topCount)), ("share", .share(pareto.topShare)),
          ("atExactly20", .share(pareto.shareAtExactly20)),
        ])
      ),
      (
        "for80",
        .object([
          ("k", .integer(pareto.countFor80)),
          (
            "customerShare",
            Rational(pareto.countFor80, over: pareto.entries.count).map { .share($0) }
          ),
        ])
      ),
      (
        "negative",
        .object([
          ("count", .integer(pareto.negativeCount)), ("sum", .amount(pareto.negativeSum)),
        ])
      ),
    ])
  }

  /// The inequality of revenue needs orders only, the mismatch activities as well.
  var attention: JSON? {
    guard plan.attention != nil || plan.pareto != nil else { return nil }
    return .object([
      ("mismatch", plan.attention.flatMap { .share($0.mismatch) }),
      ("gini", plan.pareto.flatMap { .share($0.gini) }),
    ])
  }

  var variance: JSON? {
    guard let variance = plan.review?.variance else { return nil }
    let names = Factor.allCases.map { $0 == .repeats ? "repeat" : $0.rawValue }
    return .object([
      ("plan", .amount(variance.planned)), ("actual", .amount(variance.reached)),
      ("difference", .amount(variance.difference)),
      ("effects", .object(zip(names, variance.shown).map { ($0, .amount($1)) })),
    ])
  }
}
