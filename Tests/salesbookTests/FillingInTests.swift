import Foundation
import Testing
import Workspace

/// A lesson with everything that can be filled in.
private let lesson = """
  ---
  title: 填写
  order: 9
  ---

  ## 写

  ::lines{n=3}

  ::box[画出来]{#draw height=30}

  ::table{#mine cols="客户,购买力,决策权,需求,下一步" rows=3}

  ::table{#targets cols="目标值,为什么" rows=2}

  ::ifthen{rows=2}

  :::checklist[出门前]

  - [ ] 名片
  - [x] 报价单

  :::

  ::checklist{items="电话,合同"}

  :::feedback{scale=5}

  - 讲得清楚

  :::

  :::quiz[合上书]{#q}

  ```quiz
  - ask: 三个字母，没有日期。哪一类？
    choice: [A, B, C]
    answer: B
    why: 日期决定 A
  - ask: 十单要多少次拜访？
    number: 40
    unit: 次
    tolerance: 2
  - ask: 排一排
    order: [准备, 拜访]
  - ask: 配一配
    match: {M: 钱, A: 权, N: 需}
  - ask: 客户分 ＿＿ 类。
    fill: [四]
  - ask: 有多大把握？
    rate: 5
  - ask: 说一句
    open: 先问日期
    lines: 2
  ```

  :::

  ## 后面

  这一段在后面。
  """

@Suite(
  .enabled(
    if: Browser.program != nil,
    "Chromium is not installed (Scripts/setup test installs it), so no page is opened"),
  .serialized)
struct `Filling in on the screen` {
  private func site() throws -> Site {
    let site = try Site(kind: "course", language: "zh-Hans")
    try Data(lesson.utf8).write(to: site.folder.appending(path: "Content/fill.md"))
    let run = try site.run("build --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stderr)")
    return site
  }

  private func page(_ site: Site, _ path: String) -> URL {
    site.folder.appending(path: "Output/" + path)
  }

  /// Moves the focus by the keyboard alone until it is where a script says.
  private func tab(_ browser: Browser, to condition: String) throws {
    for _ in 0..<120 {
      try browser.press(.tab)
      let isThere = try browser.evaluate("(e => !!(\(condition)))(document.activeElement)")
      if isThere == "true" { return }
    }
    Issue.record("the keyboard never came to \(condition)")
  }

  private let status = "document.querySelector('.fill-tools output').textContent"

  @Test func `goes by the keyboard alone, and is kept when the page is opened again`() throws {
    let site = try site()
    let browser = try Browser()
    let address = page(site, "participant/fill.html")
    #expect(try browser.visit(address).complaints == [])
    #expect(try browser.evaluate(status).contains("0 / 9"))
    try tab(browser, to: "e.matches('.lines > textarea')")
    try browser.type("先问日期")
    try tab(browser, to: "e.matches('#mine td textarea')")
    try browser.type("蓝鲸 <b>")
    try tab(browser, to: "e.matches('.checklist input')")
    try browser.press(.space)
    try tab(browser, to: "e.matches('.feedback input')")
    try browser.press(.right)
    try tab(browser, to: "e.matches('.options input')")
    try tab(browser, to: "e.matches('.options input')")
    try browser.press(.space)
    try tab(browser, to: "e.matches('.number input')")
    try browser.type("４１")
    #expect(try browser.evaluate(status).contains("5 / 9"))
    // Another page of the site keeps its own.
    _ = try browser.visit(page(site, "participant/lesson-1.html"))
    #expect(try browser.evaluate(status).contains(" 0 / "))
    #expect(try browser.visit(address).complaints == [])
    #expect(try browser.evaluate(status).contains("5 / 9"))
    let seen = try browser.evaluate(
      """
      [document.querySelector('.lines > textarea').value, document.querySelector('#mine textarea').value,
       document.querySelector('.checklist input').checked,
       document.querySelector('.feedback input:checked').value,
       document.querySelectorAll('.options input')[1].checked,
       document.querySelector('.number input').value].join('|')
      """)
    #expect(seen == "先问日期|蓝鲸 <b>|true|2|true|４１")
    // The book holds the same answers.
    #expect(try browser.visit(page(site, "participant/book.html")).complaints == [])
    #expect(try browser.evaluate("document.querySelector('.lines > textarea').value") == "")
    let bound = "[...document.querySelectorAll('textarea')].some(e => e.value === '先问日期')"
    #expect(try browser.evaluate(bound) == "true")
  }

  @Test func `says what each field is`() throws {
    let site = try site()
    let browser = try Browser()
    _ = try browser.visit(page(site, "participant/fill.html"))
    let nameless = try browser.evaluate(
      """
      [...document.querySelectorAll('.fill-field')].filter(e =>
        !e.getAttribute('aria-label') && !(e.closest('label') && e.closest('label').textContent.trim())).length
      """)
    #expect(nameless == "0")
    let label = try browser.evaluate(
      "document.querySelectorAll('#mine textarea')[6].getAttribute('aria-label')")
    #expect(label == "写 · 购买力 · 行 2")
  }

  /// A formula is read aloud as one: what goes on with a blank step shows its gap and has no field in it.
  @Test func `has fields for the blank steps of an example, and none inside a formula`() throws {
    let site = try site()
    let example = """
      ---
      title: 推一推
      ---

      :::worked[推一推]{fade=forward n=2 seed=1}

      ```calc
      月数 = ? 14 in 11..97
      半数 = 月数 × 3 / 2
      全数 = 半数 × 2
      ```

      :::
      """
    try Data(example.utf8).write(to: site.folder.appending(path: "Content/faded.md"))
    let run = try site.run("build --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stderr)")
    let browser = try Browser()
    _ = try browser.visit(page(site, "participant/faded.html"))
    let seen = try browser.evaluate(
      """
      ['.calc-formula .calc-blank', 'span.calc-blank input', '[role=math] input, math input']
        .map(found => document.querySelectorAll(found).length).join(' ')
      """)
    #expect(seen == "1 3 0")
  }

  /// The words of each sheet that stand on the page whether it is filled in or not.
  private func sheets(_ browser: Browser, in site: Site) throws -> [[String]] {
    let file = site.folder.appending(path: "print.pdf")
    try Data(browser.printed()).write(to: file)
    let run = try Program.run("pdftotext -layout print.pdf - | tr '\\f' '\\001'", in: site.folder)
    try #require(run.exit == 0, "\(run.stderr)")
    let marks = ["画出来", "如果", "出门前", "合同", "讲得清楚", "合上书", "排一排", "配一配", "说一句", "后面"]
    return run.stdout.split(separator: "\u{1}").map { sheet in
      marks.filter { mark in sheet.contains(mark) }
    }
  }

  @Test(.enabled(if: programExists("pdftotext"), "needs poppler-utils"))
  func `is printed filled or blank with the same sheets, and nothing typed is lost`() throws {
    let site = try site()
    let browser = try Browser()
    _ = try browser.visit(page(site, "participant/fill.html"))
    let untouched = try sheets(browser, in: site)
    let long = String(repeating: "一句写不下的长话，", count: 60) + "到这里为止。"
    _ = try browser.evaluate(
      """
      (() => { for (const e of document.querySelectorAll('textarea, .fill-line')) {
        e.value = e.matches('.lines > textarea') ? '\(long)' : '鲲';
        e.dispatchEvent(new Event('input', { bubbles: true })); } return 1; })()
      """)
    let filled = try sheets(browser, in: site)
    #expect(untouched.count == 2)
    #expect(Array(filled.prefix(untouched.count)) == untouched)
    let words = try Program.run("pdftotext print.pdf -", in: site.folder).stdout
    #expect(words.filter { !$0.isWhitespace }.contains("到这里为止。"))
    _ = try browser.evaluate("document.documentElement.classList.add('print-blank')")
    let blank = try sheets(browser, in: site)
    #expect(blank == untouched)
    let blankWords = try Program.run("pdftotext print.pdf -", in: site.folder).stdout
    #expect(!blankWords.contains("鲲") && !blankWords.contains("写不下"))
  }

  /// What the page would save.
  private func saved(_ browser: Browser) throws -> String {
    try browser.evaluate(
      """
      (() => { let blob; URL.createObjectURL = b => { blob = b; return 'blob:none'; };
        document.addEventListener('click', e => { if (e.target.matches('a[download]')) e.preventDefault(); });
        document.querySelector('.fill-tools button').click(); return blob.text(); })()
      """)
  }

  private let filling = """
    (() => { const put = (e, v) => { e.value = v; e.dispatchEvent(new Event('input', { bubbles: true })); };
      const mine = document.querySelectorAll('#mine textarea');
      ['蓝鲸科技', '有', '无', '高', '问日期', '云杉', '', '有', ''].forEach((v, i) => put(mine[i], v));
      const targets = document.querySelectorAll('#targets textarea');
      put(targets[0], '35万'); put(targets[1], '房贷');
      return 1; })()
    """

  @Test func `is one file that the program takes as customers and goals of the next month`() throws
  {
    let site = try site()
    let browser = try Browser()
    _ = try browser.visit(page(site, "participant/fill.html"))
    _ = try browser.evaluate(filling)
    let file = try saved(browser)
    try Data(file.utf8).write(to: site.folder.appending(path: "answers.json"))
    let customers = try site.run("import answers.json --as customers")
    #expect(customers.exit == 0, "\(customers.stderr)")
    let table = try String(
      contentsOf: site.folder.appending(path: "Content/data/actual-customers-answers.csv"),
      encoding: .utf8)
    #expect(table.contains("name,M,A,N,下一步\n蓝鲸科技,yes,no,high,问日期\n云杉,,yes,,\n"), "\(table)")
    let goals = try site.run("import answers.json --as goals --person zhang --now 2026-11-23")
    #expect(goals.exit == 0, "\(goals.stderr)")
    let goal = try String(
      contentsOf: site.folder.appending(path: "Content/data/actual-goals-answers.csv"),
      encoding: .utf8)
    let lines = goal.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let row = Dictionary(zip(lines[0], lines[1]), uniquingKeysWith: { first, _ in first })
    #expect(row["owner"] == "zhang" && row["target"] == "350000" && row["why"] == "房贷", "\(goal)")
    #expect(row["start"] == "2026-12-01" && row["end"] == "2026-12-31" && lines.count == 2)
  }

  @Test func `is read from the file again, and answers to another course are not`() throws {
    let site = try site()
    let first = try Browser()
    _ = try first.visit(page(site, "participant/fill.html"))
    _ = try first.evaluate(filling)
    let file = try saved(first)
    let other = try Browser()
    let address = page(site, "participant/fill.html")
    _ = try other.visit(address)
    func open(_ text: String) throws {
      let bytes = Data(text.utf8).base64EncodedString()
      _ = try other.evaluate(
        """
        (() => { const data = new DataTransfer();
          const bytes = Uint8Array.from(atob('\(bytes)'), c => c.charCodeAt(0));
          data.items.add(new File([bytes], 'answers.json', { type: 'application/json' }));
          const input = document.querySelector('.fill-tools input[type=file]');
          input.files = data.files; input.dispatchEvent(new Event('change'));
          return new Promise(done => setTimeout(() => done(1), 200)); })()
        """)
    }
    for wrong in ["no json", "{}", file.replacing("我的课程", with: "别的课程")] {
      try open(wrong)
      #expect(try other.evaluate("document.querySelector('#mine textarea').value") == "")
    }
    #expect(try other.evaluate(status).contains("另一门课"))
    try open(file)
    #expect(try other.evaluate("document.querySelector('#mine textarea').value") == "蓝鲸科技")
    _ = try other.visit(address)
    #expect(try other.evaluate("document.querySelector('#mine textarea').value") == "蓝鲸科技")
  }

  @Test func `answers back where the edition has the answers, and nowhere else`() throws {
    let site = try site()
    let browser = try Browser()
    #expect(try browser.visit(page(site, "facilitator/fill.html")).complaints == [])
    let said = try browser.evaluate(
      """
      (() => { const put = (e, v) => { e.value = v; e.dispatchEvent(new Event('input', { bubbles: true })); };
        const quiz = [...document.querySelectorAll('.questions > li')];
        const check = n => { quiz[n].querySelector('.fill-check button').click();
          return quiz[n].querySelector('.fill-check output').textContent[0]; };
        const said = [check(0)];
        quiz[0].querySelectorAll('.options input')[0].click(); said.push(check(0));
        quiz[0].querySelectorAll('.options input')[0].click();
        quiz[0].querySelectorAll('.options input')[1].click(); said.push(check(0));
        const number = quiz[1].querySelector('input');
        ['37.9', '42', '４１', '许多'].forEach(v => { put(number, v); said.push(check(1)); });
        const places = [...quiz[2].querySelectorAll('.sorted li')];
        places.forEach(li => put(li.querySelector('input'), li.textContent.includes('准备') ? '1' : '2'));
        said.push(check(2));
        places.forEach(li => put(li.querySelector('input'), li.textContent.includes('准备') ? '2' : '1'));
        said.push(check(2));
        const right = { M: '钱', A: '权', N: '需' };
        quiz[3].querySelectorAll('select').forEach(e => put(e, right[e.getAttribute('aria-label')]));
        said.push(check(3));
        put(quiz[4].querySelector('input'), ' 四 '); said.push(check(4));
        return said.join(''); })()
      """)
    #expect(said == "还✗✓✗✓✓✗✓✗✓✓")
    _ = try browser.visit(page(site, "participant/fill.html"))
    #expect(try browser.evaluate("document.querySelectorAll('.fill-check').length") == "0")
    let bytes = try String(contentsOf: page(site, "participant/fill.html"), encoding: .utf8)
    #expect(!bytes.contains("data-check=") && !bytes.contains("日期决定"))
  }

  @Test func `what cannot be taken is said, and nothing is written`() throws {
    let site = try site()
    func answers(_ fields: String, schema: String = "salesbook.answers/1") -> String {
      """
      {"schema": "\(schema)", "site": "课", "pages": [{"page": "a.html", "title": "甲", "fields": [\(fields)]}]}
      """
    }
    let mine = #"{"id":"mine","kind":"table","columns":["客户","M"],"rows":[["甲","有"],["",""]]}"#
    let other = mine.replacing("mine", with: "yours")
    let text = #"{"id":"lines-1","kind":"text","text":"好"}"#
    let cases: [(file: String, options: String, id: String)] = [
      (answers(mine), "", "answers.as-what"), (answers(mine), "--as orders", "answers.as-what"),
      (answers(mine, schema: "salesbook.answers/9"), "--as customers", "answers.form"),
      (answers(text), "--as customers", "answers.no-table"),
      (answers(mine), "--as goals", "answers.no-table"),
      (answers(mine + "," + other), "--as customers", "answers.which-table"),
      (answers(mine), "--as customers --field a.html#mein", "answers.no-field"),
      (
        answers(mine.replacing(#"["甲","有"]"#, with: #"["甲"]"#)), "--as customers",
        "field.wrong-value"
      ),
      (answers(mine.replacing("有", with: "大概")), "--as customers", "data."),
      (#"{"schema": "salesbook.answers/1""#, "--as customers", "yaml."),
    ]
    for (file, options, id) in cases {
      try Data(file.utf8).write(to: site.folder.appending(path: "a.json"))
      let run = try site.run("import a.json \(options)")
      #expect(run.exit == 1 || id == "data.", "\(id): \(run.stdout)\(run.stderr)")
      #expect(run.stderr.contains("[\(id)"), "\(id): \(run.stderr)")
    }
    try Data(answers(mine + "," + other).utf8).write(to: site.folder.appending(path: "a.json"))
    let chosen = try site.run("import a.json --as customers --field a.html#yours --dry-run")
    #expect(chosen.exit == 0, "\(chosen.stderr)")
  }
}

func programExists(_ name: String) -> Bool {
  ["/usr/bin/", "/bin/", "/usr/local/bin/"].contains {
    FileManager.default.isExecutableFile(atPath: $0 + name)
  }
}
