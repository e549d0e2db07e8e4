import Tables

/// Searches files for any of many values, however they are spelled, in one pass over each.
///
///     let search = ValueSearch([.init("云杉贸易", .text)])
///     search.hits(in: "a.html", Array("%E4%BA%91杉&#36152;易".utf8)).map(\.offset)  // [0]
package struct ValueSearch: Sendable {
  /// A value to be searched for.
  package struct Value: Hashable, Sendable {
    /// How a value is spelled.
    package enum Kind: Hashable, Sendable {
      /// A name, an address, a note.
      case text
      /// A telephone number: with signs between its digits or without.
      case phone
      /// The letters and digits that something is filed under.
      case identifier
      /// An amount in whole units, as digits.
      case amount
    }

    package let text: String
    package let kind: Kind

    /// Makes a value.
    package init(_ text: String, _ kind: Kind) {
      self.text = text
      self.kind = kind
    }
  }

  /// A value found in a file.
  package struct Hit: Hashable, Sendable {
    /// The number of the value.
    package let value: Int
    /// Where in the file it begins; in a packed part, where the part begins.
    package let offset: Int
    /// The part of a packed file; nil in any other.
    package let part: String?
  }

  /// The values, by their numbers.
  package let values: [Value]
  /// The values that are too short to be told from chance.
  package let unsearched: [Int]
  private let automaton: ByteAutomaton
  private let patterns: [Pattern]
  /// The values that each pattern is a spelling of, one pattern's behind the other's.
  private let patternValues: [Int]
  /// Telephone numbers whose digits may have signs between them: the least run of digits in one, and the length of
  /// the longest.
  private let joined: (least: Int, longest: Int)?
  /// The names as they are written with Latin letters, which may name a file.
  private let latin: LatinNames

  private struct Pattern: Sendable {
    let count: Int
    /// Where its values stand.
    let values: Range<Int>
    /// Whether no letter or digit may stand before it, or behind it.
    let isWordBefore: Bool
    let isWordAfter: Bool
    /// Whether no digit may stand beside it.
    let isNumber: Bool
    /// Whether signs may stand between its digits.
    let isPhone: Bool
  }

  /// A spelling while patterns are collected.
  private struct Spelling {
    var values: [Int]
    let kind: Value.Kind
  }

  /// Makes the patterns of all values.
  ///
  /// `latin` writes a sign in Latin letters, as Han is in pinyin: names of files are searched for these too.
  package init(_ values: [Value], latin: ((Character) -> [String])? = nil) {
    self.values = values
    var unsearched: [Int] = []
    var spellings: [[UInt8]: Spelling] = [:]
    for (number, value) in values.enumerated() {
      let found = Self.spellings(of: value)
      if found.isEmpty { unsearched.append(number) }
      for bytes in found {
        spellings[bytes, default: Spelling(values: [], kind: value.kind)].values.append(number)
      }
    }
    let sorted = spellings.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var patternValues: [Int] = []
    var joined: (least: Int, longest: Int)?
    patterns = sorted.map { bytes, spelling in
      let start = patternValues.count
      patternValues += spelling.values
      let isWord = spelling.kind == .text || spelling.kind == .identifier
      // Shorter ones come out of dates and sums by chance where digits are joined.
      let isPhone = spelling.kind == .phone && bytes.count >= 10
      if isPhone {
        let digits = Self.longestRunOfDigits(bytes)
        joined = (
          min(joined?.least ?? digits, digits), max(joined?.longest ?? 0, bytes.count)
        )
      }
      return Pattern(
        count: bytes.count, values: start..<patternValues.count,
        isWordBefore: isWord && bytes.first?.isWord ?? false,
        isWordAfter: isWord && bytes.last?.isWord ?? false,
        isNumber: spelling.kind == .amount || spelling.kind == .phone && bytes.count < 10,
        isPhone: isPhone)
    }
    self.unsearched = unsearched
    self.patternValues = patternValues
    self.joined = joined
    self.latin = latin.map { LatinNames(values, $0) } ?? LatinNames()
    automaton = ByteAutomaton(sorted: sorted.map(\.key))
  }

  private static func longestRunOfDigits(_ bytes: [UInt8]) -> Int {
    var (longest, run) = (0, 0)
    for byte in bytes {
      run = byte.isDigit ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// A text with all spellings of a character brought to one, as values are compared.
  ///
  ///     ValueSearch.plain("ＡＢ，&#21592;")  // "ab,员"
  package static func plain(_ text: String) -> [UInt8] { PlainText(of: Array(text.utf8)).bytes }

  /// What to look for in a plain text; nothing for a value too short to be told from chance.
  private static func spellings(of value: Value) -> Set<[UInt8]> {
    var plain = self.plain(value.text)
    while plain.last == 0x20 { plain.removeLast() }
    while plain.first == 0x20 { plain.removeFirst() }
    let digits = plain.count(where: \.isDigit)
    switch value.kind {
    case .amount: return plain.count >= 5 && digits == plain.count ? [plain] : []
    case .phone:
      let bare = plain.filter(\.isDigit)
      return bare.count >= 7 ? [plain, bare] : []
    case .text, .identifier:
      let isASCII = plain.allSatisfy { $0 < 0x80 }
      let isLong =
        isASCII
        ? plain.count >= 4 || plain.count == 3 && digits > 0 && value.kind == .identifier
        : String(decoding: plain, as: UTF8.self).unicodeScalars.count >= 2
      guard isLong else { return [] }
      // The name of a file, in which all but letters and digits are hyphens.
      let named = plain.map { $0 < 0x80 && !$0.isWord ? UInt8(ascii: "-") : $0 }
      return [plain, named]
    }
  }

  /// The values that stand in a file's name or anywhere in its bytes, each once; of those alone that are wanted.
  package func hits(
    in path: String, _ bytes: [UInt8], where isWanted: (Int) -> Bool = { _ in true }
  ) -> [Hit] {
    guard !patterns.isEmpty else { return [] }
    return withoutActuallyEscaping(isWanted) { isWanted in
      // Where anything stands is asked only where there is anything: places cost as much as the search.
      var rough = Finding(isWanted, keepsOffsets: false)
      look(through: path, bytes, &rough)
      guard !rough.hits.isEmpty else { return [] }
      let known = rough.hits
      var exact = Finding({ known[$0] != nil }, keepsOffsets: true)
      look(through: path, bytes, &exact)
      return exact.hits.values.sorted { ($0.value, $0.offset) < ($1.value, $1.offset) }
    }
  }

  /// What was found, and what is asked for.
  private struct Finding {
    let isWanted: (Int) -> Bool
    let keepsOffsets: Bool
    var hits: [Int: Hit] = [:]
    private var isKnown: [Int: Bool] = [:]

    init(_ isWanted: @escaping (Int) -> Bool, keepsOffsets: Bool) {
      self.isWanted = isWanted
      self.keepsOffsets = keepsOffsets
    }

    /// Whether a value is asked for and was not found yet.
    mutating func lacks(_ value: Int) -> Bool {
      if let known = isKnown[value] { return known }
      let wanted = isWanted(value)
      isKnown[value] = wanted
      return wanted
    }

    mutating func take(_ hit: Hit) {
      hits[hit.value] = hit
      isKnown[hit.value] = false
    }
  }

  private func look(through path: String, _ bytes: [UInt8], _ found: inout Finding) {
    look(PlainText(of: Array(path.utf8), keepingOffsets: found.keepsOffsets), &found) { _ in 0 }
    for value in latin.values(in: path) where found.lacks(value) {
      found.take(Hit(value: value, offset: 0, part: nil))
    }
    look(in: bytes, named: path, part: nil, &found)
    for inner in innerTexts(of: path, bytes) {
      look(in: inner.bytes, named: inner.name, part: inner.name, &found)
    }
  }

  private func look(
    in bytes: [UInt8], named name: String, part: String?, _ found: inout Finding
  ) {
    func plain(_ bytes: [UInt8]) -> PlainText {
      PlainText(of: bytes, keepingOffsets: found.keepsOffsets)
    }
    let text = plain(bytes)
    look(text, part: part, &found) { $0 }
    if let joined {
      for numbers in text.joinedDigits(atLeast: joined.least, around: joined.longest) {
        look(numbers, part: part, phonesOnly: true, &found) { $0 }
      }
    }
    if [".html", ".svg", ".xml", ".rels"].contains(where: name.lowercased().hasSuffix) {
      let bare = PackedText.withoutTags(bytes, keepingOffsets: found.keepsOffsets)
      look(plain(bare.bytes), part: part, &found) { bare.offsets[$0] }
    }
    for label in Punycode.labels(in: bytes) {
      look(plain(label.bytes), part: part, atLeast: 6, &found) { _ in label.offset }
    }
    for run in PackedText.base64(in: bytes) {
      look(plain(run.bytes), part: part, atLeast: 6, &found) { _ in run.offset }
    }
  }

  private func look(
    _ text: PlainText, part: String? = nil, atLeast least: Int = 0, phonesOnly: Bool = false,
    _ found: inout Finding,
    _ offset: (Int) -> Int
  ) {
    automaton.search(text.bytes) { number, end in
      let pattern = patterns[number]
      let start = end - pattern.count
      guard pattern.count >= least, !phonesOnly || pattern.isPhone,
        stands(pattern, start..<end, text.bytes)
      else { return }
      for value in patternValues[pattern.values] where found.lacks(value) {
        let place = part == nil && found.keepsOffsets ? offset(Int(text.offsets[start])) : 0
        found.take(Hit(value: value, offset: place, part: part))
      }
    }
  }

  /// Whether what stands around a pattern lets it be the value.
  private func stands(_ pattern: Pattern, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x20
    let after = range.upperBound < text.count ? text[range.upperBound] : 0x20
    if pattern.isNumber {
      return !before.isDigit && before != UInt8(ascii: ".") && !after.isDigit
    }
    return !(pattern.isWordBefore && before.isWord) && !(pattern.isWordAfter && after.isWord)
  }
}
