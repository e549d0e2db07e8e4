import Diagnostics
import Phrases
import YAML

/// A question of a quiz: what is asked, and what counts as the answer.
struct QuizQuestion: Hashable, Sendable {
  /// What has to be done, with the right answer.
  enum Task: Hashable, Sendable {
    /// Some of the options, by their places.
    case choice(options: [String], right: [Int])
    /// A number, its unit, and how far off it may be.
    case number(String, unit: String, tolerance: String?)
    /// The right order.
    case order([String])
    /// What belongs together.
    case match([Pair])
    /// What stands in the blanks of the question.
    case fill([String])
    /// A mark that one gives oneself, from 1 up.
    case rate(Int)
    /// A sentence of one's own, so many lines of it; perhaps with one that would do.
    case open(String?, lines: Int)
  }

  /// Two that belong together.
  struct Pair: Hashable, Sendable {
    let left: String
    let right: String
  }

  /// What is asked.
  let ask: String
  let task: Task
  /// Why the answer is right, or where it stands.
  let why: String?
  /// Where it stands.
  let place: Place

  /// The kinds of task, by the keys that name them.
  static let kinds = ["choice", "number", "order", "match", "fill", "rate", "open"]

  /// The sign of a blank in a question.
  static let blank = "＿＿"

  /// How many blanks a text holds: runs of `＿＿` or `__`.
  static func blanks(in text: String) -> Int {
    var count = 0
    var run = 0
    for sign in text + " " {
      if sign == "＿" || sign == "_" {
        run += 1
      } else {
        if run >= 2 { count += 1 }
        run = 0
      }
    }
    return count
  }
}

extension QuizQuestion {
  /// The answer as one line, for those who may see it; nil where there is none.
  func answer(in language: Language) -> String? {
    let between = language.say(zh: "；", en: "; ")
    switch task {
    case .choice(let options, let right):
      return right.map {
        options.areLetters ? options[$0] : "\(Self.letter($0)) \(options[$0])"
      }.joined(separator: between)
    case .number(let number, let unit, let tolerance):
      let amount = number + (unit.isEmpty ? "" : language.say(zh: "\(unit)", en: " \(unit)"))
      return tolerance.map { "\(amount) (±\($0))" } ?? amount
    case .order(let items): return items.joined(separator: " → ")
    case .match(let pairs):
      return pairs.map { "\($0.left) — \($0.right)" }.joined(separator: between)
    case .fill(let words): return words.joined(separator: between)
    case .rate: return nil
    case .open(let answer, _): return answer
    }
  }

  /// The letter before an option.
  ///
  ///     QuizQuestion.letter(1)  // "B"
  static func letter(_ index: Int) -> String {
    String(UnicodeScalar(UInt8(65 + index % 26)))
  }
}

extension [String] {
  /// Whether options are letters themselves, so that none needs one before it.
  var areLetters: Bool {
    allSatisfy {
      $0.count == 1 && $0.unicodeScalars.allSatisfy(\.properties.isAlphabetic) && $0.utf8.count == 1
    }
  }
}

/// Some things in an order that says nothing of the given one: the same things come in the same order, however
/// they are given.
///
/// So now and then it is the given one; an order that never were would give it away.
///
///     shuffled(["a", "b"]) == shuffled(["b", "a"])  // true
func shuffled(_ items: [String]) -> [String] {
  items.map { (mark: quickMark(of: $0.utf8), text: $0) }
    .sorted { ($0.mark, $0.text) < ($1.mark, $1.text) }.map(\.text)
}
