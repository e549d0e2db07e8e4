/// What a template says, as a tree.
enum Node: Sendable {
  /// Bytes of the template; whether the first of them begins a line.
  case text(Range<Int>, startsLine: Bool)
  /// A value, escaped, or HTML that is right already.
  case value(Expression, verbatim: Bool)
  /// Content for a value that is true, once for each of a list; or for one that is false.
  case section(Expression, inverted: Bool, [Node])
  case choice([Branch], Site)
  case partial(Reference)
  case parent(Reference, overrides: [Block])
  case block(Block)

  /// One way of an `if`; without a condition it is the `else`.
  struct Branch: Sendable {
    let condition: Condition?
    let nodes: [Node]
  }

  /// Another template, called by its name or by a name that a value holds.
  struct Reference: Sendable {
    enum Name: Sendable {
      case fixed(String)
      case dynamic(Expression)
    }

    let name: Name
    let indentation: Range<Int>
    let site: Site
  }

  /// A named part of a template: with what it holds by default, or with what replaces that.
  struct Block: Sendable {
    let name: String
    let nodes: [Node]
    /// The blanks that stand before each line of what replaces the block.
    let indentation: Range<Int>
    let site: Site
  }
}

/// A template that was read.
struct Tree: Sendable {
  let name: String
  let source: SourceMap
  let nodes: [Node]
}

extension Node {
  /// The nodes inside this one, in groups as they stand together.
  var inner: [[Node]] {
    switch self {
    case .text, .value, .partial: []
    case .section(_, _, let nodes): [nodes]
    case .choice(let branches, _): branches.map(\.nodes)
    case .parent(_, let overrides): overrides.map(\.nodes)
    case .block(let block): [block.nodes]
    }
  }
}

extension [Node] {
  /// The blanks at the beginning of the first line that begins in these nodes.
  func firstIndentation(in source: SourceMap) -> Range<Int>? {
    for node in self {
      switch node {
      case .text(let range, startsLine: true): return source.leadingBlanks(range)
      case .partial(let reference), .parent(let reference, _):
        if !reference.indentation.isEmpty { return reference.indentation }
      default:
        for nodes in node.inner {
          if let found = nodes.firstIndentation(in: source) { return found }
        }
      }
    }
    return nil
  }

  /// The nodes with up to so many blanks less at the beginning of each line.
  func dedented(by count: Int, in source: SourceMap) -> [Node] {
    func shorter(_ range: Range<Int>) -> Range<Int> {
      let blanks = source.leadingBlanks(range).count
      return range.lowerBound + Swift.min(blanks, count)..<range.upperBound
    }
    func shorter(_ reference: Node.Reference) -> Node.Reference {
      Node.Reference(
        name: reference.name, indentation: shorter(reference.indentation), site: reference.site)
    }
    func shorter(_ block: Node.Block) -> Node.Block {
      Node.Block(
        name: block.name, nodes: block.nodes.dedented(by: count, in: source),
        indentation: shorter(block.indentation), site: block.site)
    }
    return map { node in
      switch node {
      case .text(let range, startsLine: true): .text(shorter(range), startsLine: true)
      case .text, .value: node
      case .section(let expression, let inverted, let nodes):
        .section(expression, inverted: inverted, nodes.dedented(by: count, in: source))
      case .choice(let branches, let site):
        .choice(
          branches.map {
            Node.Branch(
              condition: $0.condition, nodes: $0.nodes.dedented(by: count, in: source))
          }, site)
      case .partial(let reference): .partial(shorter(reference))
      // What replaces a parent's blocks has lost its own indentation already.
      case .parent(let reference, let overrides): .parent(shorter(reference), overrides: overrides)
      case .block(let block): .block(shorter(block))
      }
    }
  }
}

extension SourceMap {
  /// The spaces and tabs that a range begins with.
  func leadingBlanks(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    while end < range.upperBound,
      bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t")
    {
      end += 1
    }
    return range.lowerBound..<end
  }
}
