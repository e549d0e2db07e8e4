import Diagnostics
import Pages

/// The pages of a tree that one document binds: which, in which order, and under which ids.
struct Binding: Hashable, Sendable {
  /// A page of the book.
  struct Chapter: Hashable, Sendable {
    /// The page in the outline.
    let entry: Outline.Entry
    /// The chapter's id, which the ids inside it begin with: `part-3`.
    let id: String
    /// Whether it begins on a right-hand sheet.
    let isPart: Bool
    /// Whether only the facilitator's guide has it, and no wall shows it: what is handed out by itself.
    var isForGuide = false
  }

  /// The page whose head asks for the book.
  let index: Outline.Entry
  /// What that head says.
  let head: BookHead
  /// The chapters in order.
  let chapters: [Chapter]
  private let ids: [String: String]

  /// Binds chapters.
  init(index: Outline.Entry, head: BookHead, chapters: [Chapter]) {
    self.index = index
    self.head = head
    self.chapters = chapters
    ids = Dictionary(
      chapters.map { ($0.entry.source, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the book stands in its tree, beside the page that asks for it.
  ///
  ///     binding.path  // "course/book.html"
  var path: String { Self.path(beside: index) }

  /// Where the book of an index page stands in its tree.
  static func path(beside index: Outline.Entry) -> String {
    index.folder.isEmpty ? "book.html" : index.folder + "/book.html"
  }

  /// The id of a page by its source path below the content folder; nil where it is not bound.
  func id(ofPage source: String) -> String? { ids[source] }
}

extension Outline {
  /// The pages with a book in their heads.
  var bookEntries: [Entry] {
    entries.filter { $0.head.book != nil && $0.head.each == nil && $0.isIndex }
  }

  /// The book of an index page as the readers of a tree get it; nil where nothing of it is for them.
  ///
  /// What the head names and the tree does not hold is left out; what no page is, is told by
  /// ``bookProblems()``.
  func binding(of index: Entry, in tree: Tree) -> Binding? {
    guard let head = index.head.book, index.stands(in: tree) else { return nil }
    let parts = head.parts.map { Set($0.compactMap { page($0, beside: index)?.source }) }
    var taken: Set<String> = []
    var entries = named(head, beside: index).map { (entry: $0, isForGuide: false) }
    if tree.edition == .facilitator {
      entries += (head.guide ?? []).compactMap { page($0, beside: index) }.map { ($0, true) }
    }
    let chapters = entries.filter { $0.entry.stands(in: tree) }.map { entry, isForGuide in
      var id = Self.stem(of: entry, beside: index)
      while !taken.insert(id).inserted { id += "-" }
      let isPart = parts.map { $0.contains(entry.source) } ?? true
      return Binding.Chapter(
        entry: entry, id: id, isPart: isPart && tree.edition != .facilitator,
        isForGuide: isForGuide)
    }
    return chapters.isEmpty ? nil : Binding(index: index, head: head, chapters: chapters)
  }

  /// The pages that a book names, or all of its folder.
  private func named(_ head: BookHead, beside index: Entry) -> [Entry] {
    guard let pages = head.pages else {
      return self.pages(inFolder: String(index.folder))
    }
    return pages.compactMap { page($0, beside: index) }
  }

  private func page(_ page: BookHead.Page, beside index: Entry) -> Entry? {
    guard case .page(let source, _) = LinkTarget(page.path, on: index.source),
      let entry = entry(source: source), entry.head.each == nil
    else { return nil }
    return entry
  }

  /// The name of a page's file without folder and ending, or its whole path where it stands elsewhere.
  private static func stem(of entry: Entry, beside index: Entry) -> String {
    let prefix = index.folder.isEmpty ? "" : index.folder + "/"
    let path =
      entry.output.hasPrefix(prefix) ? entry.output.dropFirst(prefix.count) : entry.output[...]
    return path.dropLast(".html".count).map { $0 == "/" || $0.isWhitespace ? "-" : String($0) }
      .joined()
  }

  /// What is wrong with the books that heads ask for.
  func bookProblems() -> [Diagnostic] {
    entries.flatMap { entry -> [Diagnostic] in
      guard let head = entry.head.book else { return [] }
      let top = Place(path: entry.path, line: 1, column: 1)
      guard entry.isIndex, entry.head.each == nil else { return [.bookNotIndex(at: top)] }
      let known = pages(inFolder: String(entry.folder)).compactMap {
        $0.source.split(separator: "/").last.map(String.init)
      }
      let unknown = ((head.pages ?? []) + (head.parts ?? []) + (head.guide ?? [])).filter {
        page($0, beside: entry) == nil
      }
      let bound = Set(named(head, beside: entry).map(\.source))
      let unbound = (head.parts ?? []).filter { part in
        page(part, beside: entry).map { !bound.contains($0.source) } ?? false
      }
      let place = Binding.path(beside: entry)
      let clash = entries.first { $0.output == place && $0.head.each == nil }
      return unknown.map { .bookPage($0.path, known: known, at: $0.place) }
        + unbound.map { .bookPart($0.path, at: $0.place) }
        + (clash.map { [.sameOutput(place, entry.path, at: Place(path: $0.path))] } ?? [])
    }
  }
}
