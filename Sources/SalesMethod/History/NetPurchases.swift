/// What each order is worth after returns: a return is taken from the latest orders before it.
///
/// The lines of one order id are one order, and so are a customer's lines of one day.
///
///     // orders of 300 and 200 on two days, then 250 returned
///     NetPurchases(lines).sizes  // 250 and 0, in hundredths
struct NetPurchases: Hashable, Sendable {
  /// One for each order, by date, in hundredths.
  private(set) var sizes: [Int] = []
  /// What each return took beyond all orders before it, in hundredths.
  private var beyond: [Int] = []

  /// Nets the lines of one customer in their order of time: every order is passed once on the way back.
  init(_ lines: some Sequence<Order>) {
    // The orders with something left, latest last.
    var open: [Int] = []
    var orderOfID: [String: Int] = [:]
    var lastDay: Day?
    for line in lines {
      var amount = max(line.amount.hundredths, -Int.max)
      guard amount <= 0 else {
        let order =
          line.id.flatMap { orderOfID[$0] } ?? (line.date == lastDay ? sizes.count - 1 : nil)
        let number = order ?? sizes.count
        if order == nil { sizes.append(0) }
        if sizes[number] == 0 { open.append(number) }
        let (size, isTooLarge) = sizes[number].addingReportingOverflow(amount)
        // Whatever is added to it next says that it is too large.
        sizes[number] = isTooLarge ? .max : size
        if let id = line.id { orderOfID[id] = number }
        lastDay = line.date
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
