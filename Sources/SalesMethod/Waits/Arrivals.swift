/// What may arrive in a period: open deals, orders of existing customers, first orders of contacts in
/// progress and of new contacts, each with its chance and before any scaling.
package struct Arrivals: Sendable {
  /// An open deal.
  package struct DealChance: Hashable, Sendable {
    /// Its position in the deals table.
    package let deal: Int
    /// In hundredths.
    package let amount: Int
    /// The chance to win it by the end.
    package let chance: Double
  }

  /// A customer who ordered before.
  package struct ExistingCustomer: Hashable, Sendable {
    /// The number in the records.
    package let customer: Int
    /// The chances of 0 to 6 orders by the end.
    package let counts: [Double]

    /// The chance of at least one order.
    package var chance: Double { 1 - counts[0] }
    /// The expected orders.
    package var mean: Double {
      var mean = 0.0
      for (count, mass) in counts.enumerated() { mean += Double(count) * mass }
      return mean
    }
  }

  /// Somebody who was contacted and has not ordered yet.
  package struct ContactInProgress: Hashable, Sendable {
    /// The number in the records.
    package let customer: Int
    /// The chance of the first order by the end.
    package let chance: Double
  }

  /// First contacts of one day.
  struct NewContacts: Hashable, Sendable {
    let count: Int
    /// The chance of each for a first order by the end.
    let chance: Double
  }

  package internal(set) var deals: [DealChance] = []
  package internal(set) var existing: [ExistingCustomer] = []
  package internal(set) var inProgress: [ContactInProgress] = []
  var newContacts: [NewContacts] = []
  /// Orders of a usual month’s other business, so many on average, each at any time: where nothing else can be told.
  var usualOrders = 0.0
  /// What an order is worth; nil where no size is known.
  let sizes: OrderSizes?
  /// The kinds with too few events to say anything: nothing arrives from them.
  package internal(set) var unknown: [Wait.Kind] = []
}

extension Arrivals {
  /// The same with new contacts.
  func adding(_ contacts: [NewContacts]) -> Arrivals {
    var all = self
    all.newContacts += contacts
    return all
  }

  /// The same with a usual month’s other business as orders that come or do not; nil where there is none, or no
  /// size of an order is known.
  func addingUsual(_ amount: Double) -> Arrivals? {
    guard amount > 0, let sizes, sizes.mean > 0 else { return nil }
    var all = self
    all.usualOrders = amount / sizes.mean
    return all
  }

  /// The same with more new contacts in the same measure, as far as whole ones go: each day's chance is
  /// raised instead, as no day takes a part of a contact.
  func multiplyingContacts(by factor: Double) -> Arrivals {
    var all = self
    all.newContacts = newContacts.map {
      NewContacts(count: $0.count, chance: min(1, $0.chance * factor))
    }
    return all
  }

  /// A part's mean and variance in hundredths, or in orders.
  struct Moments: Hashable, Sendable {
    var mean = 0.0
    var variance = 0.0

    mutating func add(_ other: Moments) {
      mean += other.mean
      variance += other.variance
    }
  }

  /// Of the open deals, in hundredths.
  var dealMoments: Moments {
    var moments = Moments()
    for deal in deals {
      let amount = Double(deal.amount)
      moments.mean += deal.chance * amount
      moments.variance += deal.chance * (1 - deal.chance) * amount * amount
    }
    return moments
  }

  /// Of the orders of existing customers, in orders.
  var existingOrders: Moments {
    var moments = Moments()
    for customer in existing {
      let mean = customer.mean
      var squares = 0.0
      for (count, mass) in customer.counts.enumerated() {
        squares += Double(count) * Double(count) * mass
      }
      moments.mean += mean
      moments.variance += squares - mean * mean
    }
    return moments
  }

  /// Of the first orders of contacts in progress, in orders.
  var firstOrdersInProgress: Moments {
    var moments = Moments()
    for contact in inProgress {
      moments.mean += contact.chance
      moments.variance += contact.chance * (1 - contact.chance)
    }
    return moments
  }

  /// Of the first orders of new contacts, in orders.
  var firstOrdersOfNew: Moments {
    var moments = Moments()
    for contacts in newContacts {
      moments.mean += Double(contacts.count) * contacts.chance
      moments.variance += Double(contacts.count) * contacts.chance * (1 - contacts.chance)
    }
    return moments
  }

  /// What so many orders are worth, in hundredths.
  func worth(_ orders: Moments) -> Moments {
    guard let sizes else { return Moments() }
    return Moments(
      mean: orders.mean * sizes.mean,
      variance: orders.mean * sizes.variance + orders.variance * sizes.mean * sizes.mean)
  }

  /// Of everything, in hundredths.
  var moments: Moments {
    var orders = existingOrders
    orders.add(firstOrdersInProgress)
    orders.add(firstOrdersOfNew)
    orders.add(Moments(mean: usualOrders, variance: usualOrders))
    var moments = worth(orders)
    moments.add(dealMoments)
    return moments
  }

  /// The chances of 0, 1, 2 … orders of everybody together.
  var orderCounts: [Double] {
    guard sizes != nil else { return [1] }
    var counts = [1.0]
    for customer in existing { counts = Self.cut(Self.product(counts, customer.counts)) }
    for contact in inProgress {
      counts = Self.cut(Self.product(counts, [1 - contact.chance, contact.chance]))
    }
    for contacts in newContacts {
      for _ in 0..<contacts.count {
        counts = Self.cut(Self.product(counts, [1 - contacts.chance, contacts.chance]))
      }
    }
    return usualOrders > 0 ? Self.cut(Self.product(counts, usualCounts)) : counts
  }

  /// The chances of 0, 1, 2 … orders of which so many come on average: Poisson’s.
  private var usualCounts: [Double] {
    let mean = min(usualOrders, 400)
    var (chance, counts) = (Elementary.exp(-mean), [Double]())
    while Double(counts.count) <= mean || chance >= 1e-15 {
      counts.append(chance)
      chance *= mean / Double(counts.count)
    }
    return counts
  }

  private static func product(_ left: [Double], _ right: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: left.count + right.count - 1)
    for (shift, factor) in right.enumerated() where factor > 0 {
      for (position, mass) in left.enumerated() { sums[position + shift] += mass * factor }
    }
    return sums
  }

  /// Counts that nobody can tell from impossible are left out.
  private static func cut(_ counts: [Double]) -> [Double] {
    var end = counts.count
    while end > 1, counts[end - 1] < 1e-15 { end -= 1 }
    return end == counts.count ? counts : Array(counts.prefix(end))
  }
}
