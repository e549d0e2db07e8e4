import Book
import Diagnostics
import Foundation
import Phrases
package import Rulebook
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
  /// The paper to print on; nil for what the settings say.
  package var paper: Paper?
  /// What the files' names end in.
  var ending = "pdf"

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
  let pages = request.pages(of: built, in: site, into: path)
  report.diagnostics += pages.diagnostics
  guard !report.diagnostics.hasErrors else { return report }
  let printer = SitePrinter(site: site, books: built.books, browser: try Browser())
  try await printer.findWorkbooks(of: pages.value, in: place, request.build)
  for page in pages.value {
    let pdf = try printer.pdf(of: page.built)
    report.diagnostics += pdf.diagnostics
    let target = try request.target(of: page, in: path)
    try target.put(pdf.value, force: request.force, ours: isPDFOfOurs, &report)
  }
  return report
}

/// A page to print: where it was built, and the name its file gets in a folder.
struct PageToPrint: Hashable {
  let built: String
  let name: String
}

/// Prints the pages of a site that was built, books among them.
private final class SitePrinter {
  private let site: URL
  private let books: [BookFile]
  private let browser: Browser
  /// The sheets of the participants' workbooks, by the paths of these.
  private var workbooks: [String: [String: Int]] = [:]

  init(site: URL, books: [BookFile], browser: Browser) {
    self.site = site
    self.books = books
    self.browser = browser
  }

  /// Prints the workbooks that guides among the pages refer to, so that their sheets are known.
  func findWorkbooks(
    of pages: [PageToPrint], in place: URL, _ build: (String) -> BuildRequest
  ) async throws {
    let guides = books.filter { book in pages.contains { $0.built == book.path } }
    let wanted = Set(guides.compactMap(\.workbook)).sorted()
    let trees = Set(wanted.compactMap { $0.split(separator: "/").first.map(String.init) })
    guard !trees.isEmpty else { return }
    let other = place.appending(path: "workbook")
    var request = build(other.path)
    request.trees = trees.sorted()
    let built = try await buildSite(request, progress: .hidden)
    for book in built.books where wanted.contains(book.path) {
      workbooks[book.path] = try browser.printedBook(
        at: other.appending(path: book.path), workbook: [:]
      ).pages
    }
  }

  /// A page as a PDF; of a book with what is wrong with its sheets.
  func pdf(of path: String) throws -> Parsed<[UInt8]> {
    let address = site.appending(path: path)
    guard let book = books.first(where: { $0.path == path }) else {
      _ = try browser.visit(address)
      return Parsed(try browser.printed())
    }
    let sheets = book.workbook.flatMap { workbooks[$0] } ?? [:]
    let printed = try browser.printedBook(at: address, workbook: sheets)
    let hollow = printed.hollow.map { Diagnostic.hollowSheet($0, of: path) }
    let unsettled = printed.isSettled ? [] : [Diagnostic.unsettledNumbers(of: path)]
    return Parsed(undated(printed.pdf), hollow + unsettled)
  }
}

extension PDFRequest {
  func build(into folder: String) -> BuildRequest {
    var build = BuildRequest(now: plan.now, jobs: jobs)
    build.source = plan.source
    build.output = folder
    build.period = plan.period
    build.log = plan.log
    build.paper = paper
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
  func pages(
    of built: BuildReport, in site: URL, into path: String
  ) -> Parsed<[PageToPrint]> {
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
      let wanted = page.map { [$0] } ?? Self.documents(built.books, among: known, into: path)
      for name in wanted where !known.contains(name) {
        return Parsed([], [.unknownPage(name, of: tree, known: known)])
      }
      return Parsed(wanted.map { PageToPrint(built: "\(tree)/\($0).html", name: $0) })
    }
  }

  /// The pages of a tree to print: its books, and what stands in none; for a single file the first book.
  private static func documents(
    _ books: [BookFile], among known: [String], into path: String
  ) -> [String] {
    let names = books.map { name(of: $0.path) }
    if path.hasSuffix(".pdf"), let first = names.first { return [first] }
    let bound = Set(books.flatMap(\.pages).map(name))
    return known.filter { names.contains($0) || !bound.contains($0) }
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
  func target(of page: PageToPrint, in path: String) throws -> ExportPlace {
    let isOne: Bool
    switch choice {
    case .person, .tree(_, page: .some): isOne = true
    case .tree(_, page: nil): isOne = path.hasSuffix(".pdf")
    case .everybody: isOne = false
    }
    if isOne { return try ExportPlace(path) }
    let file = URL(filePath: path).appending(path: "\(page.name).\(ending)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    return try ExportPlace(joined(path, "\(page.name).\(ending)"))
  }
}

/// Whether a file is a PDF as ``Browser/printed()`` leaves it.
private func isPDFOfOurs(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: Array("%PDF-".utf8))
    && bytes.prefix(4096).firstRange(of: Array("/ModDate (D:20000101000000".utf8)) != nil
}

extension Diagnostic {
  static func hollowSheet(_ sheet: HollowSheet, of path: String) -> Diagnostic {
    Diagnostic(
      id: "export.hollow-sheet", severity: .warning, at: Place(path: path),
      Phrase(
        zh: "第 \(sheet.page) 页只用了 \(sheet.percent)%，在“\(sheet.heading)”之下",
        en: "page \(sheet.page) is only \(sheet.percent)% full, below “\(sheet.heading)”"),
      expected: Phrase(
        zh: "至少三分之二，除非后面另起一部分", en: "two thirds at least, unless a part begins behind it"),
      fix: Phrase(
        zh: "把后面放不下的一块拆成两块，或把表格的行高、行数减少一些",
        en: "split the block that did not fit, or give its table fewer or lower rows"))
  }

  static func unsettledNumbers(of path: String) -> Diagnostic {
    Diagnostic(
      id: "export.unsettled-numbers", severity: .warning, at: Place(path: path),
      Phrase(
        zh: "有些页码印上去以后，版面又变了，所以它们不全对",
        en: "printing some page numbers moved the text again, so not all of them are right"),
      fix: Phrase(
        zh: "在挤满的一页上去掉一处页码引用", en: "take a page reference out of the fullest page"))
  }

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
