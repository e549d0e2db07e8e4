/// Of each pair of signs the pages on which it stands, and how often on all of them.
struct PagesOfPairs {
  private var numbers = PairNumbers(room: 1 << 12)
  /// The pairs, by their numbers.
  var all: [SignPair] { numbers.pairs }
  /// The pages of each pair in order, by its number.
  private(set) var pages: [[Int32]] = []
  /// How often each pair stands on all pages, by its number.
  private(set) var times: [Int] = []

  /// Notes that a pair stands on a page, so often; pages come in order.
  ///
  ///     pairs.add(SignPair(first: 0x5BA2, second: 0x6237), times: 2, on: 0)
  mutating func add(_ pair: SignPair, times count: Int, on page: Int32) {
    let number = numbers.number(of: pair)
    if number == pages.count {
      pages.append([page])
      times.append(count)
    } else {
      pages[number].append(page)
      times[number] += count
    }
  }
}
