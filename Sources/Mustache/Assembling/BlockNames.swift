/// The blocks each template declares, itself or through templates it calls.
struct BlockNames {
  private var own: [Set<String>]
  private var calls: [Set<Int>]

  init(_ trees: [Tree], indices: [String: Int]) {
    own = []
    calls = []
    for tree in trees {
      var names: Set<String> = []
      var called: Set<Int> = []
      Self.collect(tree.nodes, &names, &called, indices)
      own.append(names)
      calls.append(called)
    }
  }

  /// All blocks that may be replaced when the template is a parent, sorted.
  func declared(by template: Int) -> [String] {
    var names: Set<String> = []
    var seen: Set<Int> = [template]
    var waiting = [template]
    while let next = waiting.popLast() {
      names.formUnion(own[next])
      for called in calls[next] where seen.insert(called).inserted { waiting.append(called) }
    }
    return names.sorted()
  }

  private static func collect(
    _ nodes: [Node], _ names: inout Set<String>, _ called: inout Set<Int>, _ indices: [String: Int]
  ) {
    for node in nodes {
      if case .block(let block) = node { names.insert(block.name) }
      if case .partial(let reference) = node { called.formUnion(index(of: reference, indices)) }
      if case .parent(let reference, _) = node { called.formUnion(index(of: reference, indices)) }
      for inner in node.inner { collect(inner, &names, &called, indices) }
    }
  }

  private static func index(of reference: Node.Reference, _ indices: [String: Int]) -> [Int] {
    guard case .fixed(let name) = reference.name, let index = indices[name] else { return [] }
    return [index]
  }
}
