import Desk
import Diagnostics
import Pages
import Rulebook
import SalesMethod

/// Makes a whole site and hands each finished file to the sink: the whole program, between reading
/// and writing.
///
/// Every mistake of every page is in the report; where there is an error the sink's files are not to
/// be published. In memory stay the pages' heads, ids and links, and one page for each task. Throws
/// only what reading or the sink throws.
package func generate(
  _ sources: SiteSources, _ request: GenerationRequest, into sink: some OutputSink
) async throws -> GenerationReport {
  try await generate(sources, request, remembering: nil, into: sink).report
}

/// The same, with what is known of the build before, and with what may be kept for the next; nil where nothing
/// is remembered.
///
/// Where the memory is that of shards, which must have been made of the same, their files are taken over.
package func generate(
  _ sources: SiteSources, _ request: GenerationRequest, remembering memory: WorkspaceMemory?,
  into sink: some OutputSink
) async throws -> (report: GenerationReport, memory: PageMemory?) {
  let read = try await BegunSite.read(sources, request, remembering: memory)
  var report = GenerationReport(diagnostics: read.diagnostics, pages: 0)
  guard let begun = read.value else { return (report, nil) }
  var site = begun.site
  if let merged = memory?.merged {
    guard site.inputsDigest(memory, begun.heads) == merged.inputs else {
      report.diagnostics.append(.shardsOfOtherWorkspace())
      return (report, nil)
    }
    for figures in merged.figures { site.desk.keepFigures(figures) }
    for record in merged.records { site.desk.keepRecord(record) }
  }
  let proof = begun.proof
  let sink = ProvingSink(proof: proof, sink: sink)
  let kept = try site.remembrance(by: memory, begun.heads, in: sink)
  let made = try await makePages(of: site, besides: kept, into: sink)
  let outcome = made.pages
  report.diagnostics += outcome.diagnostics
  report.diagnostics += ForeignCourse.weighed(outcome.brokenFragments(), in: site.settings)
  report.pages = outcome.pages
  report.planPaths = site.planPaths
  report.books = outcome.books
  report.leaks = outcome.leaks
  let watched = WatchedSink(sink, outcome.leaks)
  report.folders = site.folders.map {
    ReadersFolder(tree: $0.tree, path: $0.path, holder: $0.holder?.id)
  }
  report.diagnostics += try site.withdrawArchivedPages(by: proof)
  for maker in Site.surroundings {
    report.diagnostics += try maker.make(around: outcome, of: site, into: watched)
  }
  report.diagnostics += ForeignCourse.weighed(watched.found, in: site.settings)
  report.diagnostics += proof?.diagnostics() ?? []
  report.diagnostics =
    try site.course?.placedBack(report.diagnostics, sources)
    ?? report.diagnostics
  report.diagnostics = report.diagnostics.sortedWithoutRepeats()
  let next = kept.shared.map { shared in
    PageMemory(shared, proof?.marks ?? .none, begun.heads, made.work, made.books) {
      memory?.digest($0)
    }.without(proof?.consulted ?? [])
  }
  return (report, next)
}

/// Makes the files that fall to a shard of a site, each as a whole build would make it, and gives what a merge needs
/// of them; nil where a mistake keeps them from being made.
///
/// What rests on all pages is left to the merge: pages of teams and those that show one, books with their chapters,
/// pages with an index, and what stands around the pages.
package func generate(
  _ shard: Shard, of sources: SiteSources, _ request: GenerationRequest,
  remembering memory: WorkspaceMemory, into sink: some OutputSink
) async throws -> (report: GenerationReport, work: ShardWork?) {
  let read = try await BegunSite.read(sources, request, remembering: memory)
  var report = GenerationReport(diagnostics: read.diagnostics, pages: 0)
  guard let begun = read.value else { return (report, nil) }
  let (site, proof) = (begun.site, begun.proof)
  guard let shared = site.sharedDigest(memory, begun.heads),
    let inputs = site.inputsDigest(memory, begun.heads)
  else {
    report.diagnostics.append(.notMadeInShards(isCourse: site.course != nil))
    return (report, nil)
  }
  let kept = Remembrance(shared: shared, work: [:], books: [:])
  let division = try SiteDivision(of: site, shard)
  let made = try await makePages(
    of: site, besides: kept, in: division, into: ProvingSink(proof: proof, sink: sink))
  report.pages = made.pages.pages
  report.diagnostics += made.pages.diagnostics
  report.diagnostics += proof?.diagnostics() ?? []
  report.diagnostics = report.diagnostics.sortedWithoutRepeats()
  guard !report.diagnostics.hasErrors else { return (report, nil) }
  let figures = try await division.figures(besides: made.work)
  let pages = PageMemory(shared, proof?.marks ?? .none, begun.heads, made.work, []) {
    memory.digest($0)
  }
  let work = ShardWork(
    inputs: inputs, pages: pages.madePages, figures: figures,
    records: try await division.records())
  return (report, work)
}

/// A site of which all was read that its pages share, and what searches its files.
private struct BegunSite {
  var site: Site
  let heads: [String: KnownHead]
  let proof: TreeProof?

  /// Reads it; nil where a mistake keeps every page from being made.
  static func read(
    _ sources: SiteSources, _ request: GenerationRequest, remembering memory: WorkspaceMemory?
  ) async throws -> Parsed<BegunSite?> {
    let asked = DeskRequest(period: request.period, asOf: request.asOf)
    let desk = try PlanDesk.read(sources.desk, sources.settings, asked, read: sources.read)
    var found = desk.diagnostics
    let read = try await BookSite.read(sources, at: desk.value, request, remembering: memory)
    found += read.diagnostics
    guard let read = read.value else { return Parsed(nil, found) }
    var site = read.site
    if memory != nil { site.tables = site.desk.tableDigests() }
    let proof = TreeProof(
      site, latin: sources.latin, proven: memory?.earlier?.guarded ?? .none)
    if site.outline.entries.contains(where: { $0.head.each == .member }) {
      found += site.desk.missingParts(
        in: sources.settings.data, besideErrors: desk.diagnostics.hasErrors)
    }
    found += site.rowCollisions() + site.pagesWithoutRows() + site.pagesInNoTree()
    found += site.outline.bookProblems()
    return Parsed(BegunSite(site: site, heads: read.heads, proof: proof), found)
  }
}

/// What became of the pages of a site.
private struct MadeSite {
  var pages = MadePages()
  var work: [String: KeptWork] = [:]
  var books: [PageMemory.Book] = []
  /// The figures of members whose plans were made.
  var figures: [FiguresKey: MemberFigures] = [:]
}

/// Makes the pages of people first, so that the pages of teams need not compute their plans again.
///
/// Pages that are right as an earlier build left them are taken as they are. Of a site that is divided only the
/// files of one shard are made.
private func makePages(
  of site: Site, besides kept: Remembrance, in division: SiteDivision? = nil,
  into sink: some OutputSink
) async throws -> MadeSite {
  var made = MadeSite()
  var bound: [BoundPage] = []
  var shapes: [PageShape] = []
  var late: [PageWork.ReadyWork] = []
  var indexed: [IndexedPage: [IndexWord]] = [:]
  var leaks = LeakSearch()
  func keep(_ done: PageWork.Done) {
    if kept.shared != nil {
      // Most pages are one task's.
      if made.work[done.source] == nil {
        made.work[done.source] = done.kept
      } else {
        made.work[done.source]?.add(done.kept)
      }
    }
    made.pages.add(done.outcome)
    made.figures.merge(done.figures) { first, _ in first }
    bound += done.bound
    shapes += done.shapes
    late += done.late
    indexed.merge(done.indexed) { first, _ in first }
    leaks.add(done.secrets, of: done.source, done.traces)
  }
  for personal in [true, false] {
    let entries = site.outline.entries.filter { ($0.head.each == .member) == personal }
    let pages = entries.compactMap { entry in
      guard let division else {
        return PageWork(entry: entry, instances: site.instances(of: entry))
      }
      return division.work(on: entry)
    }
    sink.expect(pages: pages.reduce(0) { $0 + $1.instances.count })
    for done in try await run(pages, of: site, made.figures, besides: kept, into: sink) {
      keep(done)
    }
  }
  // The rest looks at all pages together.
  guard division == nil else { return made }
  var site = site
  site.indexed = indexed
  for work in late { keep(try work.run(for: site, made.figures, into: sink)) }
  made.pages.diagnostics += TranslationGate.check(
    shapes, of: site.outline, in: site.settings.language)
  if !site.settings.gatesOff.contains(.translation) {
    made.pages.diagnostics += TranslationGate.untranslated(site.outline)
  }
  made.pages.diagnostics += ForeignCourse.weighed(leaks.amongPages(), in: site.settings)
  made.pages.leaks = leaks
  if !made.pages.diagnostics.hasErrors {
    made.books = try site.bind(bound, &made.pages, besides: kept, into: sink)
  }
  return made
}

/// Runs the work of pages that become few files a page at a time; a page of many files is read once and its
/// files are shared among the tasks, as many such pages at a time as there are tasks.
///
/// Files that are right as an earlier build left them are taken over, and where those are all that a task would make,
/// the page is not read.
private func run(
  _ work: [PageWork], of site: Site, _ figures: [FiguresKey: MemberFigures],
  besides kept: Remembrance, into sink: some OutputSink
) async throws -> [PageWork.Done] {
  let jobs = site.request.jobs
  var done = try await concurrentMap(work.filter { !$0.isWide }, jobs: jobs) { work in
    switch try work.begun(kept, of: site, in: sink) {
    case .done(let done): done
    case .unready(let known):
      try work.ready(work.read(for: site), besides: known).run(for: site, figures, into: sink)
    }
  }
  let wide = work.filter(\.isWide)
  for start in stride(from: 0, to: wide.count, by: max(1, jobs)) {
    let batch = Array(wide[start..<min(start + max(1, jobs), wide.count)])
    let pieces = batch.enumerated().flatMap { number, work in
      work.split().map { (page: number, work: $0) }
    }
    let begun = try await concurrentMap(pieces, jobs: jobs) { piece in
      try piece.work.begun(kept, of: site, in: sink)
    }
    let unready = Set(zip(pieces, begun).compactMap { $1.isDone ? nil : $0.page }).sorted()
    let texts = try await concurrentMap(unready, jobs: jobs) { try batch[$0].read(for: site) }
    let text = Dictionary(uniqueKeysWithValues: zip(unready, texts))
    done += try await concurrentMap(Array(zip(pieces, begun)), jobs: jobs) { piece, begun in
      switch begun {
      case .done(let done): return done
      case .unready(let known):
        guard let text = text[piece.page] else { return PageWork.Done() }
        return try piece.work.ready(text, besides: known).run(for: site, figures, into: sink)
      }
    }
  }
  return done
}

/// A page's work once it is known which of its files an earlier build left as they would be made.
private enum BegunWork: Sendable {
  /// All of them: there is nothing to do.
  case done(PageWork.Done)
  /// Some of them, by their paths.
  case unready([String: KeptWork.File])

  var isDone: Bool { if case .done = self { true } else { false } }
}

extension PageWork {
  /// Takes over what is right.
  fileprivate func begun(
    _ kept: Remembrance, of site: Site, in sink: some OutputSink
  ) throws -> BegunWork {
    guard let (page, files) = try kept.known(self, of: site, in: sink) else { return .unready([:]) }
    let right = instances.compactMap { files[$0.output] }
    return right.count == instances.count ? .done(Done(page, right, of: self)) : .unready(files)
  }
}

extension [Diagnostic] {
  /// The diagnostics in order, each once: a page rendered for two trees says the same twice.
  func sortedWithoutRepeats() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return sorted().filter { seen.insert($0).inserted }
  }
}
