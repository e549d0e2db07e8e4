package import Diagnostics

/// What a course calls its blocks: the names of another tool, names of its own, or both; without any, the
/// names are ours.
///
///     Vocabulary(base: .carpentries).meaning(of: "challenge")?.block  // "exercise"
package struct Vocabulary: Hashable, Sendable {
  /// The tools whose courses are read as they are.
  package enum Base: String, Hashable, Sendable, CaseIterable {
    /// The Workbench of the Carpentries.
    case carpentries
    /// Quarto, and Pandoc's Markdown with it.
    case quarto
  }

  /// A name of one's own, and where the settings give it.
  package struct OwnName: Hashable, Sendable {
    package let name: String
    /// The block that it means.
    package let meaning: BlockMeaning
    package let place: Place
  }

  /// The tool that the course was written for; nil where it was written for Salesbook.
  package var base: Base?
  /// The names that the settings give, in their order.
  package var own: [OwnName] = []

  /// The names of a tool, or ours alone.
  package init(base: Base? = nil) { self.base = base }

  /// Whether every name is ours.
  package var isOurs: Bool { base == nil && own.isEmpty }

  /// What a name means; nil where neither the settings nor the tool know it.
  package func meaning(of name: String) -> BlockMeaning? {
    if let own = own.first(where: { $0.name == name }) { return own.meaning }
    switch base {
    case nil: return nil
    case .carpentries: return BlockMeaning.carpentries[name]
    case .quarto: return BlockMeaning.quarto(name)
    }
  }

  /// All names that mean something, for naming the nearest one.
  var names: [String] {
    let known: [String] =
      switch base {
      case nil: []
      case .carpentries: BlockMeaning.carpentries.keys.sorted()
      case .quarto: BlockMeaning.quartoNames
      }
    return own.map(\.name) + known
  }
}
