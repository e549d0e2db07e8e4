/// Makes pages of every construct in every combination, always the same ones for a seed.
struct PageMaker {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 to below a limit.
  mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  private static let inlines: [String] = [
    "文字", "，", "“引”", "word ", " ", "**重。**", "*a*", "~~删~~", "~", "`= 1`", "`a`", "[x](y.md)",
    "![图](z.png \"t\")", "www.a.cn", "https://a.cn/_b_", "a@b.cn", "<b>", "&amp;", "\\*", "[^1]",
    "[r]", "**", "*", "_", "[", "]", "(", ")", "`", "\\", "<", "![", "  \n", "\n", "。", "😀",
    "\u{FFFD}", "\t", "|", ":", "-", "{#id}", "\u{0}", "é", "<!-- c -->", "&#x0;", "&nbsp;",
  ]

  private static let prefixes: [String] = [
    "", "", "", "# ", "## ", "> ", "- ", "1. ", "- [ ] ", "    ", "  ", "\t", "> - ", "[^1]: ",
    "[r]: u.md ", ":::a[", ":::b{x=1}\n", "::c{#i y=\"z\"}\n", ":::\n", "```calc\n", "```\n",
    "---\n",
    "|a|b|\n|-|:-:|\n|1|", "<div>\n", "：：：x\n", "===\n", "~~~\n", "  :::", "+   ", "> :::x\n> ",
  ]

  /// A line of text.
  mutating func text() -> String {
    (0...number(below: 8)).map { _ in Self.inlines[number(below: Self.inlines.count)] }.joined()
  }

  /// A page of some blocks.
  mutating func page(blocks: Int) -> String {
    (0..<blocks).map { _ in
      Self.prefixes[number(below: Self.prefixes.count)] + text()
        + ["\n", "\n\n", "\n\n", "\r\n"][number(below: 4)]
    }.joined()
  }
}
