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
  let questions = questions(in: lines)
  // A question may stand in two sections: whichever answers it, it goes from both.
  let settled = Set(
    questions.filter { $0.keys.contains(where: keys.contains) }.map {
      bare(lines[$0.lines.lowerBound])
    })
  for question in questions.reversed()
  where settled.contains(bare(lines[question.lines.lowerBound])) {
    lines.removeSubrange(question.lines)
  }
  return lines.joined(separator: "\n")
}

/// The questions of a text: their lines, and the keys of their candidates.
private func questions(in lines: [String]) -> [(lines: Range<Int>, keys: [String])] {
  var found: [(lines: Range<Int>, keys: [String])] = []
  for line in lines.indices {
    guard let indent = indentOfQuestion(lines[line]) else { continue }
    var keys: [String] = []
    while line + 1 + keys.count < lines.count,
      let key = keyOfCandidate(lines[line + 1 + keys.count], indent: indent)
    {
      keys.append(key)
    }
    found.append((line..<(line + 1 + keys.count), keys))
  }
  return found
}

/// A line without the spaces before it.
private func bare(_ line: String) -> String { String(line.drop { $0 == " " }) }

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
