import Foundation
import Phrases
import Testing

@testable import Serving

/// What a preview answers, from its state alone.
@Suite struct `Answers of a preview` {
  private let board = PreviewBoard()
  private let answers: PreviewAnswers

  private static let page = """
    <!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    script-src 'self'"><title>张</title></head><body><p>计划</p></body></html>
    """

  init() {
    let admission = Admission(to: ServeAddress(host: "127.0.0.1", port: 8000), password: nil)
    answers = PreviewAnswers(board, admission, in: .chinese)
    var state = PreviewState()
    for path in ["plans/zhang/index.html", "plans/zhang/a.html", "plans/wang/a.html", "index.html"]
    {
      state.files[path] = Array(Self.page.utf8)
    }
    state.files["plans/wang/index.html"] = Array("<p>王".utf8)
    state.files["plans/zhang/assets/site.css"] = Array("p {}".utf8)
    state.files[".salesbook.json"] = Array("{}".utf8)
    state.readers = ["plans/zhang", "plans/wang"].map {
      PreviewReader(folder: $0, name: Phrase(same: $0))
    }
    state.version = 7
    board.show(state)
  }

  private func ask(_ target: String) -> Answer {
    answers.answer(Request(target: target, headers: ["host": "127.0.0.1:8000"]))
  }

  private func text(_ answer: Answer) -> String {
    guard case .bytes(let bytes) = answer.body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `are the page with the bar in it, and its own policy with leave to hear of changes`() {
    let answer = ask("/plans/zhang/")
    #expect(answer.status == .ok)
    #expect(
      answer["Content-Security-Policy"]
        == "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'")
    let page = text(answer)
    #expect(!page.contains("<meta http-equiv"))
    #expect(page.contains(#"data-version="7""#) && page.contains(#"src="/-salesbook/preview.js""#))
    #expect(page.hasSuffix("</script></body></html>") && page.contains("<p>计划</p>"))
    // Nothing in the page itself is allowed to run.
    #expect(!page.contains("<script>") && !page.contains("style="))
  }

  @Test func `have a strict policy where the page has none`() {
    let policy = ask("/plans/wang/")["Content-Security-Policy"]
    #expect(policy?.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'") == true)
    #expect(text(ask("/plans/wang/")).hasPrefix("<p>王"))
  }

  @Test func `leave other files as they are`() {
    let answer = ask("/plans/zhang/assets/site.css")
    #expect(text(answer) == "p {}" && answer["Content-Type"] == "text/css; charset=utf-8")
    #expect(answer["Cache-Control"] == "no-store" && answer["X-Content-Type-Options"] == "nosniff")
  }

  @Test(arguments: ["/.salesbook.json", "/plans/%2e%2e/index.html", "/plans/../index.html"])
  func `are no hidden file and nothing by a way around`(target: String) {
    #expect(ask(target).status == .badRequest)
  }

  @Test func `lead to the index of a folder, and to where a visit begins`() {
    #expect(ask("/plans/zhang")["Location"] == "/plans/zhang/")
    #expect(ask("/").status == .ok)
    var state = board.state
    state.start = "plans/wang/"
    board.show(state)
    #expect(ask("/")["Location"] == "/plans/wang/")
  }

  @Test(arguments: [
    ("folder=plans%2Fwang&page=%2Fplans%2Fzhang%2Fa.html", "/plans/wang/a.html"),
    ("folder=plans%2Fwang&page=%2Fplans%2Fzhang%2F", "/plans/wang/"),
    ("folder=plans%2Fwang&page=%2Fplans%2Fzhang%2Fnone.html", "/plans/wang/"),
    ("folder=plans%2Fwang&page=", "/plans/wang/"), ("folder=%2F%2Fevil.example&page=x", "/"),
    ("", "/"),
  ])
  func `show the same page of another reader`(query: String, location: String) {
    #expect(ask("/-salesbook/as?" + query)["Location"] == location)
  }

  @Test func `say that there is no page, and go on listening`() {
    let answer = ask("/none.html")
    #expect(answer.status == .notFound && text(answer).contains("这里没有页面"))
    #expect(text(answer).contains("preview.js"))
    board.show(PreviewState())
    #expect(text(ask("/")).contains("正在生成"))
    var broken = PreviewState()
    broken.isBroken = true
    board.show(broken)
    #expect(text(ask("/")).contains("还没有可以看的网站"))
  }

  @Test func `list the readers`() {
    #expect(
      text(ask("/-salesbook/readers")).contains(#"{"folder":"plans/wang","name":"plans/wang"}"#))
    #expect(ask("/-salesbook/events").body == .events)
    #expect(ask("/-salesbook/other").status == .notFound)
  }

  @Test func `hear of every state that is hung up`() async {
    var heard = board.changes().makeAsyncIterator()
    #expect(await heard.next()?.version == 7)
    var state = board.state
    state.version = 8
    board.show(state)
    #expect(await heard.next()?.version == 8)
  }
}
