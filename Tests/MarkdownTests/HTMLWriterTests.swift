import Markdown
import Testing

/// Escaping: the one place where text becomes markup.
struct HTMLWriterTests {
  private func written(_ write: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    write(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test func `text cannot become markup`() {
    #expect(
      written { $0.text("<a href=\"x\">客 & '我'") } == "&lt;a href=&quot;x&quot;&gt;客 &amp; '我'")
    #expect(written { $0.text("") } == "")
  }

  @Test func `an address is encoded once`() {
    #expect(
      written { $0.address("客.md?a=1&b='2'#%20 [\"".utf8) }
        == "%E5%AE%A2.md?a=1&amp;b=&#x27;2&#x27;#%20%20%5B%22")
  }

  @Test func `numbers are written in digits`() {
    #expect(
      written {
        $0.number(0)
        $0.number(10)
        $0.number(-7)
      } == "010-7")
  }

  private static let addresses: [(String, Bool)] = [
    ("a.md", true), ("#x", true), ("//a.cn", true), ("http://a.cn", true), ("MAILTO:a@b.cn", true),
    ("tel:110", true), ("a/b:c", true), ("?a:b", true), ("", true),
    ("javascript:x", false), ("\u{1}javascript:x", false), ("java\tscript:x", false),
    (" vbscript:x", false), ("data:text/html,x", false), ("file:///etc/passwd", false),
    ("x-foo:y", false), (":x", false),
  ]

  @Test(arguments: addresses)
  func `only schemes that do no harm are safe`(address: String, isSafe: Bool) {
    #expect(Address.isSafe(address.utf8) == isSafe)
  }
}
