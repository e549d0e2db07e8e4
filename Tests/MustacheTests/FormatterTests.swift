import Diagnostics
import Foundation
import Phrases
import Testing

@testable import Mustache

@Suite struct `Standard formatters` {
  /// What a formatter makes of a value in Chinese and in English.
  struct Sample: Sendable, CustomTestStringConvertible {
    let value: Value
    let formatters: String
    let chinese: String
    let english: String

    init(_ value: Value, _ formatters: String, _ chinese: String, _ english: String? = nil) {
      self.value = value
      self.formatters = formatters
      self.chinese = chinese
      self.english = english ?? chinese
    }

    var testDescription: String { "\(value) | \(formatters)" }
  }

  private func expect(_ sample: Sample) {
    let example = Case("{{x | \(sample.formatters)}}", ["x": sample.value], gives: "")
    #expect(example.rendered(.simplifiedChinese) == sample.chinese)
    #expect(example.rendered(.english) == sample.english)
  }

  @Test(arguments: [
    Sample(0, "money", "0"), Sample(5, "money", "0.05"), Sample(-5, "money", "-0.05"),
    Sample(100, "money", "1"), Sample(123_456_789, "money", "1,234,567.89"),
    Sample(-100_000, "money", "-1,000"), Sample(99_999, "money", "999.99"),
    Sample(.integer(.min), "money", "-92,233,720,368,547,758.08"),
    Sample(.integer(.max), "money", "92,233,720,368,547,758.07"),
    Sample(.decimal(Decimal(10_005, places: 1)), "money", "10.01"),
    Sample(149, "money0", "1"), Sample(150, "money0", "2"), Sample(-150, "money0", "-2"),
    Sample(99_999_950, "money0", "1,000,000"), Sample(-49, "money0", "0"),
    Sample(1_234_567, "integer", "1,234,567"),
    Sample(.decimal(Decimal(25, places: 1)), "integer", "3"),
  ])
  func `write amounts`(_ sample: Sample) { expect(sample) }

  @Test(arguments: [
    Sample(120_000_000, "wan", "120万", "1,200k"),
    Sample(850_000, "wan", "8,500", "8.5k"),
    Sample(8_550, "wan", "85.50", "85.50"),
    Sample(1_234_500, "wan", "约1.23万", "≈12.35k"),
    Sample(123_400_000, "wan", "123.4万", "1,234k"),
    Sample(10_000_000_000, "wan", "1亿", "100,000k"),
    Sample(12_345_678_900, "wan", "约1.23亿", "≈123,456.79k"),
    Sample(-120_000_000, "wan", "-120万", "-1,200k"),
    Sample(999_999_999_900, "wan", "约100亿", "≈10,000,000k"),
    Sample(9_999_999_900, "wan", "约1亿", "≈100,000k"),
    Sample(0, "wan", "0", "0"),
  ])
  func `write large amounts in round units, and say when they rounded`(_ sample: Sample) {
    expect(sample)
  }

  @Test(arguments: [
    Sample(250_000, "percent", "25%"), Sample(245_500, "percent", "24.6%"),
    Sample(1_000_000, "percent", "100%"), Sample(12_340_000, "percent", "1,234%"),
    Sample(-5_000, "percent", "-0.5%"), Sample(.ratio(1, of: 3), "percent", "33.3%"),
    Sample(.ratio(2, of: 3), "percent", "66.7%"), Sample(.ratio(-1, of: 2), "percent", "-50%"),
    Sample(.ratio(.max, of: .max), "percent", "100%"),
    Sample(.ratio(1, of: 2000), "percent", "0.1%"),
    Sample(.ratio(2, of: 3), "fixed 4", "0.6667"), Sample(.ratio(-7, of: -2), "fixed 0", "4"),
    Sample(3, "fixed 2", "3.00"), Sample(.decimal(Decimal(12_345, places: 3)), "fixed 2", "12.35"),
    Sample(.decimal(Decimal(-5, places: 1)), "fixed 0", "-1"), Sample(1_000, "fixed 1", "1,000.0"),
    Sample(.decimal(Decimal(9_999, places: 3)), "fixed 2", "10.00"),
  ])
  func `write shares and decimals`(_ sample: Sample) { expect(sample) }

  @Test(arguments: [
    Sample(90, "hours", "1.5 小时", "1.5 h"), Sample(60, "hours", "1 小时", "1 h"),
    Sample(100, "hours", "1.67 小时", "1.67 h"), Sample(0, "hours", "0 小时", "0 h"),
  ])
  func `write minutes as hours`(_ sample: Sample) { expect(sample) }

  // 20579 is 2026-05-06: 56 years of 365 days, 14 leap days, and 125 days of 2026.
  @Test(arguments: [
    Sample(20_579, "date", "2026年5月6日", "6 May 2026"),
    Sample(20_579, "date-short", "5月6日", "6 May"),
    Sample(20_579, "month", "2026年5月", "May 2026"),
    Sample(20_579, "iso-date", "2026-05-06"),
    Sample(20_579, "weekday", "周三", "Wed"),
    Sample(0, "iso-date", "1970-01-01"), Sample(0, "weekday", "周四", "Thu"),
    Sample(-1, "iso-date", "1969-12-31"), Sample(-4, "weekday", "周日", "Sun"),
    Sample(11_016, "iso-date", "2000-02-29"), Sample(11_017, "iso-date", "2000-03-01"),
    Sample(47_540, "iso-date", "2100-02-28"), Sample(47_541, "iso-date", "2100-03-01"),
    Sample(-719_162, "iso-date", "0001-01-01"), Sample(2_932_896, "iso-date", "9999-12-31"),
  ])
  func `write days`(_ sample: Sample) { expect(sample) }

  @Test(arguments: [
    Sample([1, 2, 3], "count", "3"), Sample([], "count", "0"),
    Sample(1, "plural 'customer' 'customers'", "customer"),
    Sample(0, "plural 'customer' 'customers'", "customers"),
    Sample(["甲", "乙"], "join '、'", "甲、乙"), Sample([], "join '、'", ""),
    Sample(["a", "b", "c"], "first 2 | join '+'", "a+b"),
    Sample(.nothing, "default '—'", "—"), Sample("甲", "default '—'", "甲"),
    Sample("", "default '—'", ""), Sample(.nothing, "default 0 | money", "0"),
    Sample("甲 a/b?c&d", "url", "%E7%94%B2%20a%2Fb%3Fc%26d"),
  ])
  func `work on lists, words and what is missing`(_ sample: Sample) { expect(sample) }

  @Test func `take names as arguments`() {
    let values: Value = ["n": 2, "label": ["one": "家", "many": "家们"]]
    #expect(render("{{n | plural label.one label.many}}", [values]) == "家们")
  }

  @Test func `stand in the guide to the language`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Mustache/Mustache.docc/Mustache.md").standardizedFileURL
    let guide = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    for name in Formatters(.english).names {
      #expect(
        guide.contains { $0.hasPrefix("| `\(name)` |") || $0.hasPrefix("| `\(name) ") }, "\(name)")
    }
  }

  @Test func `can be added and replaced`() {
    let shout = Formatter("shout") { value, _ in
      guard case .text(let text) = value else { return .wants(Phrase(same: "text")) }
      return .value(.html(HTML(trusted: text + "!")))
    }
    let formatters = Formatters(.english).adding(shout)
    let source = TemplateSource(name: "a", file: .init(path: "a", text: "{{{x | shout}}}"))
    let set = TemplateSet.compile([source], formatters: formatters)
    #expect(set.diagnostics.isEmpty)
    #expect(set.value.html("a", stack: [["x": "ok"]]).value.text == "ok!")
  }
}

@Suite struct `Decimals` {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("007", "7"), ("0.50", "0.50"), ("-12.345", "-12.345"), ("0.0", "0.0"),
    ("123456789012345678901234567890.1", "123456789012345678901234567890.1"),
  ])
  func `are read and written exactly`(_ text: String, _ written: String) {
    #expect(Decimal(text)?.text == written)
  }

  @Test(arguments: ["", "-", ".", "1.", ".5", "1.2.3", "1e5", "1,000", "一", "--1", " 1"])
  func `are not read from anything else`(_ text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test(arguments: [
    ("-2", "-1"), ("-1", "0"), ("0", "0.01"), ("0.09", "0.1"), ("9.99", "10"), ("-0.1", "0.001"),
    ("-10", "-9.5"),
  ])
  func `are ordered by value`(_ less: String, _ more: String) throws {
    let (less, more) = (try #require(Decimal(less)), try #require(Decimal(more)))
    #expect(less < more)
    #expect(!(more < less))
    #expect(less != more)
  }

  @Test func `are equal whatever zeros they end with`() {
    #expect(Decimal("1.50") == Decimal("1.5"))
    #expect(Decimal("-0.00") == Decimal(0))
    #expect(Decimal("1.50")?.hashValue == Decimal("1.5")?.hashValue)
  }
}
