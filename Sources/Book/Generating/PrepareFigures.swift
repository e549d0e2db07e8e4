package import Desk
package import Diagnostics
import Markdown
import Pages

/// Works out what all plans of a site share, for runs that make a shard each; nil where a mistake keeps every page from
/// being made.
package func preparedFigures(
  _ sources: SiteSources, _ request: GenerationRequest
) async throws -> Parsed<SharedFigures?> {
  let asked = DeskRequest(period: request.period, asOf: request.asOf)
  let desk = try PlanDesk.read(sources.desk, sources.settings, asked, read: sources.read)
  let read = try await BookSite.read(sources, at: desk.value, request)
  let found = desk.diagnostics + read.diagnostics
  guard let site = read.value?.site, !found.hasErrors else { return Parsed(nil, found) }
  let looksBack = try site.outline.entries.contains { entry in
    try site.read(entry.path).value.holds("::record")
  }
  return Parsed(site.desk.sharedFigures(looksBack: looksBack), found)
}
