import Foundation
import Testing
import Workspace

/// A preview as a person runs it, asked over the network and looked at in a real browser.
@Suite struct `The preview` {
  @Test func `answers nobody but this machine by its own name, and nothing outside of the site`()
    throws
  {
    let preview = try Preview()
    let ok = try preview.ask("GET /")
    #expect(
      ok.hasPrefix("HTTP/1.1 200") && ok.contains("Content-Security-Policy: default-src 'none'"))
    #expect(ok.contains("connect-src 'self'") && ok.contains("/-salesbook/preview.js"))
    let refused: [(line: String, headers: [String], status: String)] = [
      ("GET /../salesbook.yaml", [], "400"), ("GET /%2e%2e/salesbook.yaml", [], "400"),
      ("GET /plans/..%2f..%2fsalesbook.yaml", [], "400"), ("GET /.salesbook.json", [], "400"),
      ("GET /salesbook.yaml", [], "404"), ("GET /Content/data/customers.csv", [], "404"),
      ("GET /etc/passwd", [], "404"), ("POST /", [], "405"), ("PUT /index.html", [], "405"),
      ("DELETE /index.html", [], "405"), ("OPTIONS /", [], "405"),
      ("GET /", ["Host: evil.example"], "421"), ("GET /", ["Host: evil.example:80"], "421"),
      ("GET /-salesbook/events", ["Origin: https://evil.example"], "403"),
      ("GET /-salesbook/events", ["Sec-Fetch-Site: cross-site"], "403"),
      ("GET /", ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"], "403"),
    ]
    for request in refused {
      let answer = try preview.ask(request.line, request.headers)
      #expect(answer.hasPrefix("HTTP/1.1 \(request.status)"), "\(request): \(answer.prefix(40))")
      #expect(!answer.contains("customers") && !answer.contains("root:"))
    }
    let head = try preview.ask("HEAD /")
    #expect(head.hasPrefix("HTTP/1.1 200") && !head.contains("<html"))
  }

  @Test func `asks for its password wherever others can come`() throws {
    let preview = try Preview(
      "--listen 0.0.0.0", environment: ["SALESBOOK_SERVE_PASSWORD": "correct horse"])
    func authorization(_ text: String) -> [String] {
      ["Authorization: Basic " + Data(text.utf8).base64EncodedString()]
    }
    #expect(try preview.ask("GET /").hasPrefix("HTTP/1.1 401"))
    #expect(try preview.ask("GET /-salesbook/events").hasPrefix("HTTP/1.1 401"))
    #expect(try preview.ask("GET /", authorization("me:wrong horse")).hasPrefix("HTTP/1.1 401"))
    #expect(try preview.ask("GET /", authorization("me:correct horse")).hasPrefix("HTTP/1.1 200"))
  }

  @Test(arguments: [
    ("--listen 0.0.0.0", 2, "SALESBOOK_SERVE_PASSWORD"), ("--listen example.com", 2, "IP"),
    ("--as a --edition b", 2, "--edition"), ("--listen 192.0.2.1", 2, "SALESBOOK_SERVE_PASSWORD"),
  ])
  func `refuses what is not safe or not meant`(options: String, exit: Int32, said: String) throws {
    let folder = try ScratchFolder()
    let run = try Program.run("$0 serve \(options) < /dev/null", in: folder.url)
    #expect(run.exit == exit && run.stderr.contains(said), "\(run.stderr)")
  }

  @Test func `says that another program listens there`() throws {
    let preview = try Preview()
    let run = try Program.run(
      "timeout 60 $0 serve -s plan --port \(preview.port) < /dev/null", in: preview.folder.url)
    #expect(run.exit == 3 && run.stderr.contains("Address already in use"), "\(run.stderr)")
  }

  @Test func `leaves Output as it is`() throws {
    let preview = try Preview()
    #expect(!FileManager.default.fileExists(atPath: preview.folder("plan/Output")))
  }

  @Test func `begins with a reader, and is looked at as another`() throws {
    let preview = try Preview("--as yi", kind: "team")
    #expect(try preview.ask("GET /").contains("Location: /plans/yi/"))
    let readers = try preview.ask("GET /-salesbook/readers")
    #expect(readers.contains(#""folder":"plans/bing""#) && readers.contains(#""folder":"team""#))
    let other = try preview.ask(
      "GET /-salesbook/as?folder=plans%2Fbing&page=%2Fplans%2Fyi%2F2026-12.html")
    #expect(other.contains("Location: /plans/bing/2026-12.html"))
    let page = try preview.ask("GET /plans/bing/2026-12.html")
    #expect(page.hasPrefix("HTTP/1.1 200"))
  }

  @Test(.enabled(if: Browser.program != nil))
  func `shows in a browser what is saved, what is wrong, and that it is mended`() throws {
    let preview = try Preview()
    let browser = try Browser(knowing: ["127.0.0.1"])
    let address = preview.url + "plans/me/2026-12.html"
    #expect(try browser.visit(try #require(URL(string: address))).complaints == [])
    func wait(_ condition: String, _ what: String) throws {
      let script = """
        new Promise(done => { let n = 0; const look = () => { if (\(condition)) done("yes"); \
        else if (++n > 600) done("no"); else setTimeout(look, 100); }; look(); })
        """
      // A page that is loaded anew in between answers nothing.
      for _ in 0..<40 {
        guard let answer = try? browser.evaluate(script) else {
          usleep(200_000)
          continue
        }
        if answer == "yes" { return }
        break
      }
      Issue.record("\(what) was not seen")
    }
    let bar = "document.getElementById('salesbook-preview')"
    // What the page says, without the bar.
    let page = "document.body.textContent.replace(\(bar).textContent, '')"
    let table = "Content/data/team.csv"
    let settings = try preview.text("salesbook.yaml")
    try wait("\(bar).dataset.shown === 'yes'", "the bar")
    try preview.edit("Content/plans/monthly.md") { $0 + "\n看得见的一段\n" }
    try wait("\(page).includes('看得见的一段')", "a page")
    try preview.folder.write(
      "plan/Templates/assets/site.css", "body { outline: 3px solid rgb(1, 2, 3); }")
    try wait("getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'", "a template")
    try preview.edit(table) { $0.replacing("示例·本人", with: "另一个名字") }
    try wait("\(page).includes('另一个名字')", "data")
    // What is wrong is told, and the last good site stays.
    try preview.folder.write("plan/salesbook.yaml", settings + "\nno_such_key: 1\n")
    try wait("\(bar).classList.contains('broken')", "an error")
    try wait("\(bar).textContent.includes('no_such_key')", "what is wrong")
    #expect(try browser.evaluate("\(page).includes('看得见的一段')") == "true")
    try preview.folder.write(
      "plan/salesbook.yaml", settings.replacing(/title: .*/, with: "title: 新的书名"))
    try wait("\(page).includes('新的书名')", "a setting")
    try wait("!\(bar).classList.contains('broken')", "that it is mended")
    let complaints = try browser.visit(try #require(URL(string: address))).complaints
    #expect(complaints == [])
  }
}
