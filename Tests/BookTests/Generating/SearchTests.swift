import Foundation
import Testing

@testable import Book

/// What a search goes by.
@Suite struct `The index of a search` {
  /// The pages that have a pair of signs or a word, read out of the index by a reader of the test's own.
  private struct Reader {
    let pages: [String]
    let titles: [String]
    private(set) var lists: [String: [String]] = [:]

    init(_ script: String) throws {
      let json = try #require(script.firstRange(of: "salesbookIndex(")).upperBound
      let end = try #require(script.ranges(of: ");").last).lowerBound
      let read = try JSONSerialization.jsonObject(with: Data(script[json..<end].utf8))
      let index = try #require(read as? [String: Any])
      let rows = try #require(index["pages"] as? [[Any]])
      pages = rows.compactMap { $0[0] as? String }
      titles = rows.compactMap { $0[1] as? String }
      let text = { (key: String) in index[key] as? String ?? "" }
      let pairs = text("pairs").split(separator: "\n").flatMap { line in
        line.unicodeScalars.dropFirst().map { second in
          String(line.unicodeScalars.prefix(1)) + String(Character(second))
        }
      }
      let words = text("words").split(separator: " ").map(String.init)
      let signs = text("signs").map(String.init)
      // Two signs for each byte; no letter and no digit, in which a name could stand by chance.
      let alphabet = Array("!#$%()*+,-.:;=?@")
      let halves = try text("lists").map { try #require(alphabet.firstIndex(of: $0)) }
      let bytes = stride(from: 0, to: halves.count, by: 2).map { place -> UInt8 in
        UInt8(halves[place] * 16 + halves[place + 1])
      }
      let bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - UInt8($0)) & 1 } }
      let places = try #require(index["places"] as? [Int])
      var at = 0
      func take(_ width: Int) -> Int {
        defer { at += width }
        return bits[at..<(at + width)].reduce(0) { $0 * 2 + Int($1) }
      }
      for (number, term) in (pairs + words + signs).enumerated() {
        if number % 64 == 0 { at = places[number / 64] * 8 }
        var width = 1
        while bits[at + width - 1] == 0 { width += 1 }
        at += width - 1
        let count = take(width)
        var (parameter, mean) = (0, pages.count * 7 / (count * 10))
        while mean > 1 { (parameter, mean) = (parameter + 1, mean / 2) }
        var page = -1
        for _ in 0..<count {
          var step = 0
          while bits[at] == 1 { (step, at) = (step + 1, at + 1) }
          at += 1
          page += 1 + (step << parameter) + take(parameter)
          lists[term, default: []].append(pages[page])
        }
      }
    }
  }

  private func site(_ files: [String: String]) -> MemorySite {
    var site = MemorySite()
    for (name, text) in files { site.files["Content/" + name] = text }
    return site
  }

  private let course = [
    "index.md": "---\ntitle: 课程\n---\n\n开始。\n",
    "a.md": """
    ---
    title: 客户分类
    description: 一句说明
    ---

    ## 购买力

    **客**户要有钱，`plan` &amp; planning。`= 1 + 1`

    :::facilitator
    讲师才看的暗号
    :::

    :::exercise[做题]{open}
    :::solution
    秘密答案在此
    :::
    :::
    """,
    "b.md": "---\ntitle: B 页\n---\n\n只有 Ｋ９ 在这里，和客户。\n",
  ]

  @Test func `holds what stands on the pages, and finds each where it stands`() async throws {
    let made = try await site(course).generate()
    #expect(made.problems == [])
    let index = try Reader(made["participant/assets/search-index.js"])
    #expect(index.pages == ["a.html", "b.html", "index.html"])
    #expect(index.titles == ["客户分类", "B 页", "课程"])
    #expect(index.lists["客户"] == ["a.html", "b.html"])
    #expect(index.lists["购买"] == ["a.html"] && index.lists["说明"] == ["a.html"])
    #expect(index.lists["plan"] == ["a.html"] && index.lists["k9"] == ["b.html"])
    #expect(index.lists["页 "] == ["b.html"])
    #expect(index.lists["户客"] == nil && index.lists["钱plan"] == nil)
  }

  @Test func `of an edition holds nothing that the edition may not see`() async throws {
    let made = try await site(course).generate()
    let secret = ["暗号", "秘密", "密答", "案在"]
    let participant = try Reader(made["participant/assets/search-index.js"])
    let facilitator = try Reader(made["facilitator/assets/search-index.js"])
    for term in secret {
      #expect(participant.lists[term] == nil)
      #expect(facilitator.lists[term] == ["a.html"])
    }
    // Whatever can be found stands in the bytes of the folder's own pages.
    for (tree, index) in [("participant", participant), ("facilitator", facilitator)] {
      for (term, pages) in index.lists {
        for page in pages {
          var own = SearchTerms()
          let html = made["\(tree)/\(page)"].replacing(/<[^>]*content="([^"]*)"[^>]*>/) { $0.1 }
          own.add(visibleText(of: Array(html.utf8)))
          let pairs = own.pairs.map { pair, _ in
            [pair.first, pair.second == 0 ? 32 : pair.second].compactMap(Unicode.Scalar.init)
              .map(String.init).joined()
          }
          #expect(own.words.contains(term) || pairs.contains(term), "\(tree)/\(page): \(term)")
        }
      }
    }
  }

  @Test func `is the same bytes whatever order the pages come in`() async throws {
    var site = site(course)
    let first = try await site.generate()["participant/assets/search-index.js"]
    site.jobs = 4
    let second = try await site.generate()["participant/assets/search-index.js"]
    #expect(first == second && !first.isEmpty)
  }

  @Test func `is made for courses, not for the folders of single readers`() async throws {
    var site = site(course)
    site.files["Content/data/team.csv"] = "member,name\nzhang,张伟\nli,李娜\n"
    site.files["Content/plans/monthly.md"] = "---\ntitle: 计划\neach: member\n---\n\n好。\n"
    let made = try await site.generate()
    let indexes = made.pages.keys.filter { $0.hasSuffix("search-index.js") }.sorted()
    #expect(
      indexes == ["facilitator/assets/search-index.js", "participant/assets/search-index.js"])
    #expect(made["participant/a.html"].contains("assets/search.js"))
    #expect(made.pages.contains { $0.key.hasPrefix("plans/") && $0.key.hasSuffix(".html") })
    #expect(
      !made.pages.contains { $0.key.hasPrefix("plans/") && $0.value.contains("role=\"search\"") })
  }

  /// A page on which every pair of some signs stands.
  private func page(_ number: Int, _ text: String) -> SearchPage {
    SearchPage(
      path: "\(1000 + number).html", title: "页", description: nil, headings: [],
      content: Array(text.utf8))
  }

  @Test func `of many pages goes by signs where pairs would take too much room`() throws {
    // Pairs of 2,000 signs, none of which stands together more often than another, and one word that does.
    let signs = (0..<2000).compactMap { Unicode.Scalar(0x4E00 + $0) }.map(String.init)
    let pages = (0..<600).map { number in
      let text = (0..<500).map { signs[(number * 7919 + $0 * $0 * 31 + $0 * 17) % 2000] }
      return page(number, text.joined() + (number % 50 == 0 ? "，龙龟龙龟" : ""))
    }
    let script = SearchIndex(pages).script
    let index = try Reader(script)
    #expect(index.lists["龙龟"]?.count == 12)
    #expect(index.lists["龙"]?.count == 12)
    let lost = try #require(
      signs.indices.dropLast().first {
        index.lists[signs[$0] + signs[$0 + 1]] == nil && index.lists[signs[$0]] != nil
      })
    #expect((index.lists[signs[lost]]?.count ?? 0) > 0)
    #expect(script.utf8.count < 600 * 225 * 3 / 2)
  }

  @Test func `packs pairs as they come, however often they stand there`() throws {
    let pairs: [(pair: SignPair, count: Int)] = [
      (SignPair(first: 0x5BA2, second: 0x6237), 300), (SignPair(first: 0x6237, second: 0x5206), 1),
      (SignPair(first: 0x3042, second: 0), 2), (SignPair(first: 0x2A6D6, second: 0xAC00), 1),
    ]
    var read: [[Int]] = []
    try PackedPairs(pairs).each { read.append([Int($0.first), Int($0.second), $1]) }
    #expect(
      read == [
        [0x5BA2, 0x6237, 255], [0x6237, 0x5206, 1], [0x3042, 32, 2], [0x2A6D6, 0xAC00, 1],
      ])
  }

  @Test func `numbers pairs as they first come`() {
    var numbers = PairNumbers(room: 4)
    let pairs = (0..<1000).map { SignPair(first: 0x4E00 + $0 % 500, second: 0x5000) }
    #expect(pairs.map { numbers.number(of: $0) } == (0..<1000).map { $0 % 500 })
    #expect(numbers.pairs.count == 500)
  }

  @Test(arguments: [
    ("plans", "plan"), ("planned", "plan"), ("planning", "plan"), ("selling", "sel"),
    ("sell", "sel"),
    ("carries", "carri"), ("carry", "carri"), ("carried", "carri"), ("closing", "clos"),
    ("closed", "clos"), ("close", "clos"), ("pass", "pas"), ("passes", "pas"), ("is", "is"),
    ("bus", "bus"), ("thing", "thing"), ("k9", "k9"), ("über", "über"), ("need", "need"),
  ])
  func `takes an English word by its stem`(word: String, stem: String) {
    #expect(SearchTerms.stem(word) == stem)
  }

  @Test func `reads of a page what is read, and no tag`() {
    let html = """
      <p>客<b>户</b> A&amp;B&lt;</p><script>秘密()</script><math><mi>x</mi></math><td>甲</td><td>乙</td>
      """
    func read(_ html: String) -> String {
      String(decoding: visibleText(of: Array(html.utf8)), as: UTF8.self)
    }
    #expect(read(html).split(separator: "\n") == ["客户 A&B<", "甲", "乙"])
    #expect(read("<p") == "\n" && read("&") == "&")
    // Names count to their end, with a slash before them or without.
    #expect(read("甲<strong>乙</strong>丙<strongest>丁") == "甲乙丙\n丁")
    #expect(read("<style>甲</stylus>乙</style>丙") == "\n丙")
  }
}
