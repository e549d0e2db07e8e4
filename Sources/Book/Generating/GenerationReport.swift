package import Diagnostics
package import Pages

/// What became of a site.
package struct GenerationReport: Sendable {
  /// All that was found wrong, in the order of paths and places.
  package var diagnostics: [Diagnostic]
  /// How many pages were made.
  package var pages: Int
  /// The path of each member's plan below the output folder, by the member's id.
  package var planPaths: [String: String] = [:]
  /// The books, in the order of trees and pages.
  package var books: [BookFile] = []
  /// The folders that readers are handed, in the order of trees and members.
  package var folders: [ReadersFolder] = []
  /// What the pages keep from their readers, for what is made of these.
  package var leaks = LeakSearch()
}

/// A folder of the output that one reader, or one group of readers, is handed.
package struct ReadersFolder: Hashable, Sendable {
  /// The tree it belongs to.
  package let tree: Tree
  /// Its path below the output folder.
  package let path: String
  /// The id of the member whose it is; nil where several read it.
  package let holder: String?

  /// Describes a folder.
  package init(tree: Tree, path: String, holder: String?) {
    self.tree = tree
    self.path = path
    self.holder = holder
  }
}
