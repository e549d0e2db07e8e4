package import Diagnostics

/// A calculation as it is written: names with their formulas, one a line, and what is expected of
/// them.
///
///     目标业绩 = ? 350000 元 in 100000..500000 step 10000   # 本月目标
///     成交单数 = ROUNDUP(目标业绩 / 35000 元/单, 0)
///     expect 成交单数 = 10 单
///     always 成交单数 in 1..50
package struct CalcBlock: Hashable, Sendable {
  /// A name, the one place that defines it, and how.
  package struct Definition: Hashable, Sendable {
    package let name: String
    package let place: Place
    package internal(set) var formula: Formula
    /// The comment behind it.
    package let label: String?
  }

  /// How a name gets its value.
  package enum Formula: Hashable, Sendable {
    case computed(Expression)
    /// Given by the reader of the page, `?`.
    case input(Input)
    /// Given by the reader, who starts at the value of a name from outside; in a program it is an
    /// input with that value.
    case given(GivenInput)
  }

  /// A condition that must hold.
  package struct Claim: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// Holds for the numbers as they are written: a worked answer.
      case expect
      /// Holds for every variant made with new numbers.
      case always
    }

    package let kind: Kind
    package let condition: Expression
    package let place: Place
  }

  /// The definitions in the order they are written; a name is in here once.
  package var definitions: [Definition]
  /// The `expect` and `always` lines.
  package var claims: [Claim]

  /// A calculation that says nothing.
  package init() {
    definitions = []
    claims = []
  }

  init(definitions: [Definition], claims: [Claim]) {
    self.definitions = definitions
    self.claims = claims
  }

  /// Adds a formula without a name of its own, such as a number in a sentence, and gives the name
  /// by which its result is found; no formula can mean that name.
  ///
  /// Computed with the block, it follows the inputs of its page.
  package mutating func add(_ expression: Expression) -> String {
    let name = "= \(definitions.count)"
    definitions.append(
      Definition(name: name, place: expression.place, formula: .computed(expression), label: nil))
    return name
  }

  /// Several blocks of one scope as one: names of a page may be used before they are defined.
  package init(joining blocks: [CalcBlock]) {
    self.init(
      definitions: blocks.flatMap(\.definitions), claims: blocks.flatMap(\.claims))
  }
}

/// A value that the reader of the page may change: `? 350000 元 in 100000..500000 step 10000`.
package struct Input: Hashable, Sendable {
  /// The value it starts at, in base units: 35 万元 is 350,000; nil where it comes from a name that
  /// has none yet.
  package let value: Rational?
  package let unit: Unit
  /// How many base units one of the field's units is: 10,000 for 万元, 1/100 for %.
  package let scale: Rational
  /// The field's unit as it is written: 万元, %, or nothing.
  package let unitWord: String
  /// The least and the greatest value, in base units.
  package let bounds: ClosedRange<Rational>?
  /// The distance of two neighbouring values, in base units.
  package let step: Rational?
}
