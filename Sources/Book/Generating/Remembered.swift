import Desk
import Diagnostics
import Pages
import Storing

extension PageWork.Done {
  /// What some files of a page came to in an earlier build, as if they had been made.
  init(_ page: KeptWork, _ files: [KeptWork.File], of work: PageWork) {
    let entry = work.entry
    source = entry.path
    kept.lengths = page.lengths
    for (tree, lengths) in page.lengths { outcome.add(lengths: lengths, in: tree) }
    kept.indexed = page.indexed
    for (tree, words) in page.indexed {
      indexed[IndexedPage(source: entry.source, tree: tree)] = words
    }
    for file in files { take(file) }
    guard work.reportsPage else { return }
    kept.diagnostics = page.diagnostics
    outcome.diagnostics += page.diagnostics
    kept.shapes = page.shapes
    shapes = page.shapes.map {
      PageShape(
        entry: entry, blocks: $0.blocks, numbers: $0.numbers, words: $0.words, rooms: $0.rooms)
    }
    kept.secrets = page.secrets
    secrets = page.secrets
    if files.count == page.files.count { kept.stored = page.stored }
  }
}

extension Remembrance {
  /// What a page came to in an earlier build, with those of these files that are right and that the sink takes over;
  /// nil where the page itself changed.
  func known(
    _ page: PageWork, of site: Site, in sink: some OutputSink
  ) throws -> (page: KeptWork, files: [String: KeptWork.File])? {
    guard let kept = work[page.entry.path], let tables = site.tables else { return nil }
    var before: [String: KeptWork.File] = [:]
    for file in kept.files { file.paths.first.map { before[$0] = file } }
    var files: [String: KeptWork.File] = [:]
    for instance in page.instances {
      guard let file = before[instance.output], file.rows.isSame(in: tables),
        try sink.keep(file.paths)
      else { continue }
      files[instance.output] = file
      if let figures = file.figures, let member = instance.member {
        site.desk.keepFigures(figures, of: member, on: page.entry.head)
      }
    }
    return (kept, files)
  }
}

extension Site {
  /// Finds out what of an earlier build is still right; its files are asked of the sink as they come, but those
  /// of books at once.
  func remembrance(
    by memory: WorkspaceMemory?, _ heads: [String: KnownHead], in sink: some OutputSink
  ) throws -> Remembrance {
    guard let memory, let tables, let shared = sharedDigest(memory, heads) else {
      return .none
    }
    guard let earlier = memory.earlier, earlier.shared == shared else {
      return Remembrance(shared: shared, work: [:], books: [:])
    }
    var work: [String: KeptWork] = [:]
    for entry in outline.entries {
      guard let page = heads[entry.path], let before = earlier.pages[entry.path],
        before.digest == page.digest, let kept = before.work
      else { continue }
      work[entry.path] = kept
    }
    let isAllSame = work.count == outline.entries.count
    /// Whether every file of a page is made of the same rows.
    func isSame(_ page: String) -> Bool {
      work[page].map { $0.files.allSatisfy { $0.rows.isSame(in: tables) } } ?? false
    }
    var books: [Remembrance.BookKey: PageMemory.Book] = [:]
    let known = Dictionary(
      earlier.books.map { (Remembrance.BookKey(tree: $0.tree, index: $0.index), $0) },
      uniquingKeysWith: { first, _ in first })
    var again: Set<String> = []
    for (tree, binding) in bindings {
      let key = Remembrance.BookKey(tree: tree.name, index: binding.index.source)
      let chapters = binding.chapters.map(\.entry.path)
      if let book = known[key], chapters.allSatisfy(isSame),
        isAllSame || !book.hasDeck, try sink.keep(book.paths)
      {
        books[key] = book
      } else {
        again.formUnion(chapters)
      }
    }
    for path in again { work[path] = nil }
    return Remembrance(shared: shared, work: work, books: books)
  }

  /// The digest of all that pages share; nil where files do not tell it.
  func sharedDigest(
    _ memory: WorkspaceMemory, _ heads: [String: KnownHead]
  ) -> SHA256Digest? {
    // Pages of another tool are translated with what the course says of them.
    guard course == nil, let tables, let shared = memory.shared() else { return nil }
    var bytes = StoredBytes()
    shared.store(in: &bytes)
    tables.shared.store(in: &bytes)
    for path in heads.keys.sorted() {
      bytes.put(path)
      heads[path].map { bytes.put($0.head) }
    }
    return SHA256Digest(of: bytes.bytes)
  }

  /// The digest of all that the site is made of, pages and tables whole; nil where files do not tell it.
  ///
  /// What is only copied, such as pictures, is not in it.
  func inputsDigest(
    _ memory: WorkspaceMemory?, _ heads: [String: KnownHead]
  ) -> SHA256Digest? {
    guard let memory, let tables, let shared = sharedDigest(memory, heads) else { return nil }
    var bytes = StoredBytes()
    shared.store(in: &bytes)
    tables.all.store(in: &bytes)
    for entry in outline.entries {
      guard let head = heads[entry.path] else { return nil }
      bytes.put(entry.path)
      head.digest.store(in: &bytes)
    }
    return SHA256Digest(of: bytes.bytes)
  }
}
