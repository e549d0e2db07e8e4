/// A name with dots, looked up in the values at hand: `customer.class`.
struct Path: Sendable {
  /// What is looked up in the records at hand, innermost first.
  let name: HashedName
  /// The parts behind the dots: each is looked up in what was found before, and nowhere else.
  let parts: [HashedName]
  let site: Site

  /// The name as it is written.
  var text: String { text(upTo: parts.count) }

  /// The name and so many of its parts, as they are written.
  func text(upTo count: Int) -> String {
    ([name] + parts.prefix(count)).map(\.text).joined(separator: ".")
  }

  /// Where a part stands.
  func site(ofPart index: Int) -> Site {
    let before = text(upTo: index).utf8.count + 1
    return Site(template: site.template, offset: site.offset + before)
  }
}

/// What a loop knows of the round it is in.
enum LoopFact: String, CaseIterable, Sendable {
  /// Whether this is the first round.
  case first
  /// Whether this is the last round.
  case last
  /// The round, counted from 0.
  case index
  /// The round, counted from 1.
  case number
}

/// Something that stands for a value.
indirect enum Operand: Sendable {
  /// `.`, the value of the innermost section.
  case current(Site)
  case path(Path)
  /// `@first` and its like.
  case loop(LoopFact, Site)
  case literal(Value)
  /// An expression in parentheses, inside a condition.
  case expression(Expression)
}

/// A value on its way through formatters: `amount | money`.
struct Expression: Sendable {
  /// One formatter with its arguments.
  struct Step: Sendable {
    let formatter: Formatter
    let arguments: [Operand]
    let site: Site
  }

  let operand: Operand
  let steps: [Step]
  /// What was written, for messages.
  let text: String
  let site: Site
}

/// What an `if` asks.
indirect enum Condition: Sendable {
  enum Comparison: String, Sendable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  case truth(Operand)
  case comparison(Operand, Comparison, Operand, Site)
  case all([Condition])
  case any([Condition])
  case not(Condition)
}
