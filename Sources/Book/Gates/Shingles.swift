/// Fingerprints of what a text says: a number for each run of so many words, whatever stands between them.
///
/// A Chinese character is a word, and so is a run of letters and digits; signs, blanks and markup are none.
/// Two texts share a fingerprint where they share such a run.
///
///     Shingles(of: ["先算需要的成交单数，再乘单量。"], length: 10).isEmpty  // false
struct Shingles: Hashable, Sendable {
  /// How many words make a run.
  let length: Int
  private(set) var marks: Set<UInt64> = []

  /// Whether the text was too short for any.
  var isEmpty: Bool { marks.isEmpty }

  /// The fingerprints of some texts, none reaching from one into the next.
  init(of texts: [String], length: Int) {
    self.length = length
    for text in texts {
      var window = Window(length: length)
      Self.walk(Array(text.utf8)) { word in
        if let mark = window.take(word) { marks.insert(mark) }
      }
    }
  }

  /// Takes out what another text says too.
  mutating func subtract(_ other: Shingles) { marks.subtract(other.marks) }

  /// Adds those of other texts.
  mutating func formUnion(_ other: Shingles) { marks.formUnion(other.marks) }

  /// The words of the first run in some bytes that is one of these; nil where there is none.
  func first(in bytes: [UInt8]) -> String? {
    guard !isEmpty else { return nil }
    var window = Window(length: length)
    var recent: [Range<Int>] = []
    var found: String?
    Self.walk(bytes) { word in
      guard found == nil else { return }
      recent.append(word.range)
      if recent.count > length { recent.removeFirst() }
      if let mark = window.take(word), marks.contains(mark) {
        found = recent.map { String(decoding: bytes[$0], as: UTF8.self) }.joined()
      }
    }
    return found
  }

  /// A word of a text.
  private struct Word {
    let mark: UInt64
    let range: Range<Int>
  }

  /// The last words of a text.
  private struct Window {
    let length: Int
    private var words: [UInt64] = []

    init(length: Int) { self.length = length }

    mutating func take(_ word: Word) -> UInt64? {
      words.append(word.mark)
      if words.count > length { words.removeFirst() }
      guard words.count == length else { return nil }
      return words.reduce(14_695_981_039_346_656_037) { ($0 ^ $1) &* 1_099_511_628_211 }
    }
  }

  /// Hands each word of some bytes to the caller.
  private static func walk(_ bytes: [UInt8], _ take: (Word) -> Void) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 128 {
        let start = index
        while index < bytes.count, isWord(bytes[index]) { index += 1 }
        if index > start {
          take(word(bytes, start..<index))
        } else {
          index += 1
        }
      } else {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        let end = min(index + length, bytes.count)
        if isHan(bytes[index..<end]) { take(word(bytes, index..<end)) }
        index = end
      }
    }
  }

  private static func word(_ bytes: [UInt8], _ range: Range<Int>) -> Word {
    var mark: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes[range] {
      let small = (65...90).contains(byte) ? byte + 32 : byte
      mark = (mark ^ UInt64(small)) &* 1_099_511_628_211
    }
    return Word(mark: mark, range: range)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// Whether a character of three bytes or more is of Han script, from U+3400 on; signs are not.
  private static func isHan(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    return (0xE4...0xE9).contains(first) || first >= 0xF0
      || first == 0xE3 && (bytes.dropFirst().first ?? 0) >= 0x90
  }
}

/// HTML without its tags' names, but with what attributes and comments say: what of a page's bytes can tell
/// something.
///
///     told(Array("<b title=\"甲\">乙</b>".utf8))  // "甲乙", with blanks for markup
func told(_ html: [UInt8]) -> [UInt8] {
  var output: [UInt8] = []
  output.reserveCapacity(html.count)
  var isInTag = false
  var quote: UInt8?
  for byte in html {
    if let open = quote {
      if byte == open { quote = nil }
      output.append(byte == open ? 32 : byte)
    } else if isInTag {
      if byte == 34 || byte == 39 { quote = byte }
      if byte == 62 { isInTag = false }
    } else if byte == 60 {
      isInTag = true
    } else {
      output.append(byte)
    }
  }
  return output
}
