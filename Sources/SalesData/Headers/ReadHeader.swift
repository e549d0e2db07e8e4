/// A header in all the ways in which it may name a column; made once for the many tables that it may be of.
///
///     ReadHeader("预计金额（万元）").key.key  // "预计金额"
final class ReadHeader: Sendable {
  /// The header as written.
  let text: String
  let key: HeaderKey
  /// Other ways to part it into name and unit.
  let others: [HeaderKey]
  /// What it is below the name of a group, and in simplified characters; nil where it is no other.
  let twins: [ReadHeader]

  /// Whether it is what stands below the name of a group in the header whose twin it is.
  let isBelowGroup: Bool

  convenience init(_ text: String) { self.init(text, isBelowGroup: false) }

  private init(_ text: String, isBelowGroup: Bool) {
    self.text = text
    self.isBelowGroup = isBelowGroup
    key = HeaderKey(text)
    others = HeaderKey.otherReadings(of: text)
    twins =
      (belowGroup(text).map { [ReadHeader($0, isBelowGroup: true)] } ?? [])
      + (simplified(folded(text)).map { [ReadHeader($0, isBelowGroup: false)] } ?? [])
  }
}

/// The name of a column below the name of a group in Chinese: 客户编号 of `基本信息 - 客户编号`; nil where there is
/// none.
private func belowGroup(_ header: String) -> String? {
  let parts = header.split(separator: " - ", omittingEmptySubsequences: false)
  guard parts.count == 2, parts[0].contains(where: { !$0.isASCII }), !parts[1].isEmpty else {
    return nil
  }
  return String(parts[1])
}
