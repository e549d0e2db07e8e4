import Diagnostics

/// A number as it is written, with what stands behind it: `35 万元`, `20%`, `1.2亿`.
struct Literal: Hashable, Sendable {
  /// In base units: 35 万元 is 350,000.
  var value: Rational
  var unit: Unit
  /// How many base units one of the written ones is: 10,000 for 万元.
  var scale: Rational
  /// What stands behind the number: 万元.
  var word: String
}

/// Reads a number with its 万 or 亿 and its unit.
struct LiteralParser {
  private let tokens: [Token]
  private let origin: Place
  private let units: Units
  private var index: Int
  private(set) var diagnostics: [Diagnostic] = []

  init(_ tokens: [Token], from index: Int, at origin: Place, units: Units) {
    self.tokens = tokens
    self.index = index
    self.origin = origin
    self.units = units
  }

  /// The position behind what was read.
  var position: Int { index }

  /// The number at the position; nil where none stands there.
  mutating func parse() -> Literal? {
    guard case .number(let number) = tokens[index].kind else { return nil }
    index += 1
    return counted(number) ?? Literal(value: number, unit: .none, scale: Rational(1), word: "")
  }

  /// The unit at the position, as one of it; nil where none stands there.
  mutating func parseUnit() -> Literal? {
    if tokens[index].kind == .sign(.percent) {
      index += 1
      let percent = Rational(1, over: 100)
      return Literal(value: percent, unit: .none, scale: percent, word: "%")
    }
    return counted(Rational(1))
  }

  /// So many of the unit at the position; nil where none stands there.
  private mutating func counted(_ number: Rational) -> Literal? {
    var literal = Literal(value: number, unit: .none, scale: Rational(1), word: "")
    guard let first = unitWord() else { return nil }
    let start = tokens[index - 1]
    var (scale, rest) = Self.scaled(first)
    var word = rest
    if rest.isEmpty, scale > 1, let second = unitWord() { (rest, word) = (second, second) }
    if !rest.isEmpty { word = compound(rest) }
    if !word.isEmpty {
      if let unit = units.unit(named: word) {
        literal.unit = unit
      } else {
        diagnostics.append(.unknownUnit(word, units, at: place(start)))
        scale = 1
      }
    }
    literal.scale = Rational(scale)
    // Words without 万 or 亿 in front, which most are, are whole already.
    literal.word = rest == first ? word : String(first.dropLast(rest.count)) + word
    // A hundred digits times 10^16 are far below the limit of a number.
    literal.value = (try? number * literal.scale) ?? number
    return literal
  }

  /// A number with its sign and its percent, as inputs and ranges have them.
  mutating func parseSigned() -> Literal? {
    var isNegative = false
    if tokens[index].kind == .sign(.minus) {
      isNegative = true
      index += 1
    }
    guard var literal = parse() else { return nil }
    if tokens[index].kind == .sign(.percent), literal.word.isEmpty {
      index += 1
      literal.scale = Rational(1, over: 100)
      literal.word = "%"
      literal.value = (try? literal.value * literal.scale) ?? literal.value
    }
    if isNegative { literal.value = -literal.value }
    return literal
  }

  private func place(_ token: Token) -> Place {
    Place(path: origin.path, line: origin.line, column: token.column)
  }

  /// The word behind the number, unless it is a word of the language.
  private mutating func unitWord() -> String? {
    guard case .word(let word) = tokens[index].kind, Keyword(word) == nil else { return nil }
    index += 1
    return word
  }

  /// Joins `元`, `/` and `单` where no space stands between them.
  private mutating func compound(_ first: String) -> String {
    var word = first
    while tokens[index].kind == .sign(.divide), !tokens[index].isSpaced,
      case .word(let next) = tokens[index + 1].kind, !tokens[index + 1].isSpaced
    {
      word += "/" + next
      index += 2
    }
    return word
  }

  /// Takes 万 and 亿 off the front: 万元 counts ten thousands of 元, 万亿 is both.
  private static func scaled(_ word: String) -> (scale: Int, rest: String) {
    guard let first = word.unicodeScalars.first, first == "万" || first == "亿" else {
      return (1, word)
    }
    var (scale, rest) = (1, Substring(word))
    for _ in 0..<2 {
      if rest.hasPrefix("万") {
        scale *= 10_000
      } else if rest.hasPrefix("亿") {
        scale *= 100_000_000
      } else {
        break
      }
      rest.removeFirst()
    }
    return (scale, String(rest))
  }
}
