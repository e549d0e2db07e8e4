package import Diagnostics

/// A formula as a list in which every operation follows its operands: `(a + b) × 2` is a, b, +, 2, ×.
///
/// All that is done with a formula - checking its units, computing it, printing it, writing it for
/// a spreadsheet - is one walk along the list with a stack. Nothing recurses, so that a formula of
/// thousands of terms cannot exhaust the machine's stack.
package struct Expression: Hashable, Sendable {
  /// One operand or operation and the column it was written in.
  struct Node: Hashable, Sendable {
    let term: Term
    let column: Int
  }

  /// An operand, or an operation on the operands before it.
  enum Term: Hashable, Sendable {
    /// A number with its unit; without one the number fits any unit, as a bare 0 does.
    case number(Rational, Unit?)
    case text(String)
    case truth(Bool)
    case name(String)
    case apply(Operation, arguments: Int)
    /// Stands where the parser reported a mistake, so that the rest can still be checked.
    case mistaken(arguments: Int)
  }

  let nodes: [Node]
  /// Where the formula begins.
  package let place: Place

  /// The place of a node.
  func place(of node: Node) -> Place {
    Place(path: place.path, line: place.line, column: node.column)
  }

  /// The name that is the whole formula; nil where there is more to it.
  package var soleName: String? {
    guard nodes.count == 1, case .name(let name) = nodes[0].term else { return nil }
    return name
  }

  /// The names the formula reads, each once, in the order they are written.
  package var names: [String] {
    var seen: Set<String> = []
    return nodes.compactMap { node in
      guard case .name(let name) = node.term, seen.insert(name).inserted else { return nil }
      return name
    }
  }

  /// Rebuilds the formula from its leaves: `leaf` gives what stands for an operand, `branch` what
  /// stands for an operation on what its operands gave.
  func fold<Result>(
    leaf: (Node) -> Result, branch: (Operation, [Result], Node) -> Result
  ) -> Result? {
    var stack: [Result] = []
    for node in nodes {
      switch node.term {
      case .apply(let operation, let count):
        guard stack.count >= count else { return nil }
        var operands: [Result] = []
        operands.reserveCapacity(count)
        operands.append(contentsOf: stack.suffix(count))
        stack.removeLast(count)
        stack.append(branch(operation, operands, node))
      case .mistaken(let count):
        guard stack.count >= count else { return nil }
        stack.removeLast(count)
        stack.append(leaf(node))
      default:
        stack.append(leaf(node))
      }
    }
    return stack.last
  }
}
