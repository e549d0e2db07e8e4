import Testing

@testable import Markdown

/// Character widths, from the data file of Unicode's UAX 11.
struct EastAsianWidthTests {
  private static let wide: [Unicode.Scalar] = [
    "一", "鿿", "〇", "。", "，", "（", "《", "あ", "ﾊ", "ｱ", "한", "ㄅ", "𠀀", "￥", "＄", "　", "😀", "〜",
  ]
  private static let narrow: [Unicode.Scalar] = [
    "a", "é", "“", "…", "—", "·", "①", "℃", "Ω", "я", "α", "→", "●", " ", "\u{200B}", "฿",
  ]

  @Test(arguments: wide)
  func `Chinese, Japanese, Korean and pictures are wide`(scalar: Unicode.Scalar) {
    #expect(EastAsianWidth.isWide(scalar))
  }

  @Test(arguments: narrow)
  func `letters and ambiguous signs are not`(scalar: Unicode.Scalar) {
    #expect(!EastAsianWidth.isWide(scalar))
  }

  @Test func `Korean is known apart`() {
    #expect("한".unicodeScalars.allSatisfy(EastAsianWidth.isHangul))
    #expect(!"漢あ。".unicodeScalars.contains(where: EastAsianWidth.isHangul))
  }
}
