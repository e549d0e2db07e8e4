import Testing

@testable import PlanData

/// The rules are those of RFC 5545, sections 3.1 and 3.3.11.
@Suite struct `Text in a calendar file` {
  @Test(arguments: [
    ("报价；含税", "报价；含税"),
    ("a,b;c\\d", #"a\,b\;c\\d"#),
    ("一\n二\r\n三\r四", #"一\n二\n三\n四"#),
    ("END:VEVENT\nBEGIN:VALARM", #"END:VEVENT\nBEGIN:VALARM"#),
    ("a\u{2028}b\u{85}c", #"a\nb\nc"#),
    ("a\u{0}b\u{7F}c\td", "abc d"),
  ])
  func `says what was written, and cannot end its line`(text: String, expected: String) {
    #expect(CalendarText.escaped(text) == expected)
  }

  @Test(arguments: [
    (String(repeating: "a", count: 75), [75]),
    (String(repeating: "a", count: 76), [75, 2]),
    // Three octets each: 25 fill a line, and 24 one that begins with a space.
    (String(repeating: "拜", count: 25), [75]),
    (String(repeating: "拜", count: 26), [75, 4]),
    (String(repeating: "拜", count: 50), [75, 73, 4]),
    ("a" + String(repeating: "😀", count: 19), [73, 5]),
  ])
  func `goes on in the next line after 75 octets, never within a character`(
    line: String, octets: [Int]
  ) throws {
    let bytes = CalendarText.folded(line)
    let text = try #require(String(validating: bytes, as: UTF8.self))
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    #expect(lines.map(\.utf8.count) == octets)
    #expect(text.replacing("\r\n ", with: "") == line + "\r\n")
  }

  @Test func `a zone's name cannot leave its quotation marks`() {
    #expect(CalendarText.parameter("Asia/Shanghai") == "Asia/Shanghai")
    #expect(CalendarText.parameter("a\":b\n;c") == "\"a:b;c\"")
  }
}
