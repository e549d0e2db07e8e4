import Diagnostics
import Phrases

/// Assembles one program: follows the HTML through it and emits its operations.
struct ProgramAssembler {
  let template: Int
  let overrides: Int
  var markup: Markup
  /// After a fault in the HTML nothing that follows can be judged.
  private var isLost = false

  init(template: Int, overrides: Int, markup: Markup) {
    self.template = template
    self.overrides = overrides
    self.markup = markup
  }

  mutating func emit(_ nodes: [Node], _ assembler: inout Assembler) {
    for node in nodes {
      switch node {
      case .text(let range, let startsLine): emit(text: range, startsLine, &assembler)
      case .value(let expression, let verbatim): emit(expression, verbatim, &assembler)
      case .section(let expression, let inverted, let nodes):
        emit(section: expression, inverted, nodes, &assembler)
      case .choice(let branches, let site): emit(choice: branches, site, &assembler)
      case .partial(let reference): emit(partial: reference, &assembler)
      case .parent(let reference, let blocks): emit(parent: reference, blocks, &assembler)
      case .block(let block): emit(block, &assembler)
      }
    }
  }

  /// Checks that the program ends where it began, as its callers rely on.
  mutating func finish(
    _ name: String, from start: Markup, _ site: Site, _ assembler: inout Assembler
  ) {
    settle(site, &assembler)
    _ = join(start, markup, Phrase(same: name), site, &assembler)
  }

  // MARK: Text and values

  private mutating func emit(
    text range: Range<Int>, _ startsLine: Bool, _ assembler: inout Assembler
  ) {
    let bytes = assembler.trees[template].source.bytes
    var marks: [AddressMark] = []
    if !isLost {
      do throws(MarkupFault) {
        marks = try markup.read(bytes, range)
      } catch {
        isLost = true
        let site = Site(template: template, offset: error.offset)
        assembler.report(at: site) { .unsafePlace(error.reason, at: $0) }
      }
    }
    var start = range.lowerBound
    for mark in marks {
      assembler.code.emit(
        literal: bytes[start..<mark.offset], startsLine: startsLine && start == range.lowerBound)
      let site = Site(template: template, offset: mark.offset)
      assembler.code.operations.append(
        mark.isEnd ? .endAddress(site: assembler.code.add(site)) : .beginAddress)
      start = mark.offset
    }
    assembler.code.emit(
      literal: bytes[start..<range.upperBound],
      startsLine: startsLine && start == range.lowerBound)
  }

  private mutating func emit(
    _ expression: Expression, _ verbatim: Bool, _ assembler: inout Assembler
  ) {
    guard !isLost else { return }
    switch markup.placement(verbatim: verbatim) {
    case .failure(let fault):
      assembler.report(at: expression.site) { .unsafePlace(fault.reason, at: $0) }
    case .success where verbatim:
      let index = assembler.code.add(expression)
      assembler.code.operations.append(.printVerbatim(index))
    case .success(let placement):
      if expression.steps.isEmpty, case .path(let path) = expression.operand {
        let index = assembler.code.add(path)
        assembler.code.operations.append(.print(path: index, placement))
      } else {
        let index = assembler.code.add(expression)
        assembler.code.operations.append(.printExpression(index, placement))
      }
    }
  }

  // MARK: Sections

  private mutating func emit(
    section expression: Expression, _ inverted: Bool, _ nodes: [Node],
    _ assembler: inout Assembler
  ) {
    settle(expression.site, &assembler)
    let start = markup
    let index = assembler.code.add(expression)
    let operation = assembler.code.operations.count
    assembler.code.operations.append(.jump(to: 0))
    emit(nodes, &assembler)
    let end = assembler.code.label()
    assembler.code.operations[operation] =
      inverted ? .inverted(index, end: end) : .section(index, end: end)
    settle(expression.site, &assembler)
    markup = join(
      start, markup, Phrase(zh: "这个段落", en: "this section"), expression.site, &assembler)
  }

  private mutating func emit(
    choice branches: [Node.Branch], _ site: Site, _ assembler: inout Assembler
  ) {
    settle(site, &assembler)
    let start = markup
    var ends: [Markup] = []
    var jumps: [Int] = []
    for branch in branches {
      markup = start
      var test: (operation: Int, condition: Int32)?
      if let condition = branch.condition {
        test = (assembler.code.operations.count, assembler.code.add(condition))
        assembler.code.operations.append(.jump(to: 0))
      }
      emit(branch.nodes, &assembler)
      settle(site, &assembler)
      ends.append(markup)
      jumps.append(assembler.code.operations.count)
      assembler.code.operations.append(.jump(to: 0))
      if let test {
        assembler.code.operations[test.operation] = .unless(
          condition: test.condition, to: assembler.code.label())
      }
    }
    let end = assembler.code.label()
    for jump in jumps { assembler.code.operations[jump] = .jump(to: end) }
    if branches.last?.condition != nil { ends.append(start) }
    markup = ends.dropFirst().reduce(ends.first ?? start) {
      join($0, $1, Phrase(zh: "这个选择", en: "this choice"), site, &assembler)
    }
  }

  // MARK: Other templates

  private mutating func emit(partial reference: Node.Reference, _ assembler: inout Assembler) {
    settle(reference.site, &assembler)
    let bytes = assembler.trees[template].source.bytes[reference.indentation]
    switch reference.name {
    case .dynamic(let expression):
      let (from, to) = assembler.code.add(bytes)
      if markup != Markup(), !isLost {
        assembler.report(at: reference.site) { .dynamicPlace(at: $0) }
      }
      let index = assembler.code.add(expression)
      assembler.code.operations.append(.callNamed(index, from: from, to: to))
    case .fixed(let name):
      guard let called = index(of: name, reference.site, &assembler) else { return }
      let program = assembler.program(template: called, markup: markup, overrides: overrides)
      emit(call: program, bytes, reference.site, &assembler)
    }
  }

  private mutating func emit(
    parent reference: Node.Reference, _ blocks: [Node.Block], _ assembler: inout Assembler
  ) {
    settle(reference.site, &assembler)
    guard case .fixed(let name) = reference.name,
      let called = index(of: name, reference.site, &assembler)
    else { return }
    let declared = assembler.blockNames.declared(by: called)
    for block in blocks where !declared.contains(block.name) {
      assembler.report(at: block.site) {
        .unknownBlock(block.name, of: name, known: declared, at: $0)
      }
    }
    let set = assembler.overrides.adding(blocks, to: overrides)
    let program = assembler.program(template: called, markup: markup, overrides: set)
    let bytes = assembler.trees[template].source.bytes[reference.indentation]
    emit(call: program, bytes, reference.site, &assembler)
  }

  private mutating func emit(_ block: Node.Block, _ assembler: inout Assembler) {
    settle(block.site, &assembler)
    guard let replacement = assembler.overrides.block(block.name, in: overrides) else {
      let start = markup
      emit(block.nodes, &assembler)
      settle(block.site, &assembler)
      markup = join(
        start, markup, Phrase(zh: "块“\(block.name)”", en: "the block “\(block.name)”"), block.site,
        &assembler)
      return
    }
    let rest = assembler.overrides.removing(block.name, from: overrides)
    let program = assembler.program(block: replacement, markup: markup, overrides: rest)
    let bytes = assembler.trees[template].source.bytes[block.indentation]
    emit(call: program, bytes, block.site, &assembler)
  }

  private mutating func emit(
    call program: Int, _ indentation: ArraySlice<UInt8>, _ site: Site, _ assembler: inout Assembler
  ) {
    let (from, to) = assembler.code.add(indentation)
    let index = assembler.code.add(site)
    assembler.code.operations.append(
      .call(program: Int32(program), from: from, to: to, site: index))
    if markup.isBetweenAttributes { markup.state = .attributeEnd }
  }

  private func index(of name: String, _ site: Site, _ assembler: inout Assembler) -> Int? {
    if let index = assembler.indices[name] { return index }
    let known = assembler.trees.map(\.name)
    assembler.report(at: site) { .unknownTemplate(name, known: known, at: $0) }
    return nil
  }

  // MARK: Markup

  private mutating func settle(_ site: Site, _ assembler: inout Assembler) {
    guard !isLost, let reason = markup.settle() else { return }
    isLost = true
    assembler.report(at: site) { .unsafePlace(reason, at: $0) }
  }

  private mutating func join(
    _ first: Markup, _ second: Markup, _ what: Phrase, _ site: Site, _ assembler: inout Assembler
  ) -> Markup {
    if isLost { return first }
    if let joined = first.joined(with: second) { return joined }
    isLost = true
    assembler.report(at: site) { .openMarkup(what, from: first, to: second, at: $0) }
    return first
  }
}
