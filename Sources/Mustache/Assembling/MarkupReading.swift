extension Markup {
  /// Follows literal bytes; gives the points where open addresses begin and end.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>) throws(MarkupFault) -> [AddressMark] {
    var marks: [AddressMark] = []
    for offset in range {
      let byte = bytes[offset]
      if state == .text, byte != UInt8(ascii: "<") { continue }
      let before = self
      if let reason = step(byte) { throw MarkupFault(offset: offset, reason: reason) }
      if before.state == .beforeValue, case .quoted(let quote) = state {
        address = beginning(of: bytes[offset + 1..<range.upperBound], quote)
        if address == .open { marks.append(AddressMark(offset: offset + 1, isEnd: false)) }
      } else if before.address != .harmless, state == .attributeEnd {
        address = .harmless
        if before.address == .open { marks.append(AddressMark(offset: offset, isEnd: true)) }
      }
    }
    return marks
  }

  /// What the literal beginning of a value says about the address that it will be.
  private func beginning(of value: ArraySlice<UInt8>, _ quote: UInt8) -> Address {
    guard Self.addresses.contains(Self.text(attribute)) else { return .harmless }
    guard let index = value.firstIndex(where: { $0 == quote || "/?#:".utf8.contains($0) }) else {
      return .open
    }
    guard value[index] == UInt8(ascii: ":") else { return .harmless }
    return Scheme.isHarmless(value[..<index]) ? .harmless : .refused
  }

  /// Takes one byte; gives a reason where it may not stand.
  private mutating func step(_ byte: UInt8) -> MarkupReason? {
    switch state {
    case .text, .tagOpen, .endTagOpen: stepIntoTag(byte)
    case .declarationOpen, .declarationDash, .declaration, .comment: stepInComment(byte)
    case .tagName: stepInTagName(byte)
    case .tag, .attributeEnd, .attributeName, .afterAttributeName:
      return stepBetweenAttributes(byte)
    case .beforeValue, .quoted, .unquoted: stepInValue(byte)
    case .rawText(let matched): stepInElement(byte, matched) { .rawText(matched: $0) }
    case .plainText(let matched): stepInElement(byte, matched) { .plainText(matched: $0) }
    }
    return nil
  }

  private mutating func stepIntoTag(_ byte: UInt8) {
    if state != .text, Self.isLetter(byte) {
      isEndTag = state == .endTagOpen
      element = [Self.lowercased(byte)]
      state = .tagName
    } else if state == .endTagOpen {
      state = byte == UInt8(ascii: ">") ? .text : .declaration
    } else if byte == UInt8(ascii: "<") {
      state = .tagOpen
    } else if state == .tagOpen {
      switch byte {
      case UInt8(ascii: "/"): state = .endTagOpen
      case UInt8(ascii: "!"): state = .declarationOpen
      case UInt8(ascii: "?"): state = .declaration
      default: state = .text
      }
    }
  }

  private mutating func stepInComment(_ byte: UInt8) {
    let isDash = byte == UInt8(ascii: "-")
    let isEnd = byte == UInt8(ascii: ">")
    switch state {
    case .declarationOpen where isDash: state = .declarationDash
    // `<!-->` is a whole comment: the dashes that open it may also close it.
    case .declarationDash where isDash: state = .comment(dashes: 2)
    case .comment(let dashes):
      state = isDash ? .comment(dashes: min(dashes + 1, 2)) : .comment(dashes: 0)
      if isEnd, dashes == 2 { state = .text }
    default: state = isEnd ? .text : .declaration
    }
  }

  private mutating func stepInTagName(_ byte: UInt8) {
    if SourceMap.isBlank(byte) || byte == UInt8(ascii: "/") {
      state = .tag
    } else if byte == UInt8(ascii: ">") {
      endTag()
    } else if element.count < Self.longestName {
      element.append(Self.lowercased(byte))
    }
  }

  private mutating func stepBetweenAttributes(_ byte: UInt8) -> MarkupReason? {
    let isBlank = SourceMap.isBlank(byte)
    switch byte {
    case UInt8(ascii: ">"): endTag()
    case UInt8(ascii: "/"): state = .tag
    case UInt8(ascii: "=") where state == .attributeName || state == .afterAttributeName:
      state = .beforeValue
    case UInt8(ascii: "="): return .strayEquals
    case _ where isBlank: state = state == .attributeName ? .afterAttributeName : blankState
    case _ where state == .attributeEnd: return .attributesTouch
    case _ where state == .attributeName:
      if attribute.count < Self.longestName { attribute.append(Self.lowercased(byte)) }
    default:
      attribute = [Self.lowercased(byte)]
      state = .attributeName
    }
    return nil
  }

  /// A blank behind a value ends it; behind a name it leaves the way open for `=`.
  private var blankState: State { state == .afterAttributeName ? .afterAttributeName : .tag }

  private mutating func stepInValue(_ byte: UInt8) {
    switch state {
    case .quoted(let quote):
      if byte == quote { state = .attributeEnd }
    case .beforeValue where SourceMap.isBlank(byte): break
    case .beforeValue where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"):
      rememberAttribute()
      state = .quoted(byte)
    default:
      if state == .beforeValue { rememberAttribute() }
      state = SourceMap.isBlank(byte) ? .tag : .unquoted
      if byte == UInt8(ascii: ">") { endTag() }
    }
  }

  /// Looks for the tag that ends `script`, `title` and their like: nothing else does.
  private mutating func stepInElement(
    _ byte: UInt8, _ matched: Int, _ state: (Int) -> State
  ) {
    let closing = Array("</".utf8) + element
    if matched == closing.count {
      let ends = SourceMap.isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
      if ends {
        isEndTag = true
        self.state = .tag
        if byte == UInt8(ascii: ">") { endTag() }
        return
      }
    } else if Self.lowercased(byte) == closing[matched] {
      self.state = state(matched + 1)
      return
    }
    self.state = state(byte == UInt8(ascii: "<") ? 1 : 0)
  }

  private mutating func endTag() {
    attribute = []
    switch Self.text(element) {
    case _ where isEndTag: state = .text
    case "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext":
      state = .rawText(matched: 0)
      return
    case "title", "textarea":
      state = .plainText(matched: 0)
      return
    default: state = .text
    }
    element = []
    isEndTag = false
  }

  /// `http-equiv` gives `content` another meaning, in whichever order they stand.
  private mutating func rememberAttribute() {
    guard Self.text(element).hasPrefix("meta") else { return }
    if attribute.elementsEqual("http-equiv".utf8) { element = Array("meta/http-equiv".utf8) }
  }

  // MARK: Names

  private static let longestName = 64

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    lowercased(byte) >= UInt8(ascii: "a") && lowercased(byte) <= UInt8(ascii: "z")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 32 : byte
  }

  /// Attributes that hold one address.
  static let addresses: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "longdesc",
    "manifest", "ping", "xlink:href", "profile", "usemap", "codebase", "classid", "archive", "icon",
  ]
}
