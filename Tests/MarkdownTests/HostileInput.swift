import Testing

/// A page made to cost a Markdown reader more than it is worth: a beginning, a part that is
/// repeated up to a size, and an end.
struct HostileInput: Sendable, CustomTestStringConvertible {
  let start: String
  let part: String
  let end: String

  init(_ part: String, start: String = "", end: String = "") {
    self.start = start
    self.part = part
    self.end = end
  }

  var testDescription: String {
    "\(start.prefix(24))(\(part.prefix(24)))*\(end.prefix(24))".replacing("\n", with: "⏎")
  }

  /// The page at about a number of bytes.
  func page(of bytes: Int = 100_000) -> String {
    start + String(repeating: part, count: bytes / part.utf8.count) + end
  }

  /// What is known to have taken readers too long or too much room, and what might, by what it is
  /// made of.
  static let known: [(name: String, inputs: [HostileInput])] = [
    ("brackets", brackets), ("emphasis", emphasis), ("markup", markup), ("blocks", blocks),
    ("directives", directives), ("tables", tables), ("expansion", expansion),
    ("addresses", addresses), ("chinese", chinese),
  ]

  private static let brackets: [HostileInput] = [
    HostileInput("![[]()"), HostileInput("![l"), HostileInput("["), HostileInput("[", end: "]"),
    HostileInput("[a](<b"), HostileInput("[a]("), HostileInput("[](\"a"), HostileInput("[a]["),
    HostileInput("![a](b \"c"), HostileInput("[a](b (c"), HostileInput("[a]("),
    HostileInput("[\\]"), HostileInput("[^a]"), HostileInput("![^"), HostileInput("[a]: b\n"),
    HostileInput("[ (]("), HostileInput("[x\n"), HostileInput("![](("), HostileInput("]"),
    HostileInput("[a][" + String(repeating: "b", count: 900)),
    HostileInput("[", start: String(repeating: "]", count: 50_000)),
    HostileInput("[]()", start: String(repeating: "![", count: 25_000)),
  ]

  private static let emphasis: [HostileInput] = [
    HostileInput("*a "), HostileInput("_a "), HostileInput("a_ "), HostileInput("*a_ "),
    HostileInput("a*"), HostileInput("**a *b "), HostileInput("*a **a "), HostileInput("_"),
    HostileInput("c* ", start: "a**b"), HostileInput("_", start: ".", end: "."),
    HostileInput("~"), HostileInput("~a "), HostileInput("~~a ~b "), HostileInput("*b ~c~ "),
    HostileInput("c~ ", start: "~~a " + String(repeating: "*b ", count: 16_000)),
    HostileInput("~~c ", start: String(repeating: "*b ", count: 16_000)),
    HostileInput("a~~ ", start: String(repeating: "*b ", count: 16_000)),
    HostileInput("*~"), HostileInput("`"), HostileInput("``a`b"), HostileInput("e`a``"),
    HostileInput("*", start: "a", end: "b"),
    HostileInput("**x", end: String(repeating: "**", count: 5000)),
  ]

  private static let markup: [HostileInput] = [
    HostileInput("a <? "), HostileInput("a <!A "), HostileInput("a <![CDATA["),
    HostileInput("a <!-- "), HostileInput("a <!-- -"), HostileInput("<a "), HostileInput("<a b=\""),
    HostileInput("<a b='c' "), HostileInput("</a"), HostileInput("<a:"), HostileInput("<a@"),
    HostileInput("<"), HostileInput("&"), HostileInput("&#1;"), HostileInput("&amp"),
    HostileInput("<?\n\n"), HostileInput("<!A\n"), HostileInput("<div>\n"), HostileInput("\\"),
    HostileInput("\"<"), HostileInput("a\u{0}"), HostileInput("<a\n"),
  ]

  private static let blocks: [HostileInput] = [
    HostileInput(">"), HostileInput("> "),
    HostileInput(">", end: "\n" + String(repeating: "a\n", count: 9)),
    HostileInput("- "), HostileInput("* "), HostileInput("1. "), HostileInput("- ", end: "a"),
    HostileInput("* ", end: "a"), HostileInput("-\n"), HostileInput("- x\n\n"),
    HostileInput("+ - * "),
    HostileInput(">\n\n"), HostileInput("#"), HostileInput("#\n"), HostileInput("a\n=\n"),
    HostileInput("```\n"), HostileInput("~~~\n\n"), HostileInput("\n"), HostileInput(" "),
    HostileInput("\t"), HostileInput("[^a]: "), HostileInput("[^a]:\n\n"),
    HostileInput("    a\n\n"),
    HostileInput(String(repeating: ">", count: 90) + "a\n"),
    HostileInput(String(repeating: ">", count: 90) + "\n\n"),
    HostileInput("- a\n" + String(repeating: " ", count: 12) + "- b\n"),
    HostileInput("# a\n"), HostileInput("# a {#b}\n"), HostileInput("# \n"), HostileInput("---\n"),
  ]

  private static let directives: [HostileInput] = [
    HostileInput(":::a\n"), HostileInput(":::a\n:::\n"), HostileInput(":::\n"),
    HostileInput("::a\n"),
    HostileInput(":"), HostileInput(":::"), HostileInput("::a[", end: "]"), HostileInput("::a{b="),
    HostileInput("：：：\n"), HostileInput("- :::a\n"), HostileInput("#a", start: "::x{", end: "}"),
    HostileInput("a=1 ", start: "::x{", end: "}"), HostileInput("[", start: "::x[", end: "]"),
  ]

  private static let tables: [HostileInput] = [
    HostileInput("|"), HostileInput("|", end: "\n" + String(repeating: "|-", count: 50_000)),
    HostileInput("|-"), HostileInput("-|-\n|-|-|-\n"), HostileInput("-|\n"), HostileInput(":-:\n"),
    HostileInput("a\n", start: wideTable(2000)), HostileInput("a\n", start: wideTable(8000)),
    HostileInput("|\n", start: wideTable(300)), HostileInput("\\|", start: "a|b\n-|-\n"),
    HostileInput("||\n", start: "a|b\n:-:|:-:\n"), HostileInput("a|b\n-|-\n"),
    HostileInput("a|b\n-|-\n\n"),
    HostileInput("|a\n", start: "x\n" + String(repeating: "-|", count: 999) + "\n"),
    HostileInput("| - |\n", start: "a\n"), HostileInput("x|y\n-|-|-\n"),
  ]

  private static let expansion: [HostileInput] = [
    HostileInput("[a]", start: "[a]: " + String(repeating: "b", count: 50_000) + "\n\n"),
    HostileInput("[a]", start: "[a]:\n" + String(repeating: "b", count: 50_000) + "\n\n"),
    HostileInput("[a]\n", start: "[a]: b \"" + String(repeating: "c\n", count: 25_000) + "\"\n\n"),
    HostileInput("[a]", start: "[a]: b\n'" + String(repeating: "]: \"\n", count: 10_000) + "'\n\n"),
    HostileInput("[^a]", start: "[^a]: b\n\n"), HostileInput("x[^a] ", start: "[^a]: b\n\n"),
    HostileInput("[^a]: [^a]\n"), HostileInput("![a](b \"\"\"\"\"\")"), HostileInput("\""),
    HostileInput("- [ ] a\n"), HostileInput("1. a\n2) b\n"), HostileInput("```a\n```\n"),
    HostileInput("客", start: "[a](", end: ")"), HostileInput("[客](客)"), HostileInput("# 客\n\n"),
  ]

  private static let addresses: [HostileInput] = [
    HostileInput("@"), HostileInput("a@"), HostileInput("a@b."), HostileInput("a.b@c_"),
    HostileInput("www."), HostileInput("_www.a"), HostileInput("(www.a_b"), HostileInput("http://"),
    HostileInput("http://a("), HostileInput("http://a", end: String(repeating: ")", count: 50_000)),
    HostileInput("http://a.b/;"), HostileInput("http://a.b/&a;"), HostileInput("a:"),
    HostileInput("http://_a."), HostileInput("*www.a_*"), HostileInput("http://a/*_~"),
    HostileInput("客www.a"), HostileInput("http://a.b。"), HostileInput("<http://a"),
  ]

  private static let chinese: [HostileInput] = [
    HostileInput("**重。**"), HostileInput("客*“"), HostileInput("。*客"), HostileInput("“**客”"),
    HostileInput("客\n"), HostileInput("~~。~~客"), HostileInput(mark), HostileInput(mark + "\\*"),
    HostileInput("*" + mark), HostileInput("客~~~*“"), HostileInput("（*客）"),
  ]

  /// A character that no text may hold, and that the module uses as a mark.
  private static let mark = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)

  private static func wideTable(_ columns: Int) -> String {
    String(repeating: "|a", count: columns) + "\n" + String(repeating: "|-", count: columns) + "\n"
  }
}
