import Diagnostics
import Phrases
import Testing

@testable import Tables

/// A text in an encoding, by the C library.
private func encoded(_ text: String, as encoding: TextEncoding) throws -> [UInt8] {
  let python = try #require(Tool("python3"))
  let name =
    [.gb18030: "gb18030", .big5: "big5hkscs", .shiftJIS: "cp932", .eucKR: "cp949"][encoding]
    ?? "cp1252"
  let hex = try #require(
    python.run(["-c", "import sys;print(sys.argv[1].encode('\(name)').hex())", text]))
  let digits = Array(hex.utf8).filter { $0 > 0x20 }
  return stride(from: 0, to: digits.count, by: 2).compactMap {
    UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
  }
}

private func read(_ bytes: [UInt8], as encoding: TextEncoding? = nil) -> Parsed<[Table]> {
  readTables(SourceFile(path: "data/a.csv", bytes: bytes), encoding: encoding)
}

@Suite(.enabled(if: Tool("python3") != nil, "there is no python3"))
struct `A text that is not UTF-8` {
  private static let samples: [(TextEncoding, String)] = [
    (.gb18030, "客户编号,客户名称,购买力\nK1,苏州恒信示例机械有限公司,4\n"),
    (.gb18030, "customer_id,name\nK1,上海瑞丰电子科技有限公司\nK2,无锡东盛食品有限公司\n"),
    (.gb18030, "姓名,职务\n王经理,采购经理\n李主任,设备工程师\n"),
    (.windows1252, "customer_id,name\nK1,Müller Maschinen GmbH\nK2,Société Réunies\n"),
    (.windows1252, "name,city\nJosé Peña,Málaga\nFrançois,Orléans\n"),
    (.big5, "客戶編號,客戶名稱,負責人\nK1,台北資訊股份有限公司,陳經理\n"),
    (.big5, "name,amount\n新竹電子股份有限公司,5\n高雄貿易有限公司,6\n"),
    (.shiftJIS, "顧客番号,会社名\nK1,株式会社テスト商事\nK2,東京サンプル製作所\n"),
    (.eucKR, "고객,회사명,금액\nK1,주식회사 서울전자,5\nK2,부산무역,6\n"),
  ]

  @Test(arguments: samples.indices)
  func `is read in its own encoding, and a warning says which where it is not the usual one`(
    index: Int
  ) throws {
    let (encoding, text) = Self.samples[index]
    let parsed = read(try encoded(text, as: encoding))
    #expect(parsed.value.first?.origin.encoding == encoding)
    #expect(cells(parsed) == cells(readTables(SourceFile(path: "a.csv", text: text))))
    #expect(parsed.diagnostics.map(\.id) == ["table.read-as"])
    #expect(parsed.diagnostics.first?.severity == (encoding == .gb18030 ? .note : .warning))
  }

  @Test(arguments: samples.indices)
  func `is never Chinese by accident`(index: Int) throws {
    let (encoding, text) = Self.samples[index]
    guard encoding != .gb18030 else { return }
    // Each line alone: too little to be sure, but enough not to be wrong without a word.
    for line in text.split(separator: "\n") where line.utf8.contains(where: { $0 >= 0x80 }) {
      let parsed = read(try encoded("h,i,j\n\(line)\n", as: encoding))
      let isRight = parsed.value.first?.origin.encoding == encoding
      #expect(isRight || parsed.diagnostics.contains { $0.severity != .note }, "\(line)")
    }
  }

  @Test(arguments: [
    "Nuñez & Ibáñez", "Ißühl", "Björk AB", "Société Générale", "Café",
    "“Oak” – Trading",
    "Großküchen", "São Paulo", "50 €", "Zoë, Chloë",
  ])
  func `of the West is Windows-1252 even where its bytes could be Chinese`(name: String) throws {
    let parsed = read(try encoded("name,a\n\(name),1\n", as: .windows1252))
    #expect(parsed.value.first?.origin.encoding == .windows1252)
    #expect(parsed.diagnostics.map(\.id) == ["table.read-as"] && !parsed.diagnostics.hasErrors)
  }

  @Test(arguments: ["錦", "珮瑄", "陳家豪", "阿里", "李", "王丽", "A型机"])
  func `is Chinese for a name or two, and says so`(name: String) throws {
    let parsed = read(try encoded("name,a\n\(name),1\n", as: .gb18030))
    #expect(parsed.value.first?.origin.encoding == .gb18030, "\(parsed.diagnostics)")
    #expect(parsed.diagnostics.map(\.id) == ["table.read-as"])
    // A note says it even where notes are not asked for; a warning, where little is sure.
    #expect(parsed.diagnostics.allSatisfy { $0.isAlwaysSaid || $0.severity == .warning })
  }

  @Test func `is asked about where Chinese would stand inside a Western word`() {
    // Mac OS Roman's ö between letters, and a pair that no Western word has.
    let bytes = Array("name,a\nBj".utf8) + [0xF6, 0x72] + Array("k,1\n".utf8) + [0xD6, 0xC4]
    let parsed = read(bytes + Array(" Oy,2\n".utf8))
    #expect(parsed.diagnostics.map(\.id) == ["table.which-encoding"])
    #expect(parsed.diagnostics[0].message.english.contains("as Windows-1252 “Björk"))
  }

  @Test func `is what the settings say`() throws {
    let bytes = try encoded("名,a\n甲,1\n", as: .gb18030)
    #expect(cells(read(bytes, as: .gb18030)) == [["名", "a"], ["甲", "1"]])
    #expect(read(bytes, as: .gb18030).diagnostics.isEmpty)
    #expect(read(bytes, as: .windows1252).value.first?.origin.encoding == .windows1252)
    #expect(read(bytes, as: .utf8).diagnostics.map(\.id) == ["table.encoding"])
  }

  @Test func `is asked about where no reading gives words`() {
    // Bytes that could be rare characters of any kind.
    let odd = (0..<12).flatMap { [UInt8(0xD8 + $0), UInt8(0xA1 + $0)] }
    let parsed = read(Array("a,b\n1,".utf8) + odd + [0x0A])
    #expect(parsed.diagnostics.map(\.id) == ["table.which-encoding"])
    #expect(parsed.diagnostics[0].place.description == "data/a.csv:2")
    #expect(parsed.diagnostics[0].message.english.contains("as GB18030 “"))
    #expect(parsed.diagnostics[0].fix?.english.contains("encodings: {\"a.csv\": GB18030}") == true)
  }

  @Test func `and has one odd byte says where that is`() throws {
    var bytes = try encoded("客户名称,金额\n苏州公司,1\n上海公司,2\n", as: .gb18030)
    bytes += [0xFF, 0x0A]
    let parsed = read(bytes)
    #expect(parsed.diagnostics.map { "\($0.id) \($0.place)" } == ["table.encoding data/a.csv:4:1"])
    let utf8 = Array("客户名称,金额\n苏州公司,1\n".utf8) + [0xE9, 0x0A]
    #expect(
      read(utf8).diagnostics.map { "\($0.id) \($0.place)" } == ["table.encoding data/a.csv:3:1"])
  }
}
