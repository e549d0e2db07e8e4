/// Texts that are packed into another.
enum PackedText {
  /// Runs of base64 shorter than this hold no value that is searched for in them.
  private static let shortestRun = 8

  /// What runs of base64 in a text stand for, read at each of the four places where a group of letters may
  /// begin, with the place of the run.
  static func base64(in text: [UInt8]) -> [(offset: Int, bytes: [UInt8])] {
    var found: [(Int, [UInt8])] = []
    // The words of a page are such runs too: each different one is decoded once.
    var known: Set<ArraySlice<UInt8>> = []
    // Asked of once: whoever asks a type for its table byte by byte waits for it each time.
    let digits = digits
    var start = 0
    while start < text.count {
      guard digits[Int(text[start])] < 64 else {
        start += 1
        continue
      }
      var end = start
      while end < text.count, digits[Int(text[end])] < 64 { end += 1 }
      if end - start >= shortestRun, known.insert(text[start..<end]).inserted {
        for shift in 0..<4 {
          found.append((start + shift, decoded(text[(start + shift)..<end], by: digits)))
        }
      }
      start = end
    }
    return found
  }

  private static func decoded(_ run: ArraySlice<UInt8>, by digits: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(run.count * 3 / 4)
    var (bits, count): (UInt32, UInt32) = (0, 0)
    for letter in run {
      bits = bits << 6 | UInt32(digits[Int(letter)])
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }

  /// What each byte stands for; 255 for none.
  private static let digits: [UInt8] = (0...255).map { number in
    let byte = UInt8(number)
    switch byte {
    case 0x41...0x5A: return byte - 0x41
    case 0x61...0x7A: return byte - 0x47
    case 0x30...0x39: return byte + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): return 63
    default: return 255
    }
  }

  /// The tags that may stand inside a word.
  private static let inner = [
    "a", "b", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "tspan", "u", "wbr",
  ].map { number(of: Array($0.utf8)[...]) }

  /// A name of up to eight bytes as a number; 0 for any longer one.
  private static func number(of name: ArraySlice<UInt8>) -> UInt64 {
    name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A marked-up text without its tags, each byte with its place where places are asked for; a tag that ends a word
  /// leaves a space.
  static func withoutTags(
    _ text: [UInt8], keepingOffsets keepsOffsets: Bool = true
  ) -> (bytes: [UInt8], offsets: [Int]) {
    var (bytes, offsets): ([UInt8], [Int]) = ([], [])
    bytes.reserveCapacity(text.count / 2)
    if keepsOffsets { offsets.reserveCapacity(text.count / 2) }
    let inner = inner
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "<"),
        let end = text[index...].firstIndex(of: UInt8(ascii: ">"))
      else {
        bytes.append(text[index])
        if keepsOffsets { offsets.append(index) }
        index += 1
        continue
      }
      let name = text[(index + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix(while: \.isWord)
      if !inner.contains(number(of: name)) {
        bytes.append(0x20)
        if keepsOffsets { offsets.append(index) }
      }
      index = end + 1
    }
    return (bytes, offsets)
  }
}
