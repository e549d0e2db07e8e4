/// A value together with all that was found wrong on the way to it.
///
/// Readers never stop at the first mistake: they give the best value they can and every diagnostic.
package struct Parsed<Value> {
  /// The best value that could be read.
  package var value: Value
  /// What is wrong with the source, in the order it was found.
  package var diagnostics: [Diagnostic]

  /// Pairs a value with its diagnostics.
  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Parsed: Sendable where Value: Sendable {}
