import Testing

@testable import Markdown

@Suite struct `The ids that raw HTML gives` {
  @Test(arguments: [
    (#"<a id="x"></a>"#, ["x"]), (#"<b class=c id='y z'>"#, ["y z"]), ("<i\nID = w>", ["w"]),
    (#"<a data-id="no" id="yes"><b id="two">"#, ["yes", "two"]), ("id=\"text\"", []),
    ("</a id=\"e\">", []),
    ("<a href=\"#id\">", []),
  ])
  func `are those of its tags`(markup: String, ids: [String]) { #expect(rawIDs(in: markup) == ids) }
}
