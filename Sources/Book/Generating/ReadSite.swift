package import Diagnostics
import Mustache
import Phrases
import SalesMethod
import YAML

/// Reads everything that the pages of a site share; nil where a mistake in it keeps every page from
/// being rendered.
func readSite(
  _ sources: SiteSources, _ request: GenerationRequest
) async throws -> Parsed<Site?> {
  var found: [Diagnostic] = []
  let settings = take(readSettings(sources.settings, templates: sources.templates), &found)
  let outline = take(try await readOutline(sources, settings, jobs: request.jobs), &found)
  let used = Set(outline.entries.map(\.language) + [settings.language])
  let languages = Language.allCases.filter(used.contains)
  let theme = take(Theme.read(sources.templates, in: settings.templates, for: languages), &found)
  let desk = take(try PlanDesk.read(sources, settings, outline, request), &found)
  let trees = take(chosenTrees(settings, desk, request), &found)
  found += check(request, desk)
  guard let theme else { return Parsed(nil, found) }
  let prefix = settings.content + "/"
  let site = Site(
    settings: settings, outline: outline, trees: trees, templates: theme.templates,
    words: theme.words, data: desk, checks: CompanyChecks(settings), request: request,
    files: Set(
      sources.otherFiles.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }),
    assets: theme.assets, sections: sections(of: outline), read: sources.read)
  return Parsed(site.withPlanPaths().withMenus(), found)
}

/// Keeps a value and puts what was wrong with it to the rest.
private func take<Value>(_ parsed: Parsed<Value>, _ found: inout [Diagnostic]) -> Value {
  found += parsed.diagnostics
  return parsed.value
}

/// Reads `salesbook.yaml`, or the standard settings where there is none.
///
/// The presets that it may name are among the templates; without templates their names are not looked
/// up, which is enough to know the folders.
package func readSettings(
  _ file: SourceFile?, templates: [SourceFile]? = nil
) -> Parsed<Settings> {
  guard let file else { return Parsed(Settings()) }
  let node = parseYAML(file)
  let folder = node.value?["templates"]?.text ?? Settings().templates
  let presets = templates.map { Presets($0, in: folder) }
  let settings = Settings.read(node.value, presets: presets)
  return Parsed(settings.value, node.diagnostics + settings.diagnostics)
}

private func readOutline(
  _ sources: SiteSources, _ settings: Settings, jobs: Int
) async throws -> Parsed<Outline> {
  let read = sources.read
  let pages = try await concurrentMap(sources.pages, jobs: jobs) { path in
    let file = try read(path)
    let page = PageSource.read(SourceFile(path: path, bytes: file.value))
    return Parsed(page.value, file.diagnostics + page.diagnostics)
  }
  let outline = Outline(
    pages: pages.map(\.value), contentFolder: settings.content, language: settings.language)
  var found = pages.flatMap(\.diagnostics)
  for page in pages.map(\.value) { found += rowProblems(of: page) }
  found += outline.collisions()
  return Parsed(outline, found)
}

/// What is wrong with the keys of a head that choose rows and name their files.
private func rowProblems(of page: PageSource) -> [Diagnostic] {
  let head = page.head
  let place = Place(path: page.path, line: 1, column: 1)
  guard let each = head.each else {
    return (head.conditions.first.map { [.whereWithoutEach(at: $0.place)] } ?? [])
      + (head.path == nil ? [] : [.pathWithoutEach(at: place)])
  }
  let columns = PageInstance.Row.columns(of: each)
  let words = PageInstance.Row.pathWords(of: each)
  let unknown = head.conditions.filter { !columns.contains($0.column) }
  return unknown.map { .unknownColumn($0.column, known: columns, at: $0.place) }
    + placeholders(in: head.path ?? "").filter { !words.contains($0) }.map {
      .unknownPathWord($0, known: words, at: place)
    }
}

/// The words between braces, in order.
private func placeholders(in pattern: String) -> [String] {
  pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
    String($0.prefix { $0 != "}" })
  }
}

/// The trees to make: those of the settings that were asked for and that have something to show.
private func chosenTrees(
  _ settings: Settings, _ desk: PlanDesk, _ request: GenerationRequest
) -> Parsed<[Tree]> {
  let all = settings.trees ?? Tree.standard
  let asked = request.trees ?? all.map(\.name)
  let unknown = asked.filter { name in !all.contains { $0.name == name } }.map {
    Diagnostic.unknownTree($0, known: all.map(\.name))
  }
  let trees = all.filter { tree in
    asked.contains(tree.name) && (tree.audience == .everybody || desk.hasMembers)
  }
  return Parsed(trees, unknown)
}

private func check(_ request: GenerationRequest, _ desk: PlanDesk) -> [Diagnostic] {
  guard let person = request.person, !desk.memberIds.contains(person) else { return [] }
  return [.unknownPerson(person, known: desk.memberIds)]
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
