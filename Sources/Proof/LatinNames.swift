/// Names as somebody would type them to name a file: 林一平 as linyiping, lin-yiping or LinYiPing.
struct LatinNames: Sendable {
  /// The numbers of the values by their letters.
  private var byLetters: [[UInt8]: [Int]] = [:]
  private var (shortest, longest) = (Int.max, 0)

  /// Shorter ones come out of ordinary words by chance.
  private static let least = 5
  /// A name of more signs is written in Latin letters by nobody.
  private static let most = 8

  /// No names.
  init() {}

  /// Writes the names among some values; each sign in every way it is read.
  init(_ values: [ValueSearch.Value], _ latin: (Character) -> [String]) {
    var known: [Character: [[UInt8]]] = [:]
    for (number, value) in values.enumerated() where value.kind == .text {
      guard (2...Self.most).contains(value.text.count) else { continue }
      var spellings: [[UInt8]] = [[]]
      for sign in value.text {
        let readings = known[sign] ?? latin(sign).map { Array($0.lowercased().utf8) }
        known[sign] = readings
        spellings = spellings.flatMap { start in readings.map { start + $0 } }
        if spellings.isEmpty || spellings.count > 16 { break }
      }
      for letters in Set(spellings) where letters.count >= Self.least {
        byLetters[letters, default: []].append(number)
        shortest = min(shortest, letters.count)
        longest = max(longest, letters.count)
      }
    }
  }

  /// The values whose letters are a whole word of a file's path, or words of it one behind the other.
  ///
  ///     names.values(in: "team/lin-yiping.html")  // that of 林一平
  func values(in path: String) -> [Int] {
    guard longest > 0 else { return [] }
    let words = path.lowercased().utf8.split { !(0x61...0x7A).contains($0) }.map(Array.init)
    var found: Set<Int> = []
    for first in words.indices {
      var letters: [UInt8] = []
      for word in words[first...] {
        letters += word
        if letters.count > longest { break }
        if letters.count >= shortest { found.formUnion(byLetters[letters] ?? []) }
      }
    }
    return found.sorted()
  }
}
