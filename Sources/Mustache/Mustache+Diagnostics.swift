import Diagnostics
import Phrases

// What can be wrong with a template before it meets any value.
extension Diagnostic {
  static func notUTF8(at place: Place) -> Self {
    Self(
      id: "mustache.not-utf8", at: place,
      Phrase(zh: "从这里起，模板不是 UTF-8", en: "the template is not UTF-8 from here on"),
      fix: Phrase(zh: "把文件另存为 UTF-8", en: "save the file as UTF-8"))
  }

  static func unclosedTag(_ ending: String, at place: Place) -> Self {
    Self(
      id: "mustache.unclosed-tag", at: place,
      Phrase(zh: "从这里开始的标签没有结束", en: "the tag that begins here has no end"),
      expected: Phrase(same: "“\(ending)”"),
      fix: Phrase(zh: "用“\(ending)”结束它", en: "close it with “\(ending)”"))
  }

  static func badDelimiters(at place: Place) -> Self {
    Self(
      id: "mustache.bad-delimiters", at: place,
      Phrase(zh: "这不是两个定界符", en: "these are not two delimiters"),
      expected: Phrase(zh: "两个不含“=”的词，中间有空格", en: "two words without “=”, with a space between"),
      fix: Phrase(zh: "写 {{=<% %>=}}", en: "write {{=<% %>=}}"))
  }

  static func badName(_ name: String, at place: Place) -> Self {
    Self(
      id: "mustache.bad-name", at: place,
      name.isEmpty
        ? Phrase(zh: "标签没有名字", en: "the tag names nothing")
        : Phrase(zh: "“\(name)”不是名字", en: "“\(name)” is not a name"),
      expected: Phrase(zh: "一个不含空格的词", en: "one word without spaces"))
  }

  static func incomplete(expected: Phrase, at place: Place) -> Self {
    Self(
      id: "mustache.syntax", at: place, Phrase(zh: "标签结束得太早", en: "the tag ends too soon"),
      expected: expected)
  }

  static func unexpected(_ found: Phrase, expected: Phrase, at place: Place) -> Self {
    Self(
      id: "mustache.syntax", at: place,
      Phrase(zh: "\(found)不能放在这里", en: "\(found) cannot stand here"), expected: expected)
  }

  static func strangeCharacter(
    _ text: String, meant: String?, expected: Phrase, at place: Place
  ) -> Self {
    Self(
      id: "mustache.syntax", at: place,
      Phrase(zh: "“\(text)”不能放在这里", en: "“\(text)” cannot stand here"), expected: expected,
      fix: meant.map { Phrase(zh: "写 \($0)", en: "write \($0)") })
  }

  static func unknownLoopFact(_ name: String, at place: Place) -> Self {
    Self(
      id: "mustache.unknown-name", at: place,
      Phrase(zh: "循环里没有“@\(name)”", en: "a loop has no “@\(name)”"),
      fix: suggestion(for: "@" + name, among: LoopFact.allCases.map { "@" + $0.rawValue }))
  }

  static func unknownFormatter(_ name: String, known: [String], at place: Place) -> Self {
    Self(
      id: "mustache.unknown-formatter", at: place,
      Phrase(zh: "没有格式“\(name)”", en: "unknown formatter “\(name)”"),
      fix: suggestion(for: name, among: known))
  }

  static func wrongArguments(_ formatter: Formatter, given: Int, at place: Place) -> Self {
    let range = formatter.arguments
    let expected =
      range.count == 1
      ? Phrase(same: "\(range.lowerBound)")
      : Phrase(
        zh: "\(range.lowerBound) 到 \(range.upperBound)",
        en: "\(range.lowerBound) to \(range.upperBound)")
    return Self(
      id: "mustache.formatter-arguments", at: place,
      Phrase(
        zh: "“\(formatter.name)”得到了 \(count: given) 个参数",
        en: "“\(formatter.name)” is given \(count: given, "argument", "arguments")"),
      expected: expected)
  }

  static func nestedTooDeeply(_ limit: Int, at place: Place) -> Self {
    Self(
      id: "mustache.nested-too-deeply", at: place,
      Phrase(zh: "这里嵌套超过 \(limit) 层", en: "more than \(limit) levels are nested here"),
      fix: Phrase(zh: "把里面的部分移到一个子模板", en: "move the inner part into a partial"))
  }

  static func unclosedSection(_ label: String, at place: Place) -> Self {
    Self(
      id: "mustache.unclosed-section", at: place,
      Phrase(zh: "“\(label)”没有结束", en: "“\(label)” is not closed"),
      fix: Phrase(zh: "在它的内容结束处结束它", en: "close it where what it holds ends"))
  }

  static func nothingToClose(_ name: String, open: String, at place: Place) -> Self {
    Self(
      id: "mustache.nothing-to-close", at: place,
      Phrase(zh: "“{{/\(name)}}”没有对应的开头", en: "“{{/\(name)}}” closes nothing"),
      expected: open == "the template"
        ? nil : Phrase(zh: "“\(open)”的结束", en: "the end of “\(open)”"))
  }

  static func misplacedElse(at place: Place) -> Self {
    Self(
      id: "mustache.misplaced-else", at: place,
      Phrase(zh: "这个“else”不属于任何“if”", en: "this “else” belongs to no “if”"),
      fix: Phrase(
        zh: "只用一次，放在最后，在 {{#if …}} 和 {{/if}} 之间；段落的另一种情况是 {{^name}}",
        en: "use it once, last, between {{#if …}} and {{/if}}; a section’s other "
          + "way is {{^name}}"))
  }

  static func lostContent(_ label: String, at place: Place) -> Self {
    Self(
      id: "mustache.lost-content", at: place,
      Phrase(
        zh: "“\(label)”中不在块里的内容不会显示",
        en: "what stands in “\(label)” outside of blocks is never shown"),
      fix: Phrase(
        zh: "放进它的某个块，{{$name}}…{{/name}}", en: "put it into one of its blocks, {{$name}}…{{/name}}")
    )
  }

  static func repeatedBlock(_ name: String, at place: Place) -> Self {
    Self(
      id: "mustache.repeated-block", at: place,
      Phrase(zh: "块“\(name)”被替换了两次", en: "the block “\(name)” is replaced twice"))
  }

  static func dynamicParent(at place: Place) -> Self {
    Self(
      id: "mustache.dynamic-parent", at: place,
      Phrase(zh: "父模板的名字不能来自数据", en: "a parent’s name cannot come from a value"),
      fix: Phrase(
        zh: "直接写出父模板，这样才能检查它的块；子模板可以是动态的",
        en: "name the parent, so that its blocks can be checked; a partial may be dynamic"))
  }
}

// What can be wrong between templates, and between a template and its HTML.
extension Diagnostic {
  static func unknownTemplate(_ name: String, known: [String], at place: Place) -> Self {
    Self(
      id: "mustache.unknown-template", at: place,
      Phrase(zh: "没有模板“\(name)”", en: "unknown template “\(name)”"),
      fix: suggestion(for: name, among: known))
  }

  static func unknownBlock(_ name: String, of parent: String, known: [String], at place: Place)
    -> Self
  {
    Self(
      id: "mustache.unknown-block", at: place,
      Phrase(zh: "“\(parent)”没有块“\(name)”", en: "“\(parent)” has no block “\(name)”"),
      fix: known.isEmpty ? nil : suggestion(for: name, among: known))
  }

  static func unsafePlace(_ reason: MarkupReason, at place: Place) -> Self {
    Self(
      id: "mustache.unsafe-place", at: place,
      Phrase(zh: "这不能放在\(reason)", en: "this may not stand in \(reason)"))
  }

  static func openMarkup(_ what: Phrase, from start: Markup, to end: Markup, at place: Place)
    -> Self
  {
    Self(
      id: "mustache.open-markup", at: place,
      Phrase(zh: "\(what)开始时\(start)，结束时\(end)", en: "\(what) begins \(start) and ends \(end)"),
      fix: Phrase(
        zh: "让它在 HTML 的同一层开始和结束", en: "let it begin and end at the same level of the HTML"))
  }

  static func dynamicPlace(at place: Place) -> Self {
    Self(
      id: "mustache.unsafe-place", at: place,
      Phrase(
        zh: "名字来自数据的子模板只能放在正文里",
        en: "a partial whose name comes from a value can stand in text only"))
  }

  static func tooLarge(_ what: Phrase, at place: Place) -> Self {
    Self(
      id: "mustache.too-large", at: place,
      Phrase(zh: "\(what)变得过大", en: "\(what) grows beyond all bounds"))
  }
}
