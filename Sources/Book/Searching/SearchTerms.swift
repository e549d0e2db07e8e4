/// What a text can be found by: of Chinese every two signs that stand side by side, of other writing the stems
/// of words.
///
/// `search.js` takes apart in the same way what a reader asks for; a test holds the two together.
struct SearchTerms: Sendable {
  /// Every pair as often as it stands there, the first sign above the second: sorting numbers costs less than
  /// counting in a dictionary.
  private var found: [UInt64] = []
  /// The stems of words and numbers, each once.
  private(set) var words: Set<String> = []

  /// Two Chinese signs side by side.
  struct SignPair: Hashable, Comparable, Sendable {
    let first: UInt32
    /// 0 where there is none.
    let second: UInt32

    static func < (left: Self, right: Self) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }

  /// Pairs of signs in order, with how often each stands there; a sign that stands alone is a pair with nothing.
  var pairs: [(pair: SignPair, count: Int)] {
    var counted: [(pair: SignPair, count: Int)] = []
    for number in found.sorted() {
      let pair = SignPair(
        first: UInt32(truncatingIfNeeded: number >> 32), second: UInt32(truncatingIfNeeded: number))
      if counted.last?.pair == pair {
        counted[counted.count - 1].count += 1
      } else {
        counted.append((pair, 1))
      }
    }
    return counted
  }

  private mutating func addPair(_ first: UInt32, _ second: UInt32) {
    found.append(UInt64(first) << 32 | UInt64(second))
  }

  /// Longer words are cut: nobody asks for more of one.
  private static let longest = 24

  /// Adds what a text can be found by.
  ///
  ///     var terms = SearchTerms()
  ///     terms.add("客户分类 planning".unicodeScalars)
  ///     terms.words  // ["plan"], and the pairs 客户, 户分, 分类
  mutating func add(_ text: some Sequence<Unicode.Scalar>) {
    var before: UInt32 = 0
    var isAlone = false
    var word = ""
    for scalar in text {
      let sign = Self.folded(scalar)
      if Self.isHan(sign) {
        end(&word)
        if before != 0 { addPair(before, sign) }
        isAlone = before == 0
        before = sign
        continue
      }
      if isAlone { addPair(before, 0) }
      (before, isAlone) = (0, false)
      if Self.isOfWord(sign) {
        if let scalar = Unicode.Scalar(sign) { word.unicodeScalars.append(scalar) }
      } else {
        end(&word)
      }
    }
    if isAlone { addPair(before, 0) }
    end(&word)
  }

  private mutating func end(_ word: inout String) {
    guard !word.isEmpty else { return }
    words.insert(Self.stem(String(word.prefix(Self.longest))))
    word = ""
  }

  /// Full-width letters and digits as plain ones, capitals of ASCII as small letters.
  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    let sign = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
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
