package import Diagnostics

extension CalcBlock {
  /// Reads a calculation, one line at a time; a line that is wrong is reported and the next is read.
  ///
  /// `place` is where the first character of the text stands in its file; all lines begin in its
  /// column. `units` are the settings'.
  ///
  ///     CalcBlock.parse("单量 = 525000 元 / 15 单", at: place, units: .standard)
  ///       .value.definitions[0].name  // "单量"
  package static func parse(
    _ text: String, at place: Place, units: Units = .standard
  ) -> Parsed<CalcBlock> {
    var parser = BlockParser(at: place, units: units)
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    scalars.append(contentsOf: text.unicodeScalars)
    let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    parser.reserveCapacity(lines.count)
    for (offset, line) in lines.enumerated() {
      parser.read(line, at: offset)
      if parser.isFull { break }
    }
    return Parsed(parser.block, parser.diagnostics)
  }

  /// A block or a page defines at most so many names.
  static let maximumDefinitions = 2_000
}

extension Expression {
  /// Reads a single formula, such as a number in a sentence or a rule of the settings.
  ///
  /// `place` is where its first character stands, behind the `= ` of a code span.
  ///
  ///     Expression.parse("目标 / 单量", at: place).value?.names  // ["目标", "单量"]
  package static func parse(
    _ text: String, at place: Place, units: Units = .standard
  ) -> Parsed<Expression?> {
    let place = Place(path: place.path, line: place.line, column: max(1, place.column))
    // A formula of the settings may be folded over several lines; here a line break is a space.
    let lexer = Lexer(text.unicodeScalars.map { $0 == "\n" ? " " : $0 }[...], at: place)
    guard lexer.tokens.count > 1 else {
      return Parsed(nil, lexer.diagnostics + [.emptyFormula(at: place)])
    }
    var parser = ExpressionParser(lexer.tokens, from: 0, at: place, units: units)
    let expression = parser.parse()
    parser.expectEnd()
    let diagnostics = lexer.diagnostics + parser.diagnostics
    return Parsed(diagnostics.hasErrors ? nil : expression, diagnostics)
  }
}

/// Reads the lines of a block.
private struct BlockParser {
  private let origin: Place
  private let units: Units
  private(set) var block = CalcBlock()
  private(set) var diagnostics: [Diagnostic] = []
  /// Which definition has each name.
  private var slots = NameSlots()
  private(set) var isFull = false

  init(at origin: Place, units: Units) {
    self.origin = origin
    self.units = units
  }

  /// Makes room for so many definitions.
  mutating func reserveCapacity(_ count: Int) {
    let names = min(count, CalcBlock.maximumDefinitions)
    block.definitions.reserveCapacity(names)
    slots.reserveCapacity(names)
  }

  mutating func read(_ line: ArraySlice<Unicode.Scalar>, at offset: Int) {
    let place = Place(
      path: origin.path, line: max(1, origin.line) + offset, column: max(1, origin.column))
    let lexer = Lexer(line, at: place)
    guard lexer.tokens.count > 1 else {
      diagnostics += lexer.diagnostics
      return
    }
    let before = diagnostics.count
    switch Self.claim(lexer.tokens) {
    case let kind?: claim(kind, lexer.tokens, at: place)
    case nil: define(lexer, at: place)
    }
    // Where a sign could not be read, what stands around it does not fit: one report is enough.
    if !lexer.diagnostics.isEmpty {
      diagnostics[before...].removeAll { $0.id == "formula.unexpected" }
      diagnostics += lexer.diagnostics
    }
  }

  /// The claim that a line begins with; nil where it defines a name, which may be `expect` itself.
  private static func claim(_ tokens: [Token]) -> CalcBlock.Claim.Kind? {
    guard case .word(let word) = tokens[0].kind, let keyword = Keyword(word),
      tokens[1].kind != .sign(.equal)
    else { return nil }
    switch keyword {
    case .expect: return .expect
    case .always: return .always
    default: return nil
    }
  }

  private func place(_ token: Token, _ line: Place) -> Place {
    Place(path: line.path, line: line.line, column: token.column)
  }

  private mutating func define(_ lexer: Lexer, at line: Place) {
    let tokens = lexer.tokens
    guard case .word(let name) = tokens[0].kind, tokens[1].kind == .sign(.equal) else {
      let wrong = if case .word = tokens[0].kind { tokens[1] } else { tokens[0] }
      return diagnostics.append(.notADefinition(wrong.described, at: place(wrong, line)))
    }
    let start = place(tokens[0], line)
    let first = slots[name].map { block.definitions[$0].place }
    if let reason = refusal(of: name, first: first, at: start) { diagnostics.append(reason) }
    let formula = self.formula(tokens, at: line)
    guard let formula, first == nil else { return }
    guard block.definitions.count < CalcBlock.maximumDefinitions else {
      isFull = true
      return diagnostics.append(.tooManyNames(at: start))
    }
    slots[name] = block.definitions.count
    block.definitions.append(
      CalcBlock.Definition(name: name, place: start, formula: formula, label: lexer.comment))
  }

  private func refusal(of name: String, first: Place?, at place: Place) -> Diagnostic? {
    if Keyword(name) != nil { return .reservedName(name, at: place) }
    if name.utf8.contains(UInt8(ascii: ".")) { return .dottedName(name, at: place) }
    return first.map { .definedTwice(name, first: $0, at: place) }
  }

  private mutating func formula(_ tokens: [Token], at line: Place) -> CalcBlock.Formula? {
    if tokens[2].kind == .sign(.question) {
      var parser = InputParser(tokens, from: 3, at: line, units: units)
      let input = parser.parse()
      diagnostics += parser.diagnostics
      return input
    }
    var parser = ExpressionParser(tokens, from: 2, at: line, units: units)
    let expression = parser.parse()
    parser.expectEnd()
    diagnostics += parser.diagnostics
    return .computed(expression)
  }

  private mutating func claim(_ kind: CalcBlock.Claim.Kind, _ tokens: [Token], at line: Place) {
    var parser = ExpressionParser(tokens, from: 1, at: line, units: units)
    var condition = parser.parse()
    var tail = PropertyParser(tokens, from: parser.position, at: line, units: units)
    if kind == .always, parser.diagnostics.isEmpty, let property = tail.parse(of: condition) {
      condition = property
    } else if tail.diagnostics.isEmpty {
      parser.expectEnd()
    }
    diagnostics += parser.diagnostics + tail.diagnostics
    block.claims.append(
      CalcBlock.Claim(kind: kind, condition: condition, place: place(tokens[0], line)))
  }
}
