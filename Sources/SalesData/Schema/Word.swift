/// A word that a column knows: its canonical form and what people write for it.
package struct Word: Hashable, Sendable {
  package let value: String
  package let synonyms: [String]

  package init(_ value: String, _ synonyms: [String] = []) {
    self.value = value
    self.synonyms = synonyms
  }

  /// The word as a Chinese message shows it: the first that people write in Chinese, else its own.
  var shownInChinese: String {
    synonyms.first { text in
      text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    } ?? value
  }
}

/// The canonical form of a word that a column knows; nil for any other.
///
///     canonicalWord("已成交", of: [Word("won", ["已成交"])])  // "won"
func canonicalWord(_ text: String, of words: [Word]) -> String? {
  let key = wordKey(text)
  for word in words {
    if wordKey(word.value) == key { return word.value }
    if word.synonyms.contains(where: { wordKey($0) == key }) { return word.value }
  }
  return simplified(key).flatMap { canonicalWord($0, of: words) }
}
