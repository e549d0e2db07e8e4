/// How whole counts are spread over working days so that they add up.
package enum ContactLayout {
  /// The weight of each of so many days; the last `buffer` days get nothing, but one day always
  /// remains.
  package static func weights(days: Int, _ settings: LayoutSettings) -> [Int] {
    guard days > 0 else { return [] }
    let used = max(1, days - max(0, settings.buffer))
    let weights: [Int] =
      switch settings.shape {
      case .even: Array(repeating: 1, count: used)
      case .front: used == 1 ? [1] : (0..<used).map { 3 * (used - 1) - 2 * $0 }
      }
    return weights + Array(repeating: 0, count: days - used)
  }

  /// So many over so many days.
  ///
  ///     try ContactLayout.daily(160, days: 19, LayoutSettings(shape: .front))
  ///     // 13 12 11 12 10 11 10 9 9 8 8 8 7 6 6 6 5 5 4
  package static func daily(
    _ count: Int, days: Int, _ settings: LayoutSettings
  ) throws(MethodFailure) -> [Int] {
    try Apportionment.cumulative(count, weights: weights(days: days, settings))
  }
}
