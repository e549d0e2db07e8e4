import Book
import Diagnostics
import Foundation
import Phrases
import SalesMethod

/// Which pages to print, and what for.
package struct PDFRequest: Sendable {
  /// What is printed.
  package enum Choice: Sendable {
    /// The plan of the person that is asked for, or of the only one.
    case person
    /// The plan of everybody, a file each.
    case everybody
    /// A page of a tree by its path there without an ending, `course/part-3`; nil: each of its pages.
    case tree(String, page: String?)
  }

  /// Whose plan, and for which period.
  package var plan: PlanRequest
  package var choice: Choice
  /// How many pages to make at a time.
  package var jobs = 1
  /// Whether files that are not ours are replaced.
  package var force = false

  /// Asks for pages.
  package init(plan: PlanRequest, choice: Choice) {
    self.plan = plan
    self.choice = choice
  }
}

/// Prints pages of the site as PDF, by a Chromium that is installed: one page into a file, several into a
/// folder, by the paths they have in their tree.
///
/// The site is made in a folder of its own, and Output stays as it is. Nothing is written where anything
/// is an error. Throws what the machine fails at.
package func exportPDF(_ request: PDFRequest, to path: String) async throws -> ExportReport {
  var report = ExportReport()
  guard Browser.program != nil else {
    report.diagnostics.append(.noBrowser(for: path))
    return report
  }
  let place = FileManager.default.temporaryDirectory
    .appending(path: "salesbook-print-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: place) }
  try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
  let site = place.appending(path: "site")
  let built = try await buildSite(request.build(into: site.path), progress: .hidden)
  report.diagnostics += built.diagnostics.withoutRepeats()
  guard !report.diagnostics.hasErrors else { return report }
  let pages = request.pages(of: built, in: site)
  report.diagnostics += pages.diagnostics
  guard !report.diagnostics.hasErrors else { return report }
  let browser = try Browser()
  for page in pages.value {
    _ = try browser.visit(site.appending(path: page.built))
    let target = try request.target(of: page, in: path)
    try target.put(
      browser.printed(), force: request.force, ours: isPDFOfOurs, &report)
  }
  return report
}

/// A page to print: where it was built, and the name its file gets in a folder.
struct PageToPrint: Hashable {
  let built: String
  let name: String
}

extension PDFRequest {
  fileprivate func build(into folder: String) -> BuildRequest {
    var build = BuildRequest(now: plan.now, jobs: jobs)
    build.source = plan.source
    build.output = folder
    build.period = plan.period
    build.log = plan.log
    switch choice {
    case .person: build.person = plan.person
    case .everybody: break
    case .tree(let tree, page: _):
      build.trees = [tree]
      build.person = plan.person
    }
    return build
  }

  /// The pages that are asked for, or why there is none.
  fileprivate func pages(of built: BuildReport, in site: URL) -> Parsed<[PageToPrint]> {
    switch choice {
    case .person:
      let members = built.planPaths.keys.sorted()
      guard let member = plan.person ?? (members.count == 1 ? members.first : nil) else {
        return Parsed([], [.whichMember(known: members)])
      }
      guard let path = built.planPaths[member] else {
        return Parsed([], [.unknownMember(member, known: members)])
      }
      return Parsed([PageToPrint(built: path, name: member)])
    case .everybody:
      return Parsed(
        built.planPaths.sorted { $0.value < $1.value }.map {
          PageToPrint(built: $0.value, name: Self.name(of: $0.value))
        })
    case .tree(let tree, let page):
      let known = Self.htmlPages(of: site.appending(path: tree))
      let wanted = page.map { [$0] } ?? known
      for name in wanted where !known.contains(name) {
        return Parsed([], [.unknownPage(name, of: tree, known: known)])
      }
      return Parsed(wanted.map { PageToPrint(built: "\(tree)/\($0).html", name: $0) })
    }
  }

  /// The path of a page below its tree, without its ending.
  private static func name(of path: String) -> String {
    let parts = path.split(separator: "/").dropFirst().joined(separator: "/")
    return parts.hasSuffix(".html") ? String(parts.dropLast(5)) : parts
  }

  private static func htmlPages(of tree: URL) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: tree.path)) ?? []
    return all.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The file that a page is printed to.
  fileprivate func target(of page: PageToPrint, in path: String) throws -> ExportPlace {
    let isOne: Bool
    switch choice {
    case .person, .tree(_, page: .some): isOne = true
    case .everybody, .tree(_, page: nil): isOne = false
    }
    if isOne { return try ExportPlace(path) }
    let file = URL(filePath: path).appending(path: page.name + ".pdf")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    return try ExportPlace(joined(path, page.name + ".pdf"))
  }
}

/// Whether a file is a PDF as ``Browser/printed()`` leaves it.
private func isPDFOfOurs(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: Array("%PDF-".utf8))
    && bytes.prefix(4096).firstRange(of: Array("/ModDate (D:20000101000000".utf8)) != nil
}

extension Diagnostic {
  static func noBrowser(for path: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-browser", at: Place(path: path),
      Phrase(zh: "没有找到 Chromium，不能打印成 PDF", en: "no Chromium was found to print with"),
      fix: Phrase(
        zh: "先安装：sudo apt-get install chromium fonts-noto-cjk",
        en: "install it: sudo apt-get install chromium fonts-noto-cjk"))
  }

  static func unknownPage(
    _ name: String, of tree: String, known: [String]
  ) -> Diagnostic {
    let near = nearestName(to: name, in: known)
    return Diagnostic(
      id: "export.unknown-page", at: Place(path: tree),
      Phrase(zh: "这棵树里没有页面“\(name)”", en: "this tree has no page “\(name)”"),
      expected: Phrase(
        zh: "树里的路径，不带 .html，例如 course/part-3",
        en: "its path in the tree without .html, such as course/part-3"),
      fix: near.map { Phrase(zh: "是不是“\($0)”？", en: "did you mean “\($0)”?") })
  }
}
