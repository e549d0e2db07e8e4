import Diagnostics
import Foundation

/// Writes pages of the site as HTML files that need nothing beside them: one page into a file, several into
/// a folder, by the paths they have in their tree.
///
/// The site is made in a folder of its own, and Output stays as it is. Nothing is written where anything
/// is an error. Throws what the machine fails at.
package func exportHTML(_ request: PageRequest, to path: String) async throws -> ExportReport {
  try await exportPages(request, as: PagesAsHTML.self, to: path)
}

/// Pages with their styles, scripts and pictures inside.
private struct PagesAsHTML: PageFormat {
  static let ending = "html"
  private let site: SiteOfPages
  private let seal: PageRequest.Seal?

  init(_ site: SiteOfPages, for request: PageRequest) async throws {
    self.site = site
    seal = request.seal
  }

  func file(of page: RequestedPage) throws -> Parsed<[UInt8]> {
    let html = try Data(contentsOf: site.folder.appending(path: page.built))
    let one = OneFilePage(String(decoding: html, as: UTF8.self), at: page.built) { file in
      FileManager.default.contents(atPath: site.folder.appending(path: file).path).map(Array.init)
    }
    guard let seal else { return Parsed(one.bytes) }
    return Parsed(try SealedPage(one, password: seal.password, in: seal.language).bytes)
  }

  /// Whether a file is a page as ``OneFilePage`` leaves it: its policy allows nothing but its own hashes.
  static func isOurs(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("<!DOCTYPE html>".utf8))
      && bytes.prefix(4096).firstRange(of: Array("default-src 'none'; style-src 'sha256-".utf8))
        != nil
  }
}
