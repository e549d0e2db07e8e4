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
    func offset(of place: Substring.Index) -> Int { line[..<place].unicodeScalars.count }
    var result = TranslatedLine()
    guard let middle = text.firstRange(of: "]{#"),
      let start = text[..<middle.lowerBound].lastIndex(of: "["),
      let end = text[middle.upperBound...].firstIndex(of: "}")
    else {
      result.write("**", line: number, offset: 0)
      result.copy(text, line: number, offset: offset(of: text.startIndex))
      result.write("**", line: number, offset: 0)
      return result
    }
    let id = text[middle.upperBound..<end].prefix { $0 != " " }
    // What is around the span stays: the whole may be a link.
    let pieces = [
      text[..<start], text[text.index(after: start)..<middle.lowerBound],
      text[text.index(after: end)...],
    ]
    result.write("##### ", line: number, offset: 0)
    for piece in pieces { result.copy(piece, line: number, offset: offset(of: piece.startIndex)) }
    result.write(" {#\(id)}", line: number, offset: offset(of: middle.lowerBound))
    return result
  }
}
