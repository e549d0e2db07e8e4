import Diagnostics
import Foundation

/// Writes pages of the site as HTML files that need nothing beside them: one page into a file, several into
/// a folder, by the paths they have in their tree.
///
/// The site is made in a folder of its own, and Output stays as it is. Nothing is written where anything
/// is an error. Throws what the machine fails at.
package func exportHTML(_ request: PDFRequest, to path: String) async throws -> ExportReport {
  var request = request
  request.ending = "html"
  var report = ExportReport()
  let place = FileManager.default.temporaryDirectory
    .appending(path: "salesbook-page-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: place) }
  try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  let site = place.appending(path: "site")
  let built = try await buildSite(request.build(into: site.path), progress: .hidden)
  report.diagnostics += built.diagnostics.withoutRepeats()
  guard !report.diagnostics.hasErrors else { return report }
  let pages = request.pages(of: built, in: site, into: path)
  report.diagnostics += pages.diagnostics
  guard !report.diagnostics.hasErrors else { return report }
  for page in pages.value {
    let html = try Data(contentsOf: site.appending(path: page.built))
    let one = OneFilePage(String(decoding: html, as: UTF8.self), at: page.built) { file in
      FileManager.default.contents(atPath: site.appending(path: file).path).map(Array.init)
    }
    try request.target(of: page, in: path)
      .put(one.bytes, force: request.force, ours: isOneFilePage, &report)
  }
  return report
}

/// Whether a file is a page as ``OneFilePage`` leaves it: its policy allows nothing but its own hashes.
private func isOneFilePage(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: Array("<!DOCTYPE html>".utf8))
    && bytes.prefix(4096).firstRange(of: Array("default-src 'none'; style-src 'sha256-".utf8))
      != nil
}
