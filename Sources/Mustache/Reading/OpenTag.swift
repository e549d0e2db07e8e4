/// A tag that waits for its closing tag.
struct OpenTag {
  enum Kind {
    case template
    case section(Expression, inverted: Bool)
    case choice
    case parent
    case block
    /// One that was wrong: what it holds is read for its mistakes only.
    case ignored

    /// Whether `{{/name}}` closes it.
    var closesByName: Bool {
      switch self {
      case .section, .parent, .block, .ignored: true
      case .template, .choice: false
      }
    }

    var isChoice: Bool {
      if case .choice = self { true } else { false }
    }
  }

  let kind: Kind
  let name: String
  /// The opening tag; the template itself has none.
  let tag: Tag?
  var nodes: [Node] = []
  /// The branches of an `if` that are complete, and the condition of the one being read.
  var branches: [Node.Branch] = []
  var condition: Condition?
  var hasElse = false
  /// What replaces the blocks of a parent.
  var overrides: [Node.Block] = []
  var reportedLost = false

  init(kind: Kind, name: String, tag: Tag?) {
    self.kind = kind
    self.name = name
    self.tag = tag
  }

  var isParent: Bool {
    if case .parent = kind { true } else { false }
  }

  /// The tag as it is written, for messages.
  var label: String {
    switch kind {
    case .template: "the template"
    case .section(_, let inverted): (inverted ? "{{^" : "{{#") + name + "}}"
    case .choice: "{{#if …}}"
    case .parent: "{{<" + name + "}}"
    case .block: "{{$" + name + "}}"
    case .ignored: "{{#" + name + "}}"
    }
  }

  /// Makes a branch of the nodes read so far.
  mutating func finishBranch() {
    branches.append(Node.Branch(condition: condition, nodes: nodes))
    nodes = []
    condition = nil
  }
}
