import Diagnostics
import Phrases

/// What is wrong with names that a page defines and refers to, and with signs that were read as text.
extension Diagnostic {
  static func unreadDirective(_ line: String, at place: Place) -> Self {
    let line = line.prefix(60)
    return Diagnostic(
      id: "markdown.unread-directive", at: place,
      Phrase(
        zh: "“\(line)”在这里不是块：它是一段文字、代码或 HTML 的一部分",
        en: "“\(line)” is no block here: it is part of a text, of code or of HTML"),
      expected: Phrase(
        zh: "冒号前最多三个半角空格", en: "at most three plain spaces before the colons"),
      fix: Phrase(
        zh: "去掉缩进；要写代码，就放在两行“```”之间",
        en: "take the indentation away, or put code between two lines of “```”"))
  }

  static func openComment(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.open-comment", at: place,
      Phrase(
        zh: "“<!”在这里不是注释的开头，会印在页面上",
        en: "“<!” begins no comment here and would be printed"),
      expected: Phrase(
        zh: "“<!-- … -->”，中间没有“--”", en: "“<!-- … -->” without “--” inside"),
      fix: Phrase(
        zh: "把注释写完整；要印出这两个符号，就写“\\<!”",
        en: "close the comment, or write “\\<!” for the signs themselves"))
  }

  static func missingFootnote(_ label: String, at place: Place) -> Self {
    let label = label.prefix(60)
    return Diagnostic(
      id: "markdown.missing-footnote", at: place,
      Phrase(zh: "这里没有脚注“\(label)”", en: "there is no footnote “\(label)” here"),
      fix: Phrase(
        zh: "另起一行写“[^\(label)]: …”；要印出符号本身，就写“\\[^”",
        en: "write “[^\(label)]: …” on a line of its own, or “\\[^” for the signs themselves"))
  }

  static func unreadLink(_ text: String, address: String, at place: Place) -> Self {
    let (text, shown) = (text.prefix(80), address.prefix(60))
    let hasBlank = address.contains(where: \.isWhitespace) && !address.contains("<")
    return Diagnostic(
      id: "markdown.unread-link", at: place,
      Phrase(zh: "“\(text)”不是链接", en: "“\(text)” is no link"),
      fix: hasBlank
        ? Phrase(zh: "把地址写成“<\(shown)>”", en: "write the address as “<\(shown)>”")
        : Phrase(
          zh: "把地址写在“<…>”里；要印出符号本身，就写“\\[”",
          en: "write the address in “<…>”, or “\\[” for the signs themselves"))
  }

  static func missingDefinition(_ text: String, label: String, at place: Place) -> Self {
    let (text, label) = (text.prefix(80), label.prefix(60))
    return Diagnostic(
      id: "markdown.missing-definition", at: place,
      Phrase(
        zh: "“\(text)”指向“\(label)”，而这里没有写它的地址",
        en: "“\(text)” refers to “\(label)”, which is not defined here"),
      fix: Phrase(
        zh: "另起一行写“[\(label)]: 地址”；要印出符号本身，就写“\\[”",
        en: "write “[\(label)]: address” on a line of its own, or “\\[” for the signs themselves"))
  }

  static func secondDefinition(_ name: String, first: Place, at place: Place) -> Self {
    let name = name.prefix(60)
    return Diagnostic(
      id: "markdown.second-definition", at: place,
      Phrase(
        zh: "“\(name)”在第 \(first.line) 行已经写过",
        en: "“\(name)” was defined already in line \(first.line)"),
      fix: Phrase(zh: "给其中一个换个名字", en: "give one of them another name"))
  }

  static func reservedLine(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.reserved-line", at: place,
      Phrase(
        zh: "“\(CutText.gap)”是程序自己用的记号，不会显示",
        en: "“\(CutText.gap)” is a sign of the program's own and would not be shown"),
      fix: Phrase(zh: "改写这一行", en: "write this line differently"))
  }

  static func endlessCut(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-deep", at: place,
      Phrase(
        zh: "脚注里的块又带出脚注，层数太多",
        en: "footnotes bring ever more footnotes with blocks in them"),
      fix: Phrase(zh: "把块移到脚注外面", en: "take the blocks out of the footnotes"))
  }
}
