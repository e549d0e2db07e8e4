/// What each order is worth after returns: a return is taken from the latest orders before it.
///
///     // orders of 300 and 200, then 250 returned
///     NetPurchases(amounts).sizes  // 250 and 0, in hundredths
struct NetPurchases: Hashable, Sendable {
  /// One for each order, by date, in hundredths.
  private(set) var sizes: [Int] = []
  /// What each return took beyond all orders before it, in hundredths.
  private var beyond: [Int] = []

  /// Nets orders and returns in their order of time: every order is passed once on the way back.
  init(_ amounts: some Sequence<Money>) {
    // The orders with something left, latest last.
    var open: [Int] = []
    for money in amounts {
      var amount = max(money.hundredths, -Int.max)
      guard amount <= 0 else {
        open.append(sizes.count)
        sizes.append(amount)
        continue
      }
      while amount < 0, let last = open.last {
        let taken = min(sizes[last], -amount)
        sizes[last] -= taken
        amount += taken
        if sizes[last] == 0 { open.removeLast() }
      }
      if amount < 0 { beyond.append(-amount) }
    }
  }

  /// All that was returned beyond the orders before it, in hundredths.
  func excess() throws(MethodFailure) -> Int {
    var excess = 0
    for amount in beyond { excess = try sum(excess, amount) }
    return excess
  }
}
