package import Pages

/// A folder of the output that one reader, or one group of readers, is handed.
package struct ReadersFolder: Hashable, Sendable {
  /// The name of the tree it belongs to.
  package let tree: String
  /// The edition of that tree; nil where it has none.
  package let edition: Edition?
  /// Who may see that tree.
  package let audience: Audience
  /// The names under which the readers of a group log in; nil where the tree is no group's.
  package let group: [String]?
  /// Its path below the output folder.
  package let path: String
  /// The id of the member whose it is; nil where several read it.
  package let holder: String?

  /// Describes a folder of a tree.
  package init(tree: Tree, path: String, holder: String?) {
    self.init(
      tree: tree.name, edition: tree.edition, audience: tree.audience, group: tree.group?.readers,
      path: path, holder: holder)
  }

  /// Describes a folder by what is known of its tree.
  package init(
    tree: String, edition: Edition?, audience: Audience, group: [String]?, path: String,
    holder: String?
  ) {
    self.tree = tree
    self.edition = edition
    self.audience = audience
    self.group = group
    self.path = path
    self.holder = holder
  }
}
