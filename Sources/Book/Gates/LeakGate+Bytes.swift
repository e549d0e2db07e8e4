extension LeakGate {
  private static let secretWords = words.union(secretBlocks).map { Array($0.utf8) }

  /// Whether a page's bytes hold anything that ``signs(in:)`` could find: a secret word right behind what opens
  /// a block, or what begins a comment; most pages need not be looked at closer.
  ///
  ///     LeakGate.maySign(in: Array("> [!Answer]".utf8))  // true
  ///     LeakGate.maySign(in: Array("一份答案".utf8))  // false
  static func maySign(in bytes: [UInt8]) -> Bool {
    var from = 0
    while let index = nextOpening(in: bytes, from: from) {
      switch bytes[index] {
      case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: ":"):
        if opensSecret(bytes[(index + 1)...]) { return true }
      case UInt8(ascii: "!"):
        if opensSecret(bytes[(index + 1)...]) || goesOnAsComment(bytes[(index + 1)...]) {
          return true
        }
        if bytes[index...].starts(with: "!!!".utf8) { return true }
      case UInt8(ascii: "{"):
        if bracesMaySign(bytes[(index + 1)...]) { return true }
      case UInt8(ascii: "<"):
        if opensOtherComment(bytes[(index + 1)...]) { return true }
      case UInt8(ascii: "%"):
        if bytes[index...].starts(with: "%%".utf8) { return true }
      case UInt8(ascii: "?"):
        if bytes[index...].starts(with: "???".utf8) { return true }
      case 0xE2, 0xEA, 0xCB, 0xDC, 0xD6:
        if let colon = otherColon(bytes[index...]), opensSecret(bytes[(index + colon)...]) {
          return true
        }
      case 0xEF where bytes[index...].starts(with: "：".utf8):
        if opensSecret(bytes[(index + 3)...]) { return true }
      case 0xEF where bytes[index...].starts(with: "！".utf8):
        if goesOnAsComment(bytes[(index + 3)...]) { return true }
      case 0xEF:
        if let colon = otherColon(bytes[index...]), opensSecret(bytes[(index + colon)...]) {
          return true
        }
      default: break
      }
      from = index + 1
    }
    return false
  }

  /// The bytes that ``maySign(in:)`` looks at: those that open a block or a comment somewhere, and the first of
  /// colons of other writings.
  private static let openings: [Bool] = {
    let bytes = Array("`~:!{<%?".utf8) + [0xE2, 0xEA, 0xEF, 0xCB, 0xDC, 0xD6]
    return (0...255).map { bytes.contains($0) }
  }()

  /// Where the next of these bytes stands; nil where none does.
  private static func nextOpening(in bytes: [UInt8], from start: Int) -> Int? {
    openings.withUnsafeBufferPointer { openings in
      bytes.withUnsafeBufferPointer { bytes in
        var index = start
        while index < bytes.count, !openings[Int(bytes[index])] { index += 1 }
        return index < bytes.count ? index : nil
      }
    }
  }

  private static func opensSecret(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = rest.drop {
      [32, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`")].contains($0)
    }
    return secretWords.contains { word in
      text.count >= word.count
        && zip(text, word).allSatisfy { (65...90).contains($0) ? $0 + 32 == $1 : $0 == $1 }
    }
  }

  /// Whether braces name an edition or a secret block, or are those of a comment in a template.
  private static func bracesMaySign(_ rest: ArraySlice<UInt8>) -> Bool {
    if ["{!", "# ", "%"].contains(where: { rest.starts(with: $0.utf8) }) { return true }
    let inner = rest.prefix(500).prefix { $0 != UInt8(ascii: "}") && $0 != 10 }
    return inner.indices.contains { index in
      opensSecret(inner[index...])
        || inner[index] | 32 == UInt8(ascii: "e")
          && zip(inner[index...].prefix(7), "edition".utf8).allSatisfy { $0 | 32 == $1 }
          && inner[index...].count >= 7
    }
  }

  /// Whether `<` opens what is a comment or an instruction elsewhere: `<?`, `<!word`, `<![`.
  private static func opensOtherComment(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: "?") { return true }
    guard first == UInt8(ascii: "!"), let next = rest.dropFirst().first else { return false }
    return next != UInt8(ascii: "-") && next != 32
  }

  private static let otherColons = colons.filter { $0 != ":" && $0 != "：" }.map {
    Array(String($0).utf8)
  }

  /// How many bytes a colon of another writing has that stands here; nil where none does.
  private static func otherColon(_ rest: ArraySlice<UInt8>) -> Int? {
    otherColons.first { rest.starts(with: $0) }?.count
  }

  private static func goesOnAsComment(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = rest.drop { $0 == 32 }
    return ["-", "–", "—", "－"].contains { text.starts(with: $0.utf8) }
  }
}
