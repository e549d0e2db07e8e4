package import Phrases
package import SalesMethod

extension MonthlyPlan {
  /// What every open deal is called in the plan as data: its id, or `#` and its place where it has none
  /// of its own.
  ///
  ///     plan.dealKeys  // ["D-17", "#2"]
  package var dealKeys: [String] {
    let ids = outlook.openDeals.map(\.deal.id)
    var times: [String: Int] = [:]
    for case let id? in ids { times[id, default: 0] += 1 }
    return ids.enumerated().map { place, id in
      guard let id, times[id] == 1, !id.hasPrefix("#") else { return "#\(place + 1)" }
      return id
    }
  }

  /// The next step with each of the person's customers, by the customer's id.
  ///
  ///     plan.nextSteps["c1"]?.text(in: .english)
  package var nextSteps: [String: NextStep] {
    Dictionary(
      customers.map { ($0.customer.id, $0.nextStep) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What would help the plan most, with the customer's name; nil where nothing can be named.
  ///
  ///     plan.help?.english  // "win the deal of Spruce Ltd (120,000): the chance …"
  package var help: Phrase? {
    verdict?.help?.phrase { id in
      customers.first { $0.customer.id == id }.map(\.customer.name) ?? id
    }
  }
}
