import Phrases

/// One word, number or sign of a formula and where it stands.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(Rational)
    /// A name, a function, a unit or a keyword, told apart by the parser.
    case word(String)
    case text(String)
    case sign(Sign)
    case end
  }

  /// The signs, each in its plain spelling; the others are read as these.
  enum Sign: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case power = "^"
    case percent = "%"
    case join = "&"
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case open = "("
    case close = ")"
    case comma = ","
    case question = "?"
    case range = ".."
  }

  let kind: Kind
  let column: Int
  /// Whether a space stands before it: `元/单` is a unit, `元 / 单` divides.
  let isSpaced: Bool

  /// What a message calls it.
  var described: Phrase {
    switch kind {
    case .number(let value): Phrase(zh: "数字 \(value.joined)", en: "the number \(value.joined)")
    case .word(let word): Phrase(same: "“\(word)”")
    case .text: Phrase(zh: "文字", en: "a text")
    case .sign(let sign): Phrase(same: "“\(sign.rawValue)”")
    case .end: Phrase(zh: "行尾", en: "the end of the line")
    }
  }
}
