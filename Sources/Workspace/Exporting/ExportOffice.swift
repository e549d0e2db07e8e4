import Diagnostics
import Foundation
import Phrases
import Tables
import Theme

/// A kind of document that an office program edits.
package enum OfficeFormat: String, Hashable, Sendable {
  /// For Word and LibreOffice Writer.
  case docx
  /// For PowerPoint and LibreOffice Impress.
  case pptx
}

/// Writes pages of the site as documents for Word, or a course's slides for PowerPoint, by the pandoc that is
/// installed.
///
/// The site is made in a folder of its own, and Output stays as it is. Nothing is written where anything is an
/// error. Throws what the machine fails at.
package func exportOffice(
  _ request: PageRequest, as format: OfficeFormat, to path: String
) async throws -> ExportReport {
  guard Pandoc.program != nil else {
    var report = ExportReport()
    report.diagnostics.append(.noPandoc(for: path))
    report.lacksProgram = true
    return report
  }
  var request = request
  request.wantsSlides = format == .pptx
  return switch format {
  case .docx: try await exportPages(request, as: PagesAsDOCX.self, to: path)
  case .pptx: try await exportPages(request, as: SlidesAsPPTX.self, to: path)
  }
}

/// Pages as documents for Word.
private struct PagesAsDOCX: PageFormat {
  static let ending = OfficeFormat.docx.rawValue
  private let pandoc: Pandoc

  init(_ site: SiteOfPages, for request: PageRequest) async throws {
    pandoc = try Pandoc(for: site, .docx)
  }

  func file(of page: RequestedPage) throws -> Parsed<[UInt8]> { try pandoc.document(of: page) }

  static func isOurs(_ bytes: [UInt8]) -> Bool { Pandoc.isOurs(bytes) }
}

/// A course's slides for PowerPoint.
private struct SlidesAsPPTX: PageFormat {
  static let ending = OfficeFormat.pptx.rawValue
  private let pandoc: Pandoc

  init(_ site: SiteOfPages, for request: PageRequest) async throws {
    pandoc = try Pandoc(for: site, .pptx)
  }

  func file(of page: RequestedPage) throws -> Parsed<[UInt8]> { try pandoc.document(of: page) }

  static func isOurs(_ bytes: [UInt8]) -> Bool { Pandoc.isOurs(bytes) }
}

/// Debian's pandoc, which writes documents for office programs.
private struct Pandoc {
  private let site: SiteOfPages
  private let format: OfficeFormat
  private let filter: URL

  /// Its path; nil where it is not installed.
  static var program: String? {
    programPath(of: ["pandoc"], in: processEnvironment("PATH") ?? "/usr/bin:/bin")
  }

  /// What every document says of itself, so that it is known again.
  private static let mark = "Salesbook"

  /// Puts the filter, which knows what a page is made of, where pandoc finds it.
  init(for site: SiteOfPages, _ format: OfficeFormat) throws {
    self.site = site
    self.format = format
    filter = site.place.appending(path: "office.lua")
    let text = embeddedFiles.first { $0.path == "office/office.lua" }?.text ?? ""
    try Data(text.utf8).write(to: filter)
  }

  /// A page as a document, with what of it an office program has no form for.
  func document(of page: RequestedPage) throws -> Parsed<[UInt8]> {
    let source = site.folder.appending(path: page.built)
    let html = OfficeHTML(String(decoding: try Data(contentsOf: source), as: UTF8.self))
    let read = site.place.appending(path: "page.html")
    let written = site.place.appending(path: "page." + format.rawValue)
    try Data(html.text.utf8).write(to: read)
    let result = try call(
      [
        "--from=html", "--lua-filter=" + filter.path, "--slide-level=2",
        "--resource-path=" + source.deletingLastPathComponent().path,
        "--metadata=description:" + Self.mark, "--output=" + written.path, read.path,
      ]
    ).run()
    guard result.isDone else {
      let said = String(decoding: result.errors.prefix(400), as: UTF8.self)
      throw MachineFailure("write", page.name, because: "pandoc: \(said)")
    }
    let bytes = withoutTimes([UInt8](try Data(contentsOf: written)))
    let path = "\(page.name).\(format.rawValue)"
    return Parsed(
      bytes,
      html.lost.map { .leftOutOfOffice($0.what.phrase, count: $0.count, in: path) })
  }

  /// A call that sees no other variables and always the same day, so that the same page gives the same bytes.
  private func call(_ arguments: [String]) -> ProgramCall {
    ProgramCall(
      Self.program ?? "pandoc", arguments,
      environment: [
        "PATH": processEnvironment("PATH") ?? "/usr/bin:/bin", "HOME": site.place.path,
        "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "946684800",
      ], in: site.place.path, limits: ProgramLimits(time: .seconds(120)))
  }

  /// Whether a document was written here: it says so among its properties.
  static func isOurs(_ bytes: [UInt8]) -> Bool {
    unpackedParts(of: bytes).contains { part in
      part.name.lowercased() == "docprops/core.xml"
        && part.bytes.firstRange(of: Array(">\(mark)<".utf8)) != nil
    }
  }
}

/// A ZIP file in which every part is of 2000-01-01: what pandoc takes from its own files has the time of now.
private func withoutTimes(_ zip: [UInt8]) -> [UInt8] {
  let date: [UInt8] = [0, 0, 0x21, 0x28]
  func number(_ at: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(zip[at + $1]) << (8 * $1) }
  }
  guard let end = zip.lastIndex(of: UInt8(ascii: "P"), followedBy: [0x4B, 5, 6]),
    end + 22 <= zip.count
  else { return zip }
  var dated = zip
  var at = number(end + 16, 4)
  for _ in 0..<number(end + 10, 2) {
    guard at + 46 <= zip.count else { return zip }
    let local = number(at + 42, 4)
    guard local + 30 <= zip.count else { return zip }
    dated.replaceSubrange((at + 12)..<(at + 16), with: date)
    dated.replaceSubrange((local + 10)..<(local + 14), with: date)
    at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2)
  }
  return dated
}

extension [UInt8] {
  /// The last place of a byte behind which others stand.
  fileprivate func lastIndex(of first: UInt8, followedBy rest: [UInt8]) -> Int? {
    indices.reversed().first { self[$0] == first && self[($0 + 1)...].starts(with: rest) }
  }
}

extension OfficeHTML.Lost {
  fileprivate var phrase: Phrase {
    switch self {
    case .charts: Phrase(zh: "图表", en: "charts")
    case .grids: Phrase(zh: "方格", en: "squared paper")
    }
  }
}

extension Diagnostic {
  static func noPandoc(for path: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-pandoc", at: Place(path: path),
      Phrase(
        zh: "没有找到 pandoc，写不出 Office 文件", en: "no pandoc was found to write office documents with"),
      fix: Phrase(
        zh: "先安装：sudo apt-get install pandoc", en: "install it: sudo apt-get install pandoc"))
  }

  static func leftOutOfOffice(_ what: Phrase, count: Int, in path: String) -> Diagnostic {
    Diagnostic(
      id: "export.left-out", severity: .warning, at: Place(path: path),
      Phrase(
        zh: "没有带过去：\(what.chinese)，\(count) 处",
        en: "left out: \(what.english), \(count: count, "place", "places")"),
      fix: Phrase(
        zh: "要和网页一模一样，用 export pdf", en: "export pdf gives the page as it is"))
  }

  static func noSlides(in tree: String) -> Diagnostic {
    Diagnostic(
      id: "export.no-slides", at: Place(path: tree),
      Phrase(zh: "树“\(tree)”里没有幻灯片", en: "the tree “\(tree)” has no slides"),
      expected: Phrase(
        zh: "讲师版（facilitator）或幻灯片版（slides）的树，目录页的页首有 book",
        en: "a tree of the edition facilitator or slides, and book: in the head of a folder's page")
    )
  }
}
