import Foundation
import Testing
import Workspace

/// Every kind of page as it looked when somebody last looked at it.
///
/// That is in both languages, on a phone and on a desk, light and dark, and on paper. A page that looks different
/// now is a decision: see the picture that the test names, and keep it by
/// `RECORD_PICTURES=1 swift test --filter KeptPicturesTests` where it is right. Another version of the browser
/// draws letters a little differently: with one the pictures are not compared but to be recorded again.
@Suite(
  .serialized,
  .enabled(
    if: Browser.program != nil && programExists("compare") && programExists("pdftoppm"),
    "needs chromium, imagemagick and poppler-utils (Scripts/setup test installs them)"),
  .enabled("the pictures were drawn by another version: Pictures/DRAWN-BY.txt") {
    try KeptPictures.isRecording || KeptPictures.drawnBy == KeptPictures.version()
  })
struct KeptPicturesTests {
  /// The sample, whose course is in two languages.
  @Test func `of the sample`() throws {
    let site = try Site(named: "sample")
    try site.build()
    try compare(
      site,
      [
        "trees": "index", "import": "import-report", "home": "participant/index",
        "home-en": "participant/en/index", "lesson": "participant/course/part-3",
        "lesson-en": "participant/en/course/part-3", "guide": "facilitator/course/part-4",
        "guide-en": "facilitator/en/course/part-4", "slides": "facilitator/course/slides",
        "slides-en": "facilitator/en/course/slides", "sheets": "participant/course/sheets",
        "sheets-en": "participant/en/course/sheets", "cards": "facilitator/course/cards",
        "cards-en": "facilitator/en/course/cards", "certificate": "facilitator/course/attendance",
        "certificate-en": "facilitator/en/course/attendance", "plan": "plans/qian/2026-12",
        "plan-late": "plans/feng/2026-12", "team": "managers/zhao/east/2026-12",
        "book-en": "participant/en/course/book",
      ])
  }

  /// What `init` makes in English.
  @Test(arguments: ["plan", "team"]) func `of a workspace in English`(kind: String) throws {
    let site = try Site(kind: kind, language: "en")
    let run = try site.run("build --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stderr)")
    let pages = try site.output().keys.filter { $0.hasSuffix("2026-12.html") }.sorted()
    let shown = try #require(pages.last { !$0.hasPrefix("plans/") } ?? pages.first)
    try compare(site, ["\(kind)-own-en": String(shown.dropLast(5))])
  }

  /// Compares pages of a site with what is kept of them.
  private func compare(_ site: Site, _ pages: [String: String]) throws {
    let folder = try ScratchFolder()
    try folder.write("fonts.conf", KeptPictures.fonts)
    let browser = try Browser(fonts: folder.url.appending(path: "fonts.conf"))
    if KeptPictures.isRecording { try KeptPictures.sign() }
    try browser.stopClock(at: "2026-12-03T09:00:00")
    for (name, path) in pages.sorted(by: { $0.key < $1.key }) {
      let page = site.folder.appending(path: "Output/\(path).html")
      for look in Look.allCases {
        try compare(look.picture(of: page, in: browser), with: "\(name)-\(look)")
      }
      try compare(sheets(of: page, in: browser), with: "\(name)-paper")
    }
  }

  /// The window that a page is looked at in.
  private enum Look: CaseIterable {
    case phone, phoneDark, desk

    func picture(of page: URL, in browser: Browser) throws -> Data {
      try browser.prefer(dark: self == .phoneDark)
      try browser.resize(width: self == .desk ? 1280 : 360, height: self == .desk ? 800 : 740)
      _ = try browser.visit(page)
      return try browser.picture(
        ofHeight: self == .desk ? 4000 : 6000, scale: self == .desk ? 0.25 : 0.4)
    }
  }

  /// The first sixteen sheets that a page prints, on one picture.
  private func sheets(of page: URL, in browser: Browser) throws -> Data {
    try browser.prefer(dark: false)
    _ = try browser.visit(page)
    let folder = try ScratchFolder()
    try Data(browser.printed()).write(to: folder.url.appending(path: "page.pdf"))
    let run = try Program.run(
      "pdftoppm -r 24 -l 16 -gray -png page.pdf sheet && montage sheet-*.png -tile 8x -geometry +3+3 all.png",
      in: folder.url)
    try #require(run.exit == 0, "\(run.stderr)")
    return try Data(contentsOf: folder.url.appending(path: "all.png"))
  }

  /// Looks for more than one point in a thousand that differs by more than a hair, in sixteen greys.
  private func compare(_ picture: Data, with name: String) throws {
    let folder = try ScratchFolder()
    try picture.write(to: folder.url.appending(path: "now.png"))
    let made = try Program.run(
      "convert now.png -colorspace Gray -depth 4 -colors 16 -define png:exclude-chunks=all grey.png",
      in: folder.url)
    try #require(made.exit == 0, "\(made.stderr)")
    let now = folder.url.appending(path: "grey.png")
    let kept = KeptPictures.folder.appending(path: name + ".png")
    if KeptPictures.isRecording {
      // What only differs by a hair stays, so that a change shows what changed.
      if try differs(now, kept, in: folder) != nil { try Data(contentsOf: now).write(to: kept) }
      return
    }
    if let difference = try differs(now, kept, in: folder) {
      let place = FileManager.default.temporaryDirectory.appending(path: "salesbook-\(name).png")
      try Data(contentsOf: now).write(to: place)
      Issue.record("\(name) looks different (\(difference)): see \(place.path) beside \(kept.path)")
    }
  }

  /// What differs between two pictures; nil where nothing does that a reader would notice.
  private func differs(_ now: URL, _ kept: URL, in folder: ScratchFolder) throws -> String? {
    guard FileManager.default.fileExists(atPath: kept.path) else { return "none is kept" }
    let sizes = try Program.run(
      "identify -format '%wx%h ' '\(now.path)' '\(kept.path)'", in: folder.url
    ).stdout.split(separator: " ")
    try #require(sizes.count == 2)
    guard sizes[0] == sizes[1] else { return "\(sizes[0]) points, kept are \(sizes[1])" }
    let run = try Program.run(
      "compare -metric AE -fuzz 15% '\(now.path)' '\(kept.path)' null:", in: folder.url)
    let points = try #require(Double(run.stderr.split(separator: " ").first ?? ""), "\(run.stderr)")
    let side = sizes[0].split(separator: "x").compactMap { Double($0) }
    return points > side[0] * side[1] / 1000 ? "\(Int(points)) points" : nil
  }
}

/// Where the pictures are kept, and what they were drawn by.
private enum KeptPictures {
  static let folder = Site.repository.appending(path: "Tests/salesbookTests/Pictures")
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_PICTURES"] == "1"

  /// What fontconfig reads: the one font that `Scripts/setup test` installs, whatever else there is.
  static let fonts = """
    <?xml version="1.0"?>
    <fontconfig>
    <dir>/usr/share/fonts/opentype/noto</dir>
    <cachedir prefix="xdg">fontconfig</cachedir>
    </fontconfig>
    """

  private static let signature = folder.appending(path: "DRAWN-BY.txt")

  /// The version that drew what is kept.
  static var drawnBy: String? { try? String(contentsOf: signature, encoding: .utf8) }

  /// The version of the browser that is here.
  static func version() throws -> String {
    try Program.run("'\(Browser.program ?? "")' --version", in: folder).stdout
      .trimmingCharacters(in: .whitespacesAndNewlines) + "\n"
  }

  /// Writes down which version draws what is kept from now on.
  static func sign() throws { try Data(version().utf8).write(to: signature) }
}
