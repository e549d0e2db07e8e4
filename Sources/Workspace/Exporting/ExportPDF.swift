import Book
import Diagnostics
import Foundation
import Phrases

/// Prints pages of the site as PDF, by a Chromium that is installed: one page into a file, several into a
/// folder, by the paths they have in their tree.
///
/// The site is made in a folder of its own, and Output stays as it is. Nothing is written where anything
/// is an error. Throws what the machine fails at.
package func exportPDF(_ request: PageRequest, to path: String) async throws -> ExportReport {
  guard Browser.program != nil else {
    var report = ExportReport()
    report.diagnostics.append(.noBrowser(for: path))
    report.lacksProgram = true
    return report
  }
  return try await exportPages(request, as: PagesAsPDF.self, to: path)
}

/// Pages as PDF, books among them with the numbers of their sheets.
private struct PagesAsPDF: PageFormat {
  static let ending = "pdf"
  private let site: SiteOfPages
  private let browser: Browser
  /// How many slides go on a sheet; nil for one.
  private let slides: SlidesPerSheet?
  /// The sheets of the participants' workbooks, by the paths of these.
  private var workbooks: [String: [String: Int]] = [:]

  init(_ site: SiteOfPages, for request: PageRequest) async throws {
    self.site = site
    slides = request.slides
    browser = try Browser()
    try await findWorkbooks(request)
  }

  /// Prints the workbooks that guides among the pages refer to, so that their sheets are known.
  private mutating func findWorkbooks(_ request: PageRequest) async throws {
    let guides = site.books.filter { book in site.pages.contains { $0.built == book.path } }
    let wanted = Set(guides.compactMap(\.workbook)).sorted()
    let trees = Set(wanted.compactMap { $0.split(separator: "/").first.map(String.init) })
    guard !trees.isEmpty else { return }
    let other = site.place.appending(path: "workbook")
    var build = request.build(into: other.path)
    build.trees = trees.sorted()
    let built = try await buildSite(build, progress: .hidden)
    for book in built.books where wanted.contains(book.path) {
      workbooks[book.path] = try browser.printedBook(
        at: other.appending(path: book.path), workbook: [:]
      ).pages
    }
  }

  /// A page as a PDF; of a book with what is wrong with its sheets.
  func file(of page: RequestedPage) throws -> Parsed<[UInt8]> {
    let path = page.built
    let address = site.folder.appending(path: path)
    guard let book = site.books.first(where: { $0.path == path }) else {
      _ = try browser.visit(address)
      if let slides { _ = try browser.evaluate(slides.script) }
      _ = try browser.evaluate(BookScript.unlinking)
      return Parsed(try browser.printed(), try fonts())
    }
    let sheets = book.workbook.flatMap { workbooks[$0] } ?? [:]
    let printed = try browser.printedBook(at: address, workbook: sheets)
    let hollow = printed.hollow.map { Diagnostic.hollowSheet($0, of: path) }
    let unsettled = printed.isSettled ? [] : [Diagnostic.unsettledNumbers(of: path)]
    return Parsed(undated(printed.pdf), hollow + unsettled + (try fonts()))
  }

  /// What is wrong with the fonts that the page shown was printed with.
  private func fonts() throws -> [Diagnostic] {
    try browser.evaluate(Self.looksForChinese) == "none" ? [.noChineseFont()] : []
  }

  /// Whether a Chinese page is drawn without a font for it: then one box stands for every character, and two
  /// characters look the same.
  private static let looksForChinese = """
    (() => {
      if (!document.documentElement.lang.startsWith("zh")) return "";
      const drawn = sign => {
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = 40;
        const context = canvas.getContext("2d");
        context.font = "30px sans-serif";
        context.fillText(sign, 4, 32);
        return canvas.toDataURL();
      };
      return drawn("永") === drawn("国") ? "none" : "";
    })()
    """

  /// Whether a file is a PDF as ``Browser/printed()`` leaves it.
  static func isOurs(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("%PDF-".utf8))
      && bytes.prefix(4096).firstRange(of: Array("/ModDate (D:20000101000000".utf8)) != nil
  }
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

  static func noChineseFont() -> Diagnostic {
    Diagnostic(
      id: "export.no-font", severity: .warning, at: Place(path: "chromium"),
      Phrase(
        zh: "这台机器上没有中文字体，印出来的字都是方框",
        en: "this machine has no Chinese font: every character is printed as a box"),
      fix: Phrase(
        zh: "先安装：sudo apt-get install fonts-noto-cjk",
        en: "install one: sudo apt-get install fonts-noto-cjk"))
  }

  static func noBrowser(for path: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-browser", at: Place(path: path),
      Phrase(zh: "没有找到 Chromium，不能打印成 PDF", en: "no Chromium was found to print with"),
      fix: Phrase(
        zh: "先安装：sudo apt-get install chromium fonts-noto-cjk",
        en: "install it: sudo apt-get install chromium fonts-noto-cjk"))
  }
}
