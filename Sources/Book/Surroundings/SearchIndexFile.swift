import Diagnostics
import Pages

/// The index that a reader's search goes by: one for each folder, of nothing but the pages that were written into
/// it.
struct SearchIndexFile: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    for folder in site.folders where site.hasSearch(folder.tree) {
      let index = SearchIndex(pages.searched[folder.path] ?? [])
      try sink.take(
        OutputFile(
          path: folder.path + "/assets/search-index.js", bytes: Array(index.script.utf8)))
    }
    return []
  }
}

extension Site {
  /// Whether the readers of a tree can search in it: where it is a course and not the folders of single readers.
  func hasSearch(_ tree: Tree) -> Bool { searchedTrees.contains(tree.name) }

  /// The site that knows in which trees there is something to search.
  func withSearch() -> Site {
    var site = self
    site.searchedTrees = Set(
      trees.filter { tree in
        !isDivided(tree)
          && outline.entries.lazy.filter { $0.head.each == nil && $0.stands(in: tree) }
            .prefix(2).count == 2
      }.map(\.name))
    return site
  }
}
