import Diagnostics
import Formula
import Phrases
import SalesMethod
import Wording
import YAML

/// Reads a company's own rule for the base class, `man: {rule: …}`, and works it out for every state of
/// the three letters.
///
/// The formula knows `M`, `A` and `N`, which are “yes”, “no” or “unknown”, `M_score`, `A_score` and
/// `N_score`, and the values of the settings; it gives “A”, “B”, “C” or “D”.
struct RuleFormula {
  private let expression: Expression
  private let text: String
  private let scope: Scope
  /// The scale whose scores the formula looks at; nil where it looks at none.
  private let scale: LetterScale?

  /// The table of a rule; nil, with what is wrong, where some state has no class.
  static func table(
    _ node: YAMLNode, on scale: LetterScale, in scope: Scope, _ units: Units
  ) -> Parsed<RuleTable?> {
    guard let written = PlacedText(node) else { return Parsed(nil, [.ruleText(at: node.place)]) }
    let parsed = Expression.parse(written.text, at: written.place, units: units)
    guard let expression = parsed.value else { return Parsed(nil, parsed.diagnostics) }
    let looksAtScores = expression.names.contains { scores.contains($0) }
    if looksAtScores, scale.highest - scale.lowest > mostSteps {
      return Parsed(nil, [.ruleScale(at: written.place)])
    }
    let rule = RuleFormula(
      expression: expression, text: written.text, scope: scope, scale: looksAtScores ? scale : nil)
    return rule.tabulated()
  }

  private static let scores = ["M_score", "A_score", "N_score"]
  /// A longer scale has too many states to try them all.
  private static let mostSteps = 10

  private func tabulated() -> Parsed<RuleTable?> {
    let states = RuleTable.states(on: scale)
    let all = states.indices.flatMap { m in
      states.indices.flatMap { a in states.indices.map { n in [m, a, n] } }
    }
    let linked = RowFormulas.link(
      [RowFormula(expression)], over: fields(states, all), in: scope)
    var found = linked.diagnostics
    if case .text = linked.value.result(0).kind {
    } else if !found.hasErrors {
      found.append(.ruleKind(at: expression.place))
    }
    guard !found.hasErrors else { return Parsed(nil, found) }
    var classes: [CustomerClass] = []
    for (letters, outcome) in zip(all, linked.value.outcomes()[0]) {
      guard let given = Self.customerClass(outcome) else {
        let state = Self.described(letters.map { states[$0] })
        return Parsed(nil, found + [.ruleClass(Self.given(outcome), state, at: expression.place)])
      }
      classes.append(given)
    }
    return Parsed(RuleTable(text, on: scale, classes), found + disorder(states, classes))
  }

  /// The six names, with a row for each combination of states.
  private func fields(_ states: [RuleTable.State], _ rows: [[Int]]) -> [RowField] {
    Letter.allCases.enumerated().flatMap { letter, name in
      let cells = rows.map { states[$0[letter]] }
      return [
        RowField(name.rawValue, .texts(cells.map(\.state.rawValue))),
        RowField(
          name.rawValue + "_score", .numbers(cells.map { $0.score.map { Formula.Rational($0) } })),
      ]
    }
  }

  private static func customerClass(_ outcome: Outcome) -> CustomerClass? {
    guard case .value(.text(let text)) = outcome else { return nil }
    return CustomerClass(rawValue: text)
  }

  private static func given(_ outcome: Outcome) -> Phrase {
    switch outcome {
    case .value(.text(let text)): Phrase(same: "“\(text.prefix(40))”")
    case .failed(let failure):
      Phrase(zh: "错误：\(failure.fault.message)", en: "a fault: \(failure.fault.message)")
    default: Phrase(zh: "不是文字的值", en: "no text")
    }
  }

  /// The three letters in words: `M yes 5, A no 1, N unknown`.
  private static func described(_ states: [RuleTable.State]) -> String {
    zip(Letter.allCases, states).map { letter, state in
      let score = state.score.map { " \($0)" } ?? ""
      return "\(letter.rawValue) \(state.state.rawValue)\(score)"
    }.joined(separator: ", ")
  }

  /// The first pair of states, for each letter, of which the better has the worse class: a no and a yes,
  /// a lower and a higher score, unknown and the best yes.
  private func disorder(_ states: [RuleTable.State], _ classes: [CustomerClass]) -> [Diagnostic] {
    let count = states.count
    // 中 is a no whatever the mark is: it may stand above a score that reaches it.
    let neighbours = zip(states.indices.dropFirst(), states.indices.dropFirst(2)).filter {
      states[$0].state == .no || states[$1].state == .yes
    }
    let pairs = neighbours.map { ($0, $1) } + [(0, count - 1)]
    return [count * count, count, 1].compactMap { stride in
      for position in classes.indices where position / stride % count == 0 {
        for (worse, better) in pairs {
          let (low, high) = (position + worse * stride, position + better * stride)
          guard classes[high] > classes[low] else { continue }
          let letters = [low, high].map { at in
            Self.described([count * count, count, 1].map { states[at / $0 % count] })
          }
          return .ruleOrder(
            letters[1], classes[high].rawValue, letters[0], classes[low].rawValue,
            at: expression.place)
        }
      }
      return nil
    }
  }
}

extension Diagnostic {
  static func ruleText(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-rule.text", at: place, Phrase(zh: "规则应为公式", en: "a rule is a formula"),
      expected: Phrase(
        zh: "例如 IF(M = \"yes\" and A = \"yes\" and N = \"yes\", \"A\", \"B\")",
        en: "such as IF(M = \"yes\" and A = \"yes\" and N = \"yes\", \"A\", \"B\")"))
  }

  static func ruleScale(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-rule.scale", at: place,
      Phrase(
        zh: "分数范围太大，无法逐一算出规则的结果",
        en: "the scale has too many scores to work the rule out for each of them"),
      expected: Phrase(
        zh: "最多 11 个分数的范围，或只看 M、A、N 的规则",
        en: "a scale of at most 11 scores, or a rule over M, A and N alone"))
  }

  static func ruleKind(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-rule.class", at: place, Phrase(zh: "规则没有得出文字", en: "the rule gives no text"),
      expected: Phrase(zh: "\"A\"、\"B\"、\"C\" 或 \"D\"", en: "\"A\", \"B\", \"C\" or \"D\""))
  }

  static func ruleClass(_ given: Phrase, _ state: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-rule.class", at: place,
      Phrase(zh: "\(state) 时规则得出\(given)", en: "with \(state) the rule gives \(given)"),
      expected: Phrase(
        zh: "字母的每种情况都得出 \"A\"、\"B\"、\"C\" 或 \"D\"",
        en: "\"A\", \"B\", \"C\" or \"D\" for every state of the letters"),
      fix: Phrase(
        zh: "未知的字母没有分数：IFERROR(M_score, 0)",
        en: "an unknown letter has no score: IFERROR(M_score, 0)"))
  }

  static func ruleOrder(
    _ better: String, _ worse: String, _ state: String, _ customerClass: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "man-rule.order", severity: .warning, at: place,
      Phrase(
        zh: "\(better) 是 \(worse) 类，而 \(state) 是 \(customerClass) 类",
        en: "\(better) is class \(worse), but \(state) is class \(customerClass)"),
      expected: Phrase(zh: "字母更好的，类别不更低", en: "no worse class for a better letter"),
      fix: Phrase(zh: "确实是公司本意时才保留", en: "leave it so only if the company means it"))
  }

  static func ruleAndTable(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-rule.and-table", at: place,
      Phrase(zh: "类别要么按表，要么按规则，不能两样都写", en: "the classes go by a table or by a rule, not both"),
      fix: Phrase(zh: "删除其中一样", en: "remove one of the two"))
  }

  static func ruleOfAnotherScale(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "man-rule.other-scale", at: place,
      Phrase(
        zh: "预设的规则用的是另一种分数范围或界限", en: "the preset's rule uses scores of another scale or threshold"),
      expected: Phrase(zh: "预设的范围和界限", en: "the scale and the threshold of the preset"),
      fix: Phrase(
        zh: "在这里删除它们，或把预设的 rule: 也复制过来",
        en: "remove them here, or copy the rule: of the preset beside them"))
  }
}
