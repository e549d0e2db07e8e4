import Tables

/// Whether a cell that holds a value of any kind but a name says that it has none: nothing, `-`, `—`,
/// `N/A`, `无`, `#N/A`, `null`.
func isNoValue(_ bytes: Span<UInt8>) -> Bool {
  isNoValue(bytes, among: noValues)
}

/// Whether a cell that holds a name or an id has none: nothing or a sign.
///
/// `NA`, `None`, `Null` and `无` can be names: of a team in North America, of a customer.
func isNoName(_ bytes: Span<UInt8>) -> Bool {
  isNoValue(bytes, among: noNames)
}

/// Whether a name is one of the words that elsewhere say that there is no value.
///
///     isWordForNothing("None")  // true
func isWordForNothing(_ text: String) -> Bool { noValues.contains(folded(text)) }

private func isNoValue(_ bytes: Span<UInt8>, among words: Set<String>) -> Bool {
  if bytes.isEmpty { return true }
  guard bytes.count <= 9, mayStartNoValue(bytes[0]),
    bytes.count == 1 || !isDigit(bytes[1])
  else { return false }
  return words.contains(folded(String(copying: bytes)))
}

/// Whether one of the words for no value begins with a byte: nearly no cell gets further than this.
private func mayStartNoValue(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "\\"),
    UInt8(ascii: "n"), UInt8(ascii: "N"), 0xE2, 0xE6, 0xEF:
    true
  default: false
  }
}

private let noNames: Set<String> = ["-", "--", "—", "——", "–", "#n/a", "n/a", "\\n", "/"]
private let noValues = noNames.union(["na", "无", "null", "nil", "none"])

func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
