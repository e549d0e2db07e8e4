package import Desk
package import Diagnostics
import Mustache
import Pages
import Phrases
import Rulebook
import SalesMethod

/// A site that was read, from which pages, and what stands around them, are made.
package struct BookSite: Sendable {
  let site: Site
  /// The pages by their paths, as far as others depend on them; none where nothing is remembered.
  var heads: [String: KnownHead] = [:]

  /// Reads everything that the pages of a site share; nil where a mistake in it keeps every page from
  /// being rendered.
  ///
  /// Whoever has a desk already hands it over, so that no table is read twice.
  package static func read(
    _ sources: SiteSources, at desk: PlanDesk, _ request: GenerationRequest,
    remembering memory: WorkspaceMemory? = nil
  ) async throws -> Parsed<BookSite?> {
    var found: [Diagnostic] = []
    let settings = sources.settings
    let course = try take(ForeignCourse.read(sources), &found)
    let read = take(
      try await readOutline(sources, settings, course, memory, jobs: request.jobs), &found)
    let outline = read.outline
    let used = Set(outline.entries.map(\.language) + [settings.language])
    let languages = Language.allCases.filter(used.contains)
    let theme = take(Theme.read(sources.templates, in: settings.templates, for: languages), &found)
    var desk = desk
    for entry in outline.entries { desk.prepare(for: entry.head.period(asked: request.period)) }
    let trees = take(chosenTrees(settings, desk, request), &found)
    guard let theme else { return Parsed(nil, found) }
    let site = Site(
      settings: settings, outline: outline, trees: trees, templates: theme.templates,
      words: theme.words, desk: desk, rules: PageRules(settings, desk.checks), request: request,
      names: SourceNames(
        pages: outline.sources,
        files: sources.otherFiles.map { settings.pathInContent($0) ?? $0 }),
      assets: theme.assets, wordTexts: theme.wordTexts, sections: sections(of: outline),
      archived: sources.archived, course: course,
      read: course?.reading(sources) ?? sources.read,
      log: sources.log)
    found += request.person.map { site.unknown(person: $0) } ?? []
    return Parsed(
      BookSite(site: site.withPlanPaths().withMenus().withBooks().withSearch(), heads: read.heads),
      found)
  }
}

/// Keeps a value and puts what was wrong with it to the rest.
private func take<Value>(_ parsed: Parsed<Value>, _ found: inout [Diagnostic]) -> Value {
  found += parsed.diagnostics
  return parsed.value
}

/// The outline, and what of each page others depend on where that is to be remembered.
private typealias ReadOutline = (outline: Outline, heads: [String: KnownHead])

private func readOutline(
  _ sources: SiteSources, _ settings: Settings, _ course: ForeignCourse?,
  _ memory: WorkspaceMemory?, jobs: Int
) async throws -> Parsed<ReadOutline> {
  let (read, log) = (sources.read, sources.log)
  let memory = course == nil ? memory : nil
  let pages = try await concurrentMap(sources.pages, jobs: jobs) {
    path -> Parsed<(source: PageSource, head: KnownHead?)> in
    if let known = memory?.knownHead(of: path, log) { return Parsed((known.source, known)) }
    let file = try read(path)
    log.note(.head(path: path))
    let written = SourceFile(path: path, bytes: file.value)
    let page = course?.page(of: written) ?? PageSource.read(written)
    let found = file.diagnostics + page.diagnostics
    let head = memory?.digest(path).map { digest in
      KnownHead(
        digest: digest, head: Array(file.value.prefix(page.value.start.offset)),
        source: page.value, isSound: found.isEmpty)
    }
    return Parsed((page.value, head), found)
  }
  let outline = Outline(
    pages: pages.map(\.value.source), contentFolder: settings.content,
    language: settings.language)
  var found = pages.flatMap(\.diagnostics)
  for page in pages.map(\.value.source) { found += page.rowProblems() }
  found += outline.collisions()
  var heads: [String: KnownHead] = [:]
  for page in pages { heads[page.value.source.path] = page.value.head }
  return Parsed((outline, heads), found)
}

extension WorkspaceMemory {
  /// The head of a page whose file did not change; nil where it must be read.
  fileprivate func knownHead(of path: String, _ log: WorkLog) -> KnownHead? {
    guard let page = earlier?.pages[path], let head = page.head, let digest = unchanged(path),
      digest == page.digest
    else { return nil }
    if let source = page.source {
      return KnownHead(digest: digest, head: head, source: source, isSound: true)
    }
    log.note(.head(path: path))
    let read = PageSource.read(SourceFile(path: path, bytes: head))
    guard read.diagnostics.isEmpty, read.value.start.offset == head.count else { return nil }
    return KnownHead(digest: digest, head: head, source: read.value, isSound: true)
  }
}

/// The trees to make: those of the settings that were asked for and that have something to show.
private func chosenTrees(
  _ settings: Settings, _ desk: PlanDesk, _ request: GenerationRequest
) -> Parsed<[Tree]> {
  // Nobody's folder is made where the table of members names no manager.
  let standard = Tree.standard.filter { $0.audience != .manager || desk.hasManagers }
  let all = (settings.trees ?? standard) + settings.groups.map(Tree.init(of:))
  let asked = request.trees ?? all.map(\.name)
  let unknown = asked.filter { name in !all.contains { $0.name == name } }.map {
    Diagnostic.unknownTree($0, known: all.map(\.name))
  }
  let trees = all.filter { tree in
    asked.contains(tree.name) && (tree.audience == .everybody || desk.hasMembers)
  }
  return Parsed(trees, unknown)
}

extension Site {
  /// What is wrong with the person that was asked for: nothing where there is one.
  func unknown(person: String) -> [Diagnostic] {
    desk.memberIds.contains(person) ? [] : [.unknownPerson(person, known: desk.memberIds)]
  }
}

/// The home page's sections: the page of each folder at the top.
private func sections(of outline: Outline) -> [Language: [Outline.Entry]] {
  [
    .chinese: outline.indexPages(below: "").filter { $0.language == .chinese },
    .english: (outline.indexPages(below: "") + outline.indexPages(below: "en")).filter {
      $0.language == .english && $0.output != "en/index.html"
    },
  ]
}
