import Diagnostics
import Testing

@testable import Markdown

/// The property that editions rest on: a reader's page is the same, byte for byte, whatever stands
/// inside the blocks that are not theirs.
struct NothingLeftTests {
  /// What a reader gets of a page: bytes and everything that navigation and links are made from; nil
  /// where the page is not published because its blocks are wrong.
  private func page(_ text: String) -> Body? {
    let read = Manuscript.read(SourceFile(path: "page.md", text: text))
    guard !read.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    return read.value.page { $0.name != "notes" }.value.render(
      Rendering(isData: { $0 == "calc" })
    ).withoutPlaces
  }

  @Test(arguments: 0..<10)
  func `pages do not show what stands in others' blocks`(seed: Int) {
    var compared = 0
    var changed = 0
    for number in 0..<1_000 {
      var maker = SplitPageMaker(seed: UInt64(seed * 1_000 + number))
      let parts = maker.parts()
      let (first, second) = (maker.filled(parts), maker.filled(parts))
      guard let one = page(first), let other = page(second) else { continue }
      compared += 1
      if first != second { changed += 1 }
      #expect(one == other, "\(first.debugDescription)\n\(second.debugDescription)")
    }
    // Most pages are right ones, or nothing would be shown here.
    #expect(compared > 800 && changed > 700, "\(compared), \(changed)")
  }

  @Test func `a page without the block is the page with it`() {
    for seed in 0..<1_000 {
      var maker = SplitPageMaker(seed: UInt64(50_000 + seed))
      let parts = maker.parts()
      guard let one = page(maker.filled(parts)), let other = page(parts.empty) else { continue }
      #expect(one == other)
    }
  }
}

/// Pages in parts: some that everybody sees, and between them blocks for others.
private struct SplitPageMaker {
  struct Parts {
    /// What everybody sees, each part behind the signs that the block after it stands in.
    var open: [(text: String, prefix: String)] = []

    /// The page whose blocks are empty.
    var empty: String { open.map { $0.text + Parts.block($0.prefix, "") }.joined() }

    static func block(_ prefix: String, _ content: String) -> String {
      let inner = prefix.replacing("- ", with: "  ").replacing("1. ", with: "   ")
      let lines = content.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty && !inner.contains(">") ? "\n" : inner + $0 + "\n"
      }
      return "\n" + prefix + ":::notes\n" + lines.joined() + inner + ":::\n"
    }
  }

  private var maker: PageMaker

  init(seed: UInt64) { maker = PageMaker(seed: seed) }

  private mutating func one<Element>(of list: [Element]) -> Element {
    list[maker.number(below: list.count)]
  }

  mutating func parts() -> Parts {
    var parts = Parts()
    for _ in 0...maker.number(below: 3) {
      parts.open.append((snippets(Self.shared + Self.visible), one(of: Self.prefixes)))
    }
    return parts
  }

  mutating func filled(_ parts: Parts) -> String {
    parts.open.map { part in
      part.text + Parts.block(part.prefix, snippets(Self.shared + Self.hidden))
    }.joined()
  }

  private mutating func snippets(_ list: [String]) -> String {
    (0...maker.number(below: 4)).map { _ in one(of: list) }
      .joined(separator: one(of: ["\n", "\n\n"]))
  }

  private static let prefixes = ["", "", "", "> ", "- ", "1. ", "> - "]

  /// Whatever may bind one part of a page to another.
  private static let shared = [
    "# 目标", "# 目标 {#goal}", "## 一 `= 1`", "目标\n===", "[甲]", "[甲][乙]", "[甲]: a.md",
    "[乙]: <b c.md> \"t\"",
    "见[^1]", "见[^注]和[^1]", "[^1]: 一", "[^注]: 二\n\n    三", "文字 **重。**后 ~~删~~", "- 一\n- 二",
    "- 一\n\n- 二",
    "1. 一", "7. 七", "> 引", "| a | b |\n|---|--:|\n| 1 | 2 |", "```calc\nx = 1\n```",
    "```\n:::\n```",
    "::lines{n=2}", "::lines[题 [甲]]{#l}", ":::box{#goal}\n# 盒\n:::",
    ":::box\n::lines\n[丙]: c.md\n:::",
    "<!-- 记 -->", "<b>粗</b>", "www.a.cn", "https://a.cn/_b_", "![图](z.png)", "---",
    "[丙](#goal) [丁](d.md)",
    "    code", "\\", "`[^1]`", "[^1]: 又", "[甲]: 又.md", "文  \n字", "\t",
    "- [ ] 做", "***",
  ]
  private static let visible = ["正文", "正文[^2]\n\n[^2]: 注", "::notes[题]", "段\n落"]
  private static let hidden = [
    "秘密", ":::notes\n更深\n:::", "[甲]: secret.md", "[^2]: 秘", "# 正文", "| a |", "<div>\n\n", "*", "[",
    "`", "",
    "```\n秘\n```", "~~~x\n:::\n~~~", "<!--\n:::\n-->", "> - 1. 深",
    "[^1]: 秘\n\n    :::box\n    x\n    :::",
  ]
}

extension Body {
  /// The page without the numbers of its lines, which no reader gets.
  fileprivate var withoutPlaces: Body {
    var body = Body()
    body.pieces = pieces.map(\.withoutPlaces)
    body.headings = headings.map {
      Heading(level: $0.level, id: $0.id, text: $0.text, html: $0.html, place: Place(path: ""))
    }
    body.links = links.map {
      Link(kind: $0.kind, destination: $0.destination, place: Place(path: ""))
    }
    body.ids = ids
    return body
  }
}

extension Piece {
  fileprivate var withoutPlaces: Piece {
    let nowhere = Place(path: "")
    switch self {
    case .html: return self
    case .element(let element, let body):
      return .element(element, body: body.map(\.withoutPlaces))
    case .formula(let text, _): return .formula(text, place: nowhere)
    case .data(let kind, let info, let text, _):
      return .data(kind: kind, info: info, text: text, place: nowhere)
    case .directive(var directive, let body):
      directive.place = nowhere
      directive.idPlace = directive.idPlace.map { _ in nowhere }
      directive.attributes = directive.attributes.map {
        Directive.Attribute(key: $0.key, value: $0.value, place: nowhere, valuePlace: nowhere)
      }
      directive.flags = directive.flags.map { Directive.Flag(name: $0.name, place: nowhere) }
      return .directive(directive, body: body.map(\.withoutPlaces))
    }
  }
}
