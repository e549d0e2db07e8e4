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

  /// Qian has 85 customers; the sheets to write on are behind the plan, one for each of five weeks and one
  /// for each two of twenty days.
  @Test(needsBrowser, .enabled(if: programExists("pdftotext"), "needs poppler-utils"))
  func `a plan of eighty customers is eight sheets, none of them half empty`() throws {
    let site = try Site(named: "site")
    let run = try site.run(Self.command + "--person qian")
    try #require(run.exit == 0, "\(run.stderr)")
    let words = try Program.run("pdftotext -bbox plan.pdf -", in: site.folder).stdout
    let sheets = words.components(separatedBy: "<page ").dropFirst()
    let plan = sheets.prefix { !$0.contains(">每周工作表<") }
    #expect(plan.count <= 8)
    #expect(sheets.count == plan.count + 5 + 10)
    for (number, sheet) in plan.enumerated() {
      // The foot stands below 282 mm, the text from 16 mm on; two thirds of it end at 193 mm.
      let ends = sheet.matches(of: /yMax="([\d.]+)">/).compactMap { Double($0.1) }
      let last = ends.filter { $0 < 799 }.max() ?? 0
      #expect(last > 547, "sheet \(number + 1) ends at \(last) of 842 points")
    }
  }

  /// On the screen today is marked; what is printed does not depend on the day it is printed.
  @Test(needsBrowser) func `paper marks no day`() throws {
    let site = try Site(kind: "plan", language: "en")
    let run = try site.run("build --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stderr)")
    let path = try #require(try site.output().keys.first { $0.hasSuffix("2026-12.html") })
    let page = site.folder.appending(path: "Output/" + path)
    let days = try ["2026-12-03", "2026-12-10"].map { day in
      let browser = try Browser()
      try browser.stopClock(at: day + "T09:00:00")
      _ = try browser.visit(page)
      let marked = try browser.evaluate(
        "document.querySelector('.calendar .today time').getAttribute('datetime')")
      return (marked: marked, sheets: try browser.printed())
    }
    #expect(days.map(\.marked) == ["2026-12-03", "2026-12-10"])
    #expect(days[0].sheets == days[1].sheets)
  }

  /// Letter paper is 18 mm less high.
  @Test(needsBrowser, .enabled(if: programExists("pdftotext"), "needs poppler-utils"))
  func `on Letter paper too, two days share a sheet`() throws {
    let site = try Site(named: "site")
    let run = try site.run(Self.command + "--person qian --paper letter")
    try #require(run.exit == 0, "\(run.stderr)")
    let words = try Program.run("pdftotext -bbox plan.pdf -", in: site.folder).stdout
    let sheets = words.components(separatedBy: "<page ").dropFirst()
    #expect(sheets.allSatisfy { $0.contains("width=\"612.000000\" height=\"792.000000\"") })
    let toWriteOn = sheets.drop { !$0.contains(">每周工作表<") }
    #expect(toWriteOn.count == 5 + 10)
    #expect(toWriteOn.dropFirst(5).allSatisfy { $0.matches(of: />每日工作表</).count == 2 })
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

  /// Nine chapters that differ in how far down a heading, a line and the table that these lead to would stand:
  /// in some of them the table does not fit the sheet any more, whatever the page's scripts have put into it.
  @Test(
    needsBrowser,
    arguments: ["| 表头 | 数 |\n|---|---|\n| 甲 | 1 |", "::table{rows=3 row=20 cols=\"表头,数\"}"])
  func `what leads to a table stands on its sheet`(table: String) throws {
    let site = try Site(kind: "course", language: "zh-Hans")
    let names = (1...9).map { "t\($0).md" }
    for (index, name) in names.enumerated() {
      let rows = String(repeating: "填充。\n\n", count: 24 + 2 * index)
      try Data(
        "---\ntitle: 章\(index)\n---\n\n\(rows)## 标题\(index)\n\n引出\(index)：\n\n\(table)\n".utf8
      ).write(to: site.folder.appending(path: "Content/" + name))
    }
    try Data(
      "---\ntitle: 书\nbook:\n  pages: [\(names.joined(separator: ", "))]\n---\n\n书。\n".utf8
    ).write(to: site.folder.appending(path: "Content/index.md"))
    let run = try site.run("export pdf -o plan.pdf --tree participant --page book --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stderr)")
    let sheets = try text(of: site.folder.appending(path: "plan.pdf")).split(separator: "\u{c}")
    guard !sheets.isEmpty else { return }
    for index in names.indices {
      let sheet = try #require(sheets.dropFirst(2).first { $0.contains("引出\(index)：") })
      #expect(sheet.contains("标题\(index)引出\(index)：表头"), "\(sheet)")
    }
  }

  /// On the page a part of the answer, which is asked for; behind it, where only the print puts the two together,
  /// the rest of it, from a stylesheet.
  @Test(needsBrowser) func `an answer that only the print puts together is found, and not written`()
    throws
  {
    let site = try Site(kind: "course", language: "zh-Hans")
    try Data(
      """
      ---
      title: 一题
      ---

      :::exercise[做]{#q}
      先算缺口再除以每家带来的业绩

      :::solution
      先算缺口再除以每家带来的业绩向上取整得到要成交的家数最后往回推
      :::
      :::

      """.utf8
    ).write(to: site.folder.appending(path: "Content/task.md"))
    let styles = site.folder.appending(path: "Templates/assets")
    try FileManager.default.createDirectory(at: styles, withIntermediateDirectories: true)
    let own = try Data(
      contentsOf: Site.repository.appending(path: "Templates/assets/print.css"))
    let rest = Data("\n#q > p::after { content: \"向上取整得到要成交的家数\"; }\n".utf8)
    try (own + rest).write(to: styles.appending(path: "print.css"))
    let options = "export pdf -o plan.pdf --tree participant --page task --now 2026-11-23"
    let run = try site.run(options)
    #expect(run.exit == 1, "\(run.stderr)")
    #expect(run.stderr.contains("participant/task.pdf"), "\(run.stderr)")
    #expect(run.stderr.contains("[gate.leak]"))
    let pdf = site.folder.appending(path: "plan.pdf").path
    #expect(!FileManager.default.fileExists(atPath: pdf))
    try own.write(to: styles.appending(path: "print.css"))
    #expect(try site.run(options).exit == 0)
  }

  @Test(needsBrowser)
  func `a guide names the workbook's page at each task and where a note points`()
    throws
  {
    let site = try Site(kind: "course", language: "zh-Hans")
    try Data(
      """
      ---
      title: 一题
      ---

      甲。

      :::facilitator{see=q}
      :::say
      请翻页。
      :::
      :::

      ::pagebreak

      :::exercise[做一做]{#q open}
      算。
      :::

      """.utf8
    ).write(to: site.folder.appending(path: "Content/task.md"))
    try Data("---\ntitle: 书\nbook:\n  pages: [task.md]\n---\n\n书。\n".utf8)
      .write(to: site.folder.appending(path: "Content/index.md"))
    let run = try site.run("export pdf -o plan.pdf --tree facilitator --page book --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stderr)")
    let words = try text(of: site.folder.appending(path: "plan.pdf"))
    guard !words.isEmpty else { return }
    // Cover, contents, the chapter's first sheet, and the one behind the break.
    #expect(words.contains("讲师学员手册第4页"), "\(words)")
    #expect(words.contains("演练1学员手册第4页做一做"), "\(words)")
  }

  /// The words of a PDF and of its metadata without blanks, a form feed behind each sheet, by poppler; empty where that is not installed.
  private func text(of pdf: URL) throws -> String {
    let output = try [["/usr/bin/pdftotext", pdf.path, "-"], ["/usr/bin/pdfinfo", pdf.path]].map {
      command -> String in
      guard FileManager.default.isExecutableFile(atPath: command[0]) else { return "" }
      let call = ProgramCall(command[0], Array(command.dropFirst()))
      return String(decoding: try call.run().output, as: UTF8.self)
    }
    return output.joined().filter { !$0.isWhitespace || $0 == "\u{c}" }
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

  @Test(arguments: ["html --person qian -o a.html", "html --all -o all", "html -o a.html"])
  func `of a workspace without a page of plans there is none, which is said`(options: String) throws
  {
    let site = try Site(named: "site")
    try FileManager.default.removeItem(at: site.folder.appending(path: "Content/plans"))
    let run = try site.run("export \(options) --month 2026-12 --now 2026-11-23")
    #expect(run.exit == 1 && run.stderr.contains("[export.no-plans]"), "\(run.stderr)")
  }

  @Test func `without a browser the way to one is said`() throws {
    let site = try Site(named: "site")
    let run = try site.run(Self.command, environment: ["PATH": "/nowhere"])
    #expect(run.exit == 3)
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
    let table = site.folder.appending(path: "Content/data/customers.csv")
    let rows = try String(contentsOf: table, encoding: .utf8)
    try Data(rows.replacing("金桂示例食品有限公司", with: "重庆金桂示例食品有限公司").utf8).write(to: table)
    try site.build()
    let browser = try Browser()
    try browser.resize(width: 400, height: 800)
    let page = site.folder.appending(path: "Output/plans/qian/2026-12.html")
    let visit = try browser.visit(page)
    #expect(visit.complaints == [])
    // Of the calendar one week stands open: today's, or the first.
    let weeks = "document.querySelectorAll('.week-fold[aria-expanded=true]').length"
    #expect(try browser.evaluate(weeks) == "1")
    // Of the week’s visits those of the first day are seen, and the others behind a button.
    let seen =
      "[...document.querySelectorAll('.summary .week > li')].filter(d => d.offsetHeight).length"
    #expect(try browser.evaluate(seen) == "1")
    _ = try browser.evaluate("document.querySelector('.summary .week-fold').click()")
    #expect(try #require(Int(try browser.evaluate(seen))) > 1)
    // The section of today is open, where today is a day of the plan.
    let opened = try browser.evaluate("document.documentElement.scrollHeight")
    #expect(try #require(Int(opened)) < 8000)
    _ = try browser.evaluate(
      "document.querySelectorAll('button.fold[aria-expanded=true]').forEach(b => b.click())")
    let height = try browser.evaluate("document.documentElement.scrollHeight")
    #expect(try #require(Int(height)) < 8000)
    #expect(try browser.evaluate("document.documentElement.scrollWidth") == "400")
    let closed = "document.querySelectorAll('.fold-part[hidden]').length"
    let count = try #require(Int(try browser.evaluate(closed)))
    #expect(count > 5)
    _ = try browser.evaluate("document.querySelector('button.fold').click()")
    #expect(try browser.evaluate(closed) == "\(count - 1)")

    // 金桂 is jin gui; 重 of 重庆 is chong, and zhong elsewhere.
    for typed in ["JG", "cqj", "zq"] {
      _ = try browser.evaluate(
        """
        (() => { const field = document.querySelector('.customer-filter input');
          field.value = '\(typed)'; field.dispatchEvent(new Event('input')); })()
        """)
      let shown =
        "[...document.querySelectorAll('.customers tbody tr, .compact li')]"
        + ".filter(row => !row.hidden && !row.closest('.class-plan')).map(row => row.textContent).join()"
      let found = try browser.evaluate(shown)
      #expect(found.contains("金桂示例食品有限公司") && !found.contains("北辰"), "\(typed)")
    }
  }

  /// Ticks, results, an amount and somebody new, typed at 360 px, are the history of the next plan.
  @Test func `what is typed into it as done comes back as activities, orders and customers`() throws
  {
    let site = try Site(named: "site")
    let build = "build --month 2026-12 --now 2026-11-23 --tree plans --person qian"
    try #require(try site.run(build).exit == 0)
    let asked = "plan --format json --person qian --now 2026-12-02 --month 2026-12"
    let before = try plan(site, asked)
    let browser = try Browser()
    try browser.resize(width: 360, height: 740)
    let page = site.folder.appending(path: "Output/plans/qian/2026-12.html")
    #expect(try browser.visit(page).complaints == [])
    let ticked = try browser.evaluate(
      """
      (() => { const put = (e, v) => { e.value = v; e.dispatchEvent(new Event('input', { bubbles: true })); };
        const day = document.querySelector('.calendar time[datetime="2026-12-01"]').closest('li');
        const visits = [...day.querySelectorAll('[data-visit]')];
        visits.slice(0, 2).forEach(v => v.querySelector('input[type=checkbox]').click());
        put(visits[0].querySelector('input[inputmode=decimal]'), '１2,345.5');
        put([...visits[1].querySelectorAll('input')].pop(), '下周三再谈，"先看样品"');
        day.querySelector('.record-more').click();
        put(day.querySelector('.record-other input[list]'), '云杉新客');
        return visits.slice(0, 2).map(v => v.dataset.visit).join(); })()
      """)
    // Another visit of the page finds what was typed.
    #expect(try browser.visit(page).complaints == [])
    let file = try browser.evaluate(
      """
      (() => { let blob; URL.createObjectURL = b => { blob = b; return 'blob:none'; };
        document.addEventListener('click', e => { if (e.target.matches('a[download]')) e.preventDefault(); });
        document.querySelector('.record-bar button').click(); return blob.text(); })()
      """)
    try Data(file.utf8).write(to: site.folder.appending(path: "done.json"))
    let imported = try site.run("import done.json")
    try #require(imported.exit == 0, "\(imported.stderr)")
    let after = try plan(site, asked)
    #expect(try won(after) - won(before) == 12_345.5)
    #expect(try names(after).subtracting(names(before)) == ["云杉新客"])
    // The next month's plan stands on it.
    let next = try plan(
      site, "plan --format json --person qian --now 2027-01-04 --month 2027-01")
    #expect(try names(next).contains("云杉新客"))
    let table = try site.run("export csv -o done.csv --table activities")
    try #require(table.exit == 0, "\(table.stderr)")
    let rows = try String(
      contentsOf: site.folder.appending(path: "done.csv"), encoding: .utf8
    ).split(separator: "\n").filter { $0.contains(",2026-12-01,") }
    #expect(rows.count == 3)
    for id in ticked.split(separator: ",") {
      #expect(rows.contains { $0.hasPrefix(id + ",") || $0.contains("," + id + ",") }, "\(rows)")
    }
    #expect(rows.contains { $0.contains("\"下周三再谈，\"\"先看样品\"\"\"") }, "\(rows)")
  }

  private func plan(_ site: Site, _ line: String) throws -> [String: Any] {
    let run = try site.run(line)
    try #require(run.exit == 0, "\(run.stderr)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.stdout.utf8)) as? [String: Any])
  }

  private func won(_ plan: [String: Any]) throws -> Double {
    try #require((plan["outlook"] as? [String: Any])?["won"] as? Double)
  }

  private func names(_ plan: [String: Any]) throws -> Set<String> {
    let customers = try #require(plan["customers"] as? [[String: Any]])
    return Set(customers.compactMap { $0["name"] as? String })
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
