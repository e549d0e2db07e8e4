import Foundation

/// A browser without a window, where the machine has one.
enum Browser {
  private static let paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]

  /// Whether there is a browser; a test that needs it is skipped where there is none, and says so.
  static var isPresent: Bool { paths.contains(where: FileManager.default.isExecutableFile) }

  /// The page as it stands after its scripts have run.
  ///
  /// The page is a file with a script beside it, as a workbook on a reader's disk is.
  /// `driver` is a script of the test's own, `driver.js`.
  static func page(_ html: String, driver: String = "") throws -> String {
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
    return try dump(page, profile: folder.appending(path: "profile"))
  }

  private static func dump(_ page: URL, profile: URL) throws -> String {
    let process = Process()
    process.executableURL = paths.first(where: FileManager.default.isExecutableFile)
      .map { URL(filePath: $0) }
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(profile.path)", "--virtual-time-budget=20000", "--dump-dom",
      page.absoluteString,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
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
