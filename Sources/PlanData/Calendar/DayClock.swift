import SalesMethod

/// Gives the visits of one day their times, one after the other: from nine o'clock to noon and from
/// half past one on.
///
/// The plan knows how long a visit takes and not when the customer has time: a calendar needs some time
/// to show it at, and its owner moves it.
struct DayClock {
  private static let opens = 9 * 60
  private static let noon = 12 * 60
  private static let afternoon = 13 * 60 + 30

  private var next = opens

  /// When something that takes so long begins, and how many whole minutes it takes.
  mutating func place(_ time: WorkingTime) -> (minute: Int, minutes: Int) {
    let minutes = max(1, (time.milliminutes + 999) / 1000)
    if next < Self.afternoon, next + minutes > Self.noon { next = Self.afternoon }
    defer { next += minutes }
    return (next, minutes)
  }
}
