import Testing

@testable import Proof

/// What packed and printed files say is read out of them.
@Suite struct InnerTextTests {
  /// A PDF that draws with one font, whose signs 1 to 3 stand for 甲, 乙 and 丙, and 4 to 6 for A to C.
  private static func pdf(drawing: String, around: String = "") -> [UInt8] {
    let table = """
      1 begincodespacerange <00> <FF> endcodespacerange
      2 beginbfchar <01> <7532> <02> <4E59> endbfchar
      2 beginbfrange <03> <03> [<4E19>] <04> <06> <0041> endbfrange
      begincmap endcmap
      """
    return Array(
      """
      %PDF-1.4
      1 0 obj
      <</Type /Page /Resources <</Font <</F4 7 0 R>>>> /Contents 2 0 R>>
      endobj
      2 0 obj
      <</Length \(drawing.utf8.count)>> stream
      \(drawing)
      endstream
      endobj
      7 0 obj
      <</Type /Font /ToUnicode 8 0 R>>
      endobj
      8 0 obj
      <</Length \(table.utf8.count)>> stream
      \(table)
      endstream
      endobj
      \(around)
      """.utf8)
  }

  private func said(_ bytes: [UInt8]) -> String {
    innerTexts(of: "a.pdf", bytes).map { String(decoding: $0.bytes, as: UTF8.self) }
      .joined(separator: "|")
  }

  @Test(arguments: [
    ("BT /F4 12 Tf <010203> Tj ET", "甲乙丙"),
    ("BT /F4 12 Tf [<01> -20 <02>] TJ 0 -14 Td <03> Tj ET", "甲乙 丙"),
    ("BT /F4 12 Tf [<04> -300 <05>] TJ ET", "A B"),
    ("BT /F4 12 Tf (\\001\\002) Tj ET", "甲乙"),
    ("BT /F9 12 Tf (plain \\(words\\)) Tj ET", "plain (words)"),
    ("BT /F4 12 Tf <01> Tj /Span <</ActualText <FEFF53E3>>> BDC <02> Tj EMC <03> Tj ET", "甲口丙"),
  ])
  func `the words that a page draws`(drawing: String, words: String) {
    #expect(said(Self.pdf(drawing: drawing)) == words)
  }

  @Test func `the properties and the outline of a PDF`() {
    let bytes = Self.pdf(
      drawing: "", around: "9 0 obj <</Title <FEFF75324E59> /Author (Ann)>> endobj")
    #expect(said(bytes) == "甲乙\nAnn\n")
  }

  /// `BT /F4 12 Tf <0102> Tj ET` packed by zlib.
  private static let packed: [UInt8] = [
    0x78, 0x9C, 0x73, 0x0A, 0x51, 0xD0, 0x77, 0x33, 0x51, 0x30, 0x34, 0x52, 0x08, 0x49, 0x53, 0xB0,
    0x31, 0x30, 0x34, 0x30, 0xB2, 0x53, 0x08, 0xC9, 0x52, 0x70, 0x0D, 0x01, 0x00, 0x47, 0x6D, 0x05,
    0xB1,
  ]

  @Test func `a stream that is packed`() {
    let text = Self.pdf(drawing: "@", around: "")
    let place = text.firstIndex(of: UInt8(ascii: "@")) ?? 0
    let plain = Array(text[..<place]) + Self.packed + Array(text[(place + 1)...])
    let bytes = Array("/Filter /FlateDecode ".utf8)
    let key = PDFBodies.find("/Length 1>>", in: plain[...]) ?? 0
    #expect(said(Array(plain[..<key]) + bytes + Array(plain[key...])) == "甲乙")
  }

  @Test func `objects in the stream of another`() {
    let inner = "9 0 <</Title (Ann)>>"
    let around = "5 0 obj <</Type /ObjStm /N 1 /First 4>> stream\n\(inner)\nendstream endobj"
    #expect(said(Self.pdf(drawing: "", around: around)) == "Ann\n")
  }

  @Test func `a text that is not in UTF-8`() {
    // 先算缺口，再倒推 in GB 18030.
    let bytes: [UInt8] = [
      0xCF, 0xC8, 0xCB, 0xE3, 0xC8, 0xB1, 0xBF, 0xDA, 0xA3, 0xAC, 0xD4, 0xD9, 0xB5, 0xB9, 0xCD,
      0xC6,
    ]
    #expect(said(bytes).hasPrefix("先算缺口，再倒推"))
    #expect(innerTexts(of: "a.txt", Array("先算缺口".utf8)).isEmpty)
  }

  @Test func `nothing of damaged files`() {
    #expect(said(Array("PK\u{3}\u{4}".utf8)) == "")
    #expect(said(Array("%PDF-1.4\n1 0 obj <</Filter /FlateDecode>> stream\nx".utf8)) == "")
    for cut in stride(from: 0, to: 400, by: 7) {
      _ = innerTexts(of: "a.pdf", Array(Self.pdf(drawing: "BT (").prefix(cut)))
    }
  }
}
