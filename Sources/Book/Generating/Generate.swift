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
  let asked = DeskRequest(period: request.period, asOf: request.asOf)
  let desk = try PlanDesk.read(sources.desk, sources.settings, asked, read: sources.read)
  var report = GenerationReport(diagnostics: desk.diagnostics, pages: 0)
  let read = try await BookSite.read(sources, at: desk.value, request)
  report.diagnostics += read.diagnostics
  guard var site = read.value?.site else { return report }
  let proof = TreeProof(site)
  let sink = ProvingSink(proof: proof, sink: sink)
  if site.outline.entries.contains(where: { $0.head.each == .member }) {
    report.diagnostics += site.desk.missingParts(
      in: sources.settings.data, besideErrors: desk.diagnostics.hasErrors)
  }
  report.diagnostics += site.rowCollisions() + site.pagesWithoutRows() + site.pagesInNoTree()
  report.diagnostics += site.outline.bookProblems()
  let outcome = try await makePages(of: site, into: sink)
  report.diagnostics += outcome.diagnostics
  report.diagnostics += ForeignCourse.weighed(outcome.brokenFragments(), in: site.settings)
  report.pages = outcome.pages
  report.planPaths = site.planPaths
  report.books = outcome.books
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
  return report
}

/// Makes the pages of people first, so that the pages of teams need not compute their plans again.
private func makePages(of site: Site, into sink: some OutputSink) async throws -> MadePages {
  var outcome = MadePages()
  var figures: [FiguresKey: MemberFigures] = [:]
  var bound: [BoundPage] = []
  var shapes: [PageShape] = []
  var late: [PageWork.ReadyWork] = []
  var indexed: [IndexedPage: [IndexWord]] = [:]
  var leaks = LeakSearch()
  func keep(_ done: PageWork.Done) {
    outcome.add(done.outcome)
    figures.merge(done.figures) { first, _ in first }
    bound += done.bound
    shapes += done.shapes
    late += done.late
    indexed.merge(done.indexed) { first, _ in first }
    leaks.add(done.secrets, of: done.source, done.traces)
  }
  for personal in [true, false] {
    let entries = site.outline.entries.filter { ($0.head.each == .member) == personal }
    let work = entries.map { PageWork(entry: $0, instances: site.instances(of: $0)) }
    sink.expect(pages: work.reduce(0) { $0 + $1.instances.count })
    for done in try await run(work, of: site, figures, into: sink) {
      keep(done)
    }
  }
  var site = site
  site.indexed = indexed
  for work in late { keep(try work.run(for: site, figures, into: sink)) }
  outcome.diagnostics += TranslationGate.check(
    shapes, of: site.outline, in: site.settings.language)
  outcome.diagnostics += ForeignCourse.weighed(leaks.amongPages(), in: site.settings)
  outcome.leaks = leaks
  if !outcome.diagnostics.hasErrors { try site.bind(bound, &outcome, into: sink) }
  return outcome
}

/// Runs the work of pages that become few files a page at a time; a page of many files is read once and its
/// files are shared among the tasks, as many such pages at a time as there are tasks.
private func run(
  _ work: [PageWork], of site: Site, _ figures: [FiguresKey: MemberFigures],
  into sink: some OutputSink
) async throws -> [PageWork.Done] {
  let jobs = site.request.jobs
  var done = try await concurrentMap(work.filter { !$0.isWide }, jobs: jobs) { work in
    try work.read(for: site).run(for: site, figures, into: sink)
  }
  let wide = work.filter(\.isWide)
  for start in stride(from: 0, to: wide.count, by: max(1, jobs)) {
    let batch = Array(wide[start..<min(start + max(1, jobs), wide.count)])
    let read = try await concurrentMap(batch, jobs: jobs) { try $0.read(for: site) }
    done += try await concurrentMap(read.flatMap { $0.split() }, jobs: jobs) { part in
      try part.run(for: site, figures, into: sink)
    }
  }
  return done
}

extension [Diagnostic] {
  /// The diagnostics in order, each once: a page rendered for two trees says the same twice.
  func sortedWithoutRepeats() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return sorted().filter { seen.insert($0).inserted }
  }
}
