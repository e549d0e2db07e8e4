/// Why something may not stand where it stands in the HTML, in words for a message.
enum MarkupReason: String, Hashable, Sendable {
  case script = "a script: give the script its data in an attribute data-…"
  case style = "a style: choose among classes of the stylesheet"
  case comment = "a comment of the page: use {{! … }} for notes of your own"
  case tagName = "the name of a tag: choose between whole tags with {{#if …}}"
  case attributeName =
    "the name of an attribute: choose between whole attributes with {{#if …}}"
  case unquoted = "an attribute without quotes: write name=\"{{…}}\""
  case declaration = "a declaration"
  case addressList = "a list of addresses, whose parts cannot be checked"
  case refusedScheme = "an address whose scheme is not http, https, mailto or tel"
  case refresh = "the content of an http-equiv, which can send the reader elsewhere"
  case animation = "the value of an animation, which can become an address"
  case verbatimAttribute = "an attribute, and HTML is for text: write {{…}}"
  case verbatimPlainText = "an element that holds plain text, and no HTML: write {{…}}"
  case strayEquals = "a tag: “=” has no name before it"
  case attributesTouch = "a tag: a blank must set attributes apart"
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

  /// Where one is, in words for a message.
  var description: String {
    switch state {
    case .text: "in text"
    case .tagOpen, .endTagOpen, .tagName, .tag, .attributeEnd, .attributeName,
      .afterAttributeName, .beforeValue:
      "inside a tag"
    case .declarationOpen, .declarationDash, .declaration: "inside a declaration"
    case .comment: "inside a comment"
    case .quoted, .unquoted: "inside the attribute “\(Self.text(attribute))”"
    case .rawText, .plainText: "inside “<\(Self.text(element))>”"
    }
  }
}
