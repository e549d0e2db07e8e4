package import Phrases
package import SalesMethod

extension Sentence.Interpolation {
  /// A day as tables write it: `2026-05-06`.
  package mutating func appendInterpolation(_ day: Day) { appendInterpolation(day.description) }

  /// A day as people write it: `2026年5月6日`, `6 May 2026`.
  package mutating func appendInterpolation(date day: Day) {
    appendInterpolation(year: day.year, month: day.month, day: day.dayOfMonth)
  }

  /// A period as the command line takes it: `2026-05`.
  package mutating func appendInterpolation(_ period: Period) {
    appendInterpolation(period.description)
  }

  /// An amount in its units: `87,500.50`.
  package mutating func appendInterpolation(_ amount: Money) {
    appendInterpolation(hundredths: amount.hundredths)
  }
}
