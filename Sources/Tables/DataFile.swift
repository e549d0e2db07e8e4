package import Diagnostics
import Phrases

/// What a file in a folder of tables is, by its name.
package enum DataFile: Hashable, Sendable {
  /// A table that can be read.
  case table
  /// A workbook that LibreOffice can turn into one that can be read.
  case convertible
  /// A table that only the program which wrote it can save as something else.
  case foreign
  /// What programs leave behind: `~$客户.xlsx` while a workbook is open, `.DS_Store`, `Thumbs.db`.
  case leftover
  /// Something else.
  case other

  /// Looks at the end and the beginning of a file's name.
  ///
  ///     DataFile(named: "data/~$crm.xlsx")  // .leftover
  ///     DataFile(named: "data/crm.ods")     // .convertible
  package init(named path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if isPassedOver(path) {
      self = .leftover
      return
    }
    switch nameAndExtension(of: name).fileExtension {
    case "csv", "tsv", "tab", "txt", "xlsx", "xlsm", "yaml", "yml", "json", "jsonl", "ndjson":
      self = .table
    case "xls", "ods": self = .convertible
    case "et", "numbers", "xlsb": self = .foreign
    default: self = .other
    }
  }
}

/// Whether a file is no data, whatever its end says: locks of open workbooks, hidden files, what the
/// Mac and Windows put into folders.
package func isPassedOver(_ path: String) -> Bool {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  return name.hasPrefix("~$") || name.hasPrefix(".") || name.lowercased() == "thumbs.db"
    || name.lowercased() == "desktop.ini"
}

/// What a file called `.xls` is in truth, as many programs write them; nil where it is a workbook, or called
/// otherwise.
package enum FakeWorkbook: Hashable, Sendable {
  case page
  case text

  /// Looks at the beginning of a file.
  ///
  ///     FakeWorkbook(named: "crm.xls", Array("<html><table>".utf8))  // .page
  package init?(named path: String, _ bytes: [UInt8]) {
    guard path.lowercased().hasSuffix(".xls"), !bytes.isEmpty else { return nil }
    let start = bytes.prefix(2000)
    // Compound files, and the workbooks of before them.
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) || start[0] == 9 || start[0] == 0x50 {
      return nil
    }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    if ["<html", "<table", "<?xml", "<!doctype", "<meta"].contains(where: text.contains) {
      self = .page
    } else if !start.contains(where: { $0 < 9 || (14..<32).contains($0) }) {
      self = .text
    } else {
      return nil
    }
  }
}

/// What is said of a file that is a table by its name and cannot be read as one; nil for any other.
///
///     warningOfUnreadableTable("data/crm.ods")?.id  // "table.other-format"
package func warningOfUnreadableTable(_ path: String, _ bytes: [UInt8] = []) -> Diagnostic? {
  switch DataFile(named: path) {
  case .convertible, .foreign:
    .otherFormat(FakeWorkbook(named: path, bytes), at: Place(path: path))
  default: nil
  }
}
