import Foundation
import Testing
import Workspace

/// A course's slides as whoever teaches sees them, and as they are printed.
@Suite(
  .enabled(
    if: Browser.program != nil,
    "Chromium is not installed (Scripts/setup test installs it), so no page is opened"),
  .serialized)
struct `The slides of a course` {
  private func deck(_ check: (Browser) throws -> Void) throws {
    let site = try Site(kind: "course", language: "zh-Hans")
    let page = """
      ---
      title: 一题
      order: 1
      time: 7
      ---

      :::exercise[找毛病]{#q time=4 open}
      下面五个目标各有毛病。

      1. 一
      2. 二
      3. 三
      4. 四
      5. 五

      :::facilitator[讲评]{time=3}
      第三个会有争论。
      :::
      :::

      """
    try Data(page.utf8).write(to: site.folder.appending(path: "Content/lesson-1.md"))
    try site.build()
    let browser = try Browser()
    try browser.resize(width: 1280, height: 720)
    let address = site.folder.appending(path: "Output/facilitator/slides.html")
    #expect(try browser.visit(address).complaints == [])
    try check(browser)
  }

  @Test func `stand whole beside their notes and what comes, for whoever presents`() throws {
    try deck { browser in
      let seen = try browser.evaluate(
        """
        (() => {
          const slides = [...document.querySelectorAll('.slide')];
          const at = slides.findIndex(s => s.textContent.includes('找毛病'));
          document.querySelector('[data-do=present]').click();
          for (let i = 0; i < at; i++) document.querySelector('[data-do=next]').click();
          const rect = e => e.getBoundingClientRect();
          const slide = slides[at], body = rect(slide.querySelector('.slide-body'));
          const inside = [...slide.querySelectorAll('.slide-body *')].map(rect).filter(r => r.width);
          const notes = rect(slide.querySelector('.slide-notes')), coming = rect(slides[at + 1]);
          return [slide.querySelectorAll('.slide-body li').length,
            inside.every(r => r.top >= body.top && r.bottom <= body.bottom && r.right <= body.right),
            notes.left >= body.right, notes.top >= coming.bottom, notes.bottom <= 720,
            coming.left >= body.right].join(' ');
        })()
        """)
      #expect(seen == "5 true true true true true")
    }
  }

  @Test(arguments: [1, 2, 6]) func `print as many on a sheet as is asked for`(count: Int) throws {
    try deck { browser in
      let slides = try browser.evaluate(
        """
        (document.documentElement.dataset.perSheet = '\(count)',
          String(document.querySelectorAll('.slide').length))
        """)
      let number = try #require(Int(slides))
      let pdf = String(decoding: try browser.printed(), as: UTF8.self)
      let sheets = pdf.matches(of: /\/Type ?\/Page\b/).count
      #expect(number > 6 && sheets == (number + count - 1) / count, "\(number) on \(sheets)")
    }
  }
}
