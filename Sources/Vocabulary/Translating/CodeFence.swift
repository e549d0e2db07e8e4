/// The line that begins a block of code, and the sign that ends it.
struct CodeFence {
  private let sign: Character
  private let length: Int
  /// Where what stands behind the signs begins.
  private let info: Substring

  /// Reads a line; nil where it begins no code.
  init?(opening line: Substring) {
    let rest = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    guard let sign = rest.first, sign == "`" || sign == "~" else { return nil }
    let signs = rest.prefix { $0 == sign }
    info = WrittenFence.trimmed(rest[signs.endIndex...])
    guard signs.count >= 3, sign == "~" || !info.contains("`") else { return nil }
    self.sign = sign
    length = signs.count
  }

  /// Whether a line ends the code.
  func isClosed(by line: Substring) -> Bool {
    let rest = WrittenFence.trimmed(line.drop { $0 == " " || $0 == "\t" || $0 == ">" })
    return rest.count >= length && rest.allSatisfy { $0 == sign }
  }

  /// The line with the language alone: `{r, echo=FALSE}` and `{.python .numberLines}` are `r` and
  /// `python`.
  func translated(_ line: Substring, _ number: Int) -> TranslatedLine {
    guard info.hasPrefix("{"), !info.isEmpty else { return TranslatedLine(line, line: number) }
    let inside = info.dropFirst().drop { $0 == "." || $0 == "=" || $0 == "{" || $0 == " " }
    let language = inside.prefix { $0.isLetter || $0.isNumber || "+#-_".contains($0) }
    var result = TranslatedLine()
    result.copy(line[..<info.startIndex], line: number, offset: 0)
    result.copy(
      language, line: number, offset: line[..<language.startIndex].unicodeScalars.count)
    return result
  }
}
