package import Phrases

/// How the days of a column were read, and why.
///
///     decision.order  // "dmy"
package struct DateDecision: Hashable, Sendable {
  /// The header as written.
  package let column: String
  /// `ymd`, `dmy` or `mdy`; `?` where that is open.
  package let order: String
  package let why: Phrase
}
