package import Diagnostics

/// Reads all tables of a file by the extension of its name: CSV and TSV, a workbook with a table for
/// each sheet, a YAML or JSON list.
///
/// A table is named by the file's base name, or by its sheet where a workbook has several. What is
/// broken is left out and said in the diagnostics, with its place.
///
///     readTables(SourceFile(path: "data/deals.tsv", text: "customer\tamount\n")).value[0].name
///     // "deals"
///
/// Texts are in the encoding given, where one is; a mark in front of them says more.
package func readTables(_ file: SourceFile, encoding: TextEncoding? = nil) -> Parsed<[Table]> {
  let (name, format) = nameAndExtension(of: file.path)
  switch format {
  case "csv", "tsv", "txt", "tab":
    return readCSV(file, named: name, encoding: encoding)
  case "xlsx", "xlsm":
    return readXLSX(file)
  case "xls" where isWorkbookPackage(file.bytes), "ods" where isWorkbookPackage(file.bytes):
    return readXLSX(file)
  // Many programs call text .xls, so that a double click opens it.
  case "xls" where FakeWorkbook(named: file.path, file.bytes) == .text:
    return readCSV(file, named: name, encoding: encoding)
  case "xls", "et", "xlsb", "ods", "numbers":
    return Parsed([], [.oldWorkbook(at: Place(path: file.path))])
  case "yaml", "yml": return readList(file, named: name, format: .yaml)
  case "json": return readList(file, named: name, format: .json)
  case "jsonl", "ndjson": return readList(file, named: name, format: .json, isInLines: true)
  default: return Parsed([], [.unknownFormat(at: Place(path: file.path))])
  }
}

/// The base name of a path and its extension in lower case.
///
///     nameAndExtension(of: "data/deals.CSV")  // ("deals", "csv")
package func nameAndExtension(of path: String) -> (name: String, fileExtension: String) {
  let file = path.split(separator: "/").last.map(String.init) ?? path
  guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return (file, "") }
  return (String(file[..<dot]), file[file.index(after: dot)...].lowercased())
}

/// Whether bytes are a workbook in the form of `.xlsx`, whatever the file is called.
///
///     isWorkbookPackage(Array("a,b\n".utf8))  // false
package func isWorkbookPackage(_ bytes: [UInt8]) -> Bool {
  guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
  let name = Array("xl/workbook.".utf8)
  // The list of the parts' names stands at the end.
  let end = bytes.suffix(1 << 20)
  var index = end.startIndex
  while let found = end[index...].firstIndex(of: name[0]) {
    if end[found...].starts(with: name) { return true }
    index = found + 1
  }
  return false
}
