import Markdown

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

  /// Fingerprints that were kept.
  init(length: Int, marks: Set<UInt64>) {
    self.length = length
    self.marks = marks
  }

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

  /// The fingerprint of every run of so many words in some bytes, or of one run in so many: whoever looks for a
  /// text of `length` + `every` − 1 words meets one of them.
  ///
  ///     Shingles.marks(of: Array("一二三四".utf8), length: 2, every: 2).count  // 2: 一二 and 三四
  static func marks(of bytes: [UInt8], length: Int, every: Int) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(bytes.count / 2)
    walk(bytes) { words.append($0.mark) }
    guard words.count >= length else { return [] }
    var marks: [UInt64] = []
    marks.reserveCapacity((words.count - length) / every + 1)
    let weight = Window.weight(of: length)
    words.withUnsafeBufferPointer { words in
      var mark: UInt64 = 0
      for index in 0..<length { mark = mark &* Window.base &+ words[index] }
      for index in length...words.count {
        if (index - length).isMultiple(of: every) { marks.append(mark) }
        guard index < words.count else { break }
        mark = (mark &- words[index - length] &* weight) &* Window.base &+ words[index]
      }
    }
    return marks
  }

  /// Whether one of some fingerprints is among these.
  func meets(_ other: [UInt64]) -> Bool { other.contains(where: marks.contains) }

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

  /// The last words of a text and the fingerprint of their run, which a new word changes without a look at those
  /// between.
  private struct Window {
    static let base: UInt64 = 1_099_511_628_211

    /// The marks of the last words; the oldest stands at `next`.
    private var words: [UInt64]
    private var next = 0
    private var count = 0
    private var mark: UInt64 = 0
    /// What the oldest word's mark was multiplied with since it came in.
    private let weight: UInt64

    init(length: Int) {
      words = Array(repeating: 0, count: length)
      weight = Self.weight(of: length)
    }

    /// What the oldest of so many words was multiplied with since it came in.
    static func weight(of length: Int) -> UInt64 {
      (1..<length).reduce(1) { weight, _ in weight &* base }
    }

    mutating func take(_ word: Word) -> UInt64? {
      mark = (mark &- words[next] &* weight) &* Self.base &+ word.mark
      words[next] = word.mark
      next = next + 1 == words.count ? 0 : next + 1
      count += 1
      return count < words.count ? nil : mark
    }
  }

  /// Hands each word of some bytes to the caller.
  @inline(__always)
  private static func walk(_ bytes: [UInt8], _ take: (Word) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let start = index
        if bytes[index] < 128 {
          while index < bytes.count, isWord(bytes[index]) { index += 1 }
          if index > start {
            take(word(bytes, start..<index))
          } else {
            index += 1
          }
        } else {
          index = min(start + length(ofCharacterAt: bytes[start]), bytes.count)
          if isHan(bytes, start) { take(word(bytes, start..<index)) }
        }
      }
    }
  }

  private static func length(ofCharacterAt byte: UInt8) -> Int {
    byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
  }

  /// A word by its bytes, letters of ASCII as small ones, eight bytes at a time.
  @inline(__always)
  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Word {
    var (mark, part) = (UInt64(0), UInt64(0))
    for index in range {
      let byte = bytes[index]
      part = part << 8 | UInt64((65...90).contains(byte) ? byte + 32 : byte)
      if (index - range.lowerBound) & 7 == 7 { (mark, part) = (mixed(mark ^ part), 0) }
    }
    return Word(mark: mixed(mark ^ part), range: range)
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    let product = number &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// Whether a character of three bytes or more is of Han script, from U+3400 on; signs are not.
  private static func isHan(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let first = bytes[start]
    return (0xE4...0xE9).contains(first) || first >= 0xF0
      || first == 0xE3 && start + 1 < bytes.count && bytes[start + 1] >= 0x90
  }
}

/// A text with the characters that it names by their numbers, as HTML (`&#23383;`, `&#x5b57;`) and JSON
/// (`\u5b57`) may; signs that mean something to these stay as they are.
func unescaped(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.holds("&#") || bytes.holds("\\u") else { return bytes }
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    if let (scalar, end) = namedScalar(in: bytes, at: index) {
      output += String(Character(scalar)).utf8
      index = end
    } else {
      output.append(bytes[index])
      index += 1
    }
  }
  return output
}

/// The character that is named by its number at an index, and where what follows it begins.
private func namedScalar(in bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int)? {
  func digits(from start: Int, _ radix: Int, most: Int) -> (Unicode.Scalar, Int)? {
    let end = min(start + most, bytes.count)
    let text = bytes[start..<end].prefix {
      (48...57).contains($0) || radix == 16 && (97...102).contains($0 | 32)
    }
    let value = UInt32(String(decoding: text, as: UTF8.self), radix: radix)
    return value.flatMap(Unicode.Scalar.init).flatMap {
      $0.value >= 128 || $0.properties.isAlphabetic ? ($0, text.endIndex) : nil
    }
  }
  guard index + 2 < bytes.count else { return nil }
  if bytes[index] == 92, bytes[index + 1] == 117 { return digits(from: index + 2, 16, most: 4) }
  guard bytes[index] == 38, bytes[index + 1] == 35 else { return nil }
  let isHex = bytes[index + 2] | 32 == 120
  guard let (scalar, end) = digits(from: index + (isHex ? 3 : 2), isHex ? 16 : 10, most: 7) else {
    return nil
  }
  return (scalar, end < bytes.count && bytes[end] == 59 ? end + 1 : end)
}

/// A stylesheet with the characters that it names by their numbers, as `\\5148 ` for 先.
func unescapedStyle(_ bytes: [UInt8]) -> [UInt8] {
  guard var index = bytes.firstIndex(of: 92) else { return bytes }
  var output = Array(bytes[..<index])
  output.reserveCapacity(bytes.count)
  while index < bytes.count {
    guard bytes[index] == 92, let (scalar, end) = numberedSign(in: bytes[(index + 1)...]) else {
      output.append(bytes[index])
      index += 1
      continue
    }
    output += String(Character(scalar)).utf8
    index = end
    // One blank ends a number and is none of the text.
    if index < bytes.count, bytes[index] == 32 { index += 1 }
  }
  return output
}

/// The sign beyond ASCII that up to six hexadecimal digits name, and where they end.
private func numberedSign(in rest: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
  let digits = rest.prefix(6).prefix(while: \.isHexDigit)
  let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  return value.flatMap(Unicode.Scalar.init).flatMap { $0.value < 128 ? nil : ($0, digits.endIndex) }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { (48...57).contains(self) || (97...102).contains(self | 32) }
}

/// HTML without its tags' names, but with what attributes and comments say: what of a page's bytes can tell
/// something.
///
///     told(Array("<b title=\"甲\">乙</b>".utf8))  // "甲乙", with blanks for markup
func told(_ html: [UInt8]) -> [UInt8] {
  Array(unsafeUninitializedCapacity: html.count) { output, count in
    html.withUnsafeBufferPointer { html in
      var index = 0
      /// Copies what stands before a sign, and goes past that.
      func copy(upTo sign: UInt8) {
        while index < html.count, html[index] != sign {
          output[count] = html[index]
          count += 1
          index += 1
        }
        index += 1
      }
      while index < html.count {
        copy(upTo: UInt8(ascii: "<"))
        while index < html.count, html[index] != UInt8(ascii: ">") {
          let sign = html[index]
          index += 1
          guard sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "'") else { continue }
          copy(upTo: sign)
          if index <= html.count {
            output[count] = 32
            count += 1
          }
        }
        index += 1
      }
    }
  }
}
