import Diagnostics
import Phrases

extension Diagnostic {
  static func noHeader(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.no-header", at: place, Phrase(zh: "这张表是空的", en: "the table is empty"),
      expected: Phrase(zh: "第一行写各列的名称", en: "a first row with the names of the columns"))
  }

  static func notText(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.not-text", at: place,
      Phrase(zh: "这不是文本：这里有一个零字节", en: "this is not text: there is a zero byte here"),
      fix: Phrase(
        zh: "把文件存为 CSV UTF-8，或改成它自己的扩展名（.xlsx）",
        en: "save the file as CSV UTF-8, or give it its proper extension (.xlsx)"))
  }

  static func brokenEncoding(_ encoding: TextEncoding, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.encoding", at: place,
      Phrase(
        zh: "这里的字节不是 \(encoding.rawValue)，整个文件也不是任何认识的编码",
        en: "the bytes here are not \(encoding.rawValue), and the file as a whole "
          + "is in no known encoding"),
      expected: Phrase(
        zh: "UTF-8、带字节序标记的 UTF-16、GB18030（GBK）、Windows-1252、Big5、Shift_JIS 或 EUC-KR",
        en: "UTF-8, UTF-16 with a byte order mark, GB18030 (GBK), Windows-1252, Big5, "
          + "Shift_JIS or EUC-KR"),
      fix: Phrase(
        zh: "用写出它的程序打开，另存为 CSV UTF-8",
        en: "open the file in the program that wrote it and save it as CSV UTF-8"))
  }

  static func readAs(_ encoding: TextEncoding, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.read-as", severity: .note, at: place,
      Phrase(
        zh: "文件不是 UTF-8；已按 \(encoding.rawValue) 读取",
        en: "the file is not UTF-8; it was read as \(encoding.rawValue)")
    )
    .alwaysSaid()
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
    let file = place.path.split(separator: "/").last.map(String.init) ?? place.path
    let names = Plausibility.candidates.filter { $0 != reading.encoding }.map(\.rawValue)
    let instead = other?.encoding.rawValue ?? names.first ?? "GB18030"
    let entry = "\"\(file)\": \(instead)"
    return Diagnostic(
      id: "table.read-as", severity: .warning, at: place,
      Phrase(
        zh: "文件不是 UTF-8，已按 \(reading.encoding.rawValue) 读取：“\(reading.text)”\(also?.chinese ?? "")",
        en: "the file is not UTF-8; it was read as \(reading.encoding.rawValue): “\(reading.text)”"
          + "\(also?.english ?? "")"),
      fix: Phrase(
        zh: "如果不对，请另存为 CSV UTF-8，或在设置中写明编码（\(list: names)）：encodings: {\(entry)}",
        en: "if that is wrong, save it as CSV UTF-8, or name its encoding (\(list: names)) in the "
          + "settings: encodings: {\(entry)}"))
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
          + "encodings: {\"\(name)\": \(first)}")
    )
    .offering(
      readings.map {
        Offer(
          ["encodings", name], $0.encoding.rawValue,
          Phrase(same: "\($0.encoding.rawValue): \($0.text)"))
      })
  }

  /// A file beside the tables that only another program can read.
  static func otherFormat(_ fake: FakeWorkbook? = nil, at place: Place) -> Diagnostic {
    let message =
      switch fake {
      case .page:
        Phrase(
          zh: "它叫 .xls，里面其实是网页，其中的数据没有算进去",
          en: "it is called .xls but is a web page, and what it holds counts nowhere")
      // Text that is called .xls is read as it is.
      case .text, nil:
        Phrase(
          zh: "这种工作簿读不了，其中的数据没有算进去",
          en: "this kind of workbook cannot be read, and what it holds counts nowhere")
      }
    return Diagnostic(
      id: "table.other-format", severity: .warning, at: place, message,
      fix: Phrase(
        zh: "用 Excel、WPS 或 Numbers 打开，另存为 .xlsx，再删去这个文件",
        en: "open it in Excel, WPS or Numbers, save it as .xlsx and remove this one"))
  }

  static func tooLarge(_ limit: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.too-large", at: place, Phrase(zh: "太大，无法读取", en: "this is too large to read"),
      expected: Phrase(zh: "不超过 \(limit)", en: "at most \(limit)"))
  }

  static func openQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.open-quote", at: place,
      Phrase(zh: "从这里开始的引号没有闭合", en: "the quote that opens here is never closed"),
      fix: Phrase(
        zh: "补上引号；单元格里的引号写成 \"\"", en: "close it, or write \"\" for a quote inside a cell"))
  }

  static func textAfterQuote(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.text-after-quote", severity: .warning, at: place,
      Phrase(
        zh: "右引号与单元格结尾之间还有文字", en: "text stands between the closing quote and the end of the cell"),
      fix: Phrase(zh: "单元格里的引号写成 \"\"", en: "write \"\" for a quote inside a cell"))
  }

  static func unknownFormat(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.unknown-format", at: place,
      Phrase(zh: "这种文件不能当作表来读", en: "this kind of file cannot be read as a table"),
      expected: Phrase(
        zh: ".csv、.tsv、.tab、.txt、.xlsx、.xlsm、.yaml、.yml、.json 或 .jsonl",
        en: ".csv, .tsv, .tab, .txt, .xlsx, .xlsm, .yaml, .yml, .json or .jsonl"))
  }

  static func notAList(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.not-a-list", at: place, Phrase(zh: "这不是由行组成的列表", en: "this is not a list of rows"),
      expected: Phrase(
        zh: "由行组成的列表（YAML 用“- ”，JSON 用“[”），每行以列名为键",
        en: "a list (“- ” in YAML, “[” in JSON) of rows with the columns as keys"))
  }

  static func notARow(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.not-a-row", at: place, Phrase(zh: "这不是一行数据", en: "this is not a row"),
      expected: Phrase(zh: "以列名为键，写上值", en: "columns as keys with values")
    )
  }

  static func notJSON(_ problem: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.json", at: place,
      Phrase(zh: "这不是 JSON：\(problem)", en: "this is not JSON: \(problem)"))
  }

  static func duplicateJSONKey(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.duplicate-key", at: place,
      Phrase(zh: "“\(key)”在这里出现了第二次", en: "“\(key)” appears here a second time"),
      fix: Phrase(zh: "两个中只留一个", en: "keep one of the two"))
  }

  static func damagedWorkbook(_ how: Phrase, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.damaged-workbook", at: place,
      Phrase(zh: "工作簿已损坏：\(how)", en: "the workbook is damaged: \(how)"),
      fix: Phrase(
        zh: "用 Excel 或 WPS 打开，重新存为 .xlsx", en: "open it in Excel or WPS and save it as .xlsx"))
  }

  /// What bears the name of a workbook and is none: many programs write a web page or a text so.
  static func notAWorkbook(_ bytes: [UInt8], at place: Place) -> Diagnostic {
    let isPage = bytes.prefix(512).first { !" \r\n\t\u{FEFF}".utf8.contains($0) } == 0x3C
    let what =
      bytes.isEmpty
      ? Phrase(zh: "它是空的", en: "it is empty")
      : isPage
        ? Phrase(zh: "它是网页", en: "it is a web page")
        : Phrase(zh: "里面是别的格式", en: "it is something else")
    return Diagnostic(
      id: "table.not-a-workbook", at: place,
      Phrase(zh: "这只是名字像工作簿：\(what)", en: "this is a workbook in name only: \(what)"),
      expected: Phrase(
        zh: "用 Excel 或 WPS 存成的 .xlsx 文件", en: "a file that Excel or WPS has saved as .xlsx"),
      fix: isPage || bytes.isEmpty
        ? Phrase(
          zh: "用 Excel 或 WPS 打开，存为 .xlsx", en: "open it in Excel or WPS and save it as .xlsx")
        : Phrase(
          zh: "如果是 CSV 文件，把扩展名改为 .csv；否则存为 .xlsx",
          en: "if it is a CSV file, give it the ending .csv; else save it as .xlsx"))
  }

  static func encryptedWorkbook(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.encrypted-workbook", at: place,
      Phrase(
        zh: "工作簿有密码，或者是改了名的旧 .xls",
        en: "the workbook has a password, or is an old .xls under a new name"),
      fix: Phrase(
        zh: "用 Excel 或 WPS 打开，去掉密码，存为 .xlsx",
        en: "open it in Excel or WPS, remove the password, and save it as .xlsx"))
  }

  static func oldWorkbook(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.old-workbook", at: place,
      Phrase(zh: "旧的工作簿格式不能读取", en: "the old workbook format cannot be read"),
      fix: Phrase(
        zh: "用 Excel 或 WPS 打开，存为 .xlsx", en: "open it in Excel or WPS and save it as .xlsx"))
  }

  static func pathInWorkbook(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.path-in-workbook", at: place,
      Phrase(
        zh: "工作簿里有一个部分，名字指向工作簿之外：“\(name.prefix(100))”",
        en: "the workbook holds a part whose name leads out of it: “\(name.prefix(100))”"),
      fix: Phrase(zh: "不要信任这个文件", en: "do not trust this file"))
  }

  static func hiddenSheet(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.hidden-sheet", severity: .note, at: place,
      Phrase(zh: "这张工作表是隐藏的，已略去", en: "the sheet is hidden and was left out"))
  }

  static func unknownDatabase(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.unknown-database", at: place,
      Phrase(zh: "这个连接不是能读取的数据库", en: "the connection names no database that can be read"),
      expected: Phrase(
        zh: "环境变量里写 postgresql://… 或 sqlite:路径",
        en: "postgresql://… or sqlite:PATH in the environment variable"))
  }

  static func refusedQuery(_ reason: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.refused-query", at: place,
      Phrase(zh: "数据库拒绝了查询：\(reason)", en: "the database refuses the query: \(reason)"))
  }

  static func writingQuery(at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.writing-query", at: place,
      Phrase(zh: "查询不是单独一条只读语句", en: "the query is not a single read-only statement"),
      expected: Phrase(zh: "一条 SELECT", en: "one SELECT"))
  }

  static func lateQuery(_ seconds: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "table.late-query", at: place,
      Phrase(zh: "查询超过了 \(seconds) 秒", en: "the query took longer than \(seconds) s"),
      fix: Phrase(zh: "让它快一些，或放宽时限：seconds", en: "make it faster, or raise the limit: seconds"))
  }
}
