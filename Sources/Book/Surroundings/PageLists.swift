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
    for (folder, listed) in pages.listings.sorted(by: { $0.key < $1.key }) {
      let pages = listed.sorted { $0.path < $1.path }.map {
        linkRecord(
          $0.title, relativeLink(from: "index.html", to: $0.path),
          [("description", .nothing), ("time", .nothing)])
      }
      var archive: [Value] = []
      if archived[folder] != nil {
        let word = site.word("archive", or: "archive")
        found += word.diagnostics
        archive = [
          linkRecord(
            word.value, Site.archivePath, [("description", .nothing), ("time", .nothing)])
        ]
      }
      let page = site.plainPage(
        title: site.settings.title.isEmpty ? folder : site.settings.title,
        root: "", home: "index.html",
        [("children", .list(pages + archive))])
      found += try site.write("pages/page", page, to: folder + "/index.html", into: sink)
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
      root: site.folders.first.map { $0.path + "/" } ?? "", home: "index.html",
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
