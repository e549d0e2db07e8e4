import Desk
import Diagnostics
import Mustache
import Pages
import Rulebook

/// The pages of earlier periods, as they were published, beside the new ones: each at the path it had,
/// and a list of them in its folder.
///
/// They stand in a tree of the same name only, and in a personal tree in the folder of a member who is
/// there; where this build makes a page of the same path, that one stands.
struct ArchivedPages: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (folder, archived) in site.archivedPages.sorted(by: { $0.key < $1.key }) {
      for page in archived {
        let bytes = try site.read(page.source)
        found += bytes.diagnostics
        try sink.take(OutputFile(path: page.path, bytes: bytes.value))
      }
      found += try list(archived, in: folder, of: site, into: sink)
    }
    return found
  }

  /// The page that lists the archived pages of a folder, the latest first.
  private func list(
    _ archived: [ArchivedPage], in folder: String, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    let title = site.word("archive", or: "archive")
    let children = archived.map(\.name).sorted(by: >).map { name in
      linkRecord(name, name + ".html", [("description", .nothing), ("time", .nothing)])
    }
    let page = site.plainPage(
      title: title.value, root: String(repeating: "../", count: folder.utf8.count { $0 == 47 }),
      home: "index.html", [("children", .list(children))])
    return title.diagnostics
      + (try site.write("pages/page", page, to: folder + "/" + Site.archivePath, into: sink))
  }
}

/// A page of an earlier period.
struct ArchivedPage: Hashable, Sendable {
  /// Its path in the workspace, and below the output folder.
  let source: String
  let path: String
  /// Its name without its end: `2026-11`.
  let name: String
}

extension Site {
  /// The file name of the list of archived pages.
  static let archivePath = "archive.html"

  /// The archived pages that this build takes up, by the folder they stand in.
  var archivedPages: [String: [ArchivedPage]] {
    guard let archive = settings.archive else { return [:] }
    let made = Set(outline.entries.flatMap { instances(of: $0).map(\.path) })
    var found: [String: [ArchivedPage]] = [:]
    for source in archived where source.hasPrefix(archive + "/") && source.hasSuffix(".html") {
      let path = String(source.dropFirst(archive.utf8.count + 1))
      let parts = path.split(separator: "/").map(String.init)
      guard let tree = trees.first(where: { $0.name == parts.first }), parts.count > 1,
        isForSomebody(parts, in: tree), !made.contains(path), let last = parts.last
      else { continue }
      let name = String(last.dropLast(".html".count))
      guard name != "index", name != "archive" else { continue }
      let folder = parts.dropLast().joined(separator: "/")
      found[folder, default: []].append(ArchivedPage(source: source, path: path, name: name))
    }
    return found
  }

  /// Whether a path in a personal tree is in the folder of a member whose pages are made.
  private func isForSomebody(_ parts: [String], in tree: Tree) -> Bool {
    guard tree.isPersonal else { return true }
    return desk.rows(of: .member).contains { row in
      row.fileName == parts[1] && (request.person == nil || request.person == row.id)
    }
  }
}
