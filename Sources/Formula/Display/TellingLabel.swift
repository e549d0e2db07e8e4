package import Diagnostics
import Phrases

extension Evaluation {
  /// A warning for each of `blanks` whose label holds the answer: a label is printed beside the room
  /// for it, for readers who are to find it.
  ///
  ///     // 客户 = ROUNDUP(目标 / 40000 元/家, 0)  # 应是 7 家
  ///     evaluation.tellingLabels(of: ["客户"], in: .chinese).map(\.id)  // ["formula.label-answer"]
  package func tellingLabels(of blanks: Set<String>, in notation: Notation) -> [Diagnostic] {
    results.compactMap { result in
      guard blanks.contains(result.name), let label = result.label,
        result.isTold(by: label, in: notation)
      else { return nil }
      return .labelTells(result.name, at: result.definition.place)
    }
  }
}

extension CalcResult {
  /// Whether a text holds the result: its number, exact or as it is shown, in whatever notation; or
  /// its text.
  fileprivate func isTold(by label: String, in notation: Notation) -> Bool {
    switch outcome {
    case .value(.number(let number)):
      var answers = [number]
      let shown = notation.number(number, unit, style)
      if let digits = Rational(written: shown.digits) { answers.append(digits) }
      return label.numbersAsWritten.contains { written in
        answers.contains { $0 == written || -$0 == written }
      }
    case .value(.text(let text)): return !text.isEmpty && label.contains(text)
    case .value(.truth), .value(.column), .failed: return false
    }
  }
}

extension String {
  /// The numbers in a text, each in all ways to read it: of 8,571.43万 these are 8571.43 and
  /// 85714300; a percentage is its digits, too.
  fileprivate var numbersAsWritten: [Rational] {
    let scalars = unicodeScalars.map(plain)
    var numbers: [Rational] = []
    var index = 0
    while index < scalars.count {
      let end = Self.end(ofNumberAt: index, in: scalars)
      guard end > index else {
        index += 1
        continue
      }
      let digits = String(String.UnicodeScalarView(scalars[index..<end]))
      let behind = scalars[end...].prefix { "万亿%".unicodeScalars.contains($0) }.prefix(2)
      for text in [digits, digits + String(String.UnicodeScalarView(behind))] {
        if let number = Rational(written: text) { numbers.append(number) }
      }
      index = end
    }
    return numbers
  }

  /// The end of the number that begins at a position: digits, with `,` or `.` only between two.
  private static func end(ofNumberAt start: Int, in scalars: [Unicode.Scalar]) -> Int {
    func isDigit(_ index: Int) -> Bool {
      index < scalars.count && ("0"..."9").contains(scalars[index])
    }
    var end = start
    while end < scalars.count {
      let joins = end > start && (scalars[end] == "," || scalars[end] == ".") && isDigit(end + 1)
      guard isDigit(end) || joins else { break }
      end += 1
    }
    return end
  }
}

extension Diagnostic {
  static func labelTells(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "formula.label-answer", severity: .warning, at: place,
      Phrase(
        zh: "“\(name)”的注释里有它的结果，会印在空格旁边",
        en: "the comment of “\(name)” holds its result, and is printed beside the blank"),
      expected: Phrase(
        zh: "注释说要求什么，而不是等于多少", en: "a comment that says what is sought, not what it is"),
      fix: Phrase(
        zh: "把数字从注释中去掉，或放进 :::facilitator 块",
        en: "take the number out of the comment, or put it into a :::facilitator block"))
  }
}
