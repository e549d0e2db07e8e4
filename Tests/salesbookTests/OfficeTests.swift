import Foundation
import Testing
import Workspace

private let lesson = """
  ---
  title: 一课
  order: 9
  objectives:
    o: 会算
  ---

  正文第一段，带一个脚注[^1]和[别的页](lesson-1.md)。

  [^1]: 脚注里的话 <甲>。

  ## 表与式

  | 类别 | 次数 |
  |---|--:|
  | A | 4 |
  | B | 2 |

  ```calc
  目标 = 300000
  单量 = 50000
  单数 = 目标 / 单量
  ```

  :::key

  | 字母 | 意思 |
  |---|---|
  | M | 付得起 |

  :::

  :::key

  ```calc
  拜访 = 40
  天数 = 20
  每天 = 拜访 / 天数
  ```

  :::

  :::exercise[写一写]{objective=o}

  ::lines{n=3}

  ::table{cols="客户,下一步" rows=2}

  ::box{height=20}

  ::grid{height=20}

  :::solution

  只有讲师看的答案。

  :::

  :::

  :::quiz[问一问]

  ```quiz
  - ask: 哪一类？
    choice: [A, B]
    answer: B
    why: 因为没有日期
  ```

  :::

  :::facilitator

  讲师在这里停一停。

  :::

  ![远处的图](https://example.com/far.png)
  """

/// Looks into documents as python-docx and python-pptx read them.
private let look = """
  import json, sys
  def docx_of(path):
      import docx
      d = docx.Document(path)
      xml = d.element.xml
      parts = {r.target_part.partname: r.target_part.blob.decode("utf8", "replace")
               for r in d.part.rels.values() if not r.is_external}
      notes = "".join(text for name, text in parts.items() if "footnotes" in name)
      return {"text": [[p.style.name, p.text] for p in d.paragraphs],
              "tables": [[[c.text for c in r.cells] for r in t.rows] for t in d.tables],
              "formulas": xml.count("<m:oMath>"), "footnote": "脚注里的话" in notes,
              "references": xml.count("w:footnoteReference "), "borders": xml.count("<w:tblBorders>"),
              "external": [r.target_ref for r in d.part.rels.values() if r.is_external],
              "all": xml + notes}
  def pptx_of(path):
      import pptx
      p = pptx.Presentation(path)
      slides = []
      for s in p.slides:
          slides.append({"title": s.shapes.title.text if s.shapes.title else "",
              "text": " ".join(x.text_frame.text for x in s.shapes if x.has_text_frame),
              "tables": [[[c.text for c in r.cells] for r in x.table.rows] for x in s.shapes if x.has_table],
              "formulas": str(__import__("lxml.etree").etree.tostring(s._element)).count("oMath>"),
              "notes": s.notes_slide.notes_text_frame.text if s.has_notes_slide else ""})
      return {"slides": slides}
  print(json.dumps({"docx": docx_of, "pptx": pptx_of}[sys.argv[1]](sys.argv[2]), ensure_ascii=False))
  """

/// What Word and PowerPoint get, looked at by programs of others.
@Suite(
  .enabled(
    if: Python.runs("command -v pandoc"), "pandoc is not installed (Scripts/setup test installs it)"
  ),
  .serialized)
struct `Documents for an office` {
  private func site() throws -> Site {
    let site = try Site(kind: "course", language: "zh-Hans")
    try Data(lesson.utf8).write(to: site.folder.appending(path: "Content/one.md"))
    try Data(look.utf8).write(to: site.folder.appending(path: "look.py"))
    return site
  }

  private func export(_ site: Site, _ options: String) throws -> Program.Run {
    let run = try site.run("export \(options) --now 2026-11-23")
    try #require(run.exit == 0, "\(run.stderr)")
    return run
  }

  private func seen(_ site: Site, _ kind: String, _ file: String) throws -> [String: Any] {
    let run = try Program.run(
      "exec \(Python.path) look.py \(kind) \(file)", in: site.folder,
      environment: ["PYTHONIOENCODING": "utf-8"])
    try #require(run.exit == 0, "\(run.stderr)")
    let read = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8))
    return try #require(read as? [String: Any])
  }

  @Test(.enabled(if: Python.runs("\(Python.path) -c 'import docx'"), "no python-docx"))
  func `a page for Word keeps formulas, tables and footnotes, and room to write`() throws {
    let site = try site()
    let run = try export(site, "docx -o one.docx --tree participant --page one")
    #expect(run.stderr.contains("[export.left-out]") && run.stderr.contains("squared paper"))
    let seen = try seen(site, "docx", "one.docx")
    let text = try #require(seen["text"] as? [[String]])
    #expect(text.first == ["Heading 1", "一课"])
    #expect(text.contains(["Heading 2", "表与式"]))
    #expect(text.count { $0[1].hasPrefix("＿＿＿＿＿＿＿＿") } == 3)
    let tables = try #require(seen["tables"] as? [[[String]]])
    #expect(tables.contains([["类别", "次数"], ["A", "4"], ["B", "2"]]))
    #expect(tables.contains([["客户", "下一步"], ["", ""], ["", ""]]))
    // The table to write in and the box; as many formulas as the page has.
    #expect(seen["borders"] as? Int == 2)
    let built = try site.run("build --now 2026-11-23")
    #expect(built.exit == 0)
    let html = try String(
      contentsOf: site.folder.appending(path: "Output/participant/one.html"), encoding: .utf8)
    let formulas = html.ranges(of: "<math ").count
    #expect(formulas > 4 && seen["formulas"] as? Int == formulas)
    #expect(seen["footnote"] as? Bool == true && seen["references"] as? Int == 1)
    // Links lead to no page that is not there, and nothing was fetched.
    #expect(seen["external"] as? [String] == [])
    let all = try #require(seen["all"] as? String)
    #expect(all.contains("6") && all.contains("远处的图"))
    for secret in ["只有讲师看的答案", "讲师在这里停一停", "因为没有日期"] { #expect(!all.contains(secret)) }
  }

  @Test(.enabled(if: Python.runs("\(Python.path) -c 'import docx'"), "no python-docx"))
  func `the facilitator's notes have a style of their own, and a workbook all its chapters`() throws
  {
    let site = try site()
    _ = try export(site, "docx -o one.docx --tree facilitator --page one")
    let text = try #require(try seen(site, "docx", "one.docx")["text"] as? [[String]])
    #expect(text.contains(["Facilitator Note", "讲师在这里停一停。"]))
    #expect(text.contains { $0[1].contains("只有讲师看的答案") })
    _ = try export(site, "docx -o book.docx --tree participant")
    let book = try #require(try seen(site, "docx", "book.docx")["text"] as? [[String]])
    let heads = book.filter { $0[0].hasPrefix("Heading") }.map { $0[1] }
    for title in ["第一课　给客户分类", "第二课　见面先问三句"] { #expect(heads.contains(title)) }
  }

  @Test(.enabled(if: Python.runs("\(Python.path) -c 'import pptx'"), "no python-pptx"))
  func `slides for PowerPoint keep tables and formulas, and notes as notes`() throws {
    let site = try site()
    _ = try export(site, "pptx -o slides.pptx --tree facilitator")
    let all = try #require(try seen(site, "pptx", "slides.pptx")["slides"] as? [[String: Any]])
    let slides = all.filter { ($0["title"] as? String)?.isEmpty == false }
    let titles = slides.compactMap { $0["title"] as? String }
    #expect(titles.contains("表与式") && titles.contains("一课"))
    let tables = all.flatMap { $0["tables"] as? [[[String]]] ?? [] }
    #expect(tables.contains([["字母", "意思"], ["M", "付得起"]]))
    #expect(all.compactMap { $0["formulas"] as? Int }.reduce(0, +) > 0)
    let notes = all.compactMap { $0["notes"] as? String }.joined(separator: "\n")
    #expect(notes.contains("讲师在这里停一停") && notes.contains("因为没有日期"))
    let shown = all.compactMap { $0["text"] as? String }.joined(separator: "\n")
    #expect(!shown.contains("讲师在这里停一停") && !shown.contains("因为没有日期"))
    let none = try site.run("export pptx -o no.pptx --tree participant --now 2026-11-23")
    #expect(none.exit == 1 && none.stderr.contains("[export.no-slides]"))
  }

  @Test func `are the same bytes each time, and replace nothing of others`() throws {
    let site = try site()
    for (kind, tree) in [("docx", "participant"), ("pptx", "facilitator")] {
      _ = try export(site, "\(kind) -o a.\(kind) --tree \(tree)")
      _ = try Program.run("sleep 2", in: site.folder)
      let again = try export(site, "\(kind) -o a.\(kind) --tree \(tree)")
      #expect(again.stderr.contains("unchanged: a.\(kind)"), "\(again.stderr)")
      try site.edit("Content/lesson-1.md") { $0 += "\n多一段。\n" }
      _ = try export(site, "\(kind) -o a.\(kind) --tree \(tree)")
      try Data("mine".utf8).write(to: site.folder.appending(path: "b.\(kind)"))
      let refused = try site.run("export \(kind) -o b.\(kind) --tree \(tree) --now 2026-11-23")
      #expect(refused.exit == 1)
      #expect(
        try String(contentsOf: site.folder.appending(path: "b.\(kind)"), encoding: .utf8) == "mine")
    }
  }

  @Test(
    .enabled(
      if: Python.runs("dpkg -s libreoffice-writer-nogui libreoffice-impress-nogui")
        || Python.runs("dpkg -s libreoffice-writer libreoffice-impress"),
      "LibreOffice's Writer and Impress are not installed"))
  func `open in LibreOffice`() throws {
    let site = try site()
    _ = try export(site, "docx -o one.docx --tree participant --page one")
    _ = try export(site, "pptx -o slides.pptx --tree facilitator")
    let run = try Program.run(
      "soffice --headless -env:UserInstallation=file://$PWD/profile --convert-to pdf one.docx slides.pptx "
        + ">/dev/null 2>&1 && pdftotext one.pdf - && pdftotext slides.pdf -", in: site.folder,
      environment: ["HOME": site.folder.path])
    #expect(run.exit == 0 && run.stdout.contains("正文第一段") && run.stdout.contains("时间安排"))
  }

  @Test func `are said to need pandoc where it is not there`() throws {
    let site = try site()
    let run = try site.run(
      "export docx -o a.docx --tree participant --now 2026-11-23", environment: ["PATH": "/nowhere"]
    )
    #expect(run.exit == 3 && run.stderr.contains("sudo apt-get install pandoc"), "\(run.stderr)")
  }
}
