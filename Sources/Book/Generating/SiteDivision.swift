import Desk
import Diagnostics
import Markdown
import Pages
import SalesMethod
import Storing

/// Which files of a site a shard makes, and whose figures it works out.
struct SiteDivision: Sendable {
  private let site: Site
  private let shard: Shard
  /// The paths of the pages that show teams, as far as their text tells.
  private let showingTeams: Set<String>

  /// Divides a site that was read.
  init(of site: Site, _ shard: Shard) throws {
    (self.site, self.shard) = (site, shard)
    let entries = site.desk.hasMembers ? site.outline.entries : []
    showingTeams = Set(try entries.filter { try Self.showsTeams($0, of: site) }.map(\.path))
  }

  /// Whether a page is about a team, or blocks may stand on it that show one: a page that is taken for such and is none
  /// is made at the merge.
  private static func showsTeams(_ entry: Outline.Entry, of site: Site) throws -> Bool {
    if entry.head.each == .team { return true }
    let text = try site.read(entry.path).value
    return ["::team", "::members"].contains { text.holds($0) }
  }

  /// The files of a page that fall to the shard; nil where none does.
  func work(on entry: Outline.Entry) -> PageWork? {
    guard !site.boundSources.contains(entry.source) else { return nil }
    if showingTeams.contains(entry.path), entry.head.each != .member { return nil }
    let instances = site.instances(of: entry).filter { holds($0, of: entry) }
    return instances.isEmpty ? nil : PageWork(entry: entry, instances: instances)
  }

  private func holds(_ instance: PageInstance, of entry: Outline.Entry) -> Bool {
    guard shard.holds(instance.member ?? entry.path) else { return false }
    // On the page of who leads others, in a folder for managers, stands what their people came to.
    guard let member = instance.member, instance.tree.audience == .manager,
      showingTeams.contains(entry.path)
    else { return true }
    return site.desk.team(ledBy: member) == nil
  }

  /// The figures that pages of teams need of the shard's members and that are not kept with one of their pages.
  func figures(besides work: [String: KeptWork]) async throws -> [KeptFigures] {
    let shown = site.outline.entries.filter { entry in
      showingTeams.contains(entry.path) && site.trees.contains { entry.stands(in: $0) }
    }
    let periods = Set(shown.map { site.desk.period(of: $0.head) })
    let members = site.desk.memberIds.filter(shard.holds)
    let kept = keptFigures(in: work)
    let missing = periods.sorted { "\($0)" < "\($1)" }.flatMap { period in
      members.map { FiguresKey(member: $0, period: period) }.filter { !kept.contains($0) }
    }
    return try await concurrentMap(missing, jobs: site.request.jobs) { site.desk.keptFigures($0) }
      .compactMap(\.self)
  }

  /// What was said of the shard's members in past months, where pages that are left to the merge show it.
  func records() async throws -> [KeptRecord] {
    let isShown = try site.outline.entries.contains { entry in
      guard showingTeams.contains(entry.path), site.trees.contains(where: { entry.stands(in: $0) })
      else { return false }
      return try site.read(entry.path).value.holds("::record")
    }
    let members = isShown ? site.desk.memberIds.filter(shard.holds) : []
    return try await concurrentMap(members, jobs: site.request.jobs) {
      site.desk.keptRecord(of: $0)
    }
    .compactMap(\.self)
  }

  /// Whose figures are kept with pages.
  private func keptFigures(in work: [String: KeptWork]) -> Set<FiguresKey> {
    var kept: Set<FiguresKey> = []
    for entry in site.outline.entries where entry.head.each == .member {
      let files = work[entry.path]?.files.filter { $0.figures != nil } ?? []
      let paths = Set(files.compactMap(\.paths.first))
      for instance in self.work(on: entry)?.instances ?? [] where paths.contains(instance.output) {
        guard let member = instance.member else { continue }
        kept.insert(FiguresKey(member: member, period: site.desk.period(of: entry.head)))
      }
    }
    return kept
  }
}
