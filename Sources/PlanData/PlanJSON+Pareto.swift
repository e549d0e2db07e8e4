import OrderedJSON
import SalesMethod

extension PlanJSON {
  var pareto: JSON? {
    plan.pareto.map { pareto in
      .object([
        ("base", money(pareto.base)),
        ("customers", .integer(pareto.entries.count)),
        (
          "top20",
          !pareto.hasStatement
            ? nil
            : .object([
              ("k", .integer(pareto.topCount)), ("share", number(pareto.topShare)),
              ("atExactly20", number(pareto.shareAtExactly20)),
            ])
        ),
        (
          "for80",
          !pareto.hasStatement
            ? nil
            : .object([
              ("k", .integer(pareto.countFor80)),
              (
                "customerShare",
                Rational(pareto.countFor80, over: pareto.entries.count).map(number)
              ),
            ])
        ),
        (
          "negative",
          .object([
            ("count", .integer(pareto.negativeCount)), ("sum", money(pareto.negativeSum)),
          ])
        ),
        (
          "withoutCustomer",
          .object([
            ("count", .integer(pareto.ordersWithoutCustomer)),
            ("sum", money(pareto.sumWithoutCustomer)),
          ])
        ),
      ])
    }
  }

  var attention: JSON? {
    plan.attention.map { attention in
      .object([
        ("mismatch", number(attention.mismatch)),
        ("mismatchExpected", attention.expectedMismatch.map(number)),
        ("gini", plan.pareto.map { number($0.gini) }),
      ])
    }
  }
}
