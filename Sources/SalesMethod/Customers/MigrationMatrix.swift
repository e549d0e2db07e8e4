/// How customers moved between classes from one plan to another.
package struct MigrationMatrix: Hashable, Sendable {
  /// One customer's move.
  package struct Move: Hashable, Sendable {
    /// The customer's id.
    package let customer: String
    package let name: String
    /// Nil where the customer is new.
    package let from: CustomerClass?
    /// Nil where the customer is gone.
    package let to: CustomerClass?
  }

  /// Every customer of either plan, in the order of the ids.
  package let moves: [Move]

  /// Compares the customers of two plans by id.
  package init(from earlier: RecordedPlan, to later: RecordedPlan) {
    var before: [String: RecordedPlan.Customer] = [:]
    for customer in earlier.customers { before[customer.id] = customer }
    var moves: [Move] = []
    for customer in later.customers {
      let old = before.removeValue(forKey: customer.id)
      moves.append(
        Move(
          customer: customer.id, name: customer.name, from: old?.customerClass,
          to: customer.customerClass))
    }
    for (id, customer) in before {
      moves.append(Move(customer: id, name: customer.name, from: customer.customerClass, to: nil))
    }
    self.moves = moves.sorted { $0.customer < $1.customer }
  }

  /// How many moved from one class to another, stayed, came (`from` nil) or went (`to` nil).
  package func count(from: CustomerClass?, to: CustomerClass?) -> Int {
    moves.count { $0.from == from && $0.to == to }
  }
}
