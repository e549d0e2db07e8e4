import Desk
import Diagnostics
import Mustache
import Pages
import Rulebook
import SalesMethod

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
        try sink.take(
          OutputFile(path: page.path, bytes: site.withOwnAssets(bytes.value, at: page.path)))
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
      title: title.value, root: String(repeating: "../", count: site.depth(of: folder)),
      home: "index.html", in: folder, [("children", .list(children))])
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
        isForSomebody(parts, in: tree), !made.contains(path), !withdrawn.contains(source),
        let last = parts.last
      else { continue }
      let name = String(last.dropLast(".html".count))
      guard name != "index", name != "archive", isKept(name) else { continue }
      let folder = parts.dropLast().joined(separator: "/")
      found[folder, default: []].append(ArchivedPage(source: source, path: path, name: name))
    }
    return found
  }

  /// Whether a page of a period of this name is still kept: not where the settings keep pages for fewer days than
  /// have gone since the period's end.
  private func isKept(_ name: String) -> Bool {
    guard let days = settings.retention, let period = Period(name) else { return true }
    return period.range.end.days(to: request.asOf) <= days
  }

  /// Leaves out the archived pages that hold what their readers may not see today, and says which.
  mutating func withdrawArchivedPages(by proof: TreeProof?) throws -> [Diagnostic] {
    guard let proof else { return [] }
    var found: [Diagnostic] = []
    for page in archivedPages.values.joined() {
      let bytes = try read(page.source).value
      guard try proof.refuses(OutputFile(path: page.path, bytes: bytes)) else { continue }
      withdrawn.insert(page.source)
      found.append(.archiveWithdrawn(page.path, at: Place(path: page.source)))
    }
    return found
  }

  /// Whether a path in a personal tree is in the folder of a member whose pages are made.
  private func isForSomebody(_ parts: [String], in tree: Tree) -> Bool {
    !isDivided(tree) || folders(of: tree).contains { $0.holder?.fileName == parts[1] }
  }

  /// How many folders deep a folder lies in that of its readers, where the assets are.
  fileprivate func depth(of folder: String) -> Int {
    let name = String(folder.prefix { $0 != "/" })
    let divided = trees.first { $0.name == name }.map { isDivided($0) } ?? false
    return max(0, folder.utf8.count { $0 == 47 } - (divided ? 1 : 0))
  }

  /// The bytes of a page that was published while all people's folders shared one folder of assets, with
  /// the folder's own instead.
  fileprivate func withOwnAssets(_ bytes: [UInt8], at path: String) -> [UInt8] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let shared = folder.utf8.count { $0 == 47 }
    guard depth(of: folder) < shared else { return bytes }
    let old = "=\"" + String(repeating: "../", count: shared) + "assets/"
    let new = "=\"" + String(repeating: "../", count: depth(of: folder)) + "assets/"
    return Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
  }
}
