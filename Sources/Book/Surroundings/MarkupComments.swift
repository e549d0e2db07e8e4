import Markdown

/// Whether a file is text whose comments stand between `<!--` and `-->`.
func isMarkup(_ path: String) -> Bool {
  let lower = path.lowercased()
  return [".svg", ".xml", ".xhtml", ".html", ".htm"].contains(where: lower.hasSuffix)
}

/// Markup without its comments.
///
/// What only looks like one, in text that is not markup (CDATA, and scripts and styles of HTML), stays.
/// A comment that is never closed goes to the end.
///
///     withoutComments(Array("<svg><!-- answer: 4 --><g/></svg>".utf8), isHTML: false)  // <svg><g/></svg>
func withoutComments(_ bytes: [UInt8], isHTML: Bool) -> [UInt8] {
  guard bytes[...].firstRange(ofText: "<!--") != nil else { return bytes }
  var kept: [UInt8] = []
  kept.reserveCapacity(bytes.count)
  var rest = bytes[...]
  while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
    kept += rest[..<open]
    rest = rest[open...]
    if rest.starts(with: "<!--".utf8) {
      let end = rest.dropFirst(4).firstRange(ofText: "-->")?.upperBound ?? rest.endIndex
      rest = rest[end...]
      continue
    }
    let end = rest.endOfText(isHTML: isHTML)
    kept += rest[..<end]
    rest = rest[end...]
  }
  return kept + rest
}

extension ArraySlice<UInt8> {
  /// Where what begins here and is no markup inside ends: behind its `<` where it is nothing of the kind.
  fileprivate func endOfText(isHTML: Bool) -> Int {
    if starts(with: "<![CDATA[".utf8) { return firstRange(ofText: "]]>")?.upperBound ?? endIndex }
    for name in ["script", "style"] where isHTML && opens(name) {
      var index = startIndex + 1
      while let next = self[index...].firstRange(ofText: "</") {
        if self[next.lowerBound...].dropFirst().opens(name) { return next.upperBound }
        index = next.upperBound
      }
      return endIndex
    }
    return startIndex + 1
  }

  /// Whether the name of a tag stands behind the first byte, in letters of any case.
  private func opens(_ name: String) -> Bool {
    dropFirst().prefix(name.utf8.count).elementsEqual(name.utf8) { $0 | 0x20 == $1 }
  }
}
