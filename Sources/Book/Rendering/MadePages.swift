import Diagnostics
import Phrases

/// What is kept of the pages of a site once they are written: what was wrong, the ids that links may
/// name, the files they show.
struct MadePages: Sendable {
  /// A page in a tree.
  struct PageInTree: Hashable, Sendable {
    let source: String
    let tree: String
  }

  /// A file beside the pages that a folder of the output needs.
  struct ShownFile: Hashable, Sendable, Comparable {
    /// The folder below the output folder.
    let folder: String
    /// The path below the content folder, and below that folder.
    let path: String

    static func < (left: Self, right: Self) -> Bool {
      (left.folder, left.path) < (right.folder, right.path)
    }
  }

  var diagnostics: [Diagnostic] = []
  private(set) var pages = 0
  /// How many pages each folder below the output folder got.
  private(set) var pagesByFolder: [String: Int] = [:]
  private(set) var ids: [PageInTree: [String]] = [:]
  private(set) var fragments: [FragmentLink] = []
  /// The files beside the pages.
  private(set) var files: Set<ShownFile> = []
  /// The pages of folders that have no page of their own to list them, by folder.
  private(set) var listings: [String: [Listed]] = [:]
  /// What a search finds pages by, for each folder below the output folder.
  private(set) var searched: [String: [SearchPage]] = [:]
  /// What pages keep from their readers, for the files that stand around them.
  var leaks = LeakSearch()
  /// The books, in the order of trees and pages.
  var books: [BookFile] = []
  /// The heights in use in each tree, for the stylesheet that sets them.
  private(set) var lengths: [String: Set<Length>] = [:]

  /// A page as a list of pages names it.
  struct Listed: Hashable, Sendable {
    let path: String
    let title: String
    let language: Language
  }

  /// Adds the heights that a page's blocks use in a tree.
  mutating func add(lengths: [Length], in tree: String) {
    self.lengths[tree, default: []].formUnion(lengths)
  }

  /// Adds a page; where its folder has no page of its own, it is listed there.
  mutating func add(_ page: PageOutcome, isListed: Bool) {
    pages += 1
    pagesByFolder[page.folder, default: 0] += 1
    diagnostics += page.diagnostics
    // Files of one page have the same headings.
    let place = PageInTree(source: page.source, tree: page.tree)
    if ids[place] == nil { ids[place] = page.ids }
    fragments += page.fragments
    page.search.map { searched[page.folder, default: []].append($0) }
    for file in page.files { files.insert(ShownFile(folder: page.folder, path: file)) }
    if isListed {
      let listed = Listed(path: page.path, title: page.title, language: page.language)
      listings[page.folder, default: []].append(listed)
    }
  }

  /// Adds what another task found.
  mutating func add(_ other: MadePages) {
    pages += other.pages
    pagesByFolder.merge(other.pagesByFolder, uniquingKeysWith: +)
    diagnostics += other.diagnostics
    ids.merge(other.ids) { first, _ in first }
    fragments += other.fragments
    // Added in place: a merge by `+` would copy all pages of a folder for each page that is added.
    for (folder, pages) in other.searched { searched[folder, default: []] += pages }
    files.formUnion(other.files)
    for (folder, pages) in other.listings { listings[folder, default: []] += pages }
    lengths.merge(other.lengths) { $0.union($1) }
  }

  /// The links to headings that are not there.
  func brokenFragments() -> [Diagnostic] {
    var known: [PageInTree: Set<String>] = [:]
    return fragments.compactMap { link in
      let page = PageInTree(source: link.target, tree: link.tree)
      let ids = ids[page] ?? []
      if known[page] == nil { known[page] = Set(ids) }
      guard known[page]?.contains(link.fragment) != true else { return nil }
      return .brokenFragment(link, nearest: nearestName(to: link.fragment, in: ids))
    }
  }
}
