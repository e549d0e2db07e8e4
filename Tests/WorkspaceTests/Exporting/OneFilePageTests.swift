import Foundation
import Testing

@testable import Workspace

@Suite struct `A page in one file` {
  private let page = """
    <!DOCTYPE html>
    <html><head>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="../assets/site.css">
    <link rel="stylesheet" href="../assets/print.css" media="print">
    <script src="../assets/plan.js" defer></script>
    </head><body>
    <header class="banner"><a href="../index.html">首页</a></header>
    <!-- <img src="secret.png"> -->
    <p title="a > b"><a href="#x">x</a> <a href="other.html">另一页</a> <a href="tel:1">1</a></p>
    <a href="2026-12.ics" download>日历</a><img src="a%20b.png" alt="">
    </body></html>
    """
  private let files = [
    "assets/site.css": "p { color: red }", "assets/print.css": "p { margin: 0 }",
    "assets/plan.js": "var a = '</script><!--';", "plans/2026-12.ics": "BEGIN:VCALENDAR",
    "plans/a b.png": "png",
  ]

  private func made() -> (text: String, missing: [String]) {
    let one = OneFilePage(page, at: "plans/2026-12.html") { files[$0].map { Array($0.utf8) } }
    return (String(decoding: one.bytes, as: UTF8.self), one.missing)
  }

  @Test func `holds styles, scripts, pictures and the calendar`() {
    let (text, missing) = made()
    #expect(missing == [])
    #expect(text.contains("<style>p { color: red }</style>"))
    #expect(text.contains("<style media=\"print\">p { margin: 0 }</style>"))
    // The script stands at the end, and nothing in it ends it.
    #expect(text.contains("<script>var a = '<\\/script><\\!--';</script>\n</body>"))
    // base64 of "png" and of "BEGIN:VCALENDAR".
    #expect(text.contains("<img src=\"data:image/png;base64,cG5n\" alt=\"\">"))
    #expect(
      text.contains(
        "<a href=\"data:text/calendar;base64,QkVHSU46VkNBTEVOREFS\" download=\"2026-12.ics\">"))
  }

  @Test func `allows what stands in it by its hash, and nothing else`() {
    let text = made().text
    // printf 'p { color: red }' | openssl dgst -sha256 -binary | base64
    #expect(
      text.contains("style-src 'sha256-ngewhhP73WDIbgwseeu52VAAJgKdGUsu1IUQQsAm8m4=' 'sha256-"))
    #expect(text.contains("default-src 'none'"))
    #expect(!text.contains("'self'"))
    #expect(!text.contains("src=\"../") && !text.contains("href=\"../"))
  }

  @Test func `leads nowhere but into itself, to telephones and addresses of its own`() {
    let text = made().text
    #expect(!text.contains("首页"))
    #expect(text.contains("<a href=\"#x\">x</a> <a>另一页</a> <a href=\"tel:1\">1</a>"))
    #expect(text.contains("<p title=\"a > b\">"))
    // A comment stays as it is.
    #expect(text.contains("<!-- <img src=\"secret.png\"> -->"))
  }
}
