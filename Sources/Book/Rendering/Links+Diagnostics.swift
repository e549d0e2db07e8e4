import Diagnostics
import Phrases

extension Diagnostic {
  static func brokenLink(_ target: String, nearest: String?, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "link.broken", at: place,
      Phrase(zh: "没有“\(target)”可以链接", en: "there is no “\(target)” to link to"),
      fix: nearest.map(didYouMean)
        ?? Phrase(
          zh: "写内容文件夹里某个文件的路径，从本页算起",
          en: "write the path of a file below the content folder, from this page"))
  }

  static func brokenFragment(_ link: FragmentLink, nearest: String?) -> Diagnostic {
    Diagnostic(
      id: "link.broken-fragment", at: link.place,
      Phrase(
        zh: "“\(link.target)”在树“\(link.tree)”中没有标题“#\(link.fragment)”",
        en: "“\(link.target)” has no heading “#\(link.fragment)” in the tree “\(link.tree)”"),
      fix: nearest.map { Phrase(zh: "是不是“#\($0)”？", en: "did you mean “#\($0)”?") }
        ?? Phrase(zh: "给标题一个 id：## 标题 {#id}", en: "give the heading an id: ## Heading {#id}"))
  }

  static func emptyLink(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "link.empty", at: place,
      Phrase(zh: "这个链接没有写去哪里", en: "this link does not say where it leads"),
      fix: Phrase(
        zh: "在圆括号里写上文件的路径或地址：[文字](第二部分.md)",
        en: "write the path of a file or an address between the brackets: [text](part-2.md)"))
  }

  static func linkOutside(_ destination: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "link.outside", at: place,
      Phrase(
        zh: "“\(destination.prefix(80))”指向内容文件夹之外",
        en: "“\(destination.prefix(80))” points outside the content folder"),
      fix: Phrase(
        zh: "链接内容文件夹里的文件，或以 https:// 开头的地址",
        en: "link a file below the content folder, or an address with https://"))
  }

  static func linkLeavesTree(_ source: String, tree: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "link.other-tree", at: place,
      Phrase(
        zh: "“\(source)”不在这个链接所处的树“\(tree)”里",
        en: "“\(source)” is not for the tree “\(tree)”, in which this link stands"),
      fix: Phrase(
        zh: "把链接放进一个块，写上那一页的 edition= 或 audience=",
        en: "put the link into a block with the other page's edition= or audience="))
  }

  static func linkToRows(_ source: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "link.to-rows", at: place,
      Phrase(
        zh: "“\(source)”一页写给许多人：指的是哪一份？",
        en: "“\(source)” is written once for many: which one is meant?"),
      fix: Phrase(zh: "用 ::members，它链接每一份计划", en: "use ::members, which links every plan"))
  }
}
