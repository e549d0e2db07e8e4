package import Diagnostics
import Markdown
import SalesMethod

/// What became of a site.
package struct GenerationReport: Sendable {
  /// All that was found wrong, in the order of paths and places.
  package var diagnostics: [Diagnostic]
  /// How many pages were made.
  package var pages: Int
}

/// Makes a whole site and hands each finished file to the sink: the whole program, between reading
/// and writing.
///
/// Every mistake of every page is in the report; where there is an error the sink's files are not to
/// be published. In memory stay the pages' heads, ids and links, and one page for each task. Throws
/// only what reading or the sink throws.
package func generate(
  _ sources: SiteSources, _ request: GenerationRequest, into sink: some OutputSink
) async throws -> GenerationReport {
  let read = try await readSite(sources, request)
  var report = GenerationReport(diagnostics: read.diagnostics, pages: 0)
  guard let site = read.value else { return report }
  report.diagnostics += site.rowCollisions() + site.pagesWithoutRows()
  let outcome = try await makePages(of: site, into: sink)
  report.diagnostics += outcome.diagnostics
  report.diagnostics += outcome.brokenFragments()
  report.pages = outcome.pages
  try site.writeSurroundings(of: outcome, into: sink, &report)
  report.diagnostics = report.diagnostics.sortedWithoutRepeats()
  return report
}

/// Makes the pages of people first, so that the pages of teams need not compute their plans again.
private func makePages(of site: Site, into sink: some OutputSink) async throws -> PageOutcome {
  var outcome = PageOutcome()
  let entries = site.outline.entries
  for personal in [true, false] {
    let work = entries.filter { ($0.head.each == .member) == personal }.flatMap { entry in
      PageWork.split(site.instances(of: entry), of: entry)
    }
    let figures = outcome.figures
    sink.expect(pages: work.reduce(0) { $0 + $1.instances.count })
    let done = try await concurrentMap(work, jobs: site.request.jobs) { work in
      try work.run(for: site, figures: figures, into: sink)
    }
    for part in done { outcome.add(part) }
  }
  return outcome
}

extension [Diagnostic] {
  /// The diagnostics in order, each once: a page rendered for two trees says the same twice.
  func sortedWithoutRepeats() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return sorted().filter { seen.insert($0).inserted }
  }
}
