import Desk
import Diagnostics
import Mustache
import Pages
import Phrases
import Rulebook
import SalesData
import SalesMethod

extension Site {
  /// The file name of the page that says what became of every row of the workspace's own tables.
  static let reportPath = "import-report.html"

  /// Where a report of the import stands, as folders below the output folder: beside the page that
  /// links the trees, which is never published; and in the folders of those who may see all rows.
  ///
  /// A report quotes customers and sums of the whole file. A person's folder gets it only where the
  /// person is the only member, so that every row is theirs; a manager's where everybody is below.
  var reportFolders: [String] {
    guard !desk.reports(for: .holder).isEmpty else { return [] }
    return [""] + folders.filter { !desk.reports(for: $0.reader).isEmpty }.map(\.path)
  }

  /// The way from a page to the report of the import; nil where the page's folder has none.
  func reportLink(from instance: PageInstance) -> String? {
    guard !desk.reports(for: instance.reader).isEmpty else { return nil }
    return relativeLink(from: instance.path, to: Self.reportPath)
  }
}

/// The page that says what became of every row, in every folder whose readers may see all rows.
struct ImportReportPages: SurroundingsMaker {
  func make(
    around pages: MadePages, of site: Site, into sink: some OutputSink
  ) throws -> [Diagnostic] {
    let tables = site.desk.reports(for: .holder).map { $0.fields(in: site.settings.language) }
    let title = site.word("importReport", or: "Salesbook")
    var found = site.reportFolders.isEmpty ? [] : title.diagnostics
    for folder in site.reportFolders {
      let top = site.folders.first.map { $0.path + "/" } ?? ""
      let page = site.plainPage(
        title: title.value,
        root: folder.isEmpty ? top : "", home: "index.html", in: folder,
        [("tables", .list(tables))])
      let path = folder.isEmpty ? Site.reportPath : folder + "/" + Site.reportPath
      found += try site.write("pages/import", page, to: path, into: sink)
    }
    return found
  }
}
