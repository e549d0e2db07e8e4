package import Diagnostics
import YAML

/// A text and where it begins, so that what is wrong within it has its own place.
///
///     PlacedText("plan.hours > 1 小时", at: Place(path: "salesbook.yaml", line: 3, column: 9))
package struct PlacedText: Hashable, Sendable {
  /// The text.
  package let text: String
  /// Where its first sign stands.
  package let place: Place

  /// Pairs a text with its place.
  package init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

extension PlacedText {
  /// The text of a scalar and where its first sign stands; nil for anything else.
  init?(_ node: YAMLNode) {
    guard case .scalar(let text, let isQuoted) = node.content else { return nil }
    let column = node.place.column + (isQuoted ? 1 : 0)
    self.init(text, at: Place(path: node.place.path, line: node.place.line, column: column))
  }
}
