/// Where a template stands in the HTML it writes: in text, in a tag, in an attribute.
///
/// It follows the literal bytes as a browser would, so that every interpolation is known to stand
/// where its value can be escaped, or is refused.
struct Markup: Hashable, Sendable {
  enum State: Hashable, Sendable {
    case text
    /// After `<`, `</`, `<!` and `<!-`.
    case tagOpen
    case endTagOpen
    case declarationOpen
    case declarationDash
    /// A doctype or the like, up to its `>`.
    case declaration
    /// With how many `-` in a row just before.
    case comment(dashes: Int)
    case tagName
    /// Between attributes.
    case tag
    /// Behind a name or value that only a blank, `/` or `>` may follow.
    case attributeEnd
    case attributeName
    case afterAttributeName
    case beforeValue
    case quoted(UInt8)
    case unquoted
    /// In `script`, `style` and their like, with how much of the closing tag was seen.
    case rawText(matched: Int)
    /// In `title` and `textarea`, likewise.
    case plainText(matched: Int)
  }

  /// What is known of an address that is being written.
  enum Address: Hashable, Sendable {
    /// There is none, or its beginning shows that it is harmless.
    case harmless
    /// Its scheme comes from a value: looked at when the attribute is complete.
    case open
    /// Its scheme is written in the template and does not lead to a page.
    case refused
  }

  var state = State.text
  /// The tag being written, or the element whose raw text this is.
  var element: [UInt8] = []
  var attribute: [UInt8] = []
  var isEndTag = false
  var address = Address.harmless
}

/// A point in literal bytes where an address attribute's value begins or ends.
struct AddressMark {
  let offset: Int
  let isEnd: Bool
}

/// Something in the literal bytes that a browser and we might read differently.
struct MarkupFault: Error, Hashable {
  let offset: Int
  let reason: MarkupReason
}
