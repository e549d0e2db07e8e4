/// Round numbers along an axis, from 0 to one that is not below the largest value.
///
///     Ticks(upTo: 43).values   // [0, 10, 20, 30, 40, 50]
///     Ticks(upTo: 350).values  // [0, 100, 200, 300, 400]
package struct Ticks: Hashable, Sendable {
  /// From one to the next: 1, 2 or 5 with zeros behind it.
  package let step: Int
  /// The numbers, each a multiple of the step.
  package let values: [Int]

  /// The last of them: where the axis ends.
  package var last: Int { values[values.count - 1] }

  /// The smallest round step with at most so many steps; a value below 1 counts as 1, one beyond 10¹⁷ as
  /// that.
  package init(upTo largest: Int, steps: Int = 5) {
    let most = min(max(largest, 1), 100_000_000_000_000_000)
    let steps = max(1, steps)
    var (ten, step) = (1, 1)
    while step * steps < most {
      switch step / ten {
      case 1: step = 2 * ten
      case 2: step = 5 * ten
      default:
        ten *= 10
        step = ten
      }
    }
    self.step = step
    values = (0...(most + step - 1) / step).map { $0 * step }
  }
}
