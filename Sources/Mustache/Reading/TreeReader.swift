import Diagnostics

/// Reads one template into a tree, with all that is wrong in it.
struct TreeReader {
  private let source: SourceMap
  private let name: String
  private let template: Int
  private let formatters: Formatters
  /// The tags not yet closed, outermost first; the template itself is the first.
  private var open: [OpenTag]
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the template nests so deeply that the rest is not read.
  private var isAbandoned = false

  /// How deep tags may nest.
  private static let deepest = 64
  /// After so many mistakes a template is not read on.
  private static let mostDiagnostics = 100

  init(_ source: SourceMap, name: String, template: Int, formatters: Formatters) {
    self.source = source
    self.name = name
    self.template = template
    self.formatters = formatters
    open = [OpenTag(kind: .template, name: "", tag: nil)]
  }

  /// The tree; of what is wrong it holds what could still be understood.
  mutating func read() -> Tree {
    if let place = source.firstInvalidUTF8 {
      diagnostics.append(.notUTF8(at: place))
      return Tree(name: name, source: source, nodes: [])
    }
    var scanner = Scanner(source)
    scanner.scan()
    diagnostics += scanner.diagnostics
    var lines = StandaloneLines(source)
    lines.arrange(scanner.tokens)
    for token in lines.tokens {
      guard diagnostics.count < Self.mostDiagnostics, !isAbandoned else { break }
      add(token)
    }
    while open.count > 1 {
      let unclosed = open[open.count - 1]
      if diagnostics.count < Self.mostDiagnostics, !isAbandoned, let tag = unclosed.tag {
        diagnostics.append(.unclosedSection(unclosed.label, at: source.place(of: tag.start)))
      }
      close()
    }
    return Tree(name: name, source: source, nodes: open[0].nodes)
  }

  private mutating func add(_ token: Token) {
    switch token {
    case .text(let range, let startsLine):
      if open[open.count - 1].isParent {
        if !source.isBlank(range) { reportLost(source.trimmed(range).lowerBound) }
      } else {
        append(.text(range, startsLine: startsLine))
      }
    case .tag(let tag): add(tag)
    }
  }

  private mutating func add(_ tag: Tag) {
    switch tag.kind {
    case .comment, .delimiters: break
    case .close: closeSection(tag)
    case .elseIf, .otherwise: addBranch(tag)
    case .ifClose: closeIf(tag)
    case .block: openBlock(tag)
    case _ where open[open.count - 1].isParent: reportLost(tag.start, opens: tag)
    case .variable, .verbatim: addValue(tag)
    case .section, .inverted: openSection(tag)
    case .ifOpen: openIf(tag)
    case .partial: addPartial(tag)
    case .parent: openParent(tag)
    }
  }

  private mutating func append(_ node: Node) { open[open.count - 1].nodes.append(node) }

  private mutating func push(_ kind: OpenTag.Kind, _ name: String, _ tag: Tag) {
    if open.count == Self.deepest {
      diagnostics.append(.nestedTooDeeply(Self.deepest, at: source.place(of: tag.start)))
      isAbandoned = true
    }
    open.append(OpenTag(kind: kind, name: name, tag: tag))
  }

  /// Something that stands in a parent but in none of its blocks would never be seen.
  private mutating func reportLost(_ offset: Int, opens tag: Tag? = nil) {
    if !open[open.count - 1].reportedLost {
      diagnostics.append(.lostContent(open[open.count - 1].label, at: source.place(of: offset)))
      open[open.count - 1].reportedLost = true
    }
    guard let tag else { return }
    switch tag.kind {
    case .section, .inverted, .parent: push(.ignored, source.text(tag.content), tag)
    case .ifOpen: push(.choice, "if", tag)
    default: break
    }
  }
}

// MARK: - Values and sections

extension TreeReader {
  private mutating func reader(_ tag: Tag) -> ExpressionReader {
    ExpressionReader(source, template: template, range: tag.content, formatters: formatters)
  }

  private mutating func expression(_ tag: Tag) -> Expression? {
    var reader = reader(tag)
    let expression = reader.expression()
    diagnostics += reader.diagnostics
    return expression
  }

  private mutating func condition(_ tag: Tag, dropping word: Int) -> Condition? {
    let range = source.trimmed(tag.content.lowerBound + word..<tag.content.upperBound)
    var reader = ExpressionReader(
      source, template: template, range: range, formatters: formatters)
    let condition = reader.condition()
    diagnostics += reader.diagnostics
    return condition
  }

  private mutating func addValue(_ tag: Tag) {
    guard let expression = expression(tag) else { return }
    append(.value(expression, verbatim: tag.kind == .verbatim))
  }

  private mutating func openSection(_ tag: Tag) {
    let expression = expression(tag)
    let name = sectionName(tag)
    guard let expression else { return push(.ignored, name, tag) }
    push(.section(expression, inverted: tag.kind == .inverted), name, tag)
  }

  /// What the closing tag has to repeat: the value without its formatters.
  private func sectionName(_ tag: Tag) -> String {
    let bar = source.bytes[tag.content].firstIndex(of: UInt8(ascii: "|"))
    return source.text(source.trimmed(tag.content.lowerBound..<(bar ?? tag.content.upperBound)))
  }

  private mutating func openIf(_ tag: Tag) {
    let condition = condition(tag, dropping: 0)
    push(.choice, "if", tag)
    open[open.count - 1].condition = condition
  }

  private mutating func addBranch(_ tag: Tag) {
    let index = open.count - 1
    let isElse = tag.kind == .otherwise
    guard case .choice = open[index].kind, !open[index].hasElse else {
      diagnostics.append(.misplacedElse(at: source.place(of: tag.start)))
      return
    }
    open[index].finishBranch()
    open[index].hasElse = isElse
    open[index].condition = isElse ? nil : elseCondition(tag)
  }

  /// The condition behind the words `else` and `if`, whatever blanks stand between them.
  private mutating func elseCondition(_ tag: Tag) -> Condition? {
    let rest = source.trimmed(tag.content.lowerBound + 4..<tag.content.upperBound)
    return condition(tag, dropping: rest.lowerBound + 2 - tag.content.lowerBound)
  }
}

// MARK: - Other templates

extension TreeReader {
  private mutating func addPartial(_ tag: Tag) {
    guard let name = reference(tag) else { return }
    append(.partial(reference(to: name, tag)))
  }

  private mutating func openParent(_ tag: Tag) {
    let name = source.text(tag.content)
    switch reference(tag) {
    case .fixed?: push(.parent, name, tag)
    case .dynamic?:
      diagnostics.append(.dynamicParent(at: source.place(of: tag.start)))
      push(.ignored, name, tag)
    case nil: push(.ignored, name, tag)
    }
  }

  private mutating func openBlock(_ tag: Tag) {
    let name = source.text(tag.content)
    if !isWord(tag) { diagnostics.append(.badName(name, at: source.place(of: tag.start))) }
    let enclosing = open[open.count - 1]
    if enclosing.isParent, enclosing.overrides.contains(where: { $0.name == name }) {
      diagnostics.append(.repeatedBlock(name, at: source.place(of: tag.start)))
    }
    push(.block, name, tag)
  }

  private func isWord(_ tag: Tag) -> Bool {
    !tag.content.isEmpty && !source.bytes[tag.content].contains(where: SourceMap.isBlank)
  }

  private func reference(to name: Node.Reference.Name, _ tag: Tag) -> Node.Reference {
    Node.Reference(
      name: name, indentation: tag.indentation ?? tag.start..<tag.start,
      site: Site(template: template, offset: tag.start))
  }

  private mutating func reference(_ tag: Tag) -> Node.Reference.Name? {
    guard source.bytes[tag.content].first == UInt8(ascii: "*") else {
      if isWord(tag) { return .fixed(source.text(tag.content)) }
      diagnostics.append(.badName(source.text(tag.content), at: source.place(of: tag.start)))
      return nil
    }
    let range = source.trimmed(tag.content.lowerBound + 1..<tag.content.upperBound)
    var reader = ExpressionReader(
      source, template: template, range: range, formatters: formatters)
    let expression = reader.expression()
    diagnostics += reader.diagnostics
    return expression.map { .dynamic($0) }
  }
}

// MARK: - Closing

extension TreeReader {
  private mutating func closeSection(_ tag: Tag) {
    let name = source.text(tag.content)
    guard let index = open.lastIndex(where: { $0.name == name && $0.kind.closesByName }) else {
      diagnostics.append(
        .nothingToClose(name, open: open[open.count - 1].label, at: source.place(of: tag.start)))
      return
    }
    close(downTo: index)
  }

  private mutating func closeIf(_ tag: Tag) {
    guard let index = open.lastIndex(where: { $0.kind.isChoice }) else {
      diagnostics.append(
        .nothingToClose("if", open: open[open.count - 1].label, at: source.place(of: tag.start)))
      return
    }
    close(downTo: index)
  }

  /// Closes the tag of that index, and reports those inside it that were left open.
  private mutating func close(downTo index: Int) {
    while open.count - 1 > index {
      let unclosed = open[open.count - 1]
      if let tag = unclosed.tag {
        diagnostics.append(.unclosedSection(unclosed.label, at: source.place(of: tag.start)))
      }
      close()
    }
    close()
  }

  private mutating func close() {
    var closed = open.removeLast()
    guard let tag = closed.tag else { return }
    switch closed.kind {
    case .template, .ignored: break
    case .section(let expression, let inverted):
      append(.section(expression, inverted: inverted, closed.nodes))
    case .choice:
      closed.finishBranch()
      append(.choice(closed.branches, Site(template: template, offset: tag.start)))
    case .parent:
      let reference = reference(to: .fixed(closed.name), tag)
      append(.parent(reference, overrides: closed.overrides))
    case .block: addBlock(closed, tag)
    }
  }

  private mutating func addBlock(_ closed: OpenTag, _ tag: Tag) {
    let site = Site(template: template, offset: tag.start)
    let here = tag.start..<tag.start
    guard open[open.count - 1].isParent else {
      let own = tag.indentation.map { closed.nodes.firstIndentation(in: source) ?? $0 }
      append(
        .block(
          Node.Block(name: closed.name, nodes: closed.nodes, indentation: own ?? here, site: site)))
      return
    }
    let blanks =
      tag.standsAlone ? closed.nodes.firstIndentation(in: source)?.count ?? 0 : 0
    open[open.count - 1].overrides.append(
      Node.Block(
        name: closed.name, nodes: closed.nodes.dedented(by: blanks, in: source),
        indentation: here, site: site))
  }
}
