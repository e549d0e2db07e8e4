/// The chance that 0, 1, 2 … orders together with open deals and repeat orders stay below a target, as
/// sums of orders are read one after the other.
struct OrdersBelow {
  /// The chances so far.
  private(set) var chances: [Double] = []
  /// The amount to reach, in steps of the grid.
  let threshold: Int
  /// Whether no further order matters.
  private(set) var isComplete = false
  /// The chance of each amount beside orders, backwards: the last is that of nothing.
  private let others: [Double]
  private let most: Int

  /// A smaller chance to stay below the target is none: it is lost in what the counts leave out.
  static let negligible = 1e-11

  /// Asks about at most so many counts of orders, or about all that matter.
  init(_ others: [Double], threshold: Int, orders most: Int = .max) {
    self.others = others.prefix(max(threshold, 0)).reversed()
    self.threshold = threshold
    self.most = most
  }

  /// Reads the sums of one order more.
  mutating func add(_ cumulative: [Double]) {
    guard !isComplete else { return }
    let chance = Self.product(others, cumulative, from: threshold - others.count)
    chances.append(chance)
    isComplete = chance < Self.negligible || chances.count >= most
  }

  /// Σ over the amounts beside orders of their chance times the chance that orders stay below what is
  /// left; four sums at once, added up at the end.
  private static func product(_ left: [Double], _ right: [Double], from start: Int) -> Double {
    guard start >= 0, start + left.count <= right.count else { return 0 }
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
        var position = 0
        while position + 4 <= left.count {
          a += left[position] * right[start + position]
          b += left[position + 1] * right[start + position + 1]
          c += left[position + 2] * right[start + position + 2]
          d += left[position + 3] * right[start + position + 3]
          position += 4
        }
        while position < left.count {
          a += left[position] * right[start + position]
          position += 1
        }
        return (a + b) + (c + d)
      }
    }
  }
}
