import Testing

@testable import Proof

/// A value is found however it is spelled, and nothing is taken for it that only looks like it.
@Suite struct ValueSearchTests {
  private static let values: [ValueSearch.Value] = [
    .init("云杉贸易", .text), .init("13912345678", .phone), .init("a.chen@spruce.cn", .text),
    .init("87654", .amount), .init("C0101", .identifier), .init("老板爱喝茶，先打电话", .text),
    .init("Ann Lee", .text), .init("021-5555-1234", .phone),
  ]
  private static let search = ValueSearch(values)

  private func found(_ text: String, in path: String = "a.html") -> [String] {
    Self.search.hits(in: path, Array(text.utf8)).map { Self.values[$0.value].text }
  }

  @Test(arguments: [
    "云杉贸易", "&#20113;&#26441;&#36152;&#26131;", "&#x4E91;&#x6749;&#x8D38;&#x6613;",
    "&#x4e91;杉&#36152;易", "%E4%BA%91%E6%9D%89%E8%B4%B8%E6%98%93",
    "%e4%ba%91%e6%9d%89%e8%b4%b8%e6%98%93", #"\u4e91\u6749\u8d38\u6613"#,
    #"\u4E91\u6749\u8D38\u6613"#, #"\u{4e91}\u{6749}\u{8d38}\u{6613}"#,
    #"\\u4e91\\u6749\\u8d38\\u6613"#, #"\4e91 \6749 \8d38 \6613 "#, "云<b>杉</b>贸易",
    "云<mark>杉</mark><wbr>贸易", "5LqR5p2J6LS45piT", "eOS6keadiei0uOaYkw==",
    "eHjkupHmnYnotLjmmJM=", "SUMMARY:云杉\r\n 贸易", "{\"name\":\"云杉贸易\"}",
    // By Python's codec of the name.
    "http://xn--9kqy68ct0a352h.example", "XN--9KQY68CT0A352H",
    "&amp;#20113;杉贸易", "a云杉贸易b", "<!-- 云杉贸易 -->", "title='云杉贸易'",
  ])
  func `a name in every spelling`(text: String) { #expect(found(text) == ["云杉贸易"]) }

  @Test(arguments: [
    ("13912345678", "13912345678"), ("１３９１２３４５６７８", "13912345678"),
    ("tel:+8613912345678", "13912345678"), ("%31%33%39%31%32%33%34%35%36%37%38", "13912345678"),
    ("tel:02155551234", "021-5555-1234"), ("０２１－５５５５－１２３４", "021-5555-1234"),
    ("A.Chen@Spruce.cn", "a.chen@spruce.cn"), ("a.chen%40spruce.cn", "a.chen@spruce.cn"),
    ("a.chen&#64;spruce.cn", "a.chen@spruce.cn"), ("YS5jaGVuQHNwcnVjZS5jbg==", "a.chen@spruce.cn"),
    ("¥87,654", "87654"), ("87654.00", "87654"), ("８７，６５４", "87654"), ("87&#44;654", "87654"),
    ("\"87654\"", "87654"), ("data-id=\"c0101\"", "C0101"), ("#C0101:", "C0101"),
    ("老板爱喝茶，先打电话", "老板爱喝茶，先打电话"), ("老板爱喝茶,先打电话", "老板爱喝茶，先打电话"),
    (#"NOTE:老板爱喝茶\，先打电话"#, "老板爱喝茶，先打电话"), ("Ann\n  Lee", "Ann Lee"),
    ("ann&nbsp;lee", "Ann Lee"), ("ANN LEE", "Ann Lee"), ("Ann%20Lee", "Ann Lee"),
  ])
  func `numbers, addresses and notes in every spelling`(text: String, value: String) {
    #expect(found(text) == [value])
  }

  @Test(arguments: [
    "云杉", "贸易云杉", "187,654", "876540", "0.87654", "87 654", "C01012", "xC0101",
    "Ann Leeds", "Joann Lee", "1391234567", "<td>87</td><td>654</td>",
  ])
  func `what only looks like it is not found`(text: String) {
    #expect(found(text) == [])
  }

  @Test(arguments: [
    ("xn--fsqu00a", "例子"), ("xn---a-pt3cj5efze7r1f", "示例-a公司"), ("xn--Spruce-1u2m699w", "Spruce贸易"),
    // From RFC 3492, 7.1 (B).
    ("xn--ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
  ])
  func `a label of a host's name is decoded`(label: String, text: String) {
    let labels = Punycode.labels(in: Array("a.\(label).b".utf8))
    #expect(labels.map { String(decoding: $0.bytes, as: UTF8.self) } == [text])
    #expect(labels.first?.offset == 2)
  }

  @Test(arguments: ["xn--", "xn--!", "xn-a", "xn--é", "xn--\u{4e91}", "fsqu00a"])
  func `what is no label decodes to nothing`(text: String) {
    #expect(Punycode.labels(in: Array(text.utf8)).isEmpty)
  }

  @Test func `a file's name is searched too`() {
    #expect(found("", in: "plans/云杉贸易.html") == ["云杉贸易"])
    #expect(found("", in: "c/ann-lee.html") == ["Ann Lee"])
  }

  @Test func `the place is where the value begins`() {
    let text = "<p>您好，&#20113;杉贸易</p>"
    let place = text.utf8.count - "&#20113;杉贸易</p>".utf8.count
    #expect(Self.search.hits(in: "a.html", Array(text.utf8)).map(\.offset) == [place])
  }

  @Test func `too short to be told from chance is said, not searched`() {
    let short = ValueSearch([
      .init("李", .text), .init("no", .identifier), .init("9999", .amount),
      .init("ea1", .identifier),
    ])
    #expect(short.unsearched == [0, 1, 2])
    #expect(short.hits(in: "a", Array("李 no 9999 ea1".utf8)).map(\.value) == [3])
  }

  /// One pass finds what a search for each alone would.
  @Test(arguments: 0..<50) func `many patterns at once as one by one`(seed: Int) {
    var state = UInt64(seed) &* 7919 &+ 17
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    func word(_ length: Int) -> [UInt8] { (0..<length).map { _ in UInt8(97 + next(3)) } }
    let patterns = Set((0..<12).map { _ in word(1 + next(4)) }).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    let text = word(200)
    var found: Set<[Int]> = []
    ByteAutomaton(sorted: patterns).search(text) { found.insert([$0, $1]) }
    var expected: Set<[Int]> = []
    for (number, pattern) in patterns.enumerated() {
      for end in pattern.count...text.count where text[..<end].suffix(pattern.count) == pattern[...]
      {
        expected.insert([number, end])
      }
    }
    #expect(found == expected)
  }

  private func named(_ path: String, _ names: [String]) -> [Int] {
    let readings: [Character: [String]] = [
      "林": ["lin"], "一": ["yi"], "平": ["ping"], "曾": ["zeng", "ceng"], "安": ["an"], "云": ["yun"],
      "杉": ["shan"],
    ]
    let search = ValueSearch(names.map { .init($0, .text) }) { readings[$0] ?? [] }
    return search.hits(in: path, []).map(\.value)
  }

  @Test(arguments: [
    "team/linyiping.html", "team/lin-yi-ping.html", "team/LinYiPing.svg", "plans/lin_yiping/a.html",
    "team/2026-linyiping-12.html", "Lin Yi Ping.pdf",
  ])
  func `a name stands in pinyin in the name of a file`(path: String) {
    #expect(named(path, ["云杉", "林一平"]) == [1])
  }

  @Test func `each way a sign is read is looked for, and no part of another word`() {
    #expect(named("zeng-an.html", ["曾安"]) == [0] && named("cengan.html", ["曾安"]) == [0])
    #expect(named("xlinyiping.html", ["林一平"]) == [])
    #expect(named("lin-yipin-g.html", ["林一平"]) == [0], "its letters, however they are divided")
    // Too short to be told from ordinary words.
    #expect(named("yian.html", ["一安"]) == [])
    #expect(named("linyiping.html", ["林X平"]) == [])
  }
}
