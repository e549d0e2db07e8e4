import Phrases

/// Why something may not stand where it stands in the HTML, in words for a message.
enum MarkupReason: Worded, Hashable, Sendable {
  case script
  case style
  case comment
  case tagName
  case attributeName
  case unquoted
  case declaration
  case addressList
  case refusedScheme
  case refresh
  case animation
  case verbatimAttribute
  case verbatimPlainText
  case strayEquals
  case attributesTouch

  func text(in language: Language) -> String { phrase.text(in: language) }

  private var phrase: Phrase {
    switch self {
    case .script:
      Phrase(
        zh: "脚本里：给脚本的数据写在 data-… 属性中",
        en: "a script: give the script its data in an attribute data-…")
    case .style:
      Phrase(zh: "样式里：请在样式表的类中选择", en: "a style: choose among classes of the stylesheet")
    case .comment:
      Phrase(
        zh: "页面的注释里：自己的说明请写 {{! … }}",
        en: "a comment of the page: use {{! … }} for notes of your own")
    case .tagName:
      Phrase(
        zh: "标签名里：用 {{#if …}} 在整个标签之间选择",
        en: "the name of a tag: choose between whole tags with {{#if …}}")
    case .attributeName:
      Phrase(
        zh: "属性名里：用 {{#if …}} 在整个属性之间选择",
        en: "the name of an attribute: choose between whole attributes with {{#if …}}")
    case .unquoted:
      Phrase(
        zh: "没有引号的属性里：写 name=\"{{…}}\"", en: "an attribute without quotes: write name=\"{{…}}\"")
    case .declaration:
      Phrase(zh: "声明里", en: "a declaration")
    case .addressList:
      Phrase(zh: "地址列表里，它的各部分无法检查", en: "a list of addresses, whose parts cannot be checked")
    case .refusedScheme:
      Phrase(
        zh: "不是 http、https、mailto、tel 的地址里",
        en: "an address whose scheme is not http, https, mailto or tel")
    case .refresh:
      Phrase(
        zh: "http-equiv 的内容里，它会把读者带到别处",
        en: "the content of an http-equiv, which can send the reader elsewhere")
    case .animation:
      Phrase(zh: "动画的值里，它可能变成地址", en: "the value of an animation, which can become an address")
    case .verbatimAttribute:
      Phrase(zh: "属性里，HTML 只能放在正文中：写 {{…}}", en: "an attribute, and HTML is for text: write {{…}}")
    case .verbatimPlainText:
      Phrase(
        zh: "只放纯文字、不放 HTML 的元素里：写 {{…}}",
        en: "an element that holds plain text, and no HTML: write {{…}}")
    case .strayEquals:
      Phrase(zh: "标签里：“=”前面没有名字", en: "a tag: “=” has no name before it")
    case .attributesTouch:
      Phrase(zh: "标签里：属性之间要有空格", en: "a tag: a blank must set attributes apart")
    }
  }
}

extension Markup {
  /// Where an interpolation stands, or why it may not stand there.
  func placement(verbatim: Bool) -> Result<Placement, MarkupFault> {
    func refused(_ reason: MarkupReason) -> Result<Placement, MarkupFault> {
      .failure(MarkupFault(offset: 0, reason: reason))
    }
    switch state {
    case .text: return .success(.text)
    case .plainText: return verbatim ? refused(.verbatimPlainText) : .success(.text)
    case .quoted:
      if let reason = attributeReason { return refused(reason) }
      return verbatim ? refused(.verbatimAttribute) : .success(.attribute)
    case .tagOpen, .endTagOpen, .tagName: return refused(.tagName)
    case .declarationOpen, .declarationDash, .declaration: return refused(.declaration)
    case .comment: return refused(.comment)
    case .tag, .attributeEnd, .attributeName, .afterAttributeName: return refused(.attributeName)
    case .beforeValue, .unquoted: return refused(.unquoted)
    case .rawText: return refused(element.elementsEqual("style".utf8) ? .style : .script)
    }
  }

  /// Why no value may stand in this attribute, if so.
  private var attributeReason: MarkupReason? {
    let name = Self.text(attribute)
    if name.hasPrefix("on") || name == "srcdoc" { return .script }
    if name == "style" { return .style }
    if name == "srcset" || name == "imagesrcset" { return .addressList }
    if address == .refused { return .refusedScheme }
    switch Self.text(element) {
    case "meta/http-equiv": return .refresh
    case "meta": return name == "http-equiv" ? .refresh : nil
    case "animate", "animatetransform", "animatemotion", "set":
      return ["to", "from", "by", "values"].contains(name) ? .animation : nil
    default: return nil
    }
  }

  /// Brings the state to a point where a section, a partial or a block may begin or end; gives a
  /// reason where none may.
  mutating func settle() -> MarkupReason? {
    switch state {
    case .text, .tag, .attributeEnd, .quoted, .comment(dashes: 0), .rawText(matched: 0),
      .plainText(matched: 0), .declaration:
      return nil
    case .tagName, .attributeName:
      state = .attributeEnd
      attribute = []
    case .afterAttributeName:
      state = .tag
      attribute = []
    case .tagOpen, .endTagOpen: return .tagName
    case .declarationOpen, .declarationDash: return .declaration
    case .comment: return .comment
    case .beforeValue, .unquoted: return .unquoted
    case .rawText, .plainText: return .tagName
    }
    return nil
  }

  /// The one state that stands for both ways to this point; nil where the ways differ.
  func joined(with other: Markup) -> Markup? {
    if self == other { return self }
    var (left, right) = (self, other)
    guard left.isBetweenAttributes, right.isBetweenAttributes else { return nil }
    left.state = .attributeEnd
    right.state = .attributeEnd
    left.attribute = []
    right.attribute = []
    return left == right ? left : nil
  }

  var isBetweenAttributes: Bool { state == .tag || state == .attributeEnd }
}

extension Markup: Worded {
  /// Where one is, in words for a message.
  func text(in language: Language) -> String { whereabouts.text(in: language) }

  private var whereabouts: Phrase {
    switch state {
    case .text: Phrase(zh: "在正文里", en: "in text")
    case .tagOpen, .endTagOpen, .tagName, .tag, .attributeEnd, .attributeName,
      .afterAttributeName, .beforeValue:
      Phrase(zh: "在标签里", en: "inside a tag")
    case .declarationOpen, .declarationDash, .declaration:
      Phrase(zh: "在声明里", en: "inside a declaration")
    case .comment: Phrase(zh: "在注释里", en: "inside a comment")
    case .quoted, .unquoted:
      Phrase(
        zh: "在属性“\(Self.text(attribute))”里",
        en: "inside the attribute “\(Self.text(attribute))”")
    case .rawText, .plainText:
      Phrase(
        zh: "在“<\(Self.text(element))>”里", en: "inside “<\(Self.text(element))>”")
    }
  }
}
