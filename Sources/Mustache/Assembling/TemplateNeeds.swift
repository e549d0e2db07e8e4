/// What one template asks for: other templates, and names of values.
struct TemplateNeeds: Sendable {
  /// The templates that it calls by name.
  private(set) var templates: Set<String> = []
  /// Whether a value names a template that it calls, so that it may call any.
  private(set) var callsAny = false
  /// The names of values, as they are written: `label.period`.
  private(set) var names: Set<String> = []

  init(of nodes: [Node]) { for node in nodes { add(node) } }

  private mutating func add(_ node: Node) {
    switch node {
    case .text: break
    case .value(let expression, verbatim: _): add(expression)
    case .section(let expression, inverted: _, _): add(expression)
    case .choice(let branches, _):
      for case let condition? in branches.map(\.condition) { add(condition) }
    case .partial(let reference): add(reference)
    case .parent(let reference, overrides: _): add(reference)
    case .block: break
    }
    for inner in node.inner.joined() { add(inner) }
  }

  private mutating func add(_ reference: Node.Reference) {
    switch reference.name {
    case .fixed(let name): templates.insert(name)
    case .dynamic(let expression):
      callsAny = true
      add(expression)
    }
  }

  private mutating func add(_ expression: Expression) {
    add(expression.operand)
    for argument in expression.steps.flatMap(\.arguments) { add(argument) }
  }

  private mutating func add(_ operand: Operand) {
    switch operand {
    case .path(let path): names.insert(path.text)
    case .expression(let expression): add(expression)
    case .current, .loop, .literal: break
    }
  }

  private mutating func add(_ condition: Condition) {
    switch condition {
    case .truth(let operand): add(operand)
    case .comparison(let left, _, let right, _):
      add(left)
      add(right)
    case .all(let conditions), .any(let conditions):
      for condition in conditions { add(condition) }
    case .not(let condition): add(condition)
    }
  }
}

/// What rendering some templates can depend on beside their values: the templates that they reach, and the
/// names of values that these ask for.
///
/// Two sets that come to the same print the same of the same values.
package struct UsedTemplates: Hashable, Sendable {
  /// A template's name and what its file says.
  package struct Template: Hashable, Sendable {
    /// The name: `parts/head`.
    package let name: String
    /// The bytes of its file.
    package let bytes: [UInt8]
  }

  /// The templates, sorted by name.
  package let templates: [Template]
  /// The names of values, as they are written, sorted: `label.period`.
  package let names: [String]
}

extension TemplateSet {
  /// What rendering the templates of these names can depend on.
  ///
  ///     set.used(by: ["pages/plan"]).templates.map(\.name)  // ["pages/plan", "parts/foot", "parts/head"]
  package func used(by names: [String]) -> UsedTemplates {
    var reached: Set<String> = []
    var open = names
    while let name = open.popLast() {
      guard let position = positions[name], reached.insert(name).inserted else { continue }
      open += needs[position].callsAny ? self.names : Array(needs[position].templates)
    }
    let positions = reached.sorted().compactMap { self.positions[$0] }
    return UsedTemplates(
      templates: positions.map {
        UsedTemplates.Template(name: self.names[$0], bytes: sources[$0].bytes)
      },
      names: Set(positions.flatMap { needs[$0].names }).sorted())
  }
}
