/// A word that a shell takes as it is.
///
///     shellQuoted("my plan")  // "'my plan'"
package func shellQuoted(_ word: String) -> String {
  let word = word.hasPrefix("-") && word.contains("/") ? "./" + word : word
  let isPlain = word.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || "0123456789._-/=".unicodeScalars.contains($0)
  }
  return isPlain && !word.isEmpty ? word : "'" + harmless(word).replacing("'", with: "'\\''") + "'"
}
