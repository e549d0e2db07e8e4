import Diagnostics
import Phrases
import SalesMethod

// MARK: - Tables and headers

extension Diagnostic {
  static func unknownTable(
    _ name: String, file: String? = nil, ranked: [TableName] = [], at place: Place
  ) -> Diagnostic {
    let likely = ranked.first ?? .customers
    let isMisspelt = nearestName(to: name, in: TableName.allCases.map(\.rawValue)) != nil
    let fix =
      if let file, !isMisspelt {
        Phrase(
          zh:
            "要用它，在设置中写明是哪张表，如 tables: {\"\(file)\": \(likely.rawValue)}；不用，写 ~",
          en: "if it is to count, say which in the settings, such as tables: {\"\(file)\": "
            + "\(likely.rawValue)}; if not, write ~")
      } else {
        suggestion(for: name, among: TableName.allCases.map(\.rawValue))
      }
    return Diagnostic(
      id: "data.unknown-table", severity: .warning, at: place,
      Phrase(
        zh: "看不出“\(name)”是哪张表，已略去",
        en: "it cannot be told which table “\(name)” is; it was left out"), fix: fix
    )
    .offering(file.map { Offer.tables($0, ranked, isLikely: false) } ?? [])
  }

  static func twoFiles(for table: TableName, first: String, at place: Place) -> Diagnostic {
    let entries = [first, place.path].map { "\"\(shortName($0))\": \(table.rawValue)" }
      .joined(separator: ", ")
    return Diagnostic(
      id: "data.two-files", at: place,
      Phrase(
        zh: "“\(table.title)”表在 \(first) 里也有",
        en: "the table “\(table.rawValue)” is also in \(first)"),
      expected: Phrase(zh: "一张表一个文件", en: "one file for a table"),
      fix: Phrase(
        zh: "两个都要，在设置中都写上：tables: {\(entries)}；只要一个，把另一个写成 ~",
        en:
          "to have both, name both in the settings: tables: {\(entries)}; to have one, write ~ for "
          + "the other")
    )
    .offering(Offer.files(table, first, place.path))
  }

  /// A file of no name in the settings that would be a table which they name another file for.
  static func besideNamed(_ table: TableName, named: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.beside-named", severity: .warning, at: place,
      Phrase(
        zh: "看起来也是“\(table.title)”表，但设置里写的是 \(named)，这个文件没有算进去",
        en: "this looks like the table “\(table.rawValue)” too, but the settings name \(named); "
          + "it was left out"),
      fix: Phrase(
        zh:
          "要一起算，在设置的 tables: 下加一行 \"\(shortName(place.path))\": \(table.rawValue)；不要，写 ~",
        en:
          "to count both, add \"\(shortName(place.path))\": \(table.rawValue) under tables: in the "
          + "settings; if not, write ~"))
  }

  static func whichSheet(_ names: [String], at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.which-sheet", at: place,
      Phrase(
        zh: "用哪一张工作表：\(list: names.map { "“\($0)”" })？",
        en: "which sheet is meant: \(list: names.map { "“\($0)”" })?"),
      fix: Phrase(
        zh: "把要用的工作表改名为表的名称（如 customers 或“客户”），或单独存成一个文件",
        en:
          "give the sheet the name of the table, such as customers, or save it as a file of its own"
      ))
  }

  static func twoCandidates(
    _ headers: [String], field: String, table: TableName, at place: Place
  ) -> Diagnostic {
    let shown = headers.map { "“\($0)”" }
    if Set(headers.map(matchKey)).count == 1 {
      return sameHeaders(headers[0], headers.count, field: field, table: table, at: place)
    }
    return Diagnostic(
      id: "data.two-candidates", at: place,
      Phrase(
        zh: "哪一列是“\(field)”：\(list: shown)？", en: "which column is “\(field)”: \(list: shown)?"),
      expected: Phrase(zh: "每个字段只有一列", en: "one column for each field"),
      fix: Phrase(
        zh: "在设置中写明：mapping: {\(table.rawValue): {\"\(headers[0])\": \(field)}}",
        en: "say so in the settings: mapping: {\(table.rawValue): {\"\(headers[0])\": "
          + "\(field)}}")
    )
    .offering(headers.map { Offer.column(table, $0, field) })
  }

  /// Two columns of one name: the settings can name the first of them only.
  private static func sameHeaders(
    _ header: String, _ columns: Int, field: String, table: TableName, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      id: "data.two-candidates", at: place,
      Phrase(
        zh: "有 \(columns) 列都叫“\(header)”：哪一列是“\(field)”？",
        en: "\(columns) columns are called “\(header)”: which is “\(field)”?"),
      expected: Phrase(zh: "每个字段只有一列", en: "one column for each field"),
      fix: Phrase(
        zh:
          "在文件里给不用的那一列改个名称；要的是最前面那一列，也可以在设置中写明：mapping: {\(table.rawValue): {\"\(header)\": \(field)}}",
        en:
          "give the one that is not meant another name in the file; where it is the first of them, "
          + "the settings can say so too: mapping: {\(table.rawValue): {\"\(header)\": \(field)}}"))
  }

  static func missingColumn(
    _ column: ColumnSchema, of table: TableName, unknown: [String], at place: Place
  ) -> Diagnostic {
    missingColumn(
      named: column.name, title: column.title, of: table, unknown: unknown, also: column.synonyms,
      why: nil, at: place)
  }

  static func missingColumn(
    named name: String, title: Phrase? = nil, of table: TableName, unknown all: [String],
    also synonyms: [String] = [], why: Phrase?, at place: Place
  ) -> Diagnostic {
    let missing = Phrase(
      zh: "“\(table.title)”表里没有“\(title?.chinese ?? name)”列（\(name)）",
      en: "the table “\(table.rawValue)” has no column “\(name)”")
    // A price is no amount, whoever says so.
    let unknown = all.filter { name != "amount" || !isUnitPrice($0) }
    let near = ([name] + synonyms).lazy.compactMap { nearestName(to: $0, in: unknown) }.first
    let isTypo = near.map { near in ([name] + synonyms).contains { isSlip(near, of: $0) } }
    let fix =
      if let near {
        Phrase(
          zh: "是不是“\(near)”？如果是，请在设置中写明：mapping: {\(table.rawValue): {\"\(near)\": \(name)}}",
          en: "is it “\(near)”? then say so in the settings: mapping: {\(table.rawValue): "
            + "{\"\(near)\": \(name)}}")
      } else if unknown.isEmpty {
        Phrase(
          zh: "在文件里补上这一列，列名写“\(title?.chinese ?? name)”",
          en: "add the column to the file, under the name “\(name)”")
      } else {
        Phrase(
          zh: "补上这一列，或在设置中写明是哪一列：mapping: {\(table.rawValue): {表头: \(name)}}",
          en: "add the column, or say in the settings which one it is: mapping: "
            + "{\(table.rawValue): {HEADER: \(name)}}")
      }
    return Diagnostic(
      id: "data.missing-column", at: place,
      why.map { Phrase(zh: "\(missing)，而\($0)", en: "\(missing), but \($0)") } ?? missing,
      expected: unknown.isEmpty
        ? nil
        : Phrase(zh: "没有认出的列：\(list: unknown)", en: "columns not recognised: \(list: unknown)"),
      fix: fix
    )
    .offering(Offer.columns(table, unknown, nearest: near, isSlip: isTypo ?? false, name))
  }

  static func tooManyCells(header: Int, isText: Bool, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.too-many-cells", at: place,
      Phrase(
        zh: "这一行的单元格比表头多（表头有 \(count: header) 个）",
        en: "the row has more cells than the header, which has \(count: header)"),
      fix: isText
        ? Phrase(zh: "含有分隔符的单元格请加引号", en: "put quotes around a cell that holds the separator")
        : Phrase(
          zh: "删去表头右边多出来的单元格，或给这一列写上表头",
          en: "remove the cell beyond the header, or give its column a header")
    )
  }

  static func noCustomers(of tables: [TableName], at place: Place) -> Diagnostic {
    let shown = tables.map { "“\($0.rawValue)”" }
    let titles = tables.map { "“\($0.title.chinese)”" }
    return Diagnostic(
      id: "data.no-customers", at: place,
      Phrase(
        zh: "\(titles.joined(separator: "、"))表提到客户，但没有客户表",
        en: "\(list: shown) \(agreeing: tables.count, "names", "name") customers, "
          + "but there is no customers table"),
      fix: Phrase(
        zh: "补上 customers.csv，列为 name、owner、M、A、N",
        en: "add customers.csv with the columns name, owner, M, A and N")
    )
  }
}

// MARK: - Settings

extension Diagnostic {
  static func unknownMappedTable(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unknown-mapped-table", at: place,
      Phrase(zh: "没有叫“\(name)”的表", en: "“\(name)” is not a table"),
      fix: suggestion(for: name, among: TableName.allCases.map(\.rawValue)))
  }

  static func unknownField(_ name: String, of schema: TableSchema, at place: Place) -> Diagnostic {
    Diagnostic(
      id: "data.unknown-field", at: place,
      Phrase(
        zh: "表“\(schema.name.rawValue)”没有“\(name)”这一列",
        en: "the table “\(schema.name.rawValue)” has no column “\(name)”"),
      fix: suggestion(for: name, among: schema.columns.map(\.name)))
  }

  static func namedFileMissing(_ entry: DataSettings.NamedFile, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "data.named-file-missing", severity: .warning, at: entry.place,
      Phrase(
        zh: "数据文件夹里没有表“\(entry.file)”", en: "there is no table “\(entry.file)” in the data folder"),
      expected: Phrase(
        zh: "文件名；有多张工作表时在后面写上工作表：crm.xlsx[客户]",
        en: "a file's name, followed by the sheet where there are several: crm.xlsx[Sheet1]"),
      fix: nearestName(to: entry.file, in: known).map(didYouMean))
  }

  static func mappedHeaderMissing(_ entry: DataSettings.Mapping, headers: [String]) -> Diagnostic {
    Diagnostic(
      id: "data.mapped-header-missing", severity: .warning, at: entry.place,
      Phrase(
        zh: "表“\(entry.table)”没有表头“\(entry.header)”",
        en: "the table “\(entry.table)” has no header “\(entry.header)”"),
      fix: suggestion(for: entry.header, among: headers.filter { !$0.isEmpty }))
  }
}
