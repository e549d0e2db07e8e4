import Desk
import Diagnostics
import Mustache
import Pages
import Phrases
import Rulebook
import SalesMethod

extension Site {
  /// Writes what stands around the pages: the theme's files, files that pages show, a list of pages
  /// for each folder that has none, and the page that links the trees.
  func writeSurroundings(
    of outcome: PageOutcome, into sink: some OutputSink, _ report: inout GenerationReport
  ) throws {
    for tree in trees { try writeAssets(of: tree, outcome, into: sink) }
    for file in outcome.files.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let bytes = try read(settings.content + "/" + file[1])
      report.diagnostics += bytes.diagnostics
      try sink.take(OutputFile(path: file[0] + "/" + file[1], bytes: bytes.value))
    }
    for (folder, pages) in outcome.listings.sorted(by: { $0.key < $1.key }) {
      try write(listOf: pages, in: folder, into: sink, &report)
    }
    try write(treesOf: outcome, into: sink, &report)
    try writeReports(into: sink, &report)
  }

  /// Whether a tree has a page of its own at its top.
  func hasIndex(_ tree: Tree) -> Bool {
    outline.index(ofFolder: "").map { $0.stands(in: tree) } ?? false
  }

  private func writeAssets(of tree: Tree, _ outcome: PageOutcome, into sink: some OutputSink) throws
  {
    for asset in assets {
      try sink.take(OutputFile(path: tree.name + "/" + asset.path, bytes: asset.bytes))
    }
    var sizes = ""
    for length in outcome.lengths[tree.name, default: []].sorted() {
      sizes += ".\(length.className){height:\(length.millimetres())mm}\n"
    }
    try sink.take(OutputFile(path: tree.name + "/assets/sizes.css", bytes: Array(sizes.utf8)))
  }

  private func write(
    listOf pages: [PageOutcome.Listed], in folder: String, into sink: some OutputSink,
    _ report: inout GenerationReport
  ) throws {
    let depth = folder.utf8.count { $0 == 47 }
    let children = pages.sorted { $0.path < $1.path }.map {
      linkRecord(
        $0.title, relativeLink(from: "index.html", to: $0.path),
        [("description", .nothing), ("time", .nothing)])
    }
    let record = plainPage(
      title: settings.title.isEmpty ? folder : settings.title,
      root: String(repeating: "../", count: depth), home: "index.html",
      [("children", .list(children))])
    try write("pages/page", record, to: folder + "/index.html", into: sink, &report)
  }

  private func write(
    treesOf outcome: PageOutcome, into sink: some OutputSink, _ report: inout GenerationReport
  ) throws {
    let folders = trees.flatMap { tree in
      tree.isPersonal
        ? desk.rows(of: .member).map {
          Folder(tree: tree, path: tree.name + "/" + $0.fileName, row: $0)
        }
        : [Folder(tree: tree, path: tree.name, row: nil)]
    }
    let records = folders.compactMap { folder -> Value? in
      guard let count = outcome.pagesByFolder[folder.path] else { return nil }
      return .record([
        "title": .text(title(of: folder.tree, folder.row)),
        "href": .text(relativeLink(from: "index.html", to: folder.path + "/index.html")),
        "edition": .text((folder.tree.edition ?? .participant).rawValue),
        "audience": .text(folder.tree.audience.rawValue), "pages": .integer(count),
      ])
    }
    let record = plainPage(
      title: settings.title.isEmpty ? "Salesbook" : settings.title,
      root: trees.first.map { $0.name + "/" } ?? "", home: "index.html",
      [
        ("trees", .list(records)),
        (
          "report",
          .optional(desk.reports(for: .holder).isEmpty ? nil : Self.reportPath, Value.text)
        ),
      ])
    try write("pages/trees", record, to: "index.html", into: sink, &report)
  }

  private func title(of tree: Tree, _ row: PageRow?) -> String {
    let isChinese = settings.language == .chinese
    if let row {
      let name = row.name.isEmpty ? row.id : row.name
      return isChinese ? "\(name)的计划" : "Plan: \(name)"
    }
    switch (tree.name, isChinese) {
    case ("participant", true): return "课程 · 学员版"
    case ("participant", false): return "Course, participant edition"
    case ("facilitator", true): return "课程 · 讲师版"
    case ("facilitator", false): return "Course, facilitator edition"
    case ("team", true): return "团队汇总"
    case ("team", false): return "Team pages"
    default: return tree.name
    }
  }

  /// The fields of a page without text of its own.
  func plainPage(
    title: String, root: String, home: String, _ more: [(String, Value)]
  ) -> Value {
    var members: [(String, Value)] = [
      ("title", .text(title)), ("siteTitle", .text(title)), ("description", .nothing),
      ("running", .text(title)), ("root", .text(root)), ("home", .text(home)), ("isHome", true),
      ("version", ""), ("navigation", []), ("breadcrumbs", []), ("translations", []),
      ("previous", .nothing), ("next", .nothing), ("toc", []), ("time", .nothing),
      ("content", .html(HTML(trusted: ""))), ("isComputed", false), ("isLive", false),
      ("programs", []),
      ("report", .nothing), ("children", []),
    ]
    members.removeAll { member in more.contains { $0.0 == member.0 } }
    return .record(Record(members + more))
  }

  func write(
    _ template: String, _ page: Value, to path: String, into sink: some OutputSink,
    _ report: inout GenerationReport
  ) throws {
    let common = common(settings.language, edition: .participant)
    var bytes: [UInt8] = []
    let found = print(template, [common, page], settings.language, into: &bytes)
    report.diagnostics += found
    if !found.hasErrors { try sink.take(OutputFile(path: path, bytes: bytes)) }
  }
}

/// A folder of the output that people are handed: a tree, or one person's part of it.
private struct Folder {
  let tree: Tree
  let path: String
  let row: PageRow?
}
