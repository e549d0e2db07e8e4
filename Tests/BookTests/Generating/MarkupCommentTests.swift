import Testing

@testable import Book

/// Pictures and other markup reach readers without their comments.
@Suite struct `Comments in markup` {
  private func without(_ text: String, isHTML: Bool = false) -> String {
    String(decoding: withoutComments(Array(text.utf8), isHTML: isHTML), as: UTF8.self)
  }

  @Test func `are taken out of a picture`() {
    #expect(without("<svg><!-- 答案：B --><g/><!--x--></svg>") == "<svg><g/></svg>")
    #expect(without("<!-- a\n-- b --><svg/>") == "<svg/>")
    #expect(without("<svg/>") == "<svg/>")
    #expect(without("<svg><!-- never closed") == "<svg>")
  }

  @Test func `are told from text that only looks so`() {
    let text = "<svg><style><![CDATA[a{} /* <!-- */ ]]></style><text>1 &lt;!-- 2</text></svg>"
    #expect(without(text) == text)
    let script = "<p><SCRIPT>if (a <!--b) {}</SCRIPT><!-- 答案 --></p>"
    #expect(without(script, isHTML: true) == "<p><SCRIPT>if (a <!--b) {}</SCRIPT></p>")
    // In XML a style has comments as everything else.
    #expect(without("<svg><style><!-- a --></style></svg>") == "<svg><style></style></svg>")
  }

  @Test func `stand in files by their names`() {
    #expect(isMarkup("img/a.SVG") && isMarkup("a.html") && !isMarkup("a.css") && !isMarkup("svg"))
  }
}
