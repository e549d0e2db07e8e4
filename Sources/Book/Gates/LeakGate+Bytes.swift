extension LeakGate {
  private static let secretWords = words.union(secretBlocks).map { Array($0.utf8) }

  /// Whether a page's bytes hold anything that ``signs(in:)`` could find: a secret word right behind what opens
  /// a block, or what begins a comment; most pages need not be looked at closer.
  ///
  ///     LeakGate.maySign(in: Array("> [!Answer]".utf8))  // true
  ///     LeakGate.maySign(in: Array("一份答案".utf8))  // false
  static func maySign(in bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: ":"):
        if opensSecret(bytes[(index + 1)...]) { return true }
      case UInt8(ascii: "!"):
        if opensSecret(bytes[(index + 1)...]) || goesOnAsComment(bytes[(index + 1)...]) {
          return true
        }
      case 0xEF where bytes[index...].starts(with: "：".utf8):
        if opensSecret(bytes[(index + 3)...]) { return true }
      case 0xEF where bytes[index...].starts(with: "！".utf8):
        if goesOnAsComment(bytes[(index + 3)...]) { return true }
      default: break
      }
      index += 1
    }
    return false
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

  private static func goesOnAsComment(_ rest: ArraySlice<UInt8>) -> Bool {
    let text = rest.drop { $0 == 32 }
    return ["-", "–", "—", "－"].contains { text.starts(with: $0.utf8) }
  }
}
