import Testing

@testable import Book

/// HTML of several pages in one document: by hand, what each attribute has to become.
@Suite struct `Bound HTML` {
  struct Example: CustomTestStringConvertible, Sendable {
    let html: String
    let bound: String
    var testDescription: String { html }
  }

  private static let examples = [
    Example(html: #"<h2 id="甲">甲</h2>"#, bound: #"<h3 id="c.甲">甲</h3>"#),
    Example(html: ##"<a href="#%E7%94%B2">x</a>"##, bound: ##"<a href="#c.%E7%94%B2">x</a>"##),
    Example(html: ##"<a href="#book:part-3.x">x</a>"##, bound: ##"<a href="#part-3.x">x</a>"##),
    Example(html: ##"<a href="part-4.html#x">x</a>"##, bound: ##"<a href="part-4.html#x">x</a>"##),
    Example(html: ##"<a href="#">x</a>"##, bound: ##"<a href="#">x</a>"##),
    Example(
      html: #"<p aria-labelledby="a b" class="id">id="x"</p>"#,
      bound: #"<p aria-labelledby="c.a c.b" class="id">id="x"</p>"#),
    Example(
      html: ##"<rect fill="url(#h)" width="1"/>"##, bound: ##"<rect fill="url(#c.h)" width="1"/>"##
    ),
    Example(html: "<h6>a</h6><hr><header>b</header>", bound: "<h6>a</h6><hr><header>b</header>"),
    Example(html: "1 &lt; 2", bound: "1 &lt; 2"),
    Example(html: #"<input disabled value="a>b">"#, bound: #"<input disabled value="a>b">"#),
  ]

  @Test(arguments: examples) func `begins ids and links with the chapter's`(_ example: Example) {
    let made = bound(Array(example.html.utf8), to: "c")
    #expect(String(decoding: made, as: UTF8.self) == example.bound)
  }

  @Test func `loses links to what the document does not hold`() {
    let html =
      ##"<a href="#x">x</a> <a class="k" href="#y">y</a> <a href="z.html#q">z</a><i id="x"></i>"##
    let made = String(decoding: withoutLooseLinks(Array(html.utf8)), as: UTF8.self)
    #expect(
      made
        == ##"<a href="#x">x</a> <a class="k">y</a> <a href="z.html#q">z</a><i id="x"></i>"##)
  }
}
