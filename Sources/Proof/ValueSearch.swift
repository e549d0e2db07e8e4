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

  private struct Pattern: Sendable {
    let bytes: [UInt8]
    /// The values it is a spelling of.
    var values: [Int]
    /// Whether no letter or digit may stand beside it where it begins or ends with one.
    let isWord: Bool
    /// Whether no digit may stand beside it.
    let isNumber: Bool
    /// Whether signs may stand between its digits.
    let isPhone: Bool
  }

  /// Makes the patterns of all values.
  package init(_ values: [Value]) {
    self.values = values
    var unsearched: [Int] = []
    var patterns: [[UInt8]: Pattern] = [:]
    for (number, value) in values.enumerated() {
      let spellings = Self.spellings(of: value)
      if spellings.isEmpty { unsearched.append(number) }
      for bytes in spellings {
        patterns[
          bytes,
          default: Pattern(
            bytes: bytes, values: [], isWord: value.kind == .text || value.kind == .identifier,
            isNumber: value.kind == .amount || value.kind == .phone && bytes.count < 10,
            // Shorter ones come out of dates and sums by chance where digits are joined.
            isPhone: value.kind == .phone && bytes.count >= 10)
        ].values.append(number)
      }
    }
    let sorted = patterns.values.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    self.unsearched = unsearched
    self.patterns = sorted
    automaton = ByteAutomaton(sorted: sorted.map(\.bytes))
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

  /// The values that stand in a file's name or anywhere in its bytes, each once.
  package func hits(in path: String, _ bytes: [UInt8]) -> [Hit] {
    guard !patterns.isEmpty else { return [] }
    var found: [Int: Hit] = [:]
    look(PlainText(of: Array(path.utf8)), &found) { _ in 0 }
    look(in: bytes, named: path, part: nil, &found)
    for inner in innerTexts(of: path, bytes) {
      look(in: inner.bytes, named: inner.name, part: inner.name, &found)
    }
    return found.values.sorted { ($0.value, $0.offset) < ($1.value, $1.offset) }
  }

  private func look(
    in bytes: [UInt8], named name: String, part: String?, _ found: inout [Int: Hit]
  ) {
    let plain = PlainText(of: bytes)
    look(plain, part: part, &found) { $0 }
    look(plain.withJoinedDigits, part: part, phonesOnly: true, &found) { $0 }
    if [".html", ".svg", ".xml", ".rels"].contains(where: name.lowercased().hasSuffix) {
      let bare = PackedText.withoutTags(bytes)
      look(PlainText(of: bare.bytes), part: part, &found) { bare.offsets[$0] }
    }
    for run in PackedText.base64(in: bytes) {
      look(PlainText(of: run.bytes), part: part, atLeast: 6, &found) { _ in run.offset }
    }
  }

  private func look(
    _ text: PlainText, part: String? = nil, atLeast least: Int = 0, phonesOnly: Bool = false,
    _ found: inout [Int: Hit],
    _ offset: (Int) -> Int
  ) {
    automaton.search(text.bytes) { number, end in
      let pattern = patterns[number]
      let start = end - pattern.bytes.count
      guard pattern.bytes.count >= least, !phonesOnly || pattern.isPhone,
        stands(pattern, start..<end, text.bytes)
      else { return }
      for value in pattern.values where found[value] == nil {
        found[value] = Hit(
          value: value, offset: part == nil ? offset(Int(text.offsets[start])) : 0, part: part)
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
    guard pattern.isWord else { return true }
    let (first, last) = (pattern.bytes.first ?? 0, pattern.bytes.last ?? 0)
    return !(first.isWord && before.isWord) && !(last.isWord && after.isWord)
  }
}
