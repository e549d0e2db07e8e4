/// The words of a page's HTML that its readers see, without tags: between elements of text nothing is torn,
/// between others stands a line.
///
///     visibleText(of: Array("<p>客<b>户</b></p><p>A &amp; B</p>".utf8))  // "\n客户\n\nA & B\n"
func visibleText(of html: [UInt8]) -> String {
  var text: [UInt8] = []
  text.reserveCapacity(html.count / 2)
  var index = 0
  while index < html.count {
    switch html[index] {
    case UInt8(ascii: "<"):
      let name = html[(index + 1)...].prefix(12).prefix { byte in
        byte == 47 || (48...57).contains(byte) || (65...90).contains(byte)
          || (97...122).contains(byte)
      }
      let tag = String(decoding: name, as: UTF8.self)
      index = (html[index...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1) + 1
      if unread.contains(tag) {
        let end = html[index...].firstRange(of: Array("</\(tag)".utf8))?.lowerBound ?? html.count
        index = end
      } else if !ofText.contains(tag.hasPrefix("/") ? String(tag.dropFirst()) : tag) {
        text.append(10)
      }
    case UInt8(ascii: "&"):
      let end = html[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
      let name = end.map { String(decoding: html[(index + 1)..<$0], as: UTF8.self) } ?? ""
      text += (entities[name] ?? (end == nil ? "&" : " ")).utf8
      index = (end ?? index) + 1
    default:
      text.append(html[index])
      index += 1
    }
  }
  return String(decoding: text, as: UTF8.self)
}

/// Elements whose content is not read: formulas stand beside it as words.
private let unread: Set<String> = ["script", "style", "math", "svg", "template"]

private let ofText: Set<String> = [
  "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
  "q",
  "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
]

private let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "nbsp": " "]
