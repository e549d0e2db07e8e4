import Proof

/// Takes values out of texts: each place where one stands plainly, as HTML, as JSON or in an address gets the
/// same sign instead.
struct ForgottenText {
  /// What stands where something was.
  static let sign = "〔—〕"

  private let patterns: [[UInt8]]

  /// Gets ready to take out these values.
  init(_ values: [String]) {
    let spelled = values.flatMap { value in
      [value, Self.html(value), Self.json(value), Self.percent(value)]
    }
    // The longest first: a name is not to be left as the rest of a longer one.
    patterns = Set(spelled.filter { !$0.isEmpty }.map { Array($0.utf8) }).sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
    }
  }

  /// A text without the values, and whether any was there.
  ///
  ///     ForgottenText(["云杉"]).taken(from: Array("去云杉".utf8)).text  // "去〔—〕"
  func taken(from text: [UInt8]) -> (text: [UInt8], isChanged: Bool) {
    var text = text
    var isChanged = false
    for pattern in patterns {
      guard let changed = replacing(pattern, in: text) else { continue }
      text = changed
      isChanged = true
    }
    return (text, isChanged)
  }

  /// nil where the pattern does not stand in the text.
  private func replacing(_ pattern: [UInt8], in text: [UInt8]) -> [UInt8]? {
    guard let first = pattern.first, let last = pattern.last else { return nil }
    var changed: [UInt8] = []
    var kept = 0
    var index = 0
    while index + pattern.count <= text.count {
      let end = index + pattern.count
      guard text[index] == first, text[index..<end].elementsEqual(pattern),
        !(index > 0 && isWord(first) && isWord(text[index - 1])),
        !(end < text.count && isWord(last) && isWord(text[end]))
      else {
        index += 1
        continue
      }
      changed += text[kept..<index]
      changed += Self.sign.utf8
      (kept, index) = (end, end)
    }
    return kept == 0 ? nil : changed + text[kept...]
  }

  /// Whether a byte is an ASCII letter or digit: part of an id or a name goes on there.
  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func html(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  private static func json(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  private static func percent(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.map { byte in
      isPlain(byte)
        ? String(UnicodeScalar(byte))
        : "%" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }
}
