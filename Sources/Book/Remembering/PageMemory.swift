import Diagnostics
package import Pages

/// What a build keeps of its pages for the next one.
///
/// A page came to the same where its file has the same bytes and all that pages share is the same: the program,
/// what was asked, settings, templates, words, what all plans rest on, the names of all files, and the heads of all
/// pages, from which menus, links and lists are made. Of its files those are right whose rows say the same.
package struct PageMemory: Sendable {
  /// A page of the workspace.
  struct Page: Sendable {
    /// The digest of the file.
    let digest: SHA256Digest
    /// The file up to its text; nil where something in the head is wrong, which is then to be found again.
    let head: [UInt8]?
    /// What the head says; nil where it was not read yet.
    var source: PageSource?
    /// What the page came to; nil where it is to be made again.
    var work: KeptWork?
  }

  /// A book and the slides with it.
  struct Book: Sendable {
    let tree: String
    let index: String
    let diagnostics: [Diagnostic]
    let record: BookFile
    /// The paths of its files below the output folder.
    let paths: [String]
    /// Whether slides are among them: what all pages keep from readers was looked for in these.
    let hasDeck: Bool
  }

  /// The digest of all that its pages share.
  let shared: SHA256Digest
  /// The values that its files were searched for.
  let guarded: GuardedMarks
  /// The pages by their paths from the workspace's root.
  var pages: [String: Page] = [:]
  var books: [Book] = []

  /// How many pages there are.
  package var pageCount: Int { pages.count }
}

extension PageMemory {
  /// Keeps what the pages of a site came to; `digest` is what each file was when it was read last.
  init(
    _ shared: SHA256Digest, _ guarded: GuardedMarks, _ heads: [String: KnownHead],
    _ work: [String: KeptWork], _ books: [Book],
    digest: (String) -> SHA256Digest?
  ) {
    self.shared = shared
    self.guarded = guarded
    self.books = books
    for (path, head) in heads {
      // A page that changed while it was read is what it was at neither time.
      let kept = work[path].flatMap { $0.isWhole && digest(path) == head.digest ? $0 : nil }
      pages[path] = Page(
        digest: head.digest, head: head.isSound ? head.head : nil,
        source: head.isSound ? head.source : nil, work: kept)
    }
  }

  /// The same without what came of some files.
  func without(_ paths: Set<String>) -> PageMemory {
    guard !paths.isEmpty else { return self }
    var same = self
    for (path, page) in pages {
      for (number, file) in (page.work?.files ?? []).enumerated()
      where file.paths.contains(where: paths.contains) {
        same.pages[path]?.work?.files[number].rows = .none
        same.pages[path]?.work?.stored = nil
      }
    }
    same.books = books.filter { !$0.paths.contains(where: paths.contains) }
    return same
  }
}

/// How a build knows what became of a workspace since the build before.
package struct WorkspaceMemory: Sendable {
  /// What that build kept; nil where there is none.
  package var earlier: PageMemory?
  /// What else the shards say whose files are taken over; nil where none are.
  package var merged: MergedShards?
  /// The digest of a file that is surely the same as it was then; nil where it must be read.
  package var unchanged: @Sendable (String) -> SHA256Digest?
  /// The digest of a file that this build has read or found unchanged.
  package var digest: @Sendable (String) -> SHA256Digest?
  /// The digest of all that was read so far beside the pages, and of all that comes from outside; nil where files
  /// do not tell it.
  package var shared: @Sendable () -> SHA256Digest?

  /// Puts together where to ask.
  package init(
    earlier: PageMemory?, unchanged: @escaping @Sendable (String) -> SHA256Digest?,
    digest: @escaping @Sendable (String) -> SHA256Digest?,
    shared: @escaping @Sendable () -> SHA256Digest?
  ) {
    self.earlier = earlier
    self.unchanged = unchanged
    self.digest = digest
    self.shared = shared
  }
}
