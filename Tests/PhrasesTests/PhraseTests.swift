import Phrases
import Testing

@Suite struct `Phrases` {
  @Test(arguments: [
    (0, "0 customers"), (1, "1 customer"), (-1, "-1 customer"), (2, "2 customers"),
    (21, "21 customers"), (1_000, "1,000 customers"),
  ])
  func `count by the plural rules of English`(count: Int, english: String) {
    let phrase = Phrase(
      zh: "\(count: count) 个客户", en: "\(count: count, "customer", "customers")")
    #expect(phrase.text(in: .english) == english)
    #expect(phrase.text(in: .chinese) == "\(english.prefix { $0 != " " }) 个客户")
  }

  @Test(arguments: [(1, "1 row is left out"), (2, "2 rows are left out")])
  func `let the verb agree with the count`(count: Int, english: String) {
    let phrase = Phrase(
      zh: "略去 \(count: count) 行",
      en: "\(count: count, "row", "rows") \(agreeing: count, "is", "are") left out")
    #expect(phrase.english == english)
  }

  @Test(arguments: [
    (100_050, "1,000.50"), (8_750_000, "87,500"), (5, "0.05"), (-120, "-1.20"),
  ])
  func `write an amount in its units`(hundredths: Int, text: String) {
    let phrase = Phrase(
      zh: "\(hundredths: hundredths) 元", en: "\(hundredths: hundredths) yuan")
    #expect(phrase.chinese == text + " 元")
    #expect(phrase.english == text + " yuan")
  }

  @Test func `write a day as the language does`() {
    let phrase = Phrase(
      zh: "\(year: 2026, month: 5, day: 6)起", en: "from \(year: 2026, month: 5, day: 6)")
    #expect(phrase.chinese == "2026年5月6日起")
    #expect(phrase.english == "from 6 May 2026")
  }

  @Test func `say in each language what a value says in it`() {
    let row = Phrase(zh: "空行", en: "a blank row")
    let phrase = Phrase(zh: "略去：\(row)", en: "left out: \(row)")
    #expect(phrase.chinese == "略去：空行")
    #expect(phrase.english == "left out: a blank row")
  }

  @Test func `join lists as the language does`() {
    let plain = Phrase(zh: "\(list: ["M", "N"])", en: "\(list: ["M", "N"])")
    #expect(plain.chinese == "M、N")
    #expect(plain.english == "M, N")
    let rows = [Phrase(zh: "空行", en: "a blank row"), Phrase(same: "A-1")]
    let worded = Phrase(zh: "\(list: rows)", en: "\(list: rows)")
    #expect(worded.chinese == "空行、A-1")
    #expect(worded.english == "a blank row, A-1")
  }

  @Test func `leave names, years and places in a file as they are`() {
    let phrase = Phrase(zh: "\("a.csv") 第 \(12_000) 行", en: "line \(12_000) of \("a.csv")")
    #expect(phrase.chinese == "a.csv 第 12000 行")
    #expect(phrase.english == "line 12000 of a.csv")
  }
}
