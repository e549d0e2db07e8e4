import Foundation
import Testing
import Workspace

private let needsBrowser: ConditionTrait = .enabled(
  if: Browser.program != nil,
  "Chromium is not installed (Scripts/setup test installs it), so nothing is printed")

/// What `salesbook export pdf` prints.
@Suite(.serialized) struct PrintedPlanTests {
  private static let command = "export pdf -o plan.pdf --month 2026-12 --now 2026-11-23 "

  private func bytes(_ site: Site, _ name: String = "plan.pdf") throws -> Data {
    try Data(contentsOf: site.folder.appending(path: name))
  }

  @Test(needsBrowser) func `a person's plan is one file, the same bytes each time`() throws {
    let site = try Site(named: "site")
    let run = try site.run(Self.command + "--person qian")
    try #require(run.exit == 0, "\(run.stderr)")
    let first = try bytes(site)
    #expect(first.starts(with: Array("%PDF-".utf8)))
    #expect(first.firstRange(of: Data("/StructTreeRoot".utf8)) != nil)
    #expect(first.firstRange(of: Data("D:2026".utf8)) == nil)
    let again = try site.run(Self.command + "--person qian")
    #expect(again.stderr == "unchanged: plan.pdf\n")
    #expect(try bytes(site) == first)
    #expect(!FileManager.default.fileExists(atPath: site.folder.appending(path: "Output").path))
  }

  @Test(needsBrowser) func `a page of a tree is named by its path`() throws {
    let site = try Site(named: "site")
    let run = try site.run(Self.command + "--tree participant --page course/part-1")
    try #require(run.exit == 0, "\(run.stderr)")
    #expect(try bytes(site).count > 10_000)
    let wrong = try site.run(Self.command + "--tree participant --page course/part-11 --force")
    #expect(wrong.exit == 1)
    #expect(wrong.stderr.contains("this tree has no page “course/part-11” [export.unknown-page]"))
    #expect(wrong.stderr.contains("did you mean “course/part-1”?"))
  }

  @Test(needsBrowser)
  func `a workbook is the same bytes from any folder, and holds no answer and no path`() throws {
    let options = "--tree participant --page course/book"
    let books = try (1...2).map { _ in
      let site = try Site(named: "site")
      let run = try site.run(Self.command + options)
      try #require(run.exit == 0, "\(run.stderr)")
      return (folder: site.folder, bytes: try bytes(site))
    }
    #expect(books[0].bytes == books[1].bytes)
    #expect(books[0].bytes.firstRange(of: Data("file:".utf8)) == nil)
    let words = try text(of: books[0].folder.appending(path: "plan.pdf"))
    guard !words.isEmpty else { return }
    // Of part 1: what everybody reads; an answer; what the facilitator watches for.
    #expect(words.contains("业绩要做到，更要一直做得到"))
    #expect(!words.contains("新接触持续减少的，两三个月后"))
    #expect(!words.contains("别让话题变成"))
  }

  /// The words of a PDF and of its metadata without blanks, by poppler; empty where that is not installed.
  private func text(of pdf: URL) throws -> String {
    let output = try [["/usr/bin/pdftotext", pdf.path, "-"], ["/usr/bin/pdfinfo", pdf.path]].map {
      command -> String in
      guard FileManager.default.isExecutableFile(atPath: command[0]) else { return "" }
      let call = ProgramCall(command[0], Array(command.dropFirst()))
      return String(decoding: try call.run().output, as: UTF8.self)
    }
    return output.joined().filter { !$0.isWhitespace }
  }

  @Test(needsBrowser) func `a file that is not ours stays`() throws {
    let site = try Site(named: "site")
    try Data("%PDF-1.7 mine".utf8).write(to: site.folder.appending(path: "plan.pdf"))
    let run = try site.run(Self.command + "--person qian")
    #expect(run.exit == 1)
    #expect(run.stderr.contains("[export.foreign-file]"))
    #expect(try bytes(site).count == 13)
  }

  @Test(needsBrowser) func `where several plans could be meant, the choice is asked for`() throws {
    let site = try Site(named: "site")
    let run = try site.run(Self.command)
    #expect(run.exit == 1)
    #expect(run.stderr.contains("[plan.which-person]"), "\(run.stderr)")
  }

  @Test func `without a browser the way to one is said`() throws {
    let site = try Site(named: "site")
    let run = try site.run(Self.command, environment: ["PATH": "/nowhere"])
    #expect(run.exit == 1)
    #expect(run.stderr.contains("no Chromium was found to print with [export.no-browser]"))
    #expect(run.stderr.contains("apt-get install chromium"))
  }

  /// A machine whose only fonts, where there are any at all, have no Chinese characters.
  @Test(needsBrowser)
  func `without a Chinese font a Chinese page says so, and an English one does not`()
    throws
  {
    let site = try Site(named: "site")
    let list = site.folder.appending(path: "fonts.conf")
    try Data(
      """
      <?xml version="1.0"?>
      <fontconfig>
      <dir>/usr/share/fonts/truetype/dejavu</dir>
      <cachedir>\(site.folder.path)/fonts</cachedir>
      </fontconfig>
      """.utf8
    ).write(to: list)
    let options = "--tree participant --page "
    let blind = ["FONTCONFIG_FILE": list.path, "PATH": "/usr/bin:/bin"]
    let run = try site.run(Self.command + options + "course/job-aid", environment: blind)
    #expect(run.stderr.contains("this machine has no Chinese font"), "\(run.stderr)")
    #expect(run.stderr.contains("[export.no-font]"))
    #expect(run.stderr.contains("apt-get install fonts-noto-cjk"))
    let english = try site.run(
      Self.command + options + "en/course/job-aid --force", environment: blind)
    #expect(english.exit == 0, "\(english.stderr)")
    #expect(!english.stderr.contains("[export.no-font]"))
  }

  @Test(arguments: ["--all --person qian", "--page course/part-1"])
  func `options that do not go together are refused`(options: String) throws {
    let run = try Site(named: "site").run(Self.command + options)
    #expect(run.exit == 2)
  }
}

/// A plan as it is carried on a phone.
@Suite(needsBrowser) struct PlanOnPhoneTests {
  @Test func `folds to a few screens, and finds customers by class and by pinyin`() throws {
    let site = try Site(named: "site")
    try site.build()
    let browser = try Browser()
    try browser.resize(width: 400, height: 800)
    let page = site.folder.appending(path: "Output/plans/qian/2026-12.html")
    let visit = try browser.visit(page)
    #expect(visit.complaints == [])
    let height = try browser.evaluate("document.documentElement.scrollHeight")
    #expect(try #require(Int(height)) < 8000)
    #expect(try browser.evaluate("document.documentElement.scrollWidth") == "400")
    let closed = "document.querySelectorAll('.fold-part[hidden]').length"
    let count = try #require(Int(try browser.evaluate(closed)))
    #expect(count > 5)
    _ = try browser.evaluate("document.querySelector('button.fold').click()")
    #expect(try browser.evaluate(closed) == "\(count - 1)")

    // 金桂 is jin gui.
    _ = try browser.evaluate(
      """
      (() => { const field = document.querySelector('.customer-filter input');
        field.value = 'JG'; field.dispatchEvent(new Event('input')); })()
      """)
    let shown =
      "[...document.querySelectorAll('.customers tbody tr, .compact li')]"
      + ".filter(row => !row.hidden && !row.closest('.class-plan')).map(row => row.textContent).join()"
    let found = try browser.evaluate(shown)
    #expect(found.contains("金桂示例食品有限公司") && !found.contains("北辰"))
  }

  @Test func `stands open on a desk and on paper`() throws {
    let site = try Site(named: "site")
    try site.build()
    let browser = try Browser()
    try browser.resize(width: 1280, height: 900)
    _ = try browser.visit(site.folder.appending(path: "Output/plans/qian/2026-12.html"))
    #expect(try browser.evaluate("document.querySelectorAll('.fold-part[hidden]').length") == "0")
  }
}
