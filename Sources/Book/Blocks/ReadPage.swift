import Diagnostics
import Markdown
import Pages

/// A page read and checked once for every tree that it stands in.
struct ReadPage: Sendable {
  /// The page in the outline.
  let entry: Outline.Entry
  /// What the readers of each tree get, by the tree's name.
  private let pages: [String: PreparedPage]
  /// The page with its answers, where a book ends with them.
  let key: PreparedPage?
  /// The page with the blocks of all its readers.
  let manuscript: Manuscript

  /// The page as nobody gets it but those who get all of it.
  var whole: Document {
    let count = manuscript.directives.count
    return pages.values.first { $0.document.directives.count == count }?.document
      ?? manuscript.page { _ in true }.value
  }

  /// What the readers of a tree get; nil where the page does not stand in it.
  subscript(tree: Tree) -> PreparedPage? { pages[tree.name] }

  /// The trees that it stands in, by their names, with the heights that its blocks use there.
  var lengths: [String: [Length]] {
    pages.mapValues { $0.blocks.values.flatMap(\.kind.lengths) }
  }

  /// Cuts a page for each of the trees that it stands in; where that is none it is read whole, so that
  /// its mistakes are found.
  ///
  /// Trees that show the same of it share what was read.
  static func read(
    _ entry: Outline.Entry, _ manuscript: Parsed<Manuscript>, for trees: [Tree],
    keepsKey: Bool = false
  ) -> Parsed<ReadPage> {
    let written = manuscript.value
    var found = manuscript.diagnostics
    let known = written.directives.map { directive in
      let block = PreparedBlock.prepare(directive, number: 0)
      found += block.diagnostics
      return block.value
    }
    let answers = Self.answers(of: written, known.compactMap { $0?.kind })
    found += zip(written.directives, known).compactMap { directive, block in
      (block?.kind.wantsAnswer ?? false) && answers[directive.place] == nil
        ? .noAnswerToFit(directive.name, at: directive.place) : nil
    }
    var cuts: [Audible: PreparedPage] = [:]
    var pages: [String: PreparedPage] = [:]
    func cut(_ audible: Audible, _ shows: (Directive) -> Bool) -> PreparedPage {
      if let done = cuts[audible] { return done }
      let page = written.page(showing: shows)
      found += page.diagnostics
      let prepared = PreparedPage(entry, page.value, of: written, answers)
      cuts[audible] = prepared
      return prepared
    }
    for tree in trees where entry.stands(in: tree) {
      let showsAll = known.allSatisfy { $0?.isShown(in: tree) ?? true }
      pages[tree.name] = cut(showsAll ? .everything : .some(tree.edition, tree.audience)) {
        PreparedBlock.prepare($0, number: 0).value?.isShown(in: tree) ?? false
      }
    }
    let key =
      keepsKey
      ? cut(.some(.key, .everybody)) {
        PreparedBlock.prepare($0, number: 0).value?.isShown(in: .answers) ?? false
      } : nil
    if pages.isEmpty { _ = cut(.everything) { _ in true } }
    return Parsed(
      ReadPage(entry: entry, pages: pages, key: key, manuscript: written),
      found.sorted().withoutRepeats)
  }

  /// The answers of a page some of whose blocks are as large as these; none where no block is.
  private static func answers(of page: Manuscript, _ kinds: [any BlockKind]) -> ModelAnswers {
    guard kinds.contains(where: \.wantsAnswer) else { return ModelAnswers() }
    return ModelAnswers(page.page { _ in true }.value.content)
  }

  /// For whom a page is cut.
  private enum Audible: Hashable {
    case everything
    case some(Edition?, Audience)
  }
}

extension [Diagnostic] {
  /// Each once: what is wrong for two trees is wrong for the same reason.
  fileprivate var withoutRepeats: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
