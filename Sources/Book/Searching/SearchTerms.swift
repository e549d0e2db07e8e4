/// What a text can be found by: of Chinese every two signs that stand side by side, of other writing the stems
/// of words.
///
/// `search.js` takes apart in the same way what a reader asks for; a test holds the two together.
struct SearchTerms: Sendable {
  private var numbers = PairNumbers()
  /// How often each pair stands there, by its number.
  private var counts: [Int] = []
  /// The words as they stand there, each once.
  private var plainWords: Set<String> = []

  /// Pairs of signs as they first come, with how often each stands there; a sign that stands alone is a pair with
  /// nothing.
  var pairs: [(pair: SignPair, count: Int)] { zip(numbers.pairs, counts).map { ($0, $1) } }

  /// The stems of words and numbers, each once.
  var words: Set<String> { Set(plainWords.map(Self.stem)) }

  private mutating func addPair(_ first: UInt32, _ second: UInt32) {
    let number = numbers.number(of: SignPair(first: first, second: second))
    if number == counts.count {
      counts.append(1)
    } else {
      counts[number] += 1
    }
  }

  /// Longer words are cut: nobody asks for more of one.
  private static let longest = 24

  /// Adds what a text in UTF-8 can be found by.
  ///
  ///     var terms = SearchTerms()
  ///     terms.add(Array("客户分类 planning".utf8))
  ///     terms.words  // ["plan"], and the pairs 客户, 户分, 分类
  mutating func add(_ text: [UInt8]) {
    var before: UInt32 = 0
    var isAlone = false
    var word: [UInt8] = []
    text.withUnsafeBufferPointer { text in
      var index = 0
      while index < text.count {
        let sign = Self.folded(scalar(in: text, at: &index))
        if Self.isHan(sign) {
          end(&word)
          if before != 0 { addPair(before, sign) }
          isAlone = before == 0
          before = sign
          continue
        }
        if isAlone { addPair(before, 0) }
        (before, isAlone) = (0, false)
        if !Self.isOfWord(sign) {
          end(&word)
        } else if sign < 0x80 {
          word.append(UInt8(truncatingIfNeeded: sign))
        } else {
          word += [0xC0 | UInt8(sign >> 6), 0x80 | UInt8(sign & 0x3F)]
        }
      }
    }
    if isAlone { addPair(before, 0) }
    end(&word)
  }

  private mutating func end(_ word: inout [UInt8]) {
    guard !word.isEmpty else { return }
    let text = String(decoding: word, as: UTF8.self)
    plainWords.insert(word.count <= Self.longest ? text : String(text.prefix(Self.longest)))
    word.removeAll(keepingCapacity: true)
  }

  /// Full-width letters and digits as plain ones, capitals of ASCII as small letters.
  private static func folded(_ scalar: UInt32) -> UInt32 {
    let sign = (0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar
    return (65...90).contains(sign) ? sign + 32 : sign
  }

  /// Whether a sign is of a writing without spaces: Chinese, kana, hangul.
  static func isHan(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
      0x20000...0x323AF:
      true
    default: false
    }
  }

  private static func isOfWord(_ sign: UInt32) -> Bool {
    switch sign {
    case 48...57, 97...122: true
    case 0xC0...0x24F: sign != 0xD7 && sign != 0xF7
    case 0x370...0x52F: true
    default: false
    }
  }

  /// An English word without its ending, so that `plans`, `planned` and `planning` are one; what is no English
  /// word stays as it is.
  ///
  ///     SearchTerms.stem("closing")  // "clos", as "closed" and "close"
  static func stem(_ word: String) -> String {
    guard word.utf8.allSatisfy({ (97...122).contains($0) }) else { return word }
    var letters = Array(word.utf8)
    func ends(_ ending: String) -> Bool { letters.reversed().starts(with: ending.utf8.reversed()) }
    func drop(_ count: Int) { letters.removeLast(count) }
    if letters.count > 3 {
      if ends("ies") {
        drop(2)
      } else if ends("sses") {
        drop(2)
      } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
        drop(1)
      }
    }
    if letters.count > 5, ends("ing") {
      drop(3)
    } else if letters.count > 4, ends("ed") {
      drop(2)
    }
    if letters.count > 3, ends("e") { drop(1) }
    if letters.count > 2, let last = letters.last, last == letters[letters.count - 2],
      !"aeiou".utf8.contains(last)
    {
      drop(1)
    }
    if letters.count > 2, ends("y") {
      drop(1)
      letters.append(UInt8(ascii: "i"))
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

/// The scalar that begins at a place in UTF-8, which goes on to the next; bytes that are none are read as U+FFFD,
/// one at a time.
private func scalar(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
  let first = text[index]
  index += 1
  if first < 0x80 { return UInt32(first) }
  let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
  guard more > 0, index + more <= text.count else { return 0xFFFD }
  var value = UInt32(first & (0x3F >> UInt8(more)))
  for place in index..<index + more { value = value << 6 | UInt32(text[place] & 0x3F) }
  index += more
  return value
}
