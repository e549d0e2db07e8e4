import Diagnostics
import Pages
import Phrases
import Rulebook
import Vocabulary

/// A course whose pages call blocks by other names than ours: each page is translated before anything in it
/// is read, and what is wrong with it is told where its author wrote it.
struct ForeignCourse: Sendable {
  private let vocabulary: Vocabulary
  private let language: Language
  /// How its pages lie; nil where they lie as ours do.
  let layout: CourseLayout?
  /// The lines that define links for all pages.
  private let links: String
  private let settings: Settings

  /// The names of our own blocks.
  private static let blocks = Set(BlockKinds.names)

  /// The course of a workspace; nil where every name is ours.
  static func read(_ sources: SiteSources) throws -> Parsed<ForeignCourse?> {
    let settings = sources.settings
    guard !settings.vocabulary.isOurs else { return Parsed(nil) }
    let file = try sources.layout?.links.map { path in
      try sources.read(settings.pathOfContent(path))
    }
    let course = ForeignCourse(
      vocabulary: settings.vocabulary, language: settings.language, layout: sources.layout,
      links: file.map { String(decoding: $0.value, as: UTF8.self) } ?? "", settings: settings)
    let unknown = settings.vocabulary.own.filter { name in
      name.meaning.block.map { !blocks.contains($0) } ?? false
    }
    return Parsed(
      course,
      unknown.map {
        .unknownBlock($0.meaning.block ?? "", known: BlockKinds.names, at: $0.place)
      } + (file?.diagnostics ?? []))
  }

  private func translation(of file: SourceFile) -> PageTranslation {
    var addition = PageTranslation.Addition()
    if let layout {
      addition.links = links
      if layout.index?.path == settings.pathInContent(file.path) {
        addition.closing = layout.closing
      }
    }
    return vocabulary.translation(of: file, blocks: Self.blocks, in: language, adding: addition)
  }

  /// A page by its head, with what its course says of it.
  func page(of file: SourceFile) -> Parsed<PageSource> {
    let translation = translation(of: file)
    var page = PageSource.read(SourceFile(path: file.path, bytes: translation.bytes))
    page.diagnostics += translation.diagnostics
    let isTitled = page.value.head.title != nil
    if !isTitled { page.value.head.title = translation.title }
    guard let layout, let path = settings.pathInContent(file.path), let found = layout[path] else {
      return page
    }
    page.value.standing = PageSource.Standing(source: found.source, output: found.output)
    page.value.head.order = found.order
    if found.isForFacilitators, page.value.head.editions == nil {
      page.value.head.editions = [.facilitator]
    }
    if found == layout.index {
      if !settings.title.isEmpty, !isTitled { page.value.head.title = settings.title }
      page.value.head.book = book(of: layout, at: file.path)
    }
    return page
  }

  /// The book of the course: its chapters for everybody, what is for facilitators in their guide.
  private func book(of layout: CourseLayout, at path: String) -> BookHead {
    func pages(_ isMeant: (CourseLayout.Page) -> Bool) -> [BookHead.Page] {
      layout.pages.filter(isMeant).map {
        BookHead.Page(path: "/" + $0.source, place: Place(path: path, line: 1, column: 1))
      }
    }
    var book = BookHead()
    book.pages = pages(\.isChapter)
    book.guide = pages(\.isForFacilitators)
    return book
  }

  /// Reads files of the course, pages in our words.
  func reading(_ sources: SiteSources) -> @Sendable (String) throws -> Parsed<[UInt8]> {
    let pages = Set(sources.pages)
    return { path in
      let file = try sources.read(path)
      guard pages.contains(path) else { return file }
      let page = translation(of: SourceFile(path: path, bytes: file.value))
      return Parsed(page.bytes, file.diagnostics)
    }
  }

  /// What was found, told where the author of each page wrote it.
  func placedBack(_ found: [Diagnostic], _ sources: SiteSources) throws -> [Diagnostic] {
    let pages = Set(sources.pages)
    var translations: [String: PageTranslation] = [:]
    return try found.map { diagnostic in
      let path = diagnostic.place.path
      // What translating itself found stands at its place.
      guard pages.contains(path), !diagnostic.id.hasPrefix("vocabulary.") else { return diagnostic }
      let known =
        try translations[path]
        ?? translation(of: SourceFile(path: path, bytes: sources.read(path).value))
      translations[path] = known
      return known.original(of: diagnostic)
    }
  }

  /// What was found, milder where the tool that a course was written for lets it pass or only warns.
  ///
  /// Such are links that lead nowhere, and answers that are said a second time; what keeps blocks apart
  /// stays an error.
  static func weighed(_ found: [Diagnostic], in settings: Settings) -> [Diagnostic] {
    guard settings.isForeignCourse else { return found }
    let mild = ["link.", "gate.", "markdown.missing-definition", "markdown.unread-link"]
    return found.map { diagnostic in
      mild.contains(where: diagnostic.id.hasPrefix) ? diagnostic.weighing(.warning) : diagnostic
    }
  }
}
