import Diagnostics
import Phrases

/// Reads what a tag says: values with formatters, and conditions.
struct ExpressionReader {
  private let source: SourceMap
  private let template: Int
  private let formatters: Formatters
  private let range: Range<Int>
  private var lexer: Lexer
  private var current: Lexeme = .end
  private var start = 0
  private var depth = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// How deep parentheses and `not` may nest.
  private static let deepest = 32

  init(_ source: SourceMap, template: Int, range: Range<Int>, formatters: Formatters) {
    self.source = source
    self.template = template
    self.formatters = formatters
    self.range = range
    lexer = Lexer(source, range)
    advance()
  }

  /// A value and its formatters, to the end of the tag; nil with a diagnostic if it is not one.
  mutating func expression() -> Expression? {
    guard let operand = operand(), let expression = steps(behind: operand, from: range.lowerBound)
    else { return nil }
    return ended() ? expression : nil
  }

  /// A condition to the end of the tag; nil with a diagnostic if it is not one.
  mutating func condition() -> Condition? {
    guard let condition = anyOf() else { return nil }
    return ended() ? condition : nil
  }

  // MARK: Values

  private mutating func operand() -> Operand? {
    let site = Site(template: template, offset: start)
    switch current {
    case .dot:
      advance()
      return .current(site)
    case .name(let parts): return name(parts, site)
    case .loop(let name):
      guard let fact = LoopFact(rawValue: name) else {
        diagnostics.append(.unknownLoopFact(name, at: source.place(of: start)))
        return nil
      }
      advance()
      return .loop(fact, site)
    case .text(let text):
      advance()
      return .literal(.text(text))
    case .number(let number):
      advance()
      return .literal(Int(number.text).map { .integer($0) } ?? .decimal(number))
    default:
      return unexpected(Phrase(zh: "名字、数字或带引号的文字", en: "a name, a number or a text in quotes"))
    }
  }

  private mutating func name(_ parts: [String], _ site: Site) -> Operand? {
    if parts == ["true"] || parts == ["false"] {
      advance()
      return .literal(.bool(parts == ["true"]))
    }
    if parts.count == 1, Self.reserved.contains(parts[0]) {
      return unexpected(
        Phrase(zh: "名字；“\(parts[0])”是模板语言的词", en: "a name; “\(parts[0])” is a word of the language")
      )
    }
    advance()
    let names = parts.map { HashedName($0) }
    return .path(Path(name: names[0], parts: Array(names.dropFirst()), site: site))
  }

  private static let reserved = ["if", "else", "and", "or", "not"]

  private mutating func steps(behind operand: Operand, from first: Int) -> Expression? {
    var steps: [Expression.Step] = []
    while current == .bar {
      advance()
      guard let step = step() else { return nil }
      steps.append(step)
    }
    let text = source.text(source.trimmed(first..<start))
    return Expression(
      operand: operand, steps: steps, text: text, site: Site(template: template, offset: first))
  }

  private mutating func step() -> Expression.Step? {
    guard case .name(let parts) = current else {
      return unexpected(Phrase(zh: "格式的名字", en: "the name of a formatter"))
    }
    let name = parts.joined(separator: ".")
    let place = source.place(of: start)
    let site = Site(template: template, offset: start)
    advance()
    var arguments: [Operand] = []
    while startsOperand {
      guard let argument = operand() else { return nil }
      arguments.append(argument)
    }
    guard let formatter = formatters[name] else {
      diagnostics.append(.unknownFormatter(name, known: formatters.names, at: place))
      return nil
    }
    guard formatter.arguments.contains(arguments.count) else {
      diagnostics.append(.wrongArguments(formatter, given: arguments.count, at: place))
      return nil
    }
    return Expression.Step(formatter: formatter, arguments: arguments, site: site)
  }

  private var startsOperand: Bool {
    switch current {
    case .name(let parts): parts.count > 1 || !Self.reserved.contains(parts[0])
    case .dot, .loop, .text, .number: true
    default: false
    }
  }

  // MARK: Conditions

  private mutating func anyOf() -> Condition? {
    guard let first = allOf() else { return nil }
    var conditions = [first]
    while current == .name(["or"]) {
      advance()
      guard let next = allOf() else { return nil }
      conditions.append(next)
    }
    return conditions.count == 1 ? first : .any(conditions)
  }

  private mutating func allOf() -> Condition? {
    guard let first = negated() else { return nil }
    var conditions = [first]
    while current == .name(["and"]) {
      advance()
      guard let next = negated() else { return nil }
      conditions.append(next)
    }
    return conditions.count == 1 ? first : .all(conditions)
  }

  private mutating func negated() -> Condition? {
    guard current == .name(["not"]) else { return comparison() }
    return nested { reader in
      reader.advance()
      return reader.negated().map { .not($0) }
    }
  }

  private mutating func comparison() -> Condition? {
    let left: Operand
    switch primary() {
    case .condition(let condition)?: return condition
    case .operand(let operand)?: left = operand
    case nil: return nil
    }
    guard case .comparison(let sign) = current,
      let comparison = Condition.Comparison(rawValue: sign)
    else { return .truth(left) }
    let site = Site(template: template, offset: start)
    advance()
    let place = start
    switch primary() {
    case .operand(let right)?: return .comparison(left, comparison, right, site)
    case .condition?:
      diagnostics.append(
        .unexpected(
          Phrase(zh: "条件", en: "a condition"),
          expected: Phrase(zh: "可以相比的值", en: "a value to compare with"), at: source.place(of: place)
        )
      )
      return nil
    case nil: return nil
    }
  }

  /// What stands on a side of a comparison, or a condition in parentheses.
  private enum Primary {
    case operand(Operand)
    case condition(Condition)
  }

  private mutating func primary() -> Primary? {
    guard current == .open else { return operand().map { .operand($0) } }
    return nested { reader in
      reader.advance()
      let first = reader.start
      guard let condition = reader.anyOf() else { return nil }
      var result = Primary.condition(condition)
      if case .truth(let operand) = condition {
        guard let expression = reader.steps(behind: operand, from: first) else { return nil }
        result = .operand(expression.steps.isEmpty ? operand : .expression(expression))
      }
      guard reader.current == .close else { return reader.unexpected(Phrase(same: "“)”")) }
      reader.advance()
      return result
    }
  }

  private mutating func nested<Result>(_ read: (inout Self) -> Result?) -> Result? {
    guard depth < Self.deepest else {
      diagnostics.append(.nestedTooDeeply(Self.deepest, at: source.place(of: start)))
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  // MARK: Words

  private mutating func advance() { (current, start) = lexer.next() }

  private mutating func ended() -> Bool {
    if current == .end { return true }
    let nothing: Operand? = unexpected(
      Phrase(zh: "标签的结尾，或“|”和一个格式", en: "the end of the tag, or “|” and a formatter"))
    return nothing != nil
  }

  private mutating func unexpected<Result>(_ expected: Phrase) -> Result? {
    let place = source.place(of: start)
    if current == .end {
      diagnostics.append(.incomplete(expected: expected, at: place))
    } else if case .unknown(let text, let meant) = current {
      diagnostics.append(.strangeCharacter(text, meant: meant, expected: expected, at: place))
    } else {
      let word = source.text(start..<lexer.position)
      diagnostics.append(.unexpected(Phrase(same: "“\(word)”"), expected: expected, at: place))
    }
    return nil
  }
}
