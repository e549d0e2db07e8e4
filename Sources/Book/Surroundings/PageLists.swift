import Desk
import Diagnostics
import Mustache
import Pages
import Phrases
import Rulebook

/// A list of its pages for each folder that has no page of its own to list them.
struct PageLists: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    let archived = site.archivedPages
    let folders = Dictionary(
      site.folders.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    for (folder, listed) in pages.listings.sorted(by: { $0.key < $1.key }) {
      let leading = folders[folder].map { site.leadingPaths(in: $0) } ?? []
      let ranks = Dictionary(
        leading.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      var links = listed.sorted { left, right in
        (ranks[left.path] ?? leading.count, left.path)
          < (ranks[right.path] ?? leading.count, right.path)
      }.map {
        linkRecord(
          $0.title, relativeLink(from: "index.html", to: $0.path),
          [("description", .nothing), ("time", .nothing)])
      }
      if archived[folder] != nil {
        let word = site.word("archive", or: "archive")
        found += word.diagnostics
        links.append(
          linkRecord(
            word.value, Site.archivePath, [("description", .nothing), ("time", .nothing)]))
      }
      found += try write(links, in: folder, of: site, into: sink)
    }
    return found
  }

  /// So many pages are linked from one list; longer lists go on in a next one.
  private static let perList = 500

  private func write(
    _ links: [Value], in folder: String, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    let count = max(1, (links.count + Self.perList - 1) / Self.perList)
    for number in 1...count {
      func link(to number: Int) -> Value {
        guard (1...count).contains(number) else { return .nothing }
        return linkRecord("\(number) / \(count)", PageInstance.path("index.html", ofPart: number))
      }
      let part = links.dropFirst((number - 1) * Self.perList).prefix(Self.perList)
      let page = site.plainPage(
        title: site.settings.title.isEmpty ? folder : site.settings.title,
        root: "", home: "index.html", in: folder,
        [
          ("children", .list(Array(part))), ("previous", link(to: number - 1)),
          ("next", link(to: number + 1)),
        ])
      let path = folder + "/" + PageInstance.path("index.html", ofPart: number)
      found += try site.write("pages/page", page, to: path, into: sink)
    }
    return found
  }
}

extension Site {
  /// Whether a tree has a page of its own at its top.
  func hasIndex(_ tree: Tree) -> Bool {
    outline.index(ofFolder: "").map { $0.stands(in: tree) } ?? false
  }
}

/// The page that links the trees, and of personal trees each person's folder: for whoever built the site,
/// never to be published.
struct TreeIndex: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    let records = site.folders.compactMap { folder -> Value? in
      guard let count = pages.pagesByFolder[folder.path] else { return nil }
      let title = title(of: folder, site)
      found += title.diagnostics
      return .record([
        "title": .text(title.value),
        "href": .text(relativeLink(from: "index.html", to: folder.path + "/index.html")),
        "edition": .text((folder.tree.edition ?? .participant).rawValue),
        "audience": .text(folder.tree.audience.rawValue), "pages": .integer(count),
      ])
    }
    let hasReport = !site.desk.reports(for: .holder).isEmpty
    let page = site.plainPage(
      title: site.settings.title.isEmpty ? "Salesbook" : site.settings.title,
      root: site.folders.first.map { $0.path + "/" } ?? "", home: "index.html", in: "",
      [
        ("trees", .list(records)),
        ("report", .optional(hasReport ? Site.reportPath : nil, Value.text)),
      ])
    return found + (try site.write("pages/trees", page, to: "index.html", into: sink))
  }

  /// What a folder is called: a person's by the person, the trees that need no settings by a word of the
  /// theme, any other by the name it was given.
  private func title(of folder: TreeFolder, _ site: Site) -> Parsed<String> {
    let name = folder.tree.name
    if let row = folder.holder {
      let person = row.name.isEmpty ? row.id : row.name
      let title = site.word(
        folder.tree.isPersonal ? "planOf" : "treeManager", or: "{name}")
      return Parsed(title.value.replacing("{name}", with: person), title.diagnostics)
    }
    switch name {
    case "participant": return site.word("treeParticipant", or: name)
    case "facilitator": return site.word("treeFacilitator", or: name)
    case "team": return site.word("treeTeam", or: name)
    default: return Parsed(name)
    }
  }
}
