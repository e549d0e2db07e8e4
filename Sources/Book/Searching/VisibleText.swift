/// The words of a page's HTML that its readers see, without tags, in UTF-8: between elements of text nothing is
/// torn, between others stands a line.
///
///     visibleText(of: Array("<p>客<b>户</b></p><p>A &amp; B</p>".utf8))  // "\n客户\n\nA & B\n"
func visibleText(of html: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(html.count)
  html.withUnsafeBufferPointer { html in
    var index = 0
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"):
        let tag = TagName(in: html, from: index + 1)
        index = (html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1) + 1
        if TagName.unread.contains(tag) {
          index = end(of: tag, in: html, from: index)
        } else if !TagName.ofText.contains(tag.opening) {
          text.append(10)
        }
      case UInt8(ascii: "&"):
        let end = html[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
        let name = end.map { String(decoding: html[(index + 1)..<$0], as: UTF8.self) } ?? ""
        text += (entities[name] ?? (end == nil ? "&" : " ")).utf8
        index = (end ?? index) + 1
      default:
        let start = index
        while index < html.count, html[index] != UInt8(ascii: "<"), html[index] != UInt8(ascii: "&")
        {
          index += 1
        }
        text += html[start..<index]
      }
    }
  }
  return text
}

/// Where the tag begins that closes an element; the end of the page where none does.
private func end(of tag: TagName, in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var index = start
  while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
    index = open + 1
    if index < html.count, html[index] == UInt8(ascii: "/"),
      TagName(in: html, from: index + 1, atMost: tag.count) == tag
    {
      return open
    }
  }
  return html.count
}

/// The name of an element, with the slash of a closing tag, as one number: names of up to eight bytes are told
/// apart, longer ones are none that text is read by.
private struct TagName: Equatable {
  private var bytes: UInt64 = 0
  private(set) var count = 0

  /// The name that stands at a place.
  init(in html: UnsafeBufferPointer<UInt8>, from start: Int, atMost most: Int = 9) {
    var index = start
    while index < html.count, count < most, Self.isOfName(html[index]) {
      bytes = bytes << 8 | UInt64(html[index])
      count += 1
      index += 1
    }
  }

  private init(_ name: StaticString) {
    name.withUTF8Buffer { self = TagName(in: $0, from: 0) }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    byte == 47 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// The name without the slash of a closing tag.
  var opening: TagName {
    guard count > 0, count <= 8, bytes >> UInt64(8 * (count - 1)) == 47 else { return self }
    var name = self
    name.count -= 1
    name.bytes &= (1 << UInt64(8 * name.count)) - 1
    return name
  }

  /// Elements whose content is not read: formulas stand beside it as words.
  static let unread = ["script", "style", "math", "svg", "template"].map(TagName.init)

  /// Elements that stand inside a text.
  static let ofText = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
  ].map(TagName.init)
}

private let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "nbsp": " "]
