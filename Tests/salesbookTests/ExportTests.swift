import Foundation
import Testing

/// What `salesbook export` writes, looked at with other programs' eyes.
@Suite struct ExportTests {
  /// The sample team's workbook of one member, with what a page computes.
  private func workbook(_ site: Site, _ more: String = "") throws -> URL {
    let file = site.folder.appending(path: "plan.xlsx")
    let run = try Program.run(
      "exec \"$0\" export xlsx -o plan.xlsx --person qian --month 2026-12 --now 2026-11-23 \(more)",
      in: site.folder)
    try #require(run.exit == 0, "\(run.stderr)")
    return file
  }

  private static let page = """
    ---
    title: 算一算
    ---
    # 算一算

    ```calc
    目标业绩 = ? 350000 元 in 100000..500000 step 10000   # 本月目标
    单量 = 525000 元 / 15 单
    A1 = ROUNDUP(目标业绩 / 单量, 0)
    够 = A1 > 8 单
    ```

    :::exercise[秘密练习]{#own}
    ```calc
    秘密客户 = ROUNDUP(A1 × 7777 / 12, 0)
    ```
    要`= 秘密客户 × 3`，每月`= 单量 × 6 单`。
    :::

    :::worked[推一推]{#fade fade=backward n=2 seed=3}
    ```calc
    月数 = ? 14 in 11..97
    半数 = 月数 × 4561 / 2
    全数 = 半数 × 2
    ```
    :::
    """

  private func addPage(to site: Site) throws {
    try Data(Self.page.utf8).write(to: site.folder.appending(path: "Content/course/zz.md"))
  }

  @Test func `the same input gives the same bytes, in another folder and another zone`() throws {
    var files: [Data] = []
    for zone in ["UTC", "America/New_York"] {
      let site = try Site(named: "site")
      let run = try Program.run(
        "exec \"$0\" export xlsx -o plan.xlsx --person qian --month 2026-12 --now 2026-11-23",
        in: site.folder, environment: ["TZ": zone])
      try #require(run.exit == 0, "\(run.stderr)")
      files.append(try Data(contentsOf: site.folder.appending(path: "plan.xlsx")))
    }
    #expect(files[0] == files[1])
  }

  @Test func `a workbook that was changed since is kept, one of ours is replaced`() throws {
    let site = try Site(named: "site")
    let file = try workbook(site)
    let first = try Data(contentsOf: file)
    let line = "exec \"$0\" export xlsx -o plan.xlsx --month 2026-12 --now 2026-11-23 --person "
    #expect(try Program.run(line + "sun", in: site.folder).exit == 0)
    #expect(try Data(contentsOf: file) != first)
    try Data("mine".utf8).write(to: file)
    let refused = try Program.run(line + "sun", in: site.folder)
    #expect(refused.exit == 1 && refused.stderr.contains("export.foreign-file"))
    #expect(try Data(contentsOf: file) == Data("mine".utf8))
    #expect(try Program.run(line + "sun --force", in: site.folder).exit == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: site.folder.path)
    #expect(!left.contains { $0.contains(".salesbook-") }, "nothing is left beside it")
  }

  @Test func `tables that are exported and read again give the same plan`() throws {
    let site = try Site(named: "site")
    let plan = "exec \"$0\" plan --person sun --month 2026-12 --now 2026-11-23 --format json"
    let before = try Program.run(plan, in: site.folder)
    try #require(before.exit == 0, "\(before.stderr)")
    let export = "\"$0\" export csv -o tables --excel -q --now 2026-11-23"
    let swap = "rm -r Content/data/*.csv Content/data/*.yaml && cp tables/*.csv Content/data/"
    try #require(try Program.run("\(export) && \(swap)", in: site.folder).exit == 0)
    #expect(try Program.run(plan, in: site.folder).stdout == before.stdout)
    let again = "mv tables first && \(export) && diff -r first tables"
    let run = try Program.run(again, in: site.folder)
    #expect(run.exit == 0, "\(run.stdout)")
    // What import makes of an exported table is the table.
    let imported =
      "rm Content/data/orders.csv && \"$0\" import tables/orders.csv --as orders -q"
      + " && \"$0\" export csv -o one.csv --table orders --excel -q && diff one.csv tables/orders.csv"
    let round = try Program.run(imported, in: site.folder)
    #expect(round.exit == 0, "\(round.stderr) \(round.stdout.suffix(300))")
  }

  @Test(.enabled(if: Python.isPresent, "needs python3"))
  func `a member's tables name no customer of another`() throws {
    let site = try Site(named: "site")
    let table = try String(
      contentsOf: site.folder.appending(path: "Content/data/customers.csv"), encoding: .utf8)
    let rows = table.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let run = try Program.run(
      "exec \"$0\" export csv -o tables --person qian --month 2026-12 --now 2026-11-23",
      in: site.folder)
    try #require(run.exit == 0, "\(run.stderr)")
    var text = try Data(contentsOf: workbookText(try workbook(site)))
    for name in try FileManager.default.contentsOfDirectory(
      atPath: site.folder.appending(path: "tables").path)
    {
      text += try Data(contentsOf: site.folder.appending(path: "tables/\(name)"))
    }
    let own = Set(rows.filter { $0[2] == "qian" }.map { $0[1] })
    #expect(own.count > 50 && own.allSatisfy { text.range(of: Data($0.utf8)) != nil })
    let others = rows.filter { $0[2] != "qian" && !own.contains($0[1]) }
    #expect(others.count > 300)
    #expect(others.filter { text.range(of: Data($0[1].utf8)) != nil }.isEmpty)
  }

  @Test(.enabled(if: Python.isPresent, "needs python3"))
  func `what an edition leaves blank is not in its workbook`() throws {
    let site = try Site(named: "site")
    try addPage(to: site)
    let hidden = try workbook(site, "--page course/zz.md")
    let participant = try Data(contentsOf: workbookText(hidden))
    #expect(participant.range(of: Data("秘密客户".utf8)) != nil)
    // Digits of a longer number, such as the last ones of a share, are not the number.
    let numbers = participant.split { !(48...57).contains($0) }
    for hidden in ["7777", "6481"] {
      #expect(!numbers.contains { $0.elementsEqual(hidden.utf8) })
    }
    // The numbers of sentences: 6481 × 3, which follows, and 35000 × 6, which does not.
    #expect(participant.range(of: Data("19443".utf8)) == nil)
    #expect(participant.range(of: Data("<v>210000</v>".utf8)) != nil)
    // The whole example, and two that follow: the first lacks its last step, the second both.
    let text = String(decoding: participant, as: UTF8.self)
    #expect(text.contains("推一推 · 1") && text.contains("推一推 · 2"))
    #expect(text.ranges(of: "*4561)/2</f>").count == 2 && text.ranges(of: "*2</f>").count == 1)
    #expect(text.contains("<v>63854</v>"))
    let shown = try workbook(site, "--page course/zz.md --edition facilitator --force")
    let facilitator = try Data(contentsOf: workbookText(shown))
    #expect(facilitator.range(of: Data("7777".utf8)) != nil)
    // 10 × 7777 ÷ 12 = 6480.83…
    #expect(facilitator.range(of: Data("6481".utf8)) != nil)
    #expect(facilitator.range(of: Data("19443".utf8)) != nil)
    let answers = String(decoding: facilitator, as: UTF8.self)
    #expect(answers.ranges(of: "*4561)/2</f>").count == 3)
    #expect(answers.ranges(of: "*2</f>").count == 3)
  }

  @Test(.enabled(if: Python.isPresent, "needs python3"))
  func `a page that is written for each member knows the member's own numbers`() throws {
    let site = try Site(named: "site")
    let page = """
      ---
      title: 我的数
      each: member
      ---
      # 我的数

      ```calc
      一半 = goal.amount / 2
      ```
      """
    try Data(page.utf8).write(to: site.folder.appending(path: "Content/plans/mine.md"))
    let file = try workbook(site, "--page plans/mine.md")
    let text = try Data(contentsOf: workbookText(file))
    // The goal of 440,000, given as a cell, and half of it.
    #expect(text.range(of: Data("<f>goal.amount/2</f><v>220000</v>".utf8)) != nil)
    let line = "exec \"$0\" export xlsx -o x.xlsx --page plans/mine.md --now 2026-11-23"
    let nobody = try Program.run(line, in: site.folder)
    #expect(nobody.exit == 1 && nobody.stderr.contains("export.page-for-each"))
  }

  @Test(.enabled(if: Python.isPresent, "needs python3"), arguments: ["qian", "sun", "feng"])
  func `a workbook holds the numbers of the plan`(person: String) throws {
    let site = try Site(named: "site")
    let script = """
      import json, re, sys, zipfile, xml.etree.ElementTree as E
      N = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
      z, plan = zipfile.ZipFile('plan.xlsx'), json.load(open('plan.json'))
      def sheet(number):
          root = E.fromstring(z.read(f'xl/worksheets/sheet{number}.xml'))
          return {c.get('r'): float(c.find(N + 'v').text) for c in root.iter(N + 'c')
                  if c.find(N + 'v') is not None and c.get('t') != 's'}
      work, days = sheet(2), sheet(3)
      names = {n.get('name'): n.text.split('!')[1].replace('$', '')
               for n in E.fromstring(z.read('xl/workbook.xml')).iter(N + 'definedName')}
      def value(name): return work[names['plan.' + name]]
      found = []
      def expect(name, ours, theirs):
          found.append(name)
          if abs(ours - theirs) > 1e-6 * max(1, abs(theirs)): print(name, ours, theirs)
      for stage in plan['workload']['stages']:
          expect(stage['stage'], value('need_' + stage['stage']), stage['mean'])
      for key, name in [('target', 'target'), ('won', 'achieved'), ('gap', 'gap'),
                        ('deals', 'open_deals'), ('existing', 'repeat_sales'),
                        ('inProgress', 'in_progress'), ('other', 'other')]:
          # What cannot be told is absent from the data, and nothing in the bridge.
          expect(key, value(name), plan['outlook'].get(key, 0))
      hours = plan['workload']['hours']
      expect('needed', value('hours_needed'), hours['needed'])
      expect('available', value('hours_available'), hours['available'])
      last = max(int(re.sub('[A-Z]', '', r)) for r in days)
      columns = sorted({re.sub('[0-9]', '', r) for r in days})
      worked = [r for r in range(3, last) if days.get(f'{columns[-2]}{r}') is not None]
      for row, day in zip(worked, plan['layout']['days'], strict=True):
          expect(day['date'], days[f'{columns[-3]}{row}'], day['load'])
          expect(day['date'], days[f'{columns[-2]}{row}'], day['cap'])
      print(len(found) > 30)
      """
    try Data(script.utf8).write(to: site.folder.appending(path: "look.py"))
    let options = "--person \(person) --month 2026-12 --now 2026-11-23"
    let run = try Program.run(
      "\"$0\" export xlsx -o plan.xlsx -q \(options) && "
        + "\"$0\" plan --format json \(options) > plan.json && exec python3 look.py",
      in: site.folder)
    #expect(run.stdout == "True\n", "\(run.stderr)")
  }

  /// A file of all that a workbook's parts say.
  private func workbookText(_ workbook: URL) throws -> URL {
    let text = workbook.deletingLastPathComponent().appending(path: "parts.txt")
    let script =
      "import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);"
      + "open(sys.argv[2],'wb').write(b''.join(z.read(n) for n in z.namelist()))"
    let run = try Program.run(
      "exec python3 -c \"\(script)\" '\(workbook.path)' '\(text.path)'",
      in: workbook.deletingLastPathComponent())
    try #require(run.exit == 0, "\(run.stderr)")
    return text
  }

  /// In the middle of the month: what was planned and done on the days that are over, and what is ahead.
  @Test(.enabled(if: Python.hasOpenpyxl, "this python3 has no openpyxl: see SALESBOOK_PYTHON"))
  func `the month's weeks are those of the page's first sheet, day by day`() throws {
    let site = try Site(named: "site")
    let table = site.folder.appending(path: "Content/data/activities.csv")
    let visits = "C0114,2026-12-02,visit,qian,1,yes\nC0072,2026-12-08,visit,qian,1,yes\n"
    try Data((String(contentsOf: table, encoding: .utf8) + visits).utf8).write(to: table)
    let day = "--person qian --month 2026-12 --now 2026-12-10"
    try #require(try site.run("build \(day)").exit == 0)
    try #require(try site.run("export xlsx -o plan.xlsx \(day)").exit == 0)
    let script = """
      import datetime, re
      from openpyxl import load_workbook
      page = open('Output/plans/qian/2026-12.html', encoding='utf-8').read()
      strip = re.search(r'<div class="strip">.*?</ol>', page, re.S).group()
      weeks = {}
      for day, rest in re.findall(r'<time datetime="([^"]*)">(.*?)</li>', strip, re.S):
          sums = weeks.setdefault(datetime.date.fromisoformat(day).isocalendar()[1], [0, 0, 0, 0])
          for place, mark in ((0, r'<b>(\\d+)\\+(\\d+)</b>'), (2, r'</span> (\\d+)\\+(\\d+)</i>')):
              for contacts, visits in re.findall(mark, rest):
                  sums[place] += int(contacts)
                  sums[place + 1] += int(visits)
      rows = [[c.value for c in row] for row in load_workbook('plan.xlsx', data_only=True)['本月'].iter_rows()]
      start = [row[0] for row in rows].index('逐周：计划与实际') + 2
      mine = [[value or 0 for value in row[2:6]] for row in rows[start:start + len(weeks)]]
      print(mine == list(weeks.values()), len(mine), sum(map(sum, mine)) > 50, [week[3] for week in mine])
      """
    try script.write(
      to: site.folder.appending(path: "look.py"), atomically: true, encoding: .utf8)
    let run = try Program.run("exec '\(Python.path)' look.py", in: site.folder)
    #expect(run.stdout == "True 5 True [1, 1, 0, 0, 0]\n", "\(run.stderr)")
  }

  @Test(.enabled(if: Python.hasOpenpyxl, "this python3 has no openpyxl: see SALESBOOK_PYTHON"))
  func `another program finds the names, rules, charts and the print setup`() throws {
    let site = try Site(named: "site")
    try addPage(to: site)
    let file = try workbook(site, "--page course/zz.md")
    let script = """
      import sys
      from openpyxl import load_workbook
      w = load_workbook(sys.argv[1]); v = load_workbook(sys.argv[1], data_only=True)
      print(w.sheetnames)
      print([len(s._charts) for s in w])
      print(sorted({str(s.freeze_panes) for s in w}), {s.page_setup.paperSize for s in w},
            sorted({s.page_setup.orientation for s in w}), [s.title for s in w if not s.print_title_rows])
      month = [[c.value for c in row] for row in v['本月'].iter_rows()]
      heads = [row[0] for row in month if isinstance(row[0], str)]
      first = heads.index('先打这几个电话')
      print(w['本月'].page_setup.fitToHeight, heads[first + 2:first + 6])
      weeks = [row[0] for row in month].index('逐周：计划与实际') + 2
      total = next(row for row in month[weeks:] if row[0] == '合计')
      print([sum(row[k] or 0 for row in month[weeks:month.index(total)]) == total[k] for k in range(2, 6)])
      print(sorted(d.type for d in w['客户分类'].data_validations.dataValidation))
      print(sum(len(r.rules) for r in w['客户分类'].conditional_formatting))
      print(sorted(n for n in w.defined_names if not n.startswith('plan.')))
      def value(name):
          sheet, cell = w.defined_names[name].attr_text.replace("'", '').split('!')
          return w[sheet][cell].value, v[sheet][cell].value
      print(value('A1_'), value('plan.gap'))
      """
    try script.write(
      to: site.folder.appending(path: "look.py"), atomically: true, encoding: .utf8)
    let run = try Program.run("exec '\(Python.path)' look.py '\(file.path)'", in: site.folder)
    let data = try Program.run(
      "exec \"$0\" plan --format json --person qian --month 2026-12 --now 2026-11-23",
      in: site.folder)
    let plan = try JSONSerialization.jsonObject(with: Data(data.stdout.utf8)) as? [String: Any]
    let gap = try #require((plan?["outlook"] as? [String: Any])?["gap"] as? Int)
    #expect(
      run.stdout == """
        ['本月', '工作量', '每日安排', '实际拜访', '实际订单', '新客户', '客户分类', '预计', '商机', '二八分析', '漏斗', '算一算']
        [0, 1, 0, 0, 0, 0, 0, 2, 0, 2, 2, 0]
        ['A2', 'A3', 'B2', 'B3'] {9} ['landscape', 'portrait'] ['本月']
        None ['C', 'B', 'C', '已过预计成交日的商机：2 单']
        [True, True, True, True]
        ['list', 'list']
        4
        ['A1_', '全数', '全数_', '全数_2', '半数', '半数_', '半数_2', '单量', '够', '月数', '月数_', \
        '月数_2', '目标业绩', '秘密客户']
        ('=ROUNDUP(ROUND(目标业绩/单量,7),0)', 10) \
        ('=MAX(0,plan.target-plan.achieved-plan.open_deals-plan.repeat_sales-plan.in_progress-plan.other)', \(gap))

        """, "\(run.stderr)")
  }

  @Test(.enabled(if: Python.hasLibreOffice, "needs libreoffice-calc-nogui"))
  func `every cell recalculates to what the build has`() throws {
    let site = try Site(named: "site")
    try addPage(to: site)
    let file = try workbook(site, "--all-pages --edition facilitator")
    let script = """
      import sys, zipfile, re, xml.etree.ElementTree as E
      N = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
      def cells(path):
          z = zipfile.ZipFile(path)
          shared = [''.join(t.text or '' for t in s.iter(N + 't'))
                    for s in E.fromstring(z.read('xl/sharedStrings.xml'))]
          found = {}
          for name in sorted(n for n in z.namelist() if re.match('xl/worksheets/sheet', n)):
              for c in E.fromstring(z.read(name)).iter(N + 'c'):
                  v = c.find(N + 'v')
                  if v is not None:
                      text = shared[int(v.text)] if c.get('t') == 's' else v.text or ''
                      found[name, c.get('r')] = (text, c.find(N + 'f') is not None)
          return found
      ours, theirs = cells(sys.argv[1]), cells(sys.argv[2])
      def same(a, b):
          try: return abs(float(a) - float(b)) <= 1e-9 * max(1, abs(float(a)))
          except ValueError: return a == b
      formulas = [k for k, (v, f) in ours.items() if f]
      print(len(formulas) > 100,
            [(k, ours[k], theirs.get(k)) for k in formulas if not same(ours[k][0], theirs[k][0])])
      """
    try script.write(
      to: site.folder.appending(path: "look.py"), atomically: true, encoding: .utf8)
    // Every stored value is spoiled first, so that only recalculation can bring it back.
    let spoil = """
      import sys, zipfile, re
      z = zipfile.ZipFile(sys.argv[1]); o = zipfile.ZipFile(sys.argv[2], 'w')
      for n in z.namelist():
          d = z.read(n)
          if n.startswith('xl/worksheets/sheet'):
              d = re.sub(rb'</f><v>[^<]*</v>', b'</f><v>-987.25</v>', d)
          o.writestr(n, d)
      o.close()
      """
    try spoil.write(
      to: site.folder.appending(path: "spoil.py"), atomically: true, encoding: .utf8)
    let profile = "-env:UserInstallation=file://\(site.folder.path)/profile"
    let run = try Program.run(
      """
      python3 spoil.py '\(file.path)' spoiled.xlsx && mkdir -p profile/user out && \
      printf '%s' '<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">\
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" \
      oor:op="fuse"><value>0</value></prop></item></oor:items>' \
      > profile/user/registrymodifications.xcu && \
      soffice --headless --norestore \(profile) --convert-to xlsx --outdir out spoiled.xlsx \
      >/dev/null && python3 look.py '\(file.path)' out/spoiled.xlsx
      """, in: site.folder, environment: ["HOME": site.folder.path])
    #expect(run.stdout == "True []\n", "\(run.stderr)")
  }
}

/// What the machine has for looking at workbooks; a test that needs it says so where it is skipped.
enum Python {
  /// The machine's, or the one that `SALESBOOK_PYTHON` names, which may have more modules.
  static let path = ProcessInfo.processInfo.environment["SALESBOOK_PYTHON"] ?? "python3"
  static let hasOpenpyxl = runs("'\(path)' -c 'import openpyxl'")
  static let isPresent = runs("command -v python3")
  static let hasLibreOffice = runs("command -v soffice && command -v python3")

  static func runs(_ line: String) -> Bool {
    let folder = FileManager.default.temporaryDirectory
    return (try? Program.run("\(line) >/dev/null 2>&1", in: folder))?.exit == 0
  }
}
