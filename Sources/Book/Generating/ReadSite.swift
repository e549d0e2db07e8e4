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

  /// Reads everything that the pages of a site share; nil where a mistake in it keeps every page from
  /// being rendered.
  ///
  /// Whoever has a desk already hands it over, so that no table is read twice.
  package static func read(
    _ sources: SiteSources, at desk: PlanDesk, _ request: GenerationRequest
  ) async throws -> Parsed<BookSite?> {
    var found: [Diagnostic] = []
    let settings = sources.settings
    let course = try take(ForeignCourse.read(sources), &found)
    let outline = take(
      try await readOutline(sources, settings, course, jobs: request.jobs), &found)
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
    return Parsed(BookSite(site: site.withPlanPaths().withMenus().withBooks()), found)
  }
}

/// Keeps a value and puts what was wrong with it to the rest.
private func take<Value>(_ parsed: Parsed<Value>, _ found: inout [Diagnostic]) -> Value {
  found += parsed.diagnostics
  return parsed.value
}

private func readOutline(
  _ sources: SiteSources, _ settings: Settings, _ course: ForeignCourse?, jobs: Int
) async throws -> Parsed<Outline> {
  let (read, log) = (sources.read, sources.log)
  let pages = try await concurrentMap(sources.pages, jobs: jobs) { path in
    let file = try read(path)
    log.note(.head(path: path))
    let written = SourceFile(path: path, bytes: file.value)
    let page = course?.page(of: written) ?? PageSource.read(written)
    return Parsed(page.value, file.diagnostics + page.diagnostics)
  }
  let outline = Outline(
    pages: pages.map(\.value), contentFolder: settings.content, language: settings.language)
  var found = pages.flatMap(\.diagnostics)
  for page in pages.map(\.value) { found += page.rowProblems() }
  found += outline.collisions()
  return Parsed(outline, found)
}

/// The trees to make: those of the settings that were asked for and that have something to show.
private func chosenTrees(
  _ settings: Settings, _ desk: PlanDesk, _ request: GenerationRequest
) -> Parsed<[Tree]> {
  // Nobody's folder is made where the table of members names no manager.
  let standard = Tree.standard.filter { $0.audience != .manager || desk.hasManagers }
  let all = settings.trees ?? standard
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
