import Diagnostics
import Phrases

extension Diagnostic {
  static func noHeader(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.no-header", at: place, "the table is empty",
      expected: "a first row with the names of the columns")
  }

  static func notText(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.not-text", at: place, "this is not text: a zero byte stands here",
      fix: "save the file as CSV UTF-8, or give it its own extension (.xlsx)")
  }

  static func brokenEncoding(_ encoding: TextEncoding, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.encoding", at: place,
      "the bytes here are not \(encoding.rawValue), and the file as a whole is no encoding known",
      expected: "UTF-8, UTF-16 with a byte order mark, or GB18030 (GBK)",
      fix: "open the file in the program that wrote it and save it as CSV UTF-8")
  }

  static func readAs(_ encoding: TextEncoding, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.read-as", severity: .note, at: place,
      "the file is not UTF-8; it was read as \(encoding.rawValue)")
  }

  /// A text that was read in an encoding which is not the usual one, or of which little is sure.
  static func readAs(
    _ reading: (encoding: TextEncoding, text: String),
    instead other: (encoding: TextEncoding, text: String)?, at place: Place
  ) -> Diagnostic {
    let also = other.map {
      Phrase(
        zh: "；按 \($0.encoding.rawValue) 则是“\($0.text)”",
        en: "; as \($0.encoding.rawValue) it would be “\($0.text)”")
    }
    return Diagnostic(
      id: "table.read-as", severity: .warning, at: place,
      Phrase(
        zh: "文件不是 UTF-8，已按 \(reading.encoding.rawValue) 读取：“\(reading.text)”\(also?.chinese ?? "")",
        en: "the file is not UTF-8; it was read as \(reading.encoding.rawValue): “\(reading.text)”"
          + "\(also?.english ?? "")"),
      fix: Phrase(
        zh: "如果不对，请另存为 CSV UTF-8，或在设置中写明编码：encodings: {\"文件\": 编码}",
        en: "if that is wrong, save it as CSV UTF-8, or name its encoding in the settings: "
          + "encodings: {\"FILE\": ENCODING}"))
  }

  /// A text that can be read in more than one way, or in none that gives words.
  static func whichEncoding(
    _ readings: [(encoding: TextEncoding, text: String)], _ file: SourceFile, at place: Place
  ) -> Diagnostic {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let first = readings.first?.encoding.rawValue ?? "GB18030"
    let known = Plausibility.candidates.map(\.rawValue)
    return Diagnostic(
      id: "table.which-encoding", at: place,
      Phrase(
        zh: "文件不是 UTF-8，也看不出是哪种编码："
          + "\(readings.map { "按 \($0.encoding.rawValue) 是“\($0.text)”" }.joined(separator: "，"))",
        en: "the file is not UTF-8, and its encoding is not plain: "
          + "\(list: readings.map { "as \($0.encoding.rawValue) “\($0.text)”" })"),
      expected: Phrase(zh: "UTF-8，或 \(list: known) 之一", en: "UTF-8, or one of \(list: known)"),
      fix: Phrase(
        zh: "请另存为 CSV UTF-8，或在设置中写明编码：encodings: {\"\(name)\": \(first)}",
        en: "save it as CSV UTF-8, or name its encoding in the settings: "
          + "encodings: {\"\(name)\": \(first)}"))
  }

  /// A file beside the tables that only another program can read.
  static func otherFormat(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.other-format", severity: .warning, at: place,
      Phrase(
        zh: "这种工作簿读不了，其中的数据没有算进去",
        en: "this kind of workbook cannot be read, and what it holds counts nowhere"),
      fix: Phrase(
        zh: "用 Excel、WPS 或 Numbers 打开，另存为 .xlsx，再删去这个文件",
        en: "open it in Excel, WPS or Numbers, save it as .xlsx and remove this one"))
  }

  static func tooLarge(_ limit: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.too-large", at: place, "this is larger than can be read",
      expected: "at most \(limit)")
  }

  static func openQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.open-quote", at: place, "the quote that opens here is never closed",
      fix: "close it, or write \"\" for a quote inside a cell")
  }

  static func textAfterQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.text-after-quote", severity: .warning, at: place,
      "text stands between the closing quote and the end of the cell",
      fix: "write \"\" for a quote inside a cell")
  }

  static func unknownFormat(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.unknown-format", at: place, "this kind of file cannot be read as a table",
      expected: ".csv, .tsv, .txt, .xlsx, .yaml, .yml or .json")
  }

  static func notAList(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.not-a-list", at: place, "this is not a list of rows",
      expected: "a list (“- ” in YAML, “[” in JSON) of rows with the columns as keys")
  }

  static func notARow(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.not-a-row", at: place, "this is not a row", expected: "columns as keys with values"
    )
  }

  static func notJSON(_ problem: String, at place: Place) -> Diagnostic {
    Diagnostic(id: "table.json", at: place, "this is not JSON: \(problem)")
  }

  static func duplicateJSONKey(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.duplicate-key", at: place, "“\(key)” stands here a second time",
      fix: "keep one of the two")
  }

  static func damagedWorkbook(_ how: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.damaged-workbook", at: place, "the workbook is damaged: \(how)",
      fix: "open it in Excel or WPS, save it again as .xlsx")
  }

  /// What bears the name of a workbook and is none: many programs write a web page or a text so.
  static func notAWorkbook(_ bytes: [UInt8], at place: Place) -> Diagnostic {
    let isPage = bytes.prefix(512).first { !" \r\n\t\u{FEFF}".utf8.contains($0) } == 0x3C
    let what = bytes.isEmpty ? "it is empty" : isPage ? "it is a web page" : "it is something else"
    return Diagnostic(
      id: "table.not-a-workbook", at: place, "this is no workbook, but for its name: \(what)",
      expected: "a file that Excel or WPS has saved as .xlsx",
      fix: isPage || bytes.isEmpty
        ? "open it in Excel or WPS and save it as .xlsx"
        : "if it is a CSV file, give it the ending .csv; else save it as .xlsx")
  }

  static func encryptedWorkbook(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.encrypted-workbook", at: place,
      "the workbook has a password, or is an old .xls under a new name",
      fix: "open it in Excel or WPS, take the password off, save it as .xlsx")
  }

  static func oldWorkbook(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.old-workbook", at: place, "the old workbook format cannot be read",
      fix: "open it in Excel or WPS and save it as .xlsx")
  }

  static func pathInWorkbook(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.path-in-workbook", at: place,
      "the workbook holds a part whose name leads out of it: “\(name.prefix(100))”",
      fix: "do not trust this file")
  }

  static func hiddenSheet(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.hidden-sheet", severity: .note, at: place, "the sheet is hidden and was left out")
  }

  static func unknownDatabase(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.unknown-database", at: place, "the connection names no database that can be read",
      expected: "postgresql://… or sqlite:PATH in the environment variable")
  }

  static func refusedQuery(_ reason: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.refused-query", at: place, "the database refuses the query: \(reason)")
  }

  static func writingQuery(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.writing-query", at: place, "the query is not one statement that only reads",
      expected: "one SELECT")
  }

  static func lateQuery(_ seconds: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.late-query", at: place, "the query took longer than \(seconds) s",
      fix: "make it faster, or allow more: seconds")
  }
}
