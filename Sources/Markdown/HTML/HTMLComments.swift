/// Remarks between `<!--` and `-->`, which are on no page.
enum HTMLComments {
  /// Markup without its whole comments.
  ///
  ///     HTMLComments.removed(from: Array("a <!-- b --> c".utf8)[...])  // a  c
  static func removed(from markup: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard markup.firstRange(ofText: "<!--") != nil else { return markup }
    var kept: [UInt8] = []
    var rest = markup
    while let start = rest.firstRange(ofText: "<!--"),
      let end = rest[start.upperBound...].firstRange(ofText: "-->")
    {
      kept += rest[..<start.lowerBound]
      rest = rest[end.upperBound...]
    }
    return ArraySlice(kept + rest)
  }

  /// Whether markup is nothing but comments.
  static func are(_ markup: ArraySlice<UInt8>) -> Bool {
    removed(from: markup).allSatisfy { $0 == 32 || (9...13).contains($0) }
  }
}
