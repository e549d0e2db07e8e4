/// Sums of independent amounts.
enum Convolution {
  /// The distribution of a sum of two counts.
  static func full(_ left: [Double], _ right: [Double]) -> [Double] {
    guard left.count > 1 || right.count > 1 else { return [left[0] * right[0]] }
    var sum = [Double](repeating: 0, count: left.count + right.count - 1)
    for (position, mass) in left.enumerated() where mass != 0 {
      add(right, times: mass, at: position, to: &sum)
    }
    return sum
  }

  /// Adds a list, scaled and shifted, to another, as far as that reaches.
  ///
  /// The one inner loop of the forecast. It runs over raw buffers because the checks of every index
  /// keep the compiler from adding several numbers at once; the bounds are checked here, once.
  @inline(__always)
  static func add(
    _ source: [Double], times factor: Double, at shift: Int, to target: inout [Double]
  ) {
    let count = min(source.count, target.count - shift)
    guard shift >= 0, count > 0 else { return }
    source.withUnsafeBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        for position in 0..<count { target[shift + position] += factor * source[position] }
      }
    }
  }
}
