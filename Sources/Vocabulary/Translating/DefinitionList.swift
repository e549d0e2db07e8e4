/// Terms and their definitions as Pandoc writes them: a term on a line of its own, `:   ` before what it
/// means.
enum DefinitionList {
  /// What stands behind `:   `; nil where a line defines nothing.
  static func definition(_ line: Substring) -> Substring? {
    let rest = line.drop { $0 == " " }
    guard rest.first == ":", line[..<rest.startIndex].count < 4 else { return nil }
    let body = rest.dropFirst()
    guard let next = body.first, next == " " || next == "\t" else { return nil }
    var text = WrittenFence.trimmed(body)
    // A table's words end with its id.
    if text.last == "}", let start = text.lastIndex(of: "{"), text[start...].hasPrefix("{#") {
      text = WrittenFence.trimmed(text[..<start])
    }
    return text.isEmpty ? nil : text
  }

  /// Whether a line is a term: what comes next defines it.
  static func isTerm(_ lines: [Substring], at index: Int) -> Bool {
    guard let first = lines[index].first, !" \t|#>-*+:`~<".contains(first) else { return false }
    let isAlone = index == 0 || WrittenFence.trimmed(lines[index - 1]).isEmpty
    let next = lines[(index + 1)...].prefix(2).first { !WrittenFence.trimmed($0).isEmpty }
    return isAlone && next.flatMap(definition) != nil
  }

  /// A term, with its id a small heading that links can lead to.
  static func term(_ line: Substring, _ number: Int) -> TranslatedLine {
    let text = WrittenFence.trimmed(line)
    var result = TranslatedLine()
    if text.first == "[", text.hasSuffix("}"), let middle = text.firstRange(of: "]{#") {
      let word = text[text.index(after: text.startIndex)..<middle.lowerBound]
      let id = text[middle.upperBound...].prefix { $0 != "}" && $0 != " " }
      result.write("##### ", line: number, offset: 0)
      result.copy(word, line: number, offset: 1)
      result.write(" {#\(id)}", line: number, offset: 1)
      return result
    }
    result.write("**", line: number, offset: 0)
    result.copy(text, line: number, offset: 0)
    result.write("**", line: number, offset: 0)
    return result
  }
}
