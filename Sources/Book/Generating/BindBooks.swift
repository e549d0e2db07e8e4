import Diagnostics
import Markdown
import Mustache
import Pages
import Phrases
import Rulebook

extension Site {
  /// Whether a book binds this file of a page, so that its parts are kept until the books are made.
  func isBound(_ instance: PageInstance, of entry: Outline.Entry) -> Bool {
    !isDivided(instance.tree) && entry.head.each == nil && boundSources.contains(entry.source)
  }

  /// The pages with a book in their heads, those in the workspace's language first.
  private var bookEntries: [Outline.Entry] {
    let all = outline.bookEntries
    let isOwn = { (entry: Outline.Entry) in entry.language == settings.language }
    return all.filter(isOwn) + all.filter { !isOwn($0) }
  }

  /// Makes the book of every tree and index page that asks for one.
  ///
  /// Those that an earlier build left as they would be made are taken as they are. Gives what may be kept for
  /// the next.
  func bind(
    _ parts: [BoundPage], _ outcome: inout MadePages, besides kept: Remembrance,
    into sink: some OutputSink
  ) throws -> [PageMemory.Book] {
    var books: [PageMemory.Book] = []
    for (tree, binding) in bindings {
      let index = binding.index.source
      if let book = kept.books[Remembrance.BookKey(tree: tree.name, index: index)] {
        outcome.diagnostics += book.diagnostics
        outcome.books.append(book.record)
        books.append(book)
        continue
      }
      let book = BookMaking(site: self, binding: binding, tree: tree, parts: parts)
      if book.endsWithAnswers != nil { outcome.leaks.open(book.record.path) }
      let made = try bind(book, outcome.leaks, into: sink)
      outcome.diagnostics += made.diagnostics
      guard let paths = made.value else { continue }
      outcome.books.append(book.record)
      guard !made.diagnostics.hasErrors else { continue }
      books.append(
        PageMemory.Book(
          tree: tree.name, index: index, diagnostics: made.diagnostics, record: book.record,
          paths: paths, hasDeck: book.hasDeck))
    }
    return books
  }

  /// Every tree's books, each with its tree.
  var bindings: [(tree: Tree, binding: Binding)] {
    trees.filter { !isDivided($0) }.flatMap { tree in
      bookEntries.compactMap { index in
        outline.binding(of: index, in: tree).map { (tree, $0) }
      }
    }
  }

  /// Makes one book and its slides; the paths of the files, nil where there is no book.
  private func bind(
    _ book: BookMaking, _ leaks: LeakSearch, into sink: some OutputSink
  ) throws -> Parsed<[String]?> {
    let made = book.files()
    var found = ForeignCourse.weighed(made.diagnostics, in: settings)
    guard var files = made.value, !found.hasErrors else { return Parsed(nil, found) }
    if book.hasDeck {
      let deck = book.deck()
      found += deck.diagnostics
      if let file = deck.value {
        found += ForeignCourse.weighed(leaks.check(file), in: settings)
        files.append(file)
      }
    }
    for file in files { try sink.take(file) }
    return Parsed(files.map(\.path), found)
  }
}

/// Binds the pages of one tree into one document.
struct BookMaking {
  let site: Site
  let binding: Binding
  let tree: Tree
  /// What all bound pages are made of, of every tree.
  let parts: [BoundPage]

  /// What is known of the book once it is made.
  var record: BookFile {
    BookFile(
      tree: tree.name, path: tree.name + "/" + binding.path, language: binding.index.language,
      pages: binding.chapters.map { tree.name + "/" + $0.entry.output },
      chapters: binding.chapters.count, workbook: workbook.map { $0.name + "/" + binding.path })
  }

  /// What stands in the book of each page: all of it for participants, of the others' what the workbook
  /// does not hold.
  private var kept: KeptPieces? {
    switch tree.edition {
    case .facilitator: .guide
    case .key: .key
    default: nil
    }
  }

  /// The tree whose book this one refers to by page.
  private var workbook: Tree? {
    guard kept?.keepsOutline ?? false else { return nil }
    return (site.settings.trees ?? Tree.standard).first { other in
      other.edition == .participant && other.audience == tree.audience
    }
  }

  /// The book, and the stylesheet of its sheets' heads; nil where nothing stands in it.
  func files() -> Parsed<[OutputFile]?> {
    var found: [Diagnostic] = []
    var reader = CalculationReader(units: site.rules.units)
    var labels: [String: String] = [:]
    var chapters = binding.chapters.compactMap { chapter -> BoundChapter? in
      guard let page = page(of: chapter) else { return nil }
      labels["#" + percentEncoded(chapter.id)] = BookFields.title(of: chapter.entry, in: binding)
      labels.merge(page.labels(prefix: "#" + percentEncoded(chapter.id) + ".")) { a, _ in a }
      var renderer = PageRenderer(page)
      let isOwn = workbook.map { !chapter.entry.stands(in: $0) } ?? false
      let text = renderer.text(keeping: isOwn ? nil : kept, &reader)
      found += text.diagnostics
      let content = bound(text.content, to: chapter.id)
      return content.isEmpty ? nil : BoundChapter(chapter, content, text.headings)
    }
    chapters = chapters.map { chapter in
      BoundChapter(
        chapter.chapter, labelled(chapter.content) { labels[$0] }, chapter.headings)
    }
    let answers = answers(&reader, &found).map { labelled($0) { labels[$0] } }
    guard !chapters.isEmpty, !found.hasErrors else { return Parsed(nil, found) }
    let fields = BookFields(
      binding: binding, tree: tree, site: site, isGuide: kept?.keepsOutline ?? false,
      isKey: tree.edition == .key, answers: answers, chapters: chapters)
    var bytes: [UInt8] = []
    let common = site.common(binding.index.language, edition: tree.edition ?? .participant)
    let language = binding.index.language
    found += site.print("pages/book", [common, fields.record], language, into: &bytes)
    found += leaks(in: bytes)
    let heads = record.path.dropLast(".html".count) + "-heads.css"
    return Parsed(
      [
        OutputFile(path: record.path, bytes: withoutLooseLinks(bytes)),
        OutputFile(path: String(heads), bytes: Array(chapterHeads(fields.titles).utf8)),
      ], found)
  }

  /// What of the pages' secrets stands in the book.
  private func leaks(in bytes: [UInt8]) -> [Diagnostic] {
    guard endsWithAnswers == nil else { return [] }
    let bound = Set(binding.chapters.map(\.entry.source))
    var secrets = Secrets(hidden: [], shown: [])
    for page in parts where page.parts.tree == tree && bound.contains(page.parts.entry.source) {
      page.secrets.map { secrets.formUnion($0) }
    }
    return secrets.leak(in: record.path, bytes).map { words in
      [.leaked(words, into: record.path, at: Place(path: binding.index.path, line: 1, column: 1))]
    } ?? []
  }

  /// What is kept of each page in the last chapter, where the settings end the participants' book with the
  /// answers.
  var endsWithAnswers: KeptPieces? {
    tree.edition == .participant && site.settings.answersAtEnd ? .key : nil
  }

  /// The answers of all chapters as the last one; nil where the book does not end with them.
  private func answers(
    _ reader: inout CalculationReader, _ found: inout [Diagnostic]
  ) -> [UInt8]? {
    guard let kept = endsWithAnswers else { return nil }
    var content: [UInt8] = []
    for chapter in binding.chapters {
      guard let page = page(of: chapter, answered: true) else { continue }
      var renderer = PageRenderer(page)
      let text = renderer.text(keeping: kept, &reader)
      found += text.diagnostics
      guard !text.content.isEmpty else { continue }
      var title = HTMLWriter()
      title.markup("<h2>")
      title.text(chapter.entry.title)
      title.markup("</h2>\n")
      content += bound(title.bytes + text.content, to: "answers-" + chapter.id)
    }
    return content.isEmpty ? nil : content
  }

  /// What a chapter is made of, its links leading to the other chapters.
  func page(of chapter: Binding.Chapter, answered: Bool = false) -> PageParts? {
    guard
      let bound = parts.first(where: {
        $0.parts.entry.source == chapter.entry.source && $0.parts.tree == tree
      })
    else { return nil }
    let own = bound.parts
    let text = answered ? bound.key ?? own.page : own.page
    var itsTree = tree
    if answered { itsTree.edition = .key }
    let instance = PageInstance(tree: itsTree, folder: tree.name, path: binding.path)
    var resolver = LinkResolver(site: site, entry: chapter.entry, instance: instance)
    resolver.binding = binding
    let links = resolver.targets(of: text.destinations)
    let body = text.document.render(
      Rendering(address: { links.address(of: $0) }, isData: DataFence.isData))
    var frame = own.frame
    if own.page.looksAround {
      frame.around = SiteFrame(site: site, entry: chapter.entry, instance: instance).around(
        in: binding)
    }
    return PageParts(
      page: text, instance: instance, body: body, links: links, rules: own.rules,
      frame: frame, look: own.look, plans: own.plans)
  }
}

/// A page that a book binds: what it is made of, and what its readers do not get of it.
struct BoundPage: Sendable {
  let parts: PageParts
  /// The page with its answers; nil where the book does not end with them.
  let key: PreparedPage?
  let secrets: Secrets?
}

/// A chapter ready to be printed.
struct BoundChapter {
  let chapter: Binding.Chapter
  let content: [UInt8]
  let headings: [Heading]

  init(_ chapter: Binding.Chapter, _ content: [UInt8], _ headings: [Heading]) {
    self.chapter = chapter
    self.content = content
    self.headings = headings
  }
}
