import Diagnostics

/// Makes workbooks part by part, as whole or as broken as a test wants them.
struct TestWorkbook {
  var parts: [(name: String, text: String)] = [
    (
      "_rels/.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
      </Relationships>
      """
    )
  ]

  /// A workbook with one sheet of the rows given as XML.
  init(
    rows: String, strings: String = "", formats: String = "", merged: String = "",
    workbook: String = ""
  ) {
    self.init(sheets: [("Sheet1", "", rows, merged)], strings, formats, workbook)
  }

  /// A workbook with sheets: name, attributes, rows and merged cells.
  init(
    sheets: [(name: String, attributes: String, rows: String, merged: String)],
    _ strings: String = "", _ formats: String = "", _ workbook: String = ""
  ) {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var list = ""
    var relations = ""
    for (index, sheet) in sheets.enumerated() {
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(sheet.attributes) r:id=\"s\(index)\"/>"
      relations +=
        "<Relationship Id=\"s\(index)\" Type=\"\(type)/worksheet\" Target=\"worksheets/sheet\(index).xml\"/>"
      let merges = sheet.merged.split(separator: " ").map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      parts.append(
        (
          "xl/worksheets/sheet\(index).xml",
          "<worksheet><sheetData>\(sheet.rows)</sheetData><mergeCells>\(merges)</mergeCells></worksheet>"
        ))
    }
    relations +=
      "<Relationship Id=\"ss\" Type=\"\(type)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    relations += "<Relationship Id=\"st\" Type=\"\(type)/styles\" Target=\"/xl/styles.xml\"/>"
    parts.append(
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(type)\">\(workbook)<sheets>\(list)</sheets></workbook>"
      ))
    parts.append(("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"))
    parts.append(("xl/sharedStrings.xml", "<sst>\(strings)</sst>"))
    parts.append(("xl/styles.xml", "<styleSheet>\(formats)</styleSheet>"))
  }

  /// The file, its parts stored as they are or as a packer would that finds nothing to save.
  func file(_ path: String = "a.xlsx", isPacked: Bool = false) -> SourceFile {
    SourceFile(
      path: path, bytes: zip(parts.map { ($0.name, Array($0.text.utf8)) }, isPacked: isPacked))
  }
}

/// An archive of parts that are not packed, or each packed as one block that was not compressed.
///
/// `claimed` is the size a part says it has.
func zip(
  _ parts: [(name: String, bytes: [UInt8])], claimed: Int? = nil, flags: Int = 0,
  isPacked: Bool = false
) -> [UInt8] {
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes) in parts {
    let offset = archive.count
    let data =
      isPacked ? [1] + little(bytes.count, 2) + little(~bytes.count, 2) + bytes : bytes
    let shared =
      little(flags, 2) + little(isPacked ? 8 : 0, 2) + little(0, 4) + little(Int(crc32(bytes)), 4)
      + little(data.count, 4) + little(claimed ?? bytes.count, 4) + little(name.utf8.count, 2)
      + little(0, 2)
    archive += little(0x0403_4B50, 4) + little(20, 2) + shared + Array(name.utf8) + data
    directory +=
      little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + shared + little(0, 10)
      + little(offset, 4) + Array(name.utf8)
  }
  let end =
    little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
    + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
  return archive + directory + end
}

private func little(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  var checksum: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    checksum ^= UInt32(byte)
    for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return ~checksum
}
