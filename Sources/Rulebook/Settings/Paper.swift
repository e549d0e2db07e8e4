/// The paper that pages are printed on.
package enum Paper: String, Hashable, Sendable, CaseIterable {
  /// 210 × 297 mm.
  case a4
  /// 8.5 × 11 in.
  case letter
}
