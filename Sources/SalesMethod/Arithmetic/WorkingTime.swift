/// A span of working time in thousandths of a minute, so that hours with three decimals and shares
/// of a day are exact.
///
///     WorkingTime(thousandthsOfHour: 250).hours.description  // "1/4"
package struct WorkingTime: Codable, Hashable, Comparable, Sendable {
  /// The span in thousandths of a minute.
  package let milliminutes: Int

  /// So many thousandths of a minute.
  package init(milliminutes: Int) { self.milliminutes = milliminutes }

  /// So many thousandths of an hour: 1.5 h is 1500.
  ///
  /// The caller has checked the size.
  package init(thousandthsOfHour: Int) { self.init(milliminutes: thousandthsOfHour * 60) }

  /// So many minutes.
  ///
  /// The caller has checked the size.
  package init(minutes: Int) { self.init(milliminutes: minutes * 1000) }

  /// No time.
  package static let zero = WorkingTime(milliminutes: 0)

  /// The span in hours.
  package var hours: Rational { Rational(milliminutes, over: 60_000) ?? .zero }

  /// Half of the span, to a thousandth of a minute below.
  package var half: WorkingTime { WorkingTime(milliminutes: milliminutes / 2) }

  package static func < (left: Self, right: Self) -> Bool {
    left.milliminutes < right.milliminutes
  }

  package static func + (left: Self, right: Self) throws(MethodFailure) -> WorkingTime {
    WorkingTime(milliminutes: try sum(left.milliminutes, right.milliminutes))
  }

  package static func - (left: Self, right: Self) throws(MethodFailure) -> WorkingTime {
    WorkingTime(milliminutes: try sum(left.milliminutes, product(right.milliminutes, -1)))
  }

  package static func * (left: Self, count: Int) throws(MethodFailure) -> WorkingTime {
    WorkingTime(milliminutes: try product(left.milliminutes, count))
  }
}
