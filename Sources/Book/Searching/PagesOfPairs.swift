/// Of each pair of signs the pages on which it stands, and how often on all of them.
///
/// Pages are added first, in order; then all lists are made at once, one behind the other: a site has millions of
/// entries, and lists that grow one by one would be looked at and moved again for each.
struct PagesOfPairs {
  private var numbers = PairNumbers(room: 1 << 12)
  /// How often each pair stands on all pages, by its number.
  private(set) var times: [Int] = []
  /// The pair and the page of each entry, as they came.
  private var entries: [(pair: Int32, page: Int32)] = []
  /// The pages of all pairs, and where those of each begin.
  private var pages: [Int32] = []
  private var starts: [Int] = []

  /// The pairs, by their numbers.
  var all: [SignPair] { numbers.pairs }

  /// Notes that a pair stands on a page, so often; pages come in order.
  ///
  ///     pairs.add(SignPair(first: 0x5BA2, second: 0x6237), times: 2, on: 0)
  mutating func add(_ pair: SignPair, times count: Int, on page: Int32) {
    let number = numbers.number(of: pair)
    if number == times.count { times.append(0) }
    times[number] += count
    entries.append((Int32(number), page))
  }

  /// Makes the lists, once all pages were added.
  mutating func finish() {
    starts = [Int](repeating: 0, count: times.count + 1)
    for entry in entries { starts[Int(entry.pair) + 1] += 1 }
    for number in times.indices { starts[number + 1] += starts[number] }
    var places = starts
    pages = [Int32](repeating: 0, count: entries.count)
    for entry in entries {
      let number = Int(entry.pair)
      pages[places[number]] = entry.page
      places[number] += 1
    }
    entries = []
  }

  /// The pages of the pair of a number, in order.
  func pages(of number: Int) -> ArraySlice<Int32> { pages[starts[number]..<starts[number + 1]] }
}
