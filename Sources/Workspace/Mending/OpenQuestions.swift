import Diagnostics

/// The text of settings without the questions that `init` left in comments and that are answered now: the line
/// that asks, and the candidates below it.
///
///     withoutAnswered("# 还没定：…：\n# person: \"甲\"   # 3 行\nperson: \"乙\"\n", [["person"]])
///     // "person: \"乙\"\n"
func withoutAnswered(_ text: String, _ answered: [[String]]) -> String {
  let keys = Set(answered.compactMap(\.last))
  guard !keys.isEmpty else { return text }
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  var line = 0
  while line < lines.count {
    guard let indent = indentOfQuestion(lines[line]) else {
      line += 1
      continue
    }
    var end = line + 1
    while end < lines.count, keyOfCandidate(lines[end], indent: indent) != nil { end += 1 }
    let asked = lines[(line + 1)..<end].compactMap { keyOfCandidate($0, indent: indent) }
    if asked.contains(where: keys.contains) {
      lines.removeSubrange(line..<end)
    } else {
      line = end
    }
  }
  return lines.joined(separator: "\n")
}

/// How far a line that asks is set in; nil for any other.
private func indentOfQuestion(_ line: String) -> Int? {
  let text = line.drop { $0 == " " }
  guard text.hasPrefix("# 还没定") || text.hasPrefix("# Open") else { return nil }
  return line.count - text.count
}

/// The key of a candidate in a comment that is set in so far; nil where the line is none.
private func keyOfCandidate(_ line: String, indent: Int) -> String? {
  let text = line.drop { $0 == " " }
  guard line.count - text.count == indent, text.hasPrefix("# "), indentOfQuestion(line) == nil
  else { return nil }
  let rest = text.dropFirst(2)
  if rest.first == "\"" {
    guard let end = rest.dropFirst().firstRange(of: "\": ") else { return nil }
    return String(rest.dropFirst()[..<end.lowerBound])
  }
  guard let colon = rest.firstRange(of: ": "), !rest[..<colon.lowerBound].contains(" ") else {
    return nil
  }
  return String(rest[..<colon.lowerBound])
}
