import Diagnostics
import Markdown
import Testing

/// Pages thrown together at random: whatever they hold, what comes out is whole.
struct FuzzTests {
  /// Elements that are never closed.
  private static let void: Set<String> = ["br", "hr", "img", "input"]

  @Test(arguments: 0..<8)
  func `every page becomes HTML whose elements are closed in order`(seed: Int) {
    var maker = PageMaker(seed: UInt64(seed))
    for _ in 0..<250 {
      let page = maker.page(blocks: 1 + maker.number(below: 14))
      for plain in [false, true] {
        let html = rendered(page, plain: plain)
        #expect(Self.mistake(in: html) == nil, "\(page.debugDescription)")
      }
    }
  }

  @Test func `bytes at random become text`() {
    var maker = PageMaker(seed: 99)
    for _ in 0..<500 {
      let bytes = (0..<maker.number(below: 200)).map { _ in UInt8(maker.number(below: 256)) }
      let page = renderFile(SourceFile(path: "a.md", bytes: bytes), plain: false, unsafeHTML: false)
      let html = String(decoding: page.value, as: UTF8.self)
      #expect(Array(html.utf8) == page.value)
      #expect(Self.mistake(in: html) == nil)
    }
  }

  @Test func `no mark of ours is left in a page`() {
    var maker = PageMaker(seed: 5)
    for _ in 0..<500 {
      let html = rendered(maker.page(blocks: 8))
      #expect(!html.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) })
    }
  }

  /// The first tag that closes nothing, or is never closed.
  private static func mistake(in html: String) -> String? {
    var open: [String] = []
    // By bytes: a combining mark behind `>` makes one character of both.
    for part in html.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
      .dropFirst()
    {
      guard let end = part.firstIndex(of: UInt8(ascii: ">")) else { return "<" }
      let tag = String(decoding: part[..<end], as: UTF8.self)
      let name = String(tag.prefix { $0 != " " })
      if name.hasPrefix("/") {
        guard open.popLast() == String(name.dropFirst()) else { return "</\(name)>" }
      } else if !void.contains(name) {
        open.append(name)
      }
    }
    return open.last.map { "<\($0)>" }
  }
}
