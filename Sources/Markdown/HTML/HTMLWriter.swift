/// A buffer of HTML that knows how to escape: the one place where text becomes markup.
///
///     var html = HTMLWriter()
///     html.markup("<p>")
///     html.text("A & B")
///     html.markup("</p>")
///     String(decoding: html.bytes, as: UTF8.self)  // "<p>A &amp; B</p>"
package struct HTMLWriter: Sendable {
  /// What was written so far, as UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// Makes an empty buffer.
  package init() {}

  /// Makes an empty buffer with room for so many bytes.
  package init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Writes markup of our own, unchanged.
  package mutating func markup(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Writes bytes that are HTML already, unchanged.
  package mutating func html(_ html: some Sequence<UInt8>) { bytes.append(contentsOf: html) }

  /// Writes a number.
  package mutating func number(_ number: Int) {
    if (0..<10).contains(number) {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  /// Writes text, in an element or a quoted attribute: `&`, `<`, `>` and `"` are escaped.
  package mutating func text(_ text: String) { self.text(Array(text.utf8)[...]) }

  /// Writes text given as UTF-8; see ``text(_:)-(String)``.
  package mutating func text(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { text in
      var start = 0
      for position in text.indices where text[position] <= UInt8(ascii: ">") {
        let entity: StaticString
        switch text[position] {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "\""): entity = "&quot;"
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
        markup(entity)
        start = position + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  /// Writes an address in a quoted attribute: what an address may not hold is percent-encoded,
  /// what it already encodes stays as it is.
  ///
  ///     html.address("客户.html?a=1&b=2")  // %E5%AE%A2%E6%88%B7.html?a=1&amp;b=2
  package mutating func address(_ address: some Sequence<UInt8>) {
    for byte in address {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "'"): markup("&#x27;")
      case _ where Address.keeps(byte): bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Address.hexDigit(byte >> 4))
        bytes.append(Address.hexDigit(byte & 15))
      }
    }
  }

  /// Starts a new line unless one has just been started.
  mutating func freshLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Takes what was written out of the buffer, which is empty afterwards.
  mutating func take() -> [UInt8] {
    // A copy of the right size; the buffer keeps its room for what follows.
    defer { bytes.removeAll(keepingCapacity: true) }
    return Array(bytes[...])
  }
}
