import Diagnostics
import Phrases

/// Every mistake that this module reports.
extension Diagnostic {
  static func notUTF8(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.not-utf8", at: place,
      Phrase(zh: "这一页不是 UTF-8 文本", en: "the page is not UTF-8 text"),
      expected: Phrase(zh: "UTF-8", en: "UTF-8"),
      fix: Phrase(zh: "把文件另存为 UTF-8", en: "save the file as UTF-8"))
  }

  static func tooBig(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-big", at: place,
      Phrase(
        zh: "这一页超过 \(SizeLimit.source / 1024 / 1024) MiB",
        en: "the page is larger than \(SizeLimit.source / 1024 / 1024) MiB"),
      fix: Phrase(zh: "把这一页拆开", en: "split the page"))
  }

  static func tooMuch(_ cause: Workload.Cause, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-much", at: place,
      Phrase(zh: "一个段落里的\(cause)太多，无法读完", en: "too many \(cause) in one block to read"),
      fix: Phrase(
        zh: "在各部分之间空一行，或把这一页拆开", en: "put blank lines between the parts, or split the page"))
  }

  static func tooLarge(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-large", at: place,
      Phrase(
        zh: "从这里起，页面会变成原文的 20 倍以上",
        en: "from here on the page becomes more than 20 times as large as its source"),
      fix: Phrase(
        zh: "减少重复：长地址、脚注和空单元格增长最快",
        en: "repeat less: long addresses, footnotes and empty cells grow most"))
  }

  static func unclosed(_ directive: Directive) -> Self {
    Diagnostic(
      id: "markdown.unclosed-directive", at: directive.place,
      Phrase(zh: "“\(directive.name)”没有结束", en: "“\(directive.name)” is never closed"),
      fix: Phrase(zh: "用一行“:::”结束它", en: "end it with a line “:::”"))
  }

  static func strayClose(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.stray-close", at: place,
      Phrase(zh: "这个“:::”没有对应的开头", en: "“:::” closes nothing"),
      fix: Phrase(
        zh: "删除它，或给要结束的块补上开头一行“:::名称”",
        en: "remove it, or give the block it should close an opening line “:::name”"))
  }

  static func tooDeep(at place: Place) -> Self {
    Diagnostic(
      id: "markdown.too-deep", at: place,
      Phrase(
        zh: "块嵌套超过 \(DirectiveSyntax.deepest) 层",
        en: "more than \(DirectiveSyntax.deepest) directives inside one another"),
      fix: Phrase(zh: "先结束外层的块", en: "close the outer ones first"))
  }

  static func malformedDirective(_ fault: DirectiveLine.Fault, at place: Place) -> Self {
    switch fault {
    case .noName:
      Diagnostic(
        id: "markdown.bad-directive", at: place,
        Phrase(zh: "“:::”后面没有名称", en: "no name after “:::”"),
        expected: Phrase(
          zh: "“:::名称[标题]{属性}”，或单独一行“:::”作为结束",
          en: "“:::name[title]{attributes}”, or “:::” alone to close"))
    case .openTitle:
      Diagnostic(
        id: "markdown.bad-directive", at: place,
        Phrase(zh: "标题没有结束", en: "the title is not closed"),
        fix: Phrase(zh: "在同一行用“]”结束", en: "end it with “]” on the same line"))
    case .openAttributes:
      Diagnostic(
        id: "markdown.bad-directive", at: place,
        Phrase(zh: "属性没有结束", en: "the attributes are not closed"),
        fix: Phrase(zh: "在同一行用“}”结束", en: "end them with “}” on the same line"))
    case .trailingText:
      Diagnostic(
        id: "markdown.bad-directive", at: place,
        Phrase(zh: "块的开头一行后面还有文字", en: "text after a directive"),
        expected: Phrase(
          zh: "“:::名称[标题]{属性}”独占一行", en: "“:::name[title]{attributes}” alone on its line"),
        fix: Phrase(zh: "标题写在“[…]”里，正文写到下一行", en: "put a title in “[…]”, and text on the next line")
      )
    case .fullWidthColons:
      Diagnostic(
        id: "markdown.full-width", at: place,
        Phrase(zh: "全角“：”不能开始一个块", en: "a full-width “：” begins no directive"),
        fix: Phrase(zh: "写“:::”或“::”", en: "write “:::” or “::”"))
    case .fullWidthBrackets:
      Diagnostic(
        id: "markdown.full-width", at: place,
        Phrase(zh: "全角括号不能开始标题", en: "a full-width bracket begins no title"),
        fix: Phrase(zh: "写“[标题]”", en: "write “[title]”"))
    case .fullWidthBraces:
      Diagnostic(
        id: "markdown.full-width", at: place,
        Phrase(zh: "全角“｛”不能开始属性", en: "a full-width “｛” begins no attributes"),
        fix: Phrase(zh: "写“{…}”", en: "write “{…}”"))
    }
  }

  static func fullWidthEquals(_ key: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.full-width", at: place,
      Phrase(zh: "“\(key)”后面是全角“＝”", en: "“\(key)” is followed by a full-width “＝”"),
      fix: Phrase(zh: "写“\(key)=…”", en: "write “\(key)=…”"))
  }

  static func curlyQuotes(_ key: String, around value: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.curly-quotes", at: place,
      Phrase(
        zh: "“\(key)”的值“\(value)”用了弯引号",
        en: "the value “\(value)” of “\(key)” stands in curly quotes"),
      fix: Phrase(
        zh: "写 \(key)=\"\(value)\"，直引号",
        en: "write \(key)=\"\(value)\", with straight quotes"))
  }

  static func badAttribute(_ text: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.bad-attribute", at: place,
      Phrase(zh: "“\(text)”不是属性", en: "“\(text)” is not an attribute"),
      expected: Phrase(
        zh: "#id、.class、key=value、key=\"value\" 或一个词",
        en: "#id, .class, key=value, key=\"value\" or a word"))
  }

  static func emptyAttribute(_ text: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.bad-attribute", at: place,
      Phrase(zh: "“\(text)”后面没有内容", en: "nothing after “\(text)”"),
      expected: Phrase(
        zh: "#id、.class、key=value、key=\"value\" 或一个词",
        en: "#id, .class, key=value, key=\"value\" or a word"))
  }

  static func secondKey(_ key: String, first: Place, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.second-key", at: place,
      Phrase(
        zh: "“\(key)”在第 \(first.column) 列已经给过",
        en: "“\(key)” was already given at column \(first.column)"),
      fix: Phrase(zh: "只留一个", en: "keep one of them"))
  }

  static func secondID(_ id: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.second-key", at: place,
      Phrase(zh: "“#\(id)”是第二个 id", en: "“#\(id)” is a second id"),
      fix: Phrase(zh: "只留一个", en: "keep one of them"))
  }

  static func duplicateID(_ id: String, first: Place, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.duplicate-id", at: place,
      Phrase(
        zh: "id“\(id)”在第 \(first.line) 行已经用过",
        en: "the id “\(id)” was already given on line \(first.line)"),
      fix: Phrase(zh: "给其中一个换一个 id", en: "give one of them another id"))
  }

  static func unsafeLink(_ address: String, at place: Place) -> Self {
    Diagnostic(
      id: "markdown.unsafe-link", at: place,
      Phrase(
        zh: "页面不能链接到“\(address.prefix(80))”", en: "a page may not link to “\(address.prefix(80))”"),
      expected: Phrase(
        zh: "相对地址，或 http、https、mailto、tel、sms、ftp、weixin",
        en: "a relative address, or http, https, mailto, tel, sms, ftp or weixin"))
  }
}

extension Workload.Cause: Worded {
  func text(in language: Language) -> String {
    let words: Phrase =
      switch self {
      case .nesting: Phrase(zh: "层层相套的块", en: "blocks inside one another")
      case .brackets: Phrase(zh: "方括号", en: "brackets")
      case .html: Phrase(zh: "没有结束的 HTML", en: "unclosed HTML")
      case .references: Phrase(zh: "指向长地址的引用", en: "references to long addresses")
      case .cells: Phrase(zh: "表格单元格", en: "table cells")
      case .columns: Phrase(zh: "表格列", en: "table columns")
      case .tables: Phrase(zh: "表格线", en: "table rules")
      case .tildes: Phrase(zh: "强调中的波浪号", en: "tildes among emphasis")
      }
    return words.text(in: language)
  }
}
