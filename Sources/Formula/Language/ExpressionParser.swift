import Diagnostics
import Phrases

/// Reads one formula by the precedence of its operators, and goes on after a mistake.
///
/// Operands of equal rank are read in a loop; only brackets, functions and prefixes go deeper, and
/// no deeper than a spreadsheet would.
struct ExpressionParser {
  private let tokens: [Token]
  private let origin: Place
  private let units: Units
  private var index: Int
  private var nodes: [Expression.Node] = []
  private var depth = 0
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads from the token at `index`; `tokens` ends with `.end`.
  init(_ tokens: [Token], from index: Int, at origin: Place, units: Units) {
    self.tokens = tokens
    self.index = index
    self.origin = origin
    self.units = units
    nodes.reserveCapacity(min(tokens.count - index, 32))
  }

  /// Spreadsheets nest functions this deep.
  static let maximumDepth = 64
  /// A formula has at most so many numbers, names and operations.
  static let maximumNodes = 4_096

  /// The position behind what was read.
  var position: Int { index }

  /// Reads a whole formula.
  mutating func parse() -> Expression {
    let start = current
    expression(above: 0)
    return Expression(nodes: nodes, place: place(start))
  }

  /// Reports what stands behind the formula, if anything does.
  mutating func expectEnd() {
    guard current.kind != .end else { return }
    let fix: Phrase? =
      switch current.kind {
      case .sign(.comma):
        Phrase(
          zh: "数字不写逗号：1200000 或 1_200_000",
          en: "write numbers without commas: 1200000 or 1_200_000")
      case .sign(.close): Phrase(zh: "删除它，或在前面补上左括号", en: "remove it, or open a bracket before")
      default: nil
      }
    diagnostics.append(
      .unexpected(
        current.described, Phrase(zh: "运算符或行尾", en: "an operator or the end of the line"), fix,
        at: place(current)))
    index = tokens.count - 1
  }

  private var current: Token { tokens[index] }

  private mutating func advance() { index = min(index + 1, tokens.count - 1) }

  private mutating func take(_ sign: Token.Sign) -> Bool {
    guard current.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  private func place(_ token: Token) -> Place {
    Place(path: origin.path, line: origin.line, column: token.column)
  }

  private mutating func emit(_ term: Expression.Term, _ token: Token) {
    if nodes.count == Self.maximumNodes {
      diagnostics.append(.tooManyTerms(at: place(token)))
      index = tokens.count - 1
    }
    if nodes.count <= Self.maximumNodes {
      nodes.append(Expression.Node(term: term, column: token.column))
    }
  }

  private mutating func expression(above rank: Int) {
    guard depth < Self.maximumDepth else {
      diagnostics.append(.tooDeep(at: place(current)))
      emit(.mistaken(arguments: 0), current)
      index = tokens.count - 1
      return
    }
    depth += 1
    defer { depth -= 1 }
    prefix()
    while let operation = infix(), operation.binding > rank {
      let token = current
      advance()
      if operation == .percent {
        emit(.apply(.percent, arguments: 1), token)
      } else {
        expression(above: operation.binding)
        emit(.apply(operation, arguments: 2), token)
      }
    }
  }

  private func infix() -> Operation? {
    switch current.kind {
    case .word(let word):
      switch Keyword(word) {
      case .and: .and
      case .or: .or
      default: nil
      }
    case .sign(let sign): sign.infix
    default: nil
    }
  }

  private mutating func prefix() {
    let token = current
    if take(.minus) {
      expression(above: Operation.percent.binding)
      emit(.apply(.negate, arguments: 1), token)
    } else if take(.plus) {
      expression(above: Operation.percent.binding)
    } else if case .word(let word) = token.kind, Keyword(word) == .not {
      advance()
      expression(above: Operation.not.binding)
      emit(.apply(.not, arguments: 1), token)
    } else {
      operand()
    }
  }

  private mutating func operand() {
    let token = current
    switch token.kind {
    case .number:
      var literal = LiteralParser(tokens, from: index, at: origin, units: units)
      if let number = literal.parse() {
        let fitsAll = number.word.isEmpty && number.value == .zero
        emit(.number(number.value, fitsAll ? nil : number.unit), token)
      }
      diagnostics += literal.diagnostics
      index = literal.position
    case .text(let text):
      advance()
      emit(.text(text), token)
    case .word(let word):
      self.word(word, token)
    case .sign(.open):
      advance()
      expression(above: 0)
      close(token)
    default:
      missing(token)
    }
  }

  private mutating func word(_ word: String, _ token: Token) {
    switch Keyword(word) {
    case .true?, .false?:
      advance()
      emit(.truth(Keyword(word) == .true), token)
    case nil:
      advance()
      if current.kind == .sign(.open) { call(word, token) } else { emit(.name(word), token) }
    case .and?, .or?:
      // `AND(a, b)`, as spreadsheets have it: told as the function it would be.
      guard tokens[index + 1].kind == .sign(.open) else { return missing(token) }
      advance()
      call(word, token)
    default:
      missing(token)
    }
  }

  private mutating func call(_ name: String, _ token: Token) {
    let open = current
    advance()
    var count = 0
    if current.kind != .sign(.close) {
      repeat {
        expression(above: 0)
        count += 1
      } while take(.comma)
    }
    close(open)
    guard let function = Function(rawValue: name.uppercased()) else {
      diagnostics.append(.unknownFunction(name, at: place(token)))
      return emit(.mistaken(arguments: count), token)
    }
    guard function.arity.contains(count) else {
      diagnostics.append(.wrongArity(function, count, at: place(token)))
      return emit(.mistaken(arguments: count), token)
    }
    emit(.apply(.call(function), arguments: count), token)
  }

  private mutating func close(_ open: Token) {
    if take(.close) || diagnostics.contains(where: \.endsReading) { return }
    diagnostics.append(.unclosed(current.described, open: place(open), at: place(current)))
  }

  /// Reports a missing operand and leaves what may still be an operator where it is.
  private mutating func missing(_ token: Token) {
    if token.kind == .sign(.question) {
      diagnostics.append(.misplacedInput(at: place(token)))
    } else {
      let fix =
        token.kind == .sign(.equal)
        ? Phrase(zh: "去掉第二个“=”", en: "leave out the second “=”") : nil
      diagnostics.append(
        .unexpected(
          token.described, Phrase(zh: "数字、名字、文字或“(”", en: "a number, a name, a text or “(”"), fix,
          at: place(token)))
    }
    switch token.kind {
    case .sign(.equal), .sign(.question):
      // `= =1+2`: what stands behind the signs is read all the same.
      while [.sign(.equal), .sign(.question)].contains(current.kind) { advance() }
      prefix()
    case .end, .sign(.close), .sign(.comma):
      emit(.mistaken(arguments: 0), token)
    case .sign(let sign) where sign.infix != nil:
      emit(.mistaken(arguments: 0), token)
    default:
      advance()
      emit(.mistaken(arguments: 0), token)
    }
  }
}

extension Token.Sign {
  fileprivate var infix: Operation? {
    switch self {
    case .plus: .add
    case .minus: .subtract
    case .times: .multiply
    case .divide: .divide
    case .power: .power
    case .percent: .percent
    case .join: .join
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      Comparison(rawValue: rawValue).map(Operation.compare)
    case .open, .close, .comma, .question, .range: nil
    }
  }
}

extension Diagnostic {
  /// Whether nothing more is to be said of the brackets of the line.
  fileprivate var endsReading: Bool {
    ["formula.too-deep", "formula.too-many-terms", "formula.unclosed-bracket"].contains(id)
  }
}
