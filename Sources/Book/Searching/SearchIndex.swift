import OrderedJSON

/// The pages of a folder by what they can be found by, packed so that a thousand pages are a small file.
///
/// Each term has the list of its pages as bits (``PackedBits``). The terms stand in order: pairs of signs, words,
/// and signs by themselves where not every pair has a list. Of every 64 terms the place of the first list is
/// written down.
struct SearchIndex {
  /// How many terms share a written place.
  static let stride = 64

  /// How many bytes the lists may take for each page before pairs go by their signs, and how many at least.
  private static let (room, least) = (225, 60_000)

  /// The pages, in the order of their paths.
  private let pages: [SearchPage]
  private var pairs = PagesOfPairs()
  private var words: [String: [Int32]] = [:]

  /// Takes the pages of one folder.
  init(_ pages: [SearchPage]) {
    self.pages = pages.sorted { $0.path < $1.path }
    for (number, page) in self.pages.enumerated() {
      // What cannot be read is no pair: only a record that was damaged on purpose holds such bytes.
      try? page.pairs.each { pairs.add($0, times: $1, on: Int32(number)) }
      for word in page.words.utf8.split(separator: UInt8(ascii: " ")) {
        words[String(Substring(word)), default: []].append(Int32(number))
      }
    }
    pairs.finish()
  }

  /// The file that `search.js` reads: a call of a function with the index, since a page that was opened from the
  /// disk can load scripts and nothing else.
  ///
  ///     salesbookIndex({"pages":[["a.html","甲",["乙"]]],"pairs":"客户","words":"plan", …});
  var script: String {
    let kept = keptPairs
    let sortedPairs = kept.sorted { pairs.all[$0] < pairs.all[$1] }
    let sortedWords = words.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let signs = kept.count < pairs.all.count ? pagesOfSigns : [:]
    let sortedSigns = signs.keys.sorted()
    let lists =
      sortedPairs.map { pairs.pages(of: $0) } + sortedWords.map { words[$0, default: []][...] }
      + sortedSigns.map { signs[$0, default: []][...] }
    var bits = PackedBits()
    var places: [JSON] = []
    for (number, list) in lists.enumerated() {
      if number % Self.stride == 0 {
        bits.fillByte()
        places.append(.integer(bits.bytes.count))
      }
      bits.append(list, of: pages.count)
    }
    let index = JSON.object([
      ("pages", .array(pages.map(Self.json))),

      ("pairs", .string(Self.text(of: sortedPairs.map { pairs.all[$0] }))),
      ("words", .string(sortedWords.joined(separator: " "))),
      ("signs", .string(Self.text(of: sortedSigns))), ("places", .array(places)),
      ("lists", .string(packedText(bits.bytes))),
    ])
    return "salesbookIndex(\(index.text()));\n"
  }

  /// The numbers of the pairs that have a list of their own: of all where there is room, else of those that are
  /// parts of words.
  ///
  /// These stand side by side clearly more often than chance would have it; the others are found by their two
  /// signs.
  private var keptPairs: [Int] {
    let budget = max(Self.room * pages.count, Self.least)
    let every = Array(pairs.all.indices)
    if size(of: every) <= budget { return every }
    var begins: [UInt32: Int] = [:]
    var ends: [UInt32: Int] = [:]
    for (pair, count) in zip(pairs.all, pairs.times) {
      begins[pair.first, default: 0] += count
      ends[pair.second, default: 0] += count
    }
    let all = pairs.times.reduce(0, +)
    let signs = PackedBits.size(of: pagesOfSigns.values.lazy.map { $0[...] }, pages: pages.count)
    var chance = 2
    while true {
      let kept = every.filter { number in
        let (pair, count) = (pairs.all[number], pairs.times[number])
        return pair.second == 32
          || count > 1
            && count * all >= chance * (begins[pair.first] ?? 0) * (ends[pair.second] ?? 0)
      }
      if size(of: kept) + signs <= budget || kept.isEmpty { return kept }
      chance *= 2
    }
  }

  /// About how many bytes some pairs take with their lists, once the file is compressed.
  private func size(of kept: [Int]) -> Int {
    PackedBits.size(of: kept.lazy.map { pairs.pages(of: $0) }, pages: pages.count) + kept.count * 6
      / 5
  }

  /// The pages of each sign.
  private var pagesOfSigns: [UInt32: [Int32]] {
    var found: [UInt32: Set<Int32>] = [:]
    for (number, pair) in pairs.all.enumerated() {
      let pages = pairs.pages(of: number)
      found[pair.first, default: []].formUnion(pages)
      if pair.second != 32 { found[pair.second, default: []].formUnion(pages) }
    }
    return found.mapValues { $0.sorted() }
  }

  /// A page: its path, its title, its headings, each with its id where that is not its text.
  private static func json(_ page: SearchPage) -> JSON {
    let headings = page.headings.map { heading -> JSON in
      heading.id == heading.text
        ? .string(heading.text) : .array([.string(heading.text), .string(heading.id)])
    }
    return .array([.string(page.path), .string(page.title), .array(headings)])
  }

  /// Pairs by their first sign: `客户体⏎户分` is 客户, 客体, 户分.
  private static func text(of pairs: [SignPair]) -> String {
    var text = String.UnicodeScalarView()
    var before: UInt32 = 0
    for pair in pairs {
      if pair.first != before {
        if before != 0 { text.append("\n") }
        Unicode.Scalar(pair.first).map { text.append($0) }
        before = pair.first
      }
      Unicode.Scalar(pair.second).map { text.append($0) }
    }
    return String(text)
  }

  private static func text(of signs: [UInt32]) -> String {
    var text = String.UnicodeScalarView()
    for sign in signs { Unicode.Scalar(sign).map { text.append($0) } }
    return String(text)
  }
}
