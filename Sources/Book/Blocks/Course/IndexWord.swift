/// A place that a page names for the index.
struct IndexWord: Hashable, Sendable {
  let word: String
  let order: String?
  /// The id of the place on its page.
  let id: String
}

/// A page in a tree, by its source path below the content folder and the tree's name.
struct IndexedPage: Hashable, Sendable {
  let source: String
  let tree: String
}
