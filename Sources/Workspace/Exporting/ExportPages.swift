import Book
import Diagnostics
import Foundation

/// A kind of file that a page of the site is written as.
protocol PageFormat {
  /// What the files' names end in.
  static var ending: String { get }

  /// Gets ready for pages of a site that was made for a request.
  init(_ site: SiteOfPages, for request: PageRequest) async throws

  /// A page as this kind of file, with what is wrong with it.
  func file(of page: RequestedPage) throws -> Parsed<[UInt8]>

  /// Whether a file that is there came from here, so that it may be replaced.
  static func isOurs(_ bytes: [UInt8]) -> Bool
}

/// A site made in a folder of its own, for the pages that were asked for.
struct SiteOfPages {
  /// A folder that goes away afterwards, for what is needed beside the site.
  let place: URL
  let folder: URL
  let books: [BookFile]
  let pages: [RequestedPage]
}

/// Writes pages of the site as files that stand alone: one page into a file, several into a folder, by the
/// paths they have in their tree.
///
/// The site is made in a folder of its own, and Output stays as it is. Nothing is written where anything
/// is an error. Throws what the machine fails at.
func exportPages<Format: PageFormat>(
  _ request: PageRequest, as format: Format.Type, to path: String
) async throws -> ExportReport {
  var report = ExportReport()
  let place = FileManager.default.temporaryDirectory
    .appending(path: "salesbook-pages-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: place) }
  try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  let folder = place.appending(path: "site")
  let built = try await buildSite(request.build(into: folder.path), progress: .hidden)
  report.diagnostics += built.diagnostics.withoutRepeats()
  guard !report.diagnostics.hasErrors else { return report }
  let pages = request.pages(of: built, in: folder, into: path, ending: format.ending)
  report.diagnostics += pages.diagnostics
  guard !report.diagnostics.hasErrors else { return report }
  let site = SiteOfPages(place: place, folder: folder, books: built.books, pages: pages.value)
  let maker = try await Format(site, for: request)
  request.progress.begin(.writing, of: site.pages.count)
  defer { request.progress.end() }
  for page in site.pages {
    let file = try maker.file(of: page)
    let name = page.built.hasSuffix(".html") ? String(page.built.dropLast(5)) : page.built
    let leaks = built.leaks.check(
      OutputFile(path: "\(name).\(format.ending)", bytes: file.value), madeOf: page.built)
    report.diagnostics += file.diagnostics + leaks
    guard !leaks.hasErrors else { break }
    try request.target(of: page, in: path, ending: format.ending)
      .put(file.value, force: request.force, ours: format.isOurs, &report)
    request.progress.step()
  }
  report.diagnostics = report.diagnostics.withoutRepeats()
  return report
}
