import Foundation
import Workspace

/// A page that a browser without a window has opened, where the machine has one.
enum OpenedPage {
  /// Whether there is a browser; a test that needs it is skipped where there is none, and says so.
  static var isPossible: Bool { Browser.program != nil }

  /// The page as it stands after its scripts have run.
  ///
  /// The page is a file with a script beside it, as a workbook on a reader's disk is.
  /// `driver` is a script of the test's own, `driver.js`.
  static func html(of html: String, driver: String = "") throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "salesbook-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Templates/assets/calc.js").standardizedFileURL
    try FileManager.default.copyItem(at: script, to: folder.appending(path: "calc.js"))
    try driver.write(
      to: folder.appending(path: "driver.js"), atomically: true, encoding: .utf8)
    let page = folder.appending(path: "page.html")
    try html.write(to: page, atomically: true, encoding: .utf8)
    return try Browser.page(at: page)
  }

  /// A page under the policy that built pages have: nothing inline, nothing from elsewhere.
  static func document(_ body: String, scripts: [String] = ["calc.js"]) -> String {
    let policy =
      "default-src 'none'; style-src 'self'; script-src 'self' file:; img-src 'self' data:; "
      + "base-uri 'none'; form-action 'none'"
    let tags = scripts.map { "<script src=\"\($0)\" defer></script>" }.joined()
    return """
      <!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>t</title>
      <meta http-equiv="Content-Security-Policy" content="\(policy)">\(tags)</head>
      <body>\(body)</body></html>
      """
  }
}
