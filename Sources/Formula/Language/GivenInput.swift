package import Diagnostics
import Phrases

/// An input that starts at a value known from outside the calculation:
/// `? goal.amount 万元 in 50%..150% step 5%`.
///
/// Its limits may be parts of the value, so that one line serves everybody's numbers.
package struct GivenInput: Hashable, Sendable {
  /// The name whose value it starts at.
  package let name: String
  /// Where the name stands.
  package let place: Place
  /// The unit that the field counts in, where it is written; its value is one of these.
  let counted: Literal?
  /// The limits as they are written.
  let bounds: GivenBounds?
  /// The distance of two neighbouring values as it is written.
  let step: Literal?
}

/// Limits as they are written, and where.
struct GivenBounds: Hashable, Sendable {
  let low: Literal
  let high: Literal
  let place: Place
}
