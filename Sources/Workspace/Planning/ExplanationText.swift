package import Phrases
import SalesMethod
package import Wording

/// An explanation as a person reads it in a terminal: the rule, what was put in, what comes out, what
/// would change it, and the rows it came from.
///
/// Rows of one file stand on one line, a run of them as `2–240`.
package func explanationText(_ explanation: Explanation, in language: Language) -> String {
  var lines = [
    explanation.title.text(in: language), "",
    language.say(zh: "规则：", en: "Rule: ") + explanation.formula.text(in: language),
  ]
  var inputs = TextColumns([.left, .left])
  for input in explanation.inputs {
    inputs.add(["  " + input.name.text(in: language), input.value.text(in: language)])
  }
  lines += inputs.lines
  lines.append(language.say(zh: "结果：", en: "Result: ") + explanation.result.text(in: language))
  if !explanation.changes.isEmpty {
    lines.append(language.say(zh: "会怎样改变：", en: "What would change it:"))
    lines += explanation.changes.map { "  - " + $0.text(in: language) }
  }
  if !explanation.rows.isEmpty {
    lines.append(language.say(zh: "来自：", en: "From:"))
    lines += files(explanation.rows).map { "  " + $0 }
  }
  return lines.map { harmless($0) + "\n" }.joined()
}

/// The files of sorted rows with their lines.
private func files(_ rows: [Row]) -> [String] {
  var files: [(path: String, runs: [ClosedRange<Int>])] = []
  for row in rows {
    if files.last?.path != row.path { files.append((row.path, [])) }
    let last = files.count - 1
    if let run = files[last].runs.last, run.upperBound + 1 == row.line {
      files[last].runs[files[last].runs.count - 1] = run.lowerBound...row.line
    } else {
      files[last].runs.append(row.line...row.line)
    }
  }
  return files.map { file in
    let runs = file.runs.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    return file.path + ":" + runs.joined(separator: ", ")
  }
}
